import type rule from '../../../rules/allow-policy/condition-unknown-attribute';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '권한 부여의 조건에서 쓸 수 없는 속성이나 함수를 사용합니다.',
  rationale: [
    '이런 조건이 있으면 정책 전체가 거부되거나 역할이 전혀 적용되지 않습니다. 속성과 함수의 이름은 대소문자를 구별합니다.',
    '알려진 이름과 비슷한 이름, 그리고 다른 종류의 조건에서만 쓰는 이름만 보고합니다. 목록에 없는 속성을 제공하는 서비스도 있기 때문입니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    attribute: '조건에 `{written}` 속성이 없습니다. `{meant}` 속성과 비슷합니다.',
    function: '조건에 `{written}` 함수가 없습니다. `{meant}` 함수와 비슷합니다.',
    ofPolicyBindings: '`principal.{written}` 속성은 주 구성원 액세스 경계의 정책 바인딩에서만 쓸 수 있습니다.',
    ofAccessBoundaries: '`{written}` 속성은 사용자 인증 정보 액세스 경계에서만 쓸 수 있습니다.',
    write: '{name} 이름으로 변경',
  },
} satisfies TranslationOf<typeof rule>;
