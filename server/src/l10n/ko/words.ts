import type { Words } from '../words';

export const korean: Words = {
  cannotBeWritten: '여기에는 안전하게 적용할 수 있는 수정이 없습니다.',
  suppressWithComment: '주석으로 {rule} 규칙 숨기기',
  suppressInSettingsFile: '{file} 파일에서 {rule} 규칙 숨기기',
  settingsFileIsBroken: '{file} 파일에 구문 오류가 있어 항목을 추가할 수 없습니다.',
  openRuleDocumentation: '{rule} 규칙 문서 열기',
  fixAll: '의미가 바뀌지 않는 문제 모두 고치기',

  error: '오류',
  warning: '경고',
  information: '정보',
  hint: '힌트',
  off: '끔',

  ruleSeverity: '심각도',
  ruleFix: '수정',
  ruleSince: '추가된 버전',
  ruleRenamedFrom: '이전 이름',
  ruleReason: '이유',
  ruleExample: '예',
  ruleExamples: '예',
  ruleBad: '수정 전',
  ruleGood: '수정 후',
  ruleSource: '출처',
  ruleSuppress: '의도한 것이라면',
  ruleSuppressWithComment:
    'YAML, Terraform, 주석을 쓸 수 있는 JSON에서는 해당 줄이나 바로 윗줄에 이유와 함께 주석을 답니다. 날짜를 적으면 그날이 지난 뒤 다시 표시됩니다.',
  ruleSuppressReason: '이유',
  ruleSuppressInSettingsFile:
    '주석을 쓸 수 없는 JSON에서는 빠른 수정의 숨기기 항목이 `.leastwise.json` 파일에 예외를 추가합니다.',
  ruleSuppressWithSetting: '규칙의 심각도를 바꾸거나 `off`로 끄려면 VS Code 설정이나 `.leastwise.json` 파일에 적습니다.',
  fixNone: '없음. 무엇이 맞는지는 사람이 판단해야 합니다',
  fixSame: '의미가 그대로이거나 지금도 거부되는 내용만 바꿉니다. *모두 고치기*에 포함됩니다',
  fixNarrows: '권한을 줄이기만 합니다',
  fixChanges: '의미가 바뀝니다',
  fixPlaceholder: '직접 바꿔야 할 임시 값을 넣습니다',

  levelBasic:
    '기본 액세스 수준의 요구사항입니다. 한 조건의 필드는 모두 충족해야 하고, 조건을 모두 충족해야 하는지(`AND`, 생략 시 기본값) 하나만 충족하면 되는지(`OR`)는 `combiningFunction` 값이 정합니다.',
  levelCustom: '커스텀 액세스 수준입니다. CEL 표현식이 참이면 충족됩니다.',
  levelSpec:
    '`gcloud access-context-manager levels create --basic-level-spec`에 쓰는 조건입니다. 조건을 모두 충족해야 하는지 하나만 충족하면 되는지는 이 파일이 아니라 `--combine-function` 플래그가 정합니다.',
  levelConditions:
    '충족해야 하는 조건입니다. 한 조건의 필드는 모두 충족해야 하고, 여러 조건은 `combiningFunction` 값이 결합합니다.',
  levelCombiningFunction: '여러 조건을 결합하는 방법입니다. `AND`(생략 시 기본값)는 모두, `OR`은 하나만 충족하면 됩니다.',
  levelIpSubnetworks:
    '요청이 올 수 있는 공인 주소 범위를 IPv4 또는 IPv6 CIDR로 적습니다. 하나만 일치하면 됩니다. 요청은 공인 주소로 보입니다.',
  levelDevicePolicy: '기기가 갖춰야 할 상태입니다. 모든 필드를 충족해야 합니다. 기기 정보는 Endpoint Verification이 알려 줍니다.',
  levelRequiredAccessLevels: '같은 액세스 정책의 다른 액세스 수준을 전체 이름으로 적습니다. 모두 충족해야 합니다.',
  levelNegate:
    '조건을 뒤집습니다. 요구사항을 충족하지 않을 때 참이 됩니다. 필드가 여러 개면 하나만 거짓이면 되는지 모두 거짓이어야 하는지 설명이 엇갈립니다.',
  levelMembers:
    '조건을 적용할 사용자와 서비스 계정입니다. 다른 필드와 함께 있으면 그 필드도 충족해야 하고, 혼자 있는 조건을 `OR`로 결합하면 나머지 조건에서 제외됩니다.',
  levelRegions:
    '요청이 올 수 있는 국가와 지역을 ISO 3166-1 코드로 적습니다. 하나만 일치하면 됩니다. 사설 주소는 일치하지 않습니다.',
  levelVpcNetworkSources: '요청이 올 수 있는 VPC 네트워크입니다. 한 조건에 `ipSubnetworks`와 함께 쓸 수 없습니다.',
  levelVpcIpSubnetworks: 'VPC 네트워크 안의 IPv4 주소 범위입니다. 없으면 네트워크 전체입니다.',
  levelRequireScreenlock: '기기에 화면 잠금이 있어야 합니다.',
  levelAllowedEncryptionStatuses: '허용하는 기기 저장소의 암호화 상태입니다. 하나만 일치하면 되고, 없으면 모두 허용합니다.',
  levelOsConstraints: '허용하는 운영체제와 각각의 최소 버전입니다. 하나만 일치하면 됩니다.',
  levelAllowedDeviceManagementLevels: '허용하는 기기 관리 수준입니다. 하나만 일치하면 되고, 없으면 모두 허용합니다.',
  levelRequireAdminApproval: '관리자가 승인한 기기여야 합니다.',
  levelRequireCorpOwned: '회사 소유로 등록된 기기여야 합니다.',
  levelMinimumVersion: '허용하는 운영체제의 최소 버전을 `MAJOR.MINOR.PATCH` 형식으로 적습니다.',
  levelRequireVerifiedChromeOs: 'ChromeOS가 시작할 때 검증되어야 합니다. `DESKTOP_CHROME_OS`에만 씁니다.',
  levelName: '액세스 정책 {policy}의 액세스 수준 {id}입니다. ID는 나중에 바꿀 수 없습니다.',
  valueAnd: '모든 조건을 충족해야 합니다.',
  valueOr: '조건 하나만 충족하면 됩니다. 액세스 수준은 가장 약한 조건만큼만 강합니다.',
  valueUnspecified: '선택하지 않았다는 뜻의 값입니다. 지우거나 다른 값을 쓰세요.',
  valueEncryptionUnsupported: '암호화를 지원하지 않는 기기입니다.',
  valueUnencrypted: '암호화할 수 있지만 하지 않은 기기입니다.',
  valueEncrypted: '암호화된 기기입니다.',
  valueManagementNone: '관리하지 않는 기기입니다.',
  valueManagementBasic: '기본 관리를 받는 기기입니다. 등록되어 있고 몇 가지 규칙이 적용됩니다.',
  valueManagementComplete: '고급 관리를 받는 기기입니다. 관리자가 기기를 제어합니다.',
  valueOs: '{os} 기기입니다.',
  region: '{name} ({code})',
  subnetPublic: '주소 {count}개: {first} – {last}.',
  subnetSingle: '주소 1개입니다.',
  subnetPrivate: '사설 범위, 주소 {count}개: {first} – {last}.',
  subnetSpecial: '공인 인터넷 주소가 아닌 범위, 주소 {count}개: {first} – {last}.',
  subnetEverything: '모든 IPv{version} 주소입니다.',
  memberUser: 'Google 계정 주소로 지정한 한 사람입니다.',
  memberServiceAccount: '서비스 계정입니다. 사람이 아니라 프로그램의 신원입니다.',
  memberComputeDefault:
    '프로젝트의 Compute Engine 기본 서비스 계정입니다. 다른 계정을 지정하지 않은 VM은 모두 이 계정으로 실행됩니다.',
  memberAppEngineDefault: '프로젝트의 App Engine 기본 서비스 계정입니다. 앱과 예전 함수가 이 계정으로 실행됩니다.',
  memberServiceAgent:
    '서비스 에이전트입니다. Google이 프로젝트에서 서비스를 실행하는 계정으로, 사용자가 쓰는 계정이 아니며 자체 역할이 필요합니다.',
  memberAgentOfService:
    '서비스 에이전트({service})입니다. Google이 이 서비스를 실행하는 계정으로, 사용자가 쓰는 계정이 아니며 자체 역할이 필요합니다.',
  memberAgentOfServiceInProject:
    '프로젝트 {project}의 서비스 에이전트({service})입니다. Google이 이 서비스를 실행하는 계정으로, 사용자가 쓰는 계정이 아니며 자체 역할이 필요합니다.',
  memberGroup: '그룹입니다. 지금과 앞으로의 모든 구성원이 포함됩니다.',
  memberDomain: 'Google Workspace 또는 Cloud ID 도메인의 모든 계정입니다.',
  memberAllUsers: '로그인 여부와 상관없이 인터넷의 모든 사람입니다.',
  memberAllAuthenticatedUsers: 'Google 계정으로 로그인한 모든 사람과 모든 서비스 계정입니다. 조직 밖의 계정도 포함됩니다.',
  memberPrincipal: '하나의 신원입니다. 제휴 풀의 신원이거나 Google Cloud 리소스입니다.',
  memberPrincipalSet: '제휴 풀의 모든 신원 또는 그 일부입니다.',
  memberWorkforceSubject: '직원 ID 풀 {id}의 신원 하나입니다. subject: {subject}',
  memberWorkforceGroup: '직원 ID 풀 {id}에서 다음 그룹에 속한 모든 사람입니다. 앞으로 들어올 사람도 포함됩니다. 그룹: {group}',
  memberWorkforceAttribute: '직원 ID 풀 {id}에서 다음 속성값을 가진 모든 사람입니다. {attribute}: {value}',
  memberWorkforceAll: '직원 ID 풀 {id}의 모든 사람입니다. 풀의 ID 공급업체로 로그인할 수 있으면 누구나 포함됩니다.',
  memberWorkloadSubject: '프로젝트 {project}의 워크로드 아이덴티티 풀 {id}에 있는 신원 하나입니다. subject: {subject}',
  memberWorkloadGroup: '프로젝트 {project}의 워크로드 아이덴티티 풀 {id}에서 다음 그룹에 속한 모든 신원입니다. 그룹: {group}',
  memberWorkloadAttribute:
    '프로젝트 {project}의 워크로드 아이덴티티 풀 {id}에서 다음 속성값을 가진 모든 신원입니다. {attribute}: {value}',
  memberWorkloadAll:
    '프로젝트 {project}의 워크로드 아이덴티티 풀 {id}에 있는 모든 신원입니다. 풀의 제공업체가 받아들이는 신원은 모두 포함됩니다.',
  memberKubernetesAccount:
    '프로젝트 {project}의 모든 GKE 클러스터에서 네임스페이스 {namespace}에 있는 Kubernetes 서비스 계정입니다. 서비스 계정: {account}',
  memberKubernetesUid: '프로젝트 {project}의 GKE 클러스터에 있는 Kubernetes 서비스 계정 하나입니다. UID: {uid}',
  memberKubernetesNamespace:
    '프로젝트 {project}의 모든 GKE 클러스터에서 네임스페이스 {namespace}에 있는 모든 Kubernetes 서비스 계정입니다.',
  memberKubernetesCluster: '프로젝트 {project}의 GKE 클러스터 하나에 있는 모든 Kubernetes 서비스 계정입니다. 클러스터: {cluster}',
  memberKubernetesAll: '프로젝트 {project}의 모든 GKE 클러스터에 있는 모든 Kubernetes 서비스 계정입니다.',
  memberAccountsOfProject: '프로젝트 {number}의 모든 서비스 계정입니다. 나중에 만드는 계정도 포함됩니다.',
  memberAccountsOfFolder: '폴더 {number}에 속한 프로젝트의 모든 서비스 계정입니다. 나중에 만드는 계정도 포함됩니다.',
  memberAccountsOfOrganization: '조직 {number}에 속한 프로젝트의 모든 서비스 계정입니다. 나중에 만드는 계정도 포함됩니다.',
  memberConvenience: 'Cloud Storage와 BigQuery의 표기로, 프로젝트의 기본 역할을 가진 모든 주체입니다.',
  memberDeleted: '삭제된 계정입니다. 계정이 복원될 때만 이 권한이 다시 살아납니다.',
  policyVersion: '정책의 형식 버전입니다. 조건이 있는 바인딩이 하나라도 있으면 `3`, 없으면 `1`을 씁니다. `2`는 없습니다.',
  policyEtag:
    '정책을 읽은 시점의 상태입니다. 이 값을 함께 보내면 그사이 정책이 바뀌었을 때 쓰기가 실패합니다. 없으면 다른 사람의 변경이나 조건을 덮어쓸 수 있습니다.',
  policyBindings: '누가 어떤 역할을 갖는지 적은 목록입니다. 목록 전체가 적용되므로, 빠진 항목은 정책을 쓸 때 회수됩니다.',
  policyBinding: '역할 하나와 그 주 구성원, 필요하면 조건까지 적는 블록입니다. 역할과 조건이 같은 블록은 하나로 합쳐집니다.',
  bindingRole:
    '부여할 역할입니다. `roles/…` 형식이나, 커스텀 역할이면 `projects/…/roles/…` 또는 `organizations/…/roles/…` 형식으로 적습니다.',
  bindingMembers: '역할을 갖는 주 구성원입니다. `user:`, `group:`, `serviceAccount:`처럼 종류를 앞에 적습니다.',
  bindingCondition:
    '역할이 유효한 조건입니다. 표현식이 참일 때만 역할이 적용됩니다. 소유자·편집자·뷰어 역할과 `allUsers`, `allAuthenticatedUsers`에는 조건을 붙일 수 없습니다.',
  conditionTitle: '조건의 짧은 이름입니다. 반드시 있어야 합니다.',
  conditionDescription: '조건의 목적을 사람에게 알리는 설명입니다.',
  conditionExpression: 'CEL로 쓴 조건입니다. 참일 때만 역할이 적용되며, 논리 연산자는 12개까지 쓸 수 있습니다.',
  conditionLocation: '오류 메시지에 쓰이는 표현식의 출처입니다. IAM에서는 쓰지 않습니다.',
  auditConfigs: '감사 로그에 남길 데이터 액세스입니다. 조직, 폴더, 프로젝트, 결제 계정의 정책에서만 적용됩니다.',
  auditService:
    '로그를 남길 서비스입니다. `storage.googleapis.com` 같은 이름이나 `allServices`를 적습니다. 둘 다 있으면 양쪽에서 정한 로그를 모두 남깁니다.',
  auditLogConfigs: '로그를 남길 액세스의 종류와 제외할 주 구성원입니다.',
  auditLogType: '액세스의 종류입니다. `ADMIN_READ`, `DATA_READ`, `DATA_WRITE` 중 하나입니다.',
  auditExemptedMembers: '이 종류의 액세스를 로그에 남기지 않을 주 구성원입니다.',
  valueAdminRead: '메타데이터와 구성을 읽는 액세스입니다.',
  valueDataRead: '사용자가 서비스에 보관한 데이터를 읽는 액세스입니다.',
  valueDataWrite: '사용자가 서비스에 보관한 데이터를 쓰는 액세스입니다.',
  requestPolicy: '설정할 정책입니다. 리소스의 기존 정책을 대체합니다.',
  requestUpdateMask: '쓸 필드를 정합니다. 생략하면 `bindings,etag`입니다. `auditConfigs` 필드는 여기에 적어야만 쓰입니다.',
  resourceMember: '역할을 부여할 주 구성원 하나입니다. 같은 역할을 가진 다른 주 구성원은 그대로 유지됩니다.',
  resourceMembers: '이 역할을 가질 주 구성원 전체입니다. 이 리소스에서 역할을 받았더라도 목록에 없으면 잃습니다.',
  resourcePolicyData:
    'JSON으로 된 정책 전체이며, 보통 `data.google_iam_policy`에서 가져옵니다. 리소스에 부여된 모든 권한을 대체합니다.',

  explainPolicy: '이 정책 설명',
  explainGrants: '이 파일의 역할 부여 설명',
  explainTitle: '{file} 파일이 허용하는 것',
  explainDocumentAt: '{line}번째 줄부터의 정책',
  explainGrantsOfFile: '이 파일의 역할 부여',
  explainNothing: '이 파일에는 역할을 부여하는 정책이 없습니다.',
  explainAttachedTo: '연결된 대상: {level}.',
  explainAttachedUnknown: '무엇에 연결된 정책인지 파일만으로는 알 수 없습니다.',
  explainIncomplete: '다른 곳에서 계산되는 부분이 있어 여기에 다 나오지 않습니다. 더 있을 수 있습니다.',
  explainByPrincipal: '누가 무엇을 할 수 있는지',
  explainByRole: '역할과 그 역할을 가진 주 구성원',
  explainNobody: '아무도 없음',
  explainNotTold: '파일만으로는 알 수 없음',
  explainCondition: '다음 조건에서만',
  explainConditionUnknown: '파일만으로는 알 수 없는 조건에서만',
  levelProject: '프로젝트',
  levelFolder: '폴더',
  levelOrganization: '조직',
  levelBillingAccount: '결제 계정',
  levelServiceAccount: '서비스 계정',
  levelBucket: '버킷',
  levelOther: '리소스',

  allowPolicy: '허용 정책',
  accessLevel: '액세스 수준',
  customLevel: '커스텀',
  unknownRole: '역할 없음',
  oneRole: '역할 1개',
  manyRoles: '역할 {count}개',
  oneMember: '주 구성원 1개',
  manyMembers: '주 구성원 {count}개',

  readingWorkspace: 'Leastwise: 워크스페이스 읽는 중',
  checkingWorkspace: 'Leastwise: 워크스페이스 검사 중',

  settingsWhole: '파일 전체',
  expectedSettings: '값은 설정을 담은 객체여야 합니다',
  expectedKnownSetting: '설정은 Leastwise에 없습니다',
  expectedSeverity: '값은 "error", "warning", "information", "hint", "off" 중 하나여야 합니다',
  expectedString: '값은 문자열이어야 합니다',
  expectedStrings: '값은 문자열 목록이어야 합니다',
  expectedBoolean: '값은 true 또는 false여야 합니다',
  expectedMap: '값은 객체여야 합니다',
  expectedGroup: '값은 "group:builders@example.com" 같은 그룹이어야 합니다',
  expectedAttachmentLevel:
    '값은 "project", "folder", "organization", "billingAccount", "serviceAccount", "bucket", "other" 중 하나여야 합니다',
  expectedIgnoreEntry: '값은 문자열 "rule", "path", "at"이 있는 객체여야 합니다',
  expectedIgnoreList: '값은 "rule", "path", "at"이 있는 객체의 목록이어야 합니다',

  usage: `사용법: leastwise lint [옵션] [경로 …]

JSON, YAML, Terraform으로 쓴 클라우드 접근 정책을 검사합니다. 경로가 없으면 현재 폴더 아래를 모두 검사합니다.

옵션:
  --fix             의미가 바뀌지 않는 수정을 적용하고 파일에 씁니다
  --format <이름>   pretty(기본값) 또는 json
  --lang <en|ko>    메시지 언어(기본값: LANG 환경 변수)
  --help            이 도움말을 표시합니다
  --version         버전을 표시합니다

종료 코드: 0 문제 없음(힌트 제외), 1 문제 있음, 2 실행 중 오류.

설정은 각 파일에서 위로 올라가며 가장 가까운 .leastwise.json 파일에서 읽습니다.`,
  unknownCommand: '“{command}” 명령은 없습니다. “leastwise --help”에서 사용법을 확인하세요.',
  missingCommand: '“leastwise lint”처럼 할 일을 적으세요. 자세한 내용은 “leastwise --help”에 있습니다.',
  unknownOption: '“{option}” 옵션은 없거나 값이 빠졌습니다. “leastwise --help”에서 옵션을 확인하세요.',
  unknownFormat: '“{format}” 형식은 없습니다. “--format pretty” 또는 “--format json”을 쓰세요.',
  unknownLanguage: '“{language}” 언어는 없습니다. “--lang en” 또는 “--lang ko”를 쓰세요.',
  unreadablePath: '{path} 경로를 읽을 수 없습니다({cause}). 경로가 있는지, 읽기 권한이 있는지 확인하세요.',
  unreadableFile:
    '{path} 파일은 확장자로 형식을 알 수 없습니다. 읽을 수 있는 파일은 .json, .jsonc, .yaml, .yml, .tf, .tofu, .tfvars입니다.',
  fileTooLarge: '{path} 파일은 8 MB를 넘어 검사하지 않았습니다. 제외하거나 나누세요.',
  unwritableFile: '{path} 파일에 쓸 수 없습니다({cause}). 파일 내용은 바뀌지 않았습니다.',
  notUtf8: '{path} 파일은 올바른 UTF-8이 아니어서 그대로 두었습니다. UTF-8로 저장하면 고칠 수 있습니다.',
  brokenSettingsFile: '{path} 파일에 구문 오류가 있어 설정을 적용하지 않습니다. 파일을 고치세요.',
  settingsProblem: '{path}: {setting} {expected}. 적용하지 않습니다.',
  ruleFault:
    '{rule} 규칙이 {path} 파일에서 실패했습니다({cause}). 이 파일에서는 결과가 빠졌을 수 있습니다. 이 문제를 알려 주세요.',
  unexpectedFault: 'Leastwise 실행이 실패했습니다({cause}). 이 문제를 알려 주세요.',
  fixedCount: '수정: {count}건.',
  summary: '{files} 검사: {counts}.',
  summaryClean: '{files} 검사: 발견된 문제가 없습니다.',
  oneFile: '파일 1개',
  manyFiles: '파일 {count}개',
  oneError: '오류 1건',
  manyErrors: '오류 {count}건',
  oneWarning: '경고 1건',
  manyWarnings: '경고 {count}건',
  oneInformation: '정보 1건',
  manyInformation: '정보 {count}건',
  oneHint: '힌트 1건',
  manyHints: '힌트 {count}건',
  canBeFixed: '이 중 {count}건은 “--fix” 옵션으로 고칠 수 있습니다.',
};
