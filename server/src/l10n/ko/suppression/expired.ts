import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/suppression/expired';

export default {
  summary: '숨기기 예외의 기한이 지나 더는 아무것도 숨기지 않습니다.',
  rationale:
    '날짜를 적은 예외는 다시 살펴보겠다는 약속입니다. 적힌 날(UTC)까지만 숨기고 그 뒤로는 문제를 다시 표시합니다. 문제를 고치거나, 새 날짜와 더 나은 이유를 적으세요. 달력에 없는 날짜를 적어도 아무것도 숨기지 않습니다.',
  messages: {
    expired: '{until} 기한이 지난 예외입니다. 숨겼던 문제를 다시 살펴보세요.',
    noDay: '{until} 날짜는 달력에 없으므로 아무것도 숨기지 않습니다.',
  },
} satisfies TranslationOf<typeof rule>;
