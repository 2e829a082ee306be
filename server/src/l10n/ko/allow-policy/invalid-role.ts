import type rule from '../../../rules/allow-policy/invalid-role';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '역할이 어떤 역할에도 없는 형식으로 적혀 있습니다.',
  rationale: [
    '역할 하나의 형식이 잘못되면 IAM은 정책 전체를 거부합니다. 사전 정의된 역할은 `roles/service.name`, 커스텀 역할은 `projects/…/roles/…` 또는 `organizations/…/roles/…` 형식이며, 마지막 부분에는 영문자, 숫자, 점, 밑줄만 쓸 수 있습니다.',
    'Terraform에서는 커스텀 역할의 `name` 속성을 쓰세요. `role_id`는 이름의 마지막 부분일 뿐입니다. `_withcond_` 뒤에 숫자가 붙은 역할은 정책을 버전 3으로 읽지 않았을 때 나타나며, 그대로 다시 쓰면 안 됩니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    malformed:
      '`{role}` 값은 역할의 형식이 아닙니다. Google 역할은 `roles/…`, 커스텀 역할은 `projects/…/roles/…` 또는 `organizations/…/roles/…` 형식입니다.',
    withoutPrefix: '`{role}` 앞에 `roles/` 접두사가 없습니다.',
    customRoleId:
      '커스텀 역할의 ID일 뿐입니다. 바인딩에는 `projects/example-project/roles/{role}` 같은 전체 이름을 적어야 합니다.',
    folderRole: '폴더에는 커스텀 역할이 없습니다. 커스텀 역할은 프로젝트나 조직에 속합니다.',
    withCondition:
      '`{role}` 값은 정책을 버전 3으로 읽지 않았을 때 조건부 역할이 표시되는 모습입니다. 버전 3으로 다시 읽으세요. 이대로 쓰면 조건이 사라집니다.',
    empty: '역할이 비어 있습니다.',
    write: '{role} 역할로 변경',
    useName: '{resource} 리소스의 name 사용',
  },
} satisfies TranslationOf<typeof rule>;
