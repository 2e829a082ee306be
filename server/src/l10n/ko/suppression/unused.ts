import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/suppression/unused';

export default {
  summary: '숨기기 주석이 아무것도 숨기지 않습니다.',
  rationale:
    '숨기려던 문제가 사라졌거나 주석이 엉뚱한 줄에 있습니다. 주석은 자신이 있는 줄에, 혼자 있으면 다음 줄에 적용됩니다. 그대로 두면 나중에 그 줄에 생기는 문제를 숨기게 됩니다.',
  messages: {
    unused: '주석에 적힌 규칙에 해당하는 문제가 여기에 없습니다.',
    remove: '숨기기 주석 삭제',
  },
} satisfies TranslationOf<typeof rule>;
