import type rule from '../../../rules/access-level/invalid-member';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '액세스 수준의 조건에 사용자도 서비스 계정도 아닌 구성원이 있습니다.',
  rationale:
    '조건의 `members`에는 개별 계정인 `user:`, `serviceAccount:`만 적을 수 있습니다. 그룹, 도메인, 풀은 거부됩니다. 액세스 수준을 그룹에 적용하려면 액세스 바인딩을 사용하세요.',
  messages: {
    ...refusals,
    otherKind: '여기에는 `user:`, `serviceAccount:`만 적을 수 있고 `{prefix}:` 종류는 적을 수 없습니다.',
    withoutPrefix: '`{member}` 앞에 `user:` 또는 `serviceAccount:` 표시가 없습니다.',
    several: '`{member}` 문자열 하나에 여러 구성원이 적혀 있습니다.',
    foreignAccount: '`{member}` 주소는 Google이 서비스 계정에 주는 형식이 아닙니다.',
    everybody: '여기에는 개별 계정만 적을 수 있고 `{member}` 값은 적을 수 없습니다.',
    write: '{member} 형식으로 변경',
  },
} satisfies TranslationOf<typeof rule>;
