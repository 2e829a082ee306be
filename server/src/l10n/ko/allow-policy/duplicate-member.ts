import type rule from '../../../rules/allow-policy/duplicate-member';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '바인딩 하나에 같은 구성원이 두 번 적혀 있습니다.',
  rationale: [
    '두 번째 것은 아무 효과가 없고, 나중에 역할을 회수할 때 둘 중 하나만 지우기 쉽습니다. 주소의 대소문자는 구별하지 않습니다.',
    'ID 풀에서는 대소문자를 구별합니다. 철자가 다르면 서로 다른 주 구성원이므로 알리지 않습니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    again: '`{member}` 구성원은 이 바인딩에서 이미 역할을 받았습니다.',
    againUnknown: '이 구성원은 이 바인딩에서 이미 역할을 받았습니다.',
    remove: '중복 삭제',
  },
} satisfies TranslationOf<typeof rule>;
