import type rule from '../../../rules/allow-policy/external-member';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '조직 외부의 주 구성원에게 역할이 부여되어 있습니다.',
  rationale: [
    '외부 사용자에게는 조직의 액세스 바인딩과 세션 길이가 적용되지 않고, 그 사람이 직장을 떠나도 계정이 남습니다. 조직의 계정을 만들어 주세요.',
    '조직의 도메인은 `leastwise.organizationDomains` 설정에 적으며 하위 도메인도 포함됩니다. 설정이 비어 있으면 Google 메일 서비스의 개인 계정만 정보로 알립니다. 서비스 계정, 풀, `allUsers`는 다른 규칙에서 다룹니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    outside: '`{domain}` 도메인은 조직의 도메인이 아닙니다.',
    consumer: '`{domain}` 계정은 조직이 관리하지 않는 개인 계정입니다.',
    remove: '외부 구성원 삭제',
  },
} satisfies TranslationOf<typeof rule>;
