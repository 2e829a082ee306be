import type rule from '../../../rules/allow-policy/deleted-member';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '삭제된 주 구성원에게 아직 역할이 부여되어 있습니다.',
  rationale: [
    'IAM은 삭제된 주 구성원의 부여에 `deleted:`와 번호를 붙여 남겨 둡니다. 아무도 쓸 수 없지만 유예 기간 안에 계정을 복구하면 부여도 되살아납니다. 같은 이름으로 새로 만든 계정은 이 부여를 받지 못합니다.',
    '삭제하세요. 이 형식은 사람이 직접 적지 않으며 Terraform도 거부합니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    deleted: '`{member}` 주 구성원은 삭제되었으므로 역할이 필요 없습니다.',
    deletedUnknown: '이 주 구성원은 삭제되었으므로 역할이 필요 없습니다.',
    remove: '삭제된 주 구성원 제거',
  },
} satisfies TranslationOf<typeof rule>;
