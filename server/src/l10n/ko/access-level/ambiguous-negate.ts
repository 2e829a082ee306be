import type rule from '../../../rules/access-level/ambiguous-negate';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: '부정한 조건에 필드가 여러 개인데, 그 의미에 대한 설명이 서로 다릅니다.',
  rationale:
    '필드가 여러 개인 조건을 부정하면 그중 하나만 거짓이어도 충족한다는 설명과 모두 거짓이어야 충족한다는 설명이 함께 있습니다. 필드가 하나면 두 설명의 의미가 같습니다. 필드마다 부정한 조건을 따로 두고 의도에 맞는 결합 함수로 연결하세요. 수준 전체의 결합 함수와 다르다면 별도의 액세스 수준으로 옮기고 그 수준을 요구하세요.',
  messages: {
    several: '부정한 조건에 필드가 {count}개 있습니다. 하나만 거짓이면 되는지 모두 거짓이어야 하는지 설명이 엇갈립니다.',
  },
} satisfies TranslationOf<typeof rule>;
