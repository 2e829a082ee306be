import type rule from '../../../rules/access-level/invalid-reference';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: '액세스 수준이 직접 또는 다른 수준을 거쳐 자기 자신을 요구합니다.',
  rationale:
    '액세스 수준의 충족 여부는 그 수준이 요구하는 수준에서 계산되므로, 아무리 멀리 거치더라도 자기 자신을 요구할 수 없습니다. API는 이런 수준을 거부합니다. `requiredAccessLevels`, 표현식(`levels.corp`), Fabric 팩토리 파일을 통틀어 작업 영역 전체에서 따라가며 확인합니다.',
  messages: {
    itself: '이 액세스 수준은 자기 자신을 요구하며 API가 거부합니다. 다른 수준을 요구하거나 요구를 지우세요.',
    circle: '액세스 수준들이 서로를 요구하며 API가 거부합니다. 순환에서 요구 하나를 빼세요: {way}.',
  },
} satisfies TranslationOf<typeof rule>;
