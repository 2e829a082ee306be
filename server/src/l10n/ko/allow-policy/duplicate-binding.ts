import type rule from '../../../rules/allow-policy/duplicate-binding';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '정책에 같은 역할이 같은 조건으로 두 번 바인딩되어 있습니다.',
  rationale: [
    'IAM은 둘을 하나로 다루므로 당장 문제는 없습니다. 하지만 하나만 읽은 사람은 그것이 전부라고 생각하고, 한쪽에서 구성원을 지운 사람은 다른 쪽에 남은 것을 놓칩니다.',
    '조건이 다르면 서로 다른 바인딩입니다. 제목, 설명, 표현식을 모두 비교합니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    again: '`{role}` 역할은 위에서 이미 바인딩했습니다.',
    againConditional: '`{role}` 역할은 위에서 이미 이 조건으로 바인딩했습니다.',
    merge: '첫 번째 바인딩에 병합',
    comments: '구성원 사이에 있는 주석이 사라지게 됩니다.',
    moreFields: '이 바인딩에는 역할, 구성원, 조건 외의 필드가 더 있어 병합하면 사라집니다. 직접 병합하세요.',
  },
} satisfies TranslationOf<typeof rule>;
