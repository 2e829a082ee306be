import type rule from '../../../rules/allow-policy/invalid-member';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '구성원이 허용 정책에서 쓸 수 없는 형식으로 적혀 있습니다.',
  rationale: [
    '구성원 하나의 형식이 잘못되면 IAM은 정책 전체를 거부하고, Terraform에서는 적용할 때에야 드러납니다. 구성원은 종류, 콜론, 식별자 순으로 적으며 종류의 대소문자도 구별합니다. `serviceaccount:`가 아니라 `serviceAccount:`입니다.',
    '거부 정책에서는 같은 주 구성원을 다른 형식(`principal://goog/subject/…`)으로 적습니다. 두 형식은 서로 바꿔 쓸 수 없습니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    withoutPrefix: '`{member}` 앞에 `user:`, `group:` 같은 주 구성원 종류가 없습니다.',
    unknownPrefix: '`{prefix}:` 종류의 주 구성원은 없습니다.',
    wrongCase: '`{prefix}:` 대신 `{right}:`라고 적어야 합니다.',
    denyForm: '거부 정책의 형식입니다. 허용 정책에는 `{right}:` 다음에 주소를 적습니다.',
    denyFormOther: '거부 정책의 형식이라 허용 정책에는 쓸 수 없습니다.',
    emptyId: '`{prefix}:` 다음에 아무것도 없습니다.',
    spaces: '`{member}` 안에 공백이 있습니다.',
    malformed: '`{prefix}:` 다음에는 `//` 및 풀이나 리소스의 이름이 와야 합니다.',
    several: '`{member}` 문자열 하나에 여러 구성원이 적혀 있습니다.',
    foreignAccount: '`{member}` 주소는 Google이 서비스 계정에 주는 형식이 아닙니다.',
    noAddress: '`{kind}:` 뒤의 값이 주소가 아닙니다: `{id}`.',
    noDomain: '도메인이 아닙니다: `{id}`. `domain:example.org`처럼 쓰세요.',
    accountAsPerson: '`{kind}:` 뒤에 서비스 계정이 있습니다. `serviceAccount:` 접두사를 쓰세요.',
    poolPath:
      '풀의 경로가 아닙니다: `{prefix}://iam.googleapis.com/projects/NUMBER/locations/global/workloadIdentityPools/POOL/…`',
    poolProject: '`{project}` 값은 프로젝트 ID입니다. 풀의 경로에는 프로젝트 번호를 씁니다.',
    poolLocation: '`{location}`: 풀의 위치는 `locations/global`입니다.',
    poolAlone: '풀만 있고 대상이 없습니다. `/subject/…`, `/group/…`, `/attribute.…/…`, `/*` 중 하나를 붙이세요.',
    oneOfSet: '`{prefix}:` 접두사가 맞지 않습니다. `{right}:` 접두사를 쓰세요.',
    kubernetes: 'Kubernetes 계정 형식이 아닙니다: `{id}`. `PROJECT.svc.id.goog[NAMESPACE/ACCOUNT]`처럼 쓰세요.',
    noMember: '서비스 계정의 `.{attribute}` 속성은 주 구성원이 아닙니다. `.member` 속성을 쓰세요.',
    prefixTwice: '`.member` 속성에는 접두사가 이미 있습니다. `{prefix}` 접두사를 지우세요.',
    useMember: '.member 속성 사용',
    write: '{member} 형식으로 변경',
    split: '구성원 {count}개로 나누어 쓰기',
    oneMember: '이 리소스에는 구성원을 하나만 쓸 수 있습니다. 나머지는 각각 별도의 리소스로 만드세요.',
  },
} satisfies TranslationOf<typeof rule>;
