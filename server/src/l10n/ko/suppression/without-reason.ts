import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/suppression/without-reason';

export default {
  summary: '이유 없이 문제를 숨겼습니다.',
  rationale:
    '이유가 없으면 다음에 정책을 읽는 사람이 결정인지 실수인지 알 수 없고, 예외를 언제 없애도 되는지 아무도 말할 수 없습니다. 주석의 대괄호 뒤나 `.leastwise.json` 항목의 `reason` 값에 이유를 적으세요. 그동안 원래 문제는 숨겨지고 그 자리에 이 알림이 표시됩니다.',
  messages: {
    comment: '이유 없이 숨긴 문제가 있습니다. 주석의 대괄호 뒤에 이유를 적으세요.',
    entry: '이유 없이 숨긴 문제가 있습니다. .leastwise.json 항목의 `reason` 값에 이유를 적으세요.',
  },
} satisfies TranslationOf<typeof rule>;
