import type { words } from '../../../../kinds/gcp/groups/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {
    group: '그룹',
    membership: '그룹 구성원',
  },
  fields: {
    'group.groupKey': '그룹의 주소입니다. 나중에 바꿀 수 없습니다.',
    'group.parent': '그룹을 소유하는 고객입니다. `customers/C…` 형식으로 적으며 나중에 바꿀 수 없습니다.',
    'group.displayName': '사람에게 보여 주는 이름입니다.',
    'group.description': '그룹의 용도를 사람에게 알리는 설명입니다.',
    'group.labels': '그룹의 유형을 나타내는 라벨입니다.',
    'group.initialGroupConfig': '그룹을 만들 때 넣을 구성원입니다. 생략하면 아무도 넣지 않습니다(`EMPTY`).',
    'group.email': '그룹의 이메일 주소입니다.',
    'group.aliases': '그룹의 다른 이메일 주소입니다.',
    'groupKey.id': '그룹의 이메일 주소입니다. `namespace`가 있으면 그 시스템의 ID입니다.',
    'membership.group': '구성원이 속할 그룹입니다. 나중에 바꿀 수 없습니다.',
    'membership.preferredMemberKey': '구성원이 누구인지 정합니다. 나중에 바꿀 수 없습니다.',
    'membership.roles': '그룹에서 구성원이 할 수 있는 일입니다.',
    'membership.createIgnoreAlreadyExists': '이미 구성원이면 실패하지 않고 그대로 이어받습니다.',
    'membership.type': '구성원의 유형입니다. Cloud Identity가 채웁니다.',
    'membership.name': '구성원 항목의 전체 이름입니다. `groups/…/memberships/…` 형식입니다.',
    'membership.members': '그룹의 구성원 전체입니다.',
    'memberKey.id': '구성원의 이메일 주소입니다. 사용자, 서비스 계정, 그룹을 적을 수 있습니다.',
    'memberKey.namespace': 'ID가 속한 시스템입니다. Google 주소에는 쓰지 않습니다.',
    'role.name': '그룹 안에서의 역할입니다. 이 역할만으로 Google Cloud 권한이 생기지는 않습니다.',
    'role.expiryDetail': '역할이 끝나는 때입니다. 생략하면 끝나지 않습니다.',
    'expiryDetail.expireTime': '역할이 끝나는 시각입니다. `2027-01-31T00:00:00Z` 형식으로 적습니다.',
  },
  values: {
    MEMBER: '그룹의 구성원입니다. 그룹에 부여된 역할을 모두 받습니다.',
    MANAGER: '구성원을 관리할 수도 있습니다.',
    OWNER: '그룹과 구성원을 모두 관리할 수 있습니다.',
    EMPTY: '아무도 넣지 않습니다.',
    WITH_INITIAL_OWNER: '그룹을 만드는 사용자를 소유자로 넣습니다.',
    INITIAL_GROUP_CONFIG_UNSPECIFIED: '선택하지 않았다는 뜻의 값입니다. 지우거나 다른 값을 쓰세요.',
    USER: '사용자입니다.',
    SERVICE_ACCOUNT: '서비스 계정입니다.',
    GROUP: '그룹입니다. 이 그룹의 구성원도 함께 속합니다.',
    SHARED_DRIVE: '공유 드라이브입니다.',
    CBCM_BROWSER: '관리되는 Chrome 브라우저입니다.',
    CHROME_OS_DEVICE: 'ChromeOS 기기입니다.',
    PERSONAL_AGENT: '개인 에이전트입니다.',
    COWORKER_AGENT: '여러 사람과 함께 일하는 에이전트입니다.',
    OTHER: '그 밖의 구성원입니다.',
    TYPE_UNSPECIFIED: '선택하지 않았다는 뜻의 값입니다.',
  },
};

export default korean;
