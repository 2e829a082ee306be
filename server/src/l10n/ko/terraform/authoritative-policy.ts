import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/terraform/authoritative-policy';

export default {
  summary: 'Terraform이 프로젝트, 폴더, 조직의 허용 정책 전체를 덮어씁니다.',
  rationale:
    '`_iam_policy` 리소스는 정책 전체를 정합니다. 여기에 없는 권한 부여는 다음 apply에서 모두 사라지며, Google 서비스 에이전트의 권한과 문제를 고칠 사람의 권한도 예외가 아닙니다. 리소스를 삭제하면 정책이 비워집니다. 역할 하나는 `_iam_binding`, 권한 부여 하나는 `_iam_member` 리소스로 관리하세요.',
  messages: {
    replaced: '{level} 수준의 정책 전체를 덮어씁니다. 여기에 없는 권한은 서비스 에이전트의 것까지 모두 삭제됩니다.',
  },
} satisfies TranslationOf<typeof rule>;
