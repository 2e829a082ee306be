import type rule from '../../../rules/allow-policy/basic-role';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: '모든 서비스에 걸쳐 수천 개의 권한이 있는 기본 역할을 부여합니다.',
  rationale: [
    '기본 역할은 모든 서비스에 적용됩니다. 소유자와 편집자는 프로젝트의 모든 서비스 계정을 VM에 연결하고(`iam.serviceAccounts.actAs`) 키도 만들 수 있으므로(`iam.serviceAccountKeys.create`) 그 계정이 가진 권한까지 모두 갖게 됩니다. 소유자는 누구에게든 어떤 역할이든 부여할 수도 있습니다.',
    '업무에 필요한 서비스의 역할을, 필요한 리소스에 부여하세요. 읽기만 하는 기본 역할은 프로젝트, 폴더, 조직에서 힌트로만 알립니다.',
  ].join('\n\n'),
  messages: {
    owner:
      '`{role}` 역할은 모든 것을 바꾸고, 역할을 부여하고, 서비스 계정을 연결하고(actAs) 그 키를 만들 수 있습니다. 필요한 역할만 부여하세요.',
    editor:
      '`{role}` 역할은 거의 모든 것을 바꾸고, 서비스 계정을 연결하고(actAs) 그 키를 만들 수 있습니다. 필요한 역할만 부여하세요.',
    writing: '`{role}` 역할은 모든 서비스에서 거의 모든 것을 바꿀 수 있습니다. 필요한 역할만 부여하세요.',
    reading: '`{role}` 역할은 모든 서비스에서 거의 모든 것을 읽을 수 있습니다. 필요한 역할만 부여하세요.',
  },
} satisfies TranslationOf<typeof rule>;
