import type rule from '../../../rules/access-level/pointless-or';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '액세스 수준이 조건을 OR로 결합하지만 조건이 하나뿐입니다.',
  rationale:
    '조건이 하나면 결합할 것이 없으므로 `OR`은 아무 일도 하지 않습니다. 누군가 이 값을 적었다면 조건을 하나 더 두려던 것이고, 대개는 긴급 액세스 사용자를 허용하는 조건입니다. 조건을 추가하거나 결합 함수를 지우세요.',
  messages: {
    ...refusals,
    single: '조건이 하나뿐이라 OR로 결합할 것이 없습니다. 빠진 조건이 있는지 확인하세요.',
    leaveOut: 'OR 삭제',
  },
} satisfies TranslationOf<typeof rule>;
