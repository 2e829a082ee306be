import type rule from '../../../rules/example/placeholder';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: '빠른 수정이나 스니펫이 넣은 값이 아직 채워지지 않았습니다.',
  rationale:
    '빠른 수정과 스니펫은 실제 계정을 알 수 없어 아무에게도 속하지 않는 이름을 적습니다. 정책을 쓰기 전에 실제 값으로 바꾸세요. `leastwise.emergencyAccess.members` 같은 설정을 해 두면 다음부터는 바로 채워집니다.',
  messages: { unfilled: '`{value}` 값은 자리 표시자입니다. 실제 값으로 바꾸세요.' },
} satisfies TranslationOf<typeof rule>;
