import type rule from '../../../rules/file/wrong-shape';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '값의 형태가 잘못되었습니다. 목록 자리에 값 하나가 있거나, 값 하나를 쓸 자리에 목록이 있습니다.',
  rationale: [
    '필드는 값 하나, 목록, 객체 중 하나를 받습니다. API는 형태가 다른 값이 들어 있는 문서를 거부하므로 문서 전체가 적용되지 않습니다.',
    '목록 자리의 값 하나는 목록에 넣고, 값 하나를 쓸 자리의 목록은 항목이 하나뿐이면 그 항목을 꺼냅니다. 그 밖의 경우에 무엇을 의도했는지는 작성자만 알 수 있습니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    text: '`{field}` 필드는 텍스트를 받습니다. 괄호 없이 값 하나만 적으세요.',
    number: '`{field}` 필드는 숫자를 받습니다.',
    boolean: '`{field}` 필드는 `true` 또는 `false` 값을 받습니다.',
    texts: '`{field}` 필드는 목록을 받습니다. 값을 대괄호 안이나 대시 뒤에 적으세요.',
    object: '`{field}` 필드는 하위 필드가 있는 객체를 받습니다.',
    objects: '`{field}` 필드는 객체의 목록을 받습니다.',
    items: '`{field}` 필드는 텍스트의 목록을 받는데, 이 항목은 텍스트가 아닙니다.',
    wrap: '목록에 넣기',
    unwrap: '목록에서 꺼내기',
  },
} satisfies TranslationOf<typeof rule>;
