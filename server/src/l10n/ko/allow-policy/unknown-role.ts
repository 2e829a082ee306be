import type rule from '../../../rules/allow-policy/unknown-role';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: 'Google에 없는 사전 정의된 역할을 부여합니다.',
  rationale: [
    '없는 역할이 하나라도 있으면 정책 전체가 거부되고, Terraform에서는 적용할 때에야 드러납니다. 대개는 글자나 대소문자 하나가 틀린 것입니다. 역할 이름은 대소문자를 구별합니다.',
    '날짜가 적힌 Google 역할 목록과 비교합니다. 목록보다 새로운 역할도 보고되므로, 그런 경우에는 이 결과를 숨기세요.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    unknown: '{date} 기준 Google 역할 목록에 `{role}` 역할이 없습니다.',
    customRole: '커스텀 역할은 `roles/` 아래에 없습니다. 역할이 속한 프로젝트나 조직으로 시작하는 이름을 써야 합니다.',
    write: '{role} 역할로 변경',
    useName: '{resource} 리소스의 name 사용',
  },
} satisfies TranslationOf<typeof rule>;
