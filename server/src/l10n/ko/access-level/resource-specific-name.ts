import type rule from '../../../rules/access-level/resource-specific-name';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: '액세스 수준의 이름이 특정 리소스나 앱에 묶여 있습니다.',
  rationale: [
    '액세스 수준은 조직 전체에서 함께 씁니다. 이름이 `fully_trusted_device`처럼 사용자나 기기의 상태를 나타내면 다시 쓸 수 있습니다. 보호하는 대상의 이름을 붙이면 다음 리소스를 위해 똑같은 수준을 또 만들게 되고 둘은 점점 달라집니다.',
    '무엇을 보호하는지는 수준을 쓰는 바인딩, 경계, 조건에 드러납니다. 액세스 수준의 ID는 바꿀 수 없으므로 더 나은 이름을 쓰려면 새로 만들어야 합니다. 단어는 `leastwise.accessLevels.resourceWords` 설정으로 더할 수 있습니다.',
  ].join('\n\n'),
  messages: {
    word: '이름에 있는 “{word}” 때문에 액세스 수준이 특정 리소스에 묶입니다. 사용자나 기기의 상태를 이름으로 쓰세요.',
    stage: '이름에 있는 “{word}” 때문에 액세스 수준이 시스템의 한 단계에 묶입니다. 사용자나 기기의 상태를 이름으로 쓰세요.',
  },
} satisfies TranslationOf<typeof rule>;
