import type rule from '../../../rules/allow-policy/empty-binding';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '바인딩이 아무에게도 역할을 부여하지 않습니다.',
  rationale: [
    '정책의 바인딩에는 주 구성원이 하나 이상 있어야 합니다. API는 그런 정책을 거부하거나 바인딩을 조용히 버립니다.',
    '`google_…_iam_binding` 리소스는 다릅니다. 빈 목록은 아무도 그 역할을 갖지 않게 한다는 뜻이므로 알리지 않습니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    empty: '바인딩에는 구성원이 하나 이상 있어야 합니다.',
    remove: '빈 바인딩 삭제',
    unfinished: '작성 중인 것처럼 역할이나 구성원이 빠진 바인딩입니다. 마저 작성하거나 직접 삭제하세요.',
    lastBinding: '하나뿐인 바인딩이라 삭제하면 정책이 모두에게서 모든 역할을 회수합니다.',
  },
} satisfies TranslationOf<typeof rule>;
