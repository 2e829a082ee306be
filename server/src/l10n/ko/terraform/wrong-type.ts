import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/terraform/wrong-type';
import { refusals } from '../refusals';

export default {
  summary: '인수의 값이 프로바이더가 받는 타입과 다릅니다.',
  rationale: [
    'Terraform은 문자열 자리에 온 숫자나 불리언을 문자열로, 텍스트 `"true"`를 불리언으로 바꿉니다. 하지만 문자열 하나를 목록으로, 목록을 문자열로 바꾸지는 않으며, 블록은 인수가 아닙니다. 이런 구성은 거부됩니다.',
    '목록 자리에 온 값 하나는 목록에 넣고, 값 하나가 와야 할 자리의 목록에 항목이 하나뿐이면 꺼냅니다. 그 밖의 뜻은 작성자만 압니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    text: '`{name}`에는 문자열이 와야 합니다. 괄호 없이 값 하나만 쓰세요.',
    number: '`{name}`에는 숫자가 와야 합니다.',
    truth: '`{name}`에는 `true`나 `false`가 와야 합니다.',
    texts: '`{name}`에는 문자열 목록이 와야 합니다. 값을 대괄호로 묶으세요.',
    item: '`{name}`에는 문자열 목록이 와야 하는데, 이 항목은 문자열이 아닙니다.',
    map: '`{name}`에는 문자열 값의 객체가 와야 합니다.',
    other: '`{name}`에는 객체 목록이 와야 합니다.',
    block: '`{name}` 항목은 블록입니다. `=` 없이 쓰세요.',
    argument: '`{name}` 항목은 인수입니다. `=`와 함께 쓰세요.',
    wrap: '목록에 넣기',
    unwrap: '목록에서 꺼내기',
  },
} satisfies TranslationOf<typeof rule>;
