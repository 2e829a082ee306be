import type { Words } from '../words';

export const korean: Words = {
  outputIsNotEdited: 'Terraform이 쓴 파일입니다. 대신 구성 파일을 고치세요.',
  cannotBeWritten: '여기에는 안전하게 적용할 수 있는 수정이 없습니다.',
  besideSyntaxError: '여기에 구문 오류가 있습니다. 먼저 오류를 고치세요.',
  unknownFieldBeside: '같은 위치에 알 수 없는 키나 중복된 키가 있어 수정 결과를 확신할 수 없습니다. 그 키부터 고치세요.',
  valueIs: '**값:**',
  valuesAre: '**값:**',
  moreValues: '외 {count}개',
  valueAssumed: '(변수의 기본값이나 할당된 값이며, 다른 값이 주어질 수 있습니다)',
  valueUsedHere: '이 값이 여기에서 쓰입니다.',
  valuePassed: '이 값을 넘기는 호출과 인수: {call}, {argument}',
  valueLooped: '반복문이 이 값을 차례로 씁니다.',
  valueLoopedFor: '반복문이 이 값으로 만드는 인스턴스: {key}',
  valueWrittenHere: '값이 여기에 적혀 있습니다.',
  suppressWithComment: '주석으로 {rule} 규칙 숨기기',
  suppressInSettingsFile: '{file} 파일에서 {rule} 규칙 숨기기',
  settingsFileIsBroken: '{file} 파일에 구문 오류가 있어 항목을 추가할 수 없습니다.',
  settingsFileIsOther: '{file} 파일의 내용이 설정이 아니어서 항목을 추가할 수 없습니다.',
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

  explainTitle: '{file} 파일이 허용하는 것',
  explainNothing: '이 파일에는 역할을 부여하는 정책도 액세스 수준도 없습니다.',

  lookedTitle: '{file} 파일에서 검사한 것',
  lookedTitleAt: '{file} 파일 {line}번째 줄에서 검사한 것',
  lookedNothing: '이 위치를 검사한 규칙이 없습니다.',
  lookedUnrecognised: '여기에서 정책으로 알아볼 수 있는 것을 찾지 못했습니다.',
  lookedElsewhere: '이 파일의 다른 곳은 읽었습니다. 시작하는 줄: {lines}.',
  lookedExcluded: '`leastwise.exclude` 설정에 따라 이 파일을 제외합니다.',
  lookedNotRead: '이런 종류의 파일이나 도구가 자체 폴더에 두는 파일은 읽지 않습니다.',
  lookedTooLong: '파일이 8MB보다 큽니다.',
  lookedTooDeep: '너무 깊게 중첩되어 읽을 수 없는 부분이 있습니다.',
  lookedKubernetes: '`apiVersion`과 `kind`가 있는 Kubernetes 객체입니다. 다른 도구가 관리합니다.',
  lookedTerraformOutput: 'Terraform이 기록한 plan 또는 state입니다.',
  lookedOtherTool: '정책과 비슷해 보이지만 다른 서비스의 설정입니다.',
  lookedBroken: '구문 오류가 있습니다. 오류의 영향을 받았을 수 있는 부분은 알 수 없는 것으로 봅니다.',
  lookedReadAs: '읽은 방식',
  lookedFromLine: '{policy}, {line}번째 줄부터.',
  lookedRules: '검사한 규칙',
  lookedNoRules: '없습니다. 해당하는 규칙이 모두 꺼져 있습니다.',
  lookedFound: '발견, 줄 {lines}',
  lookedRulesOff: '꺼져 있는 규칙',
  lookedSuppressed: '발견했지만 숨긴 것',
  lookedHiddenByComment: '{line}번째 줄, {comment}번째 줄의 주석으로 숨김.',
  lookedHiddenAtCall: '{line}번째 줄, 모듈을 호출하는 곳의 주석으로 숨김.',
  lookedHiddenByFile: '{line}번째 줄, `.leastwise.json` 파일로 숨김.',
  lookedUnknown: '규칙이 알 수 없던 것',
  lookedAllKnown: '없습니다. 필요한 것이 모두 파일에 적혀 있습니다.',
  lookedWorkspaceUnread: '아직 작업 영역을 다 읽지 못해서 다른 파일의 내용은 확실하지 않습니다.',
  lookedUnknownAt: '{field} ({line}번째 줄):',
  lookedUntold: '파일만으로는 값을 알 수 없어 문제로 삼지 않습니다.',
  lookedIncomplete: '파일에 적힌 것보다 더 있을 수 있습니다.',
  lookedAssumed: '변수가 여기에서 갖는 값이며, 다른 값이 지정될 수 있습니다.',
  lookedSource: '적힌 곳: {place}.',

  readingWorkspace: 'Leastwise: 워크스페이스 읽는 중',
  stillReading: '워크스페이스를 아직 읽는 중입니다.',
  workingOutGrants: 'Leastwise: 누가 무엇을 할 수 있는지 계산하는 중',
  checkingWorkspace: 'Leastwise: 워크스페이스 검사 중',

  settingsSyntax: '{path} 파일에 구문 오류가 있습니다. 고칠 때까지 마지막으로 읽은 설정이나 기본 설정을 적용합니다.',
  settingsWhole: '파일 전체',
  expectedSettings: '값은 설정을 담은 객체여야 합니다',
  expectedKnownSetting: '설정은 Leastwise에 없습니다',
  expectedKnownRule: '규칙은 Leastwise에 없습니다',
  expectedNearRule: '규칙은 Leastwise에 없습니다. “{near}” 규칙일 수 있습니다',
  expectedSeverity: '값은 "error", "warning", "information", "hint", "off" 중 하나여야 합니다',
  expectedString: '값은 문자열이어야 합니다',
  expectedStrings: '값은 문자열 목록이어야 합니다',
  expectedBoolean: '값은 true 또는 false여야 합니다',
  expectedMap: '값은 객체여야 합니다',
  expectedGroup: '값은 "group:builders@example.com" 같은 그룹이어야 합니다',
  expectedAttachmentLevel:
    '값은 "project", "folder", "organization", "billingAccount", "serviceAccount", "bucket", "other" 중 하나여야 합니다',
  expectedSwitch: '값은 "auto", "on", "off" 중 하나여야 합니다',
  expectedIgnoreEntry: '값은 문자열 "rule", "path", "at"이 있는 객체여야 합니다',
  expectedIgnoreList: '값은 "rule", "path", "at"이 있는 객체의 목록이어야 합니다',

  usage: `사용법: leastwise lint [옵션] [경로 …]
        leastwise grants [옵션] [경로 …]

lint    JSON, YAML, Terraform으로 쓴 클라우드 접근 정책을 검사합니다.
grants  누가 무엇을 할 수 있는지 모두 나열합니다. Terraform은 plan이 보여 줄 값을 텍스트에서 계산하고, JSON과 YAML
        정책도 함께 읽습니다.
경로가 없으면 현재 폴더 아래를 모두 읽습니다.

lint 옵션:
  --fix              의미가 바뀌지 않는 수정을 적용하고 파일에 씁니다
  --format <이름>    pretty(기본값) 또는 json

grants 옵션:
  --format <이름>    table(기본값), json, csv, markdown
  --member <텍스트>  텍스트가 들어 있는 구성원만 표시합니다. --role과 --resource도 같습니다
  --permission <ID>  이 권한이 있는 역할만 표시합니다. 권한을 알 수 없는 역할은 따로 알립니다
  --by <기준>        member, role, resource 중 하나로 묶습니다
  --against <리비전> git 저장소의 리비전과 비교해 추가, 삭제되거나 조건이 바뀐 권한을 표시합니다. 적힌 위치는 상관없습니다.
                     A..B는 두 리비전을, A...B는 갈라진 뒤 B에서 바뀐 것을 비교합니다
  --changes          “terraform show -json”이 쓴 plan에서 바뀌는 권한을 표시합니다
  --fail-on-added    --against나 --changes와 함께 쓰며, 확실히 추가된 권한이 있거나 조건이 없어지거나 다른 조건으로
                     바뀌었으면 종료 코드는 1입니다. 조건이 없던 권한에 조건이 생긴 것은 세지 않습니다

공통 옵션:
  --lang <en|ko>     메시지 언어(기본값: LANG 환경 변수)
  --help             이 도움말을 표시합니다
  --version          버전을 표시합니다

종료 코드: 0 문제 없음(힌트 제외), 1 문제 있음, 2 실행 중 오류. grants는 0 또는 2이며,
--fail-on-added를 쓰면 1도 있습니다.

설정은 각 파일에서 위로 올라가며 가장 가까운 .leastwise.json 파일에서 읽습니다.`,
  unknownCommand: '“{command}” 명령은 없습니다. “leastwise --help”에서 사용법을 확인하세요.',
  missingCommand: '“leastwise lint”처럼 할 일을 적으세요. 자세한 내용은 “leastwise --help”에 있습니다.',
  unknownOption: '“{option}” 옵션은 없거나 값이 빠졌습니다. “leastwise --help”에서 옵션을 확인하세요.',
  unknownFormat: '“{format}” 형식은 없습니다. “--format” 뒤에 다음 중 하나를 쓰세요: {formats}.',
  unknownGrouping: '“{grouping}” 기준으로는 묶을 수 없습니다. “--by” 뒤에 다음 중 하나를 쓰세요: {groupings}.',
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
  grantMember: '구성원',
  grantMembers: '구성원',
  grantRole: '역할',
  grantResource: '리소스',
  grantCondition: '조건',
  grantAddress: '주소',
  grantPlace: '파일',
  grantInstances: '인스턴스',
  grantUnknown: '{what} 알 수 없음: {where}: {reason}',
  grantUntold: '(알 수 없음)',
  grantAssumed: '* 변수의 기본값이나 변수 파일에서 나온 값으로, Terraform을 실행할 때 달라질 수 있습니다.',
  unknownVariable: '{what}의 값이 텍스트에 없습니다.',
  unknownAttribute: '{what}의 값은 apply 이후에 알 수 있습니다.',
  unknownName: '워크스페이스에 없는 이름입니다: {what}.',
  unknownFunction: '{what}()의 결과는 Terraform만 알 수 있습니다.',
  unknownError: 'Terraform이 거부하는 표현입니다({what}).',
  unknownUnread: '이 부분의 텍스트를 읽을 수 없습니다.',
  unknownCircle: '자기 자신을 참조하는 값입니다: {what}.',
  unknownTooMuch: '허용된 단계보다 많은 계산이 필요합니다.',
  unknownFile: '{what} 파일은 워크스페이스에 없습니다.',
  unknownFolder: '읽은 범위에서 {what} 폴더에 모듈이 없습니다. 경로를 확인하거나, 두 폴더를 모두 담은 폴더를 열거나 지정하세요.',
  unknownSensitive: '민감한 값이어서 표시하지 않습니다.',
  unknownPlaceholder: '아직 채우지 않은 자리입니다.',
  unknownPermissions: '{what} 역할에 이 권한이 있는지 알 수 없습니다.',
  optionAlone: '“{option}” 옵션은 “{other}” 옵션 없이는 쓸 수 없습니다. 함께 쓰세요.',
  optionsTogether: '“{option}” 옵션과 “{other}” 옵션은 함께 쓸 수 없습니다. 하나를 빼세요.',
  noPlan: '{path} 경로에 Terraform plan이 없습니다. “terraform show -json <plan> > plan.json”으로 만드세요.',
  noGit: 'git을 찾을 수 없습니다. 리비전을 비교하려면 git을 설치하거나 PATH에 추가하세요.',
  noRepository: '{path} 경로는 git 저장소 안에 있지 않습니다. 비교할 저장소 안의 경로를 쓰세요.',
  otherRepository: '{path} 경로는 다른 git 저장소에 있습니다. 한 번에 한 저장소만 비교하세요.',
  gitRefused: 'git이 {path} 저장소를 읽지 못합니다. 그 폴더에서 “git log”를 실행해 원인을 확인하세요.',
  notFetched: '{path} 파일의 이전 내용이 이 부분 클론에 없습니다. “--filter” 없이 저장소를 클론하세요.',
  unknownRevision: '“{revision}” 리비전이 {path} 저장소에 없습니다. 이름을 확인하거나 “git fetch”로 가져오세요.',
  shallowClone:
    '“{revision}” 리비전이 얕은 클론 {path} 안에 없습니다. “git fetch --unshallow”로 가져오거나 “--depth” 없이 클론하세요.',
  change: '변경',
  changeAdded: '추가',
  changeRemoved: '삭제',
  changeCondition: '조건 변경',
  changePerhaps: '변경 가능성',
  changePerhapsAdded: '추가 가능성',
  changePerhapsRemoved: '삭제 가능성',
  changeNowUnknown: '새로 모르는 값',
  changeNowKnown: '모르는 값 해소',
  changesAdded: '추가',
  changesRemoved: '삭제',
  changesCondition: '조건 변경',
  changesUnsure: '확실하지 않음',
  changesUnknown: '알 수 없음',
  changesNone: '접근 권한은 그대로입니다.',
  changesSummary: '접근 권한: {counts}.',
  countAdded: '추가 {count}건',
  countRemoved: '삭제 {count}건',
  countCondition: '조건 변경 {count}건',
  countUnsure: '확실하지 않음 {count}건',
  countNowUnknown: '새로 모르는 값 {count}건',
  countNowKnown: '모르는 값 해소 {count}건',
  noCondition: '없음',
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
