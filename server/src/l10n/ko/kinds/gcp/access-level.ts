import type { words } from '../../../../kinds/gcp/access-level/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {
    level: '액세스 수준',
    spec: '액세스 수준의 조건 목록',
    condition: '다른 곳에 있는 액세스 수준의 조건 하나',
  },
  fields: {
    'level.name': '전체 이름입니다. `accessPolicies/…/accessLevels/…` 형식이며, 마지막 부분인 ID는 나중에 바꿀 수 없습니다.',
    'level.title': '콘솔에 표시되는 제목입니다. 같은 액세스 정책의 다른 액세스 수준과 겹칠 수 없습니다.',
    'level.description': '액세스 수준의 용도를 사람에게 알리는 설명입니다.',
    'level.basic':
      '기본 액세스 수준의 요구사항입니다. 한 조건의 필드는 모두 충족해야 하고, 조건을 모두 충족해야 하는지(`AND`, 생략 시 기본값) 하나만 충족하면 되는지(`OR`)는 `combiningFunction` 값이 정합니다.',
    'level.custom': '커스텀 액세스 수준입니다. CEL 표현식이 참이면 충족됩니다.',
    'resource.parent': '액세스 수준을 만들 액세스 정책입니다. `accessPolicies/…` 형식으로 적습니다.',
    'resource.accessLevels': '액세스 정책의 액세스 수준 전체입니다. 목록에 없는 액세스 수준은 삭제됩니다.',
    'resource.accessLevel': '이 조건을 추가할 액세스 수준입니다.',
    'basic.conditions':
      '충족해야 하는 조건입니다. 한 조건의 필드는 모두 충족해야 하고, 여러 조건은 `combiningFunction` 값이 결합합니다.',
    'basic.combiningFunction': '여러 조건을 결합하는 방법입니다. `AND`(생략 시 기본값)는 모두, `OR`은 하나만 충족하면 됩니다.',
    'condition.ipSubnetworks':
      '요청이 올 수 있는 공인 주소 범위를 IPv4 또는 IPv6 CIDR로 적습니다. 하나만 일치하면 됩니다. 요청은 공인 주소로 보입니다.',
    'condition.devicePolicy':
      '기기가 갖춰야 할 상태입니다. 모든 필드를 충족해야 합니다. 기기 정보는 Endpoint Verification이 알려 줍니다.',
    'condition.requiredAccessLevels': '같은 액세스 정책의 다른 액세스 수준을 전체 이름으로 적습니다. 모두 충족해야 합니다.',
    'condition.negate':
      '조건을 뒤집습니다. 요구사항을 충족하지 않을 때 참이 됩니다. 필드가 여러 개면 하나만 거짓이면 되는지 모두 거짓이어야 하는지 설명이 엇갈립니다.',
    'condition.members':
      '조건을 적용할 사용자와 서비스 계정입니다. 다른 필드와 함께 있으면 그 필드도 충족해야 하고, 혼자 있는 조건을 `OR`로 결합하면 나머지 조건에서 제외됩니다.',
    'condition.regions':
      '요청이 올 수 있는 국가와 지역을 ISO 3166-1 코드로 적습니다. 하나만 일치하면 됩니다. 사설 주소는 일치하지 않습니다.',
    'condition.vpcNetworkSources': '요청이 올 수 있는 VPC 네트워크입니다. 한 조건에 `ipSubnetworks`와 함께 쓸 수 없습니다.',
    'devicePolicy.requireScreenlock': '기기에 화면 잠금이 있어야 합니다.',
    'devicePolicy.allowedEncryptionStatuses':
      '허용하는 기기 저장소의 암호화 상태입니다. 하나만 일치하면 되고, 없으면 모두 허용합니다.',
    'devicePolicy.osConstraints': '허용하는 운영체제와 각각의 최소 버전입니다. 하나만 일치하면 됩니다.',
    'devicePolicy.allowedDeviceManagementLevels': '허용하는 기기 관리 수준입니다. 하나만 일치하면 되고, 없으면 모두 허용합니다.',
    'devicePolicy.requireAdminApproval': '관리자가 승인한 기기여야 합니다.',
    'devicePolicy.requireCorpOwned': '회사 소유로 등록된 기기여야 합니다.',
    'osConstraint.osType': '운영체제입니다.',
    'osConstraint.minimumVersion': '허용하는 운영체제의 최소 버전을 `MAJOR.MINOR.PATCH` 형식으로 적습니다.',
    'osConstraint.requireVerifiedChromeOs': 'ChromeOS가 시작할 때 검증되어야 합니다. `DESKTOP_CHROME_OS`에만 씁니다.',
    'vpcNetworkSource.vpcSubnetwork': 'VPC 네트워크 하나, 또는 그 안의 주소 범위입니다.',
    'vpcSubnetwork.network': '네트워크입니다. `//compute.googleapis.com/projects/…/global/networks/…` 형식으로 적습니다.',
    'vpcSubnetwork.vpcIpSubnetworks': 'VPC 네트워크 안의 IPv4 주소 범위입니다. 없으면 네트워크 전체입니다.',
    'custom.expr': '표현식입니다. 필요하면 제목과 설명을 붙입니다.',
    'expr.expression': '이 CEL 표현식이 참이면 충족됩니다. 다른 액세스 수준은 `levels.…` 형식의 ID로 가리킵니다.',
    'expr.title': '표현식의 짧은 이름입니다.',
    'expr.description': '표현식의 목적을 사람에게 알리는 설명입니다.',
    'expr.location': '오류 메시지에 쓰이는 표현식의 출처입니다.',
    specRemark:
      '`gcloud access-context-manager levels create --basic-level-spec`에 쓰는 조건입니다. 조건을 모두 충족해야 하는지 하나만 충족하면 되는지는 이 파일이 아니라 `--combine-function` 플래그가 정합니다.',
  },
  values: {
    AND: '모든 조건을 충족해야 합니다.',
    OR: '조건 하나만 충족하면 됩니다. 액세스 수준은 가장 약한 조건만큼만 강합니다.',
    ENCRYPTION_UNSPECIFIED: '선택하지 않았다는 뜻의 값입니다. 지우거나 다른 값을 쓰세요.',
    ENCRYPTION_UNSUPPORTED: '암호화를 지원하지 않는 기기입니다.',
    UNENCRYPTED: '암호화할 수 있지만 하지 않은 기기입니다.',
    ENCRYPTED: '암호화된 기기입니다.',
    MANAGEMENT_UNSPECIFIED: '선택하지 않았다는 뜻의 값입니다. 지우거나 다른 값을 쓰세요.',
    NONE: '관리하지 않는 기기입니다.',
    BASIC: '기본 관리를 받는 기기입니다. 등록되어 있고 몇 가지 규칙이 적용됩니다.',
    COMPLETE: '고급 관리를 받는 기기입니다. 관리자가 기기를 제어합니다.',
    OS_UNSPECIFIED: '선택하지 않았다는 뜻의 값입니다. 지우거나 다른 값을 쓰세요.',
    DESKTOP_MAC: 'macOS 기기입니다.',
    DESKTOP_WINDOWS: 'Windows 기기입니다.',
    DESKTOP_LINUX: 'Linux 기기입니다.',
    DESKTOP_CHROME_OS: 'ChromeOS 기기입니다.',
    ANDROID: 'Android 기기입니다.',
    IOS: 'iOS 기기입니다.',
  },
  systems: {
    DESKTOP_MAC: 'macOS',
    DESKTOP_WINDOWS: 'Windows',
    DESKTOP_LINUX: 'Linux',
    DESKTOP_CHROME_OS: 'ChromeOS',
    ANDROID: 'Android',
    IOS: 'iOS',
  },
  topics: {
    levelName: '액세스 정책 {policy}의 액세스 수준 {id}입니다. ID는 나중에 바꿀 수 없습니다.',
    region: '{name} ({code})',
    subnetPublic: '주소 {count}개: {first} – {last}.',
    subnetSingle: '주소 1개입니다.',
    subnetPrivate: '사설 범위, 주소 {count}개: {first} – {last}.',
    subnetSpecial: '공인 인터넷 주소가 아닌 범위, 주소 {count}개: {first} – {last}.',
    subnetEverything: '모든 IPv{version} 주소입니다.',
  },
  outline: {
    custom: '커스텀',
  },
  explain: {
    lens: '이 액세스 수준 설명',
    title: '{file} 파일의 액세스 수준이 요구하는 것',
    heading: '{line}번째 줄부터의 액세스 수준',
    unknown: '무엇을 요구하는지 파일만으로는 알 수 없습니다.',
    noConditions: '조건이 없습니다.',
    oneCondition: '조건이 하나이며, 이 조건을 충족해야 합니다.',
    joinUnknown: '조건을 모두 충족해야 하는지 하나만 충족하면 되는지 파일만으로는 알 수 없습니다.',
    conditionNumber: '조건 {number}',
    expression: '다음 표현식이 참이면 충족됩니다.',
    expressionNames: '같은 액세스 정책에서 ID로 가리키는 액세스 수준: {ids}',
    mustHold: '다음을 충족해야 합니다.',
    mustAllHold: '다음을 모두 충족해야 합니다.',
    mustNotHold: '다음을 충족하지 않아야 합니다(`negate`).',
    mustNotAllHold: '다음을 충족하지 않아야 합니다(`negate`). 하나만 거짓이면 되는지 모두 거짓이어야 하는지는 설명이 엇갈립니다.',
    negateUnknown: '다음을 충족해야 하는지, `negate`에 따라 충족하지 않아야 하는지 파일만으로는 알 수 없습니다.',
    asksNothing: '아무것도 요구하지 않으므로 누구나 충족합니다.',
    fromSubnets: '요청이 다음 주소 범위 중 하나에서 옵니다.',
    fromRegions: '요청이 다음 지역 중 하나에서 옵니다.',
    fromNetworks: '요청이 다음 VPC 네트워크 중 하나에서 옵니다.',
    wholeNetwork: '네트워크 전체',
    isMember: '요청하는 주체가 다음 중 하나입니다.',
    meetsLevels: '다음 액세스 수준을 모두 충족합니다.',
    device: '기기가 다음을 모두 충족합니다.',
    oneOf: '다음 중 하나입니다.',
    systems: '다음 운영체제 중 하나를 실행합니다.',
    fromVersion: '{version} 이상',
    verifiedOs: '시작할 때 검증됨',
    extended: '다음 리소스가 조건을 추가하며, 그 내용은 여기에 나오지 않습니다. {resources}',
    emergency: '긴급 액세스',
    emergencyAlone:
      '조건 {number}에는 구성원만 있습니다. 다음 구성원은 나머지 조건을 충족하지 못해도 들어올 수 있습니다. {members}',
    emergencyByLevel:
      '조건 {number}에는 다른 액세스 수준만 있고, 작업 영역에서 같은 ID의 액세스 수준에는 구성원만 있습니다. 그 구성원은 나머지 조건을 충족하지 못해도 들어올 수 있습니다.',
    emergencyAnded:
      '조건 {number}에는 구성원만 있지만 모든 조건을 충족해야 하므로, 다른 조건이 충족되지 않으면 아무도 들어올 수 없습니다.',
    emergencyIfOr:
      '조건 {number}에는 구성원만 있습니다. `OR`로 결합하면 그 구성원은 나머지 조건을 충족하지 못해도 들어올 수 있고, `AND`로 결합하면 그 구성원만 들어올 수 있습니다.',
    emergencyOnly: '구성원으로 적힌 주체이기만 하면 되며, 다른 요구사항은 없습니다.',
    emergencyNone: '없습니다. 구성원만으로 충족되는 조건이 없어, 조건이 충족되지 않으면 아무도 들어올 수 없습니다.',
    emergencyUnknown: '조건이 충족되지 않을 때 들어올 수 있는 사용자가 있는지 파일만으로는 알 수 없습니다.',
    emergencyCustom:
      '나머지가 충족되지 않을 때 들어올 수 있는 사용자가 있는지는 표현식에 달려 있으며, 여기에서는 알 수 없습니다.',
    uses: '이 액세스 수준을 쓰는 곳',
    usedByLevel: '{file}: 다른 액세스 수준이 요구합니다.',
    usedByOther: '{file}: 이름이 적혀 있습니다.',
    usedById: 'ID만 적혀 있어 다른 액세스 정책의 액세스 수준일 수 있음',
    usedNowhere: '읽은 파일 가운데 이 액세스 수준의 이름이 적힌 파일이 없습니다. 다른 곳에서 쓰는지는 알 수 없습니다.',
    mayBeRequired:
      '같은 폴더에 무엇을 요구하는지 파일만으로는 알 수 없는 액세스 수준이 있으며, 그 수준이 이 액세스 수준을 요구할 수 있습니다.',
    workspaceUnread: '아직 작업 영역을 다 읽지 못해서 다른 파일의 내용은 확실하지 않습니다.',
  },
};

export default korean;
