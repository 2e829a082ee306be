import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/service-account/group-grant';
import { refusals } from '../refusals';

export default {
  summary: '역할이 서비스 계정이 아니라 서비스 계정이 모인 그룹에 부여되어 있습니다.',
  rationale: [
    '그룹은 업무가 겹치는 사람에게 알맞습니다. 워크로드는 저마다 할 일이 다릅니다. 서비스 계정을 그룹으로 묶으면 구성원 하나에게 필요한 권한이 모두에게 쌓이고, 어떤 워크로드가 무엇을 할 수 있는지 정책에서 드러나지 않습니다. 계정마다 필요한 리소스에 필요한 역할을 직접 부여하세요.',
    '그룹의 구성원은 `leastwise.groups` 설정, 저장된 멤버십 목록, Terraform에서 읽습니다. 목적이 좁게 정의된 그룹은 `leastwise.serviceAccounts.allowedGroups` 설정에 적어 두면 됩니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    holdsAccounts:
      '서비스 계정들이 그룹 `{group}` 소속이라는 이유로 이 역할을 갖습니다. 그룹을 바꿀 수 있는 사람이 계정의 권한도 바꾸게 됩니다.',
    byName: '`{group}` 그룹에는 서비스 계정이 모여 있는 것 같습니다. 계정마다 역할을 직접 부여하세요.',
    member: '그룹의 구성원입니다.',
    replace: '그룹 부여를 직접 바인딩으로 교체',
    replaceSeen: '그룹 부여를 직접 바인딩으로 교체(이 워크스페이스에서 확인한 구성원)',
    add: '그룹은 그대로 두고 직접 바인딩 {count}개 추가',
    addOne: '그룹은 그대로 두고 직접 바인딩 추가',
    tooMany: '정책에 적히는 주 구성원이 IAM의 한도를 넘게 됩니다.',
    grantedAgain:
      '그룹이 다른 바인딩을 통해서도 같은 역할을 가지며, 그 바인딩은 그대로 남게 됩니다. 먼저 두 바인딩을 하나로 합치세요.',
    agentRole: '서비스 에이전트 전용 역할이므로 다른 계정에는 직접 부여하지 않아야 합니다.',
    suppressed: '이곳의 주석이 진단을 숨기고 있는데, 추가될 리소스에는 그 주석이 없습니다.',
    ending: '그룹 멤버십에 만료일이 있지만 직접 바인딩은 만료되지 않습니다.',
    defaultAccounts: '그룹에 있는 기본 서비스 계정은 이렇게 넓은 역할을 직접 가져서도 안 됩니다.',
    membersUnknown:
      '그룹의 구성원을 알 수 있는 정보가 없습니다. 멤버십 목록을 워크스페이스에 저장하거나 leastwise.groups 설정을 채우세요.',
  },
} satisfies TranslationOf<typeof rule>;
