import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/suppression/unknown-rule';

export default {
  summary: '숨기기 주석이나 항목에 없는 규칙이 적혀 있습니다.',
  rationale:
    'ID를 잘못 적으면 숨긴 것처럼 보이지만 아무것도 숨기지 않습니다. 문제마다 규칙 ID가 표시됩니다. 이름이 바뀐 규칙은 이전 ID도 쓸 수 있고, `<area>/*` 형식은 한 영역 전체를 뜻합니다.',
  messages: {
    unknown: '`{id}` 규칙은 없으므로 아무것도 숨기지 않습니다.',
    remove: '이 숨기기 삭제',
    removeId: '숨기기 주석에서 {id} 삭제',
  },
} satisfies TranslationOf<typeof rule>;
