import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/service-account/delete-default';
import { refusals } from '../refusals';

export default {
  summary: '프로젝트의 기본 서비스 계정을 삭제합니다.',
  rationale:
    '기본 서비스 계정을 삭제하면 그 계정으로 실행되는 서비스가 멈추고, 얼마 지나면 되돌릴 수도 없습니다. 사용 중지하면 효과는 같으면서 되돌릴 수 있고, 역할만 회수하면 계정은 남되 아무 권한도 없이 실행됩니다.',
  messages: {
    ...refusals,
    deleted:
      '기본 서비스 계정을 삭제하면 그 계정으로 실행되는 것이 멈추고 곧 되돌릴 수 없게 됩니다. 삭제하는 대신 사용 중지하세요.',
    disable: '계정 사용 중지(DISABLE)',
    deprivilege: '역할 회수(DEPRIVILEGE)',
  },
} satisfies TranslationOf<typeof rule>;
