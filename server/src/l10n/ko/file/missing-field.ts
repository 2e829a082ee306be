import type rule from '../../../rules/file/missing-field';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: '정책의 객체에 꼭 있어야 하는 필드가 없습니다.',
  rationale:
    'API는 `role` 필드가 없는 바인딩과 `expression`, `title` 필드가 없는 조건을 거부하며, 그때 정책 전체가 거부됩니다. 문서의 어떤 내용도 적용되지 않습니다.',
  messages: { missing: '필수 필드가 없습니다: {names}. API가 문서를 거부합니다.' },
} satisfies TranslationOf<typeof rule>;
