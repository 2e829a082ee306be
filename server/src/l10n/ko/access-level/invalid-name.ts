import type rule from '../../../rules/access-level/invalid-name';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: '액세스 수준이나 액세스 정책의 이름이 거부되는 형식으로 적혀 있습니다.',
  rationale:
    '액세스 수준은 `accessPolicies/123456789/accessLevels/trusted_device`처럼 전체 경로로 적고, 다른 수준을 요구할 때도 마찬가지입니다. 끝의 ID는 영문자로 시작해 영문자, 숫자, `_`로 이어지며 50자까지 쓸 수 있고 나중에 바꿀 수 없습니다. 사람이 읽을 이름은 `title`에 적으세요.',
  messages: {
    badId: '“{id}” 값은 액세스 수준의 ID로 쓸 수 없습니다. 영문자로 시작해 영문자, 숫자, `_`만 씁니다.',
    longId: '“{id}” 값은 {length}자입니다. 액세스 수준의 ID는 50자까지 쓸 수 있습니다.',
    notName: '“{name}” 값은 액세스 수준의 전체 이름(`accessPolicies/POLICY/accessLevels/ID`)이 아닙니다.',
    notPolicy: '“{name}” 값은 액세스 정책의 전체 이름(`accessPolicies/POLICY`)이 아닙니다.',
  },
} satisfies TranslationOf<typeof rule>;
