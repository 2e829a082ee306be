import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/terraform/iam-conflict';

export default {
  summary: '두 Terraform 리소스가 같은 권한을 관리하며 서로의 변경을 되돌립니다.',
  rationale: [
    '`_iam_policy` 리소스는 정책 전체를, `_iam_binding` 리소스는 한 조건에서 한 역할의 구성원 전체를 정합니다. 같은 곳에 다른 리소스가 부여한 권한은 apply할 때마다 한쪽이 지우고 다른 쪽이 되살리며, 그사이에는 권한이 없습니다.',
    '정책의 역할마다 한 가지 방식으로만 관리하세요. 구성원을 모두 하나의 `_iam_binding` 리소스에 넣거나, 그 역할에는 `_iam_member` 리소스만 쓰세요. `_iam_policy` 리소스는 단독으로만 써야 합니다.',
  ].join('\n\n'),
  messages: {
    wholePolicy: '정책 전체를 관리하므로, 같은 대상에 `{other}` 리소스가 부여한 권한을 되돌립니다.',
    binding: '역할의 구성원 전체를 관리하므로, `{other}` 리소스가 부여한 권한을 되돌립니다.',
    bindings: '`{other}` 리소스도 같은 역할의 구성원 전체를 관리하므로 서로의 변경을 되돌립니다.',
    other: '다른 리소스입니다.',
  },
} satisfies TranslationOf<typeof rule>;
