import type { words } from '../../../../kinds/gcp/allow-policy/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {
    document: '허용 정책',
    binding: '허용 정책의 일부: 한 역할의 모든 주 구성원',
    member: '허용 정책의 일부: 한 주 구성원에게 준 역할 하나',
    entry: '액세스 목록의 항목: 한 주 구성원에게 준 역할 하나',
    audit: '허용 정책의 일부: 한 서비스의 감사 로그 설정',
    input: '모듈이나 팩토리가 입력값대로 부여하는 역할과 주 구성원',
  },
  fields: {
    'request.policy': '설정할 정책입니다. 리소스의 기존 정책을 대체합니다.',
    'request.updateMask': '쓸 필드를 정합니다. 생략하면 `bindings,etag`입니다. `auditConfigs` 필드는 여기에 적어야만 쓰입니다.',
    'policy.version': '정책의 형식 버전입니다. 조건이 있는 바인딩이 하나라도 있으면 `3`, 없으면 `1`을 씁니다. `2`는 없습니다.',
    'policy.etag':
      '정책을 읽은 시점의 상태입니다. 이 값을 함께 보내면 그사이 정책이 바뀌었을 때 쓰기가 실패합니다. 없으면 다른 사람의 변경이나 조건을 덮어쓸 수 있습니다.',
    'policy.kind': '문서의 종류입니다. Cloud Storage가 자체 리소스의 정책으로 쓴 문서는 `storage#policy`입니다.',
    'policy.resourceId': '정책이 속한 리소스를 Cloud Storage의 표기로 나타낸 이름입니다.',
    'policy.bindings': '누가 어떤 역할을 갖는지 적은 목록입니다. 목록 전체가 적용되므로, 빠진 항목은 정책을 쓸 때 회수됩니다.',
    'policy.auditConfigs': '감사 로그에 남길 데이터 액세스입니다. 조직, 폴더, 프로젝트, 결제 계정의 정책에서만 적용됩니다.',
    'dataSource.bindings':
      '역할 하나와 그 주 구성원, 필요하면 조건까지 적는 블록입니다. 역할과 조건이 같은 블록은 하나로 합쳐집니다.',
    'binding.role':
      '부여할 역할입니다. `roles/…` 형식이나, 커스텀 역할이면 `projects/…/roles/…` 또는 `organizations/…/roles/…` 형식으로 적습니다.',
    'binding.members': '역할을 갖는 주 구성원입니다. `user:`, `group:`, `serviceAccount:`처럼 종류를 앞에 적습니다.',
    'binding.condition':
      '역할이 유효한 조건입니다. 표현식이 참일 때만 역할이 적용됩니다. 소유자·편집자·뷰어 역할과 `allUsers`, `allAuthenticatedUsers`에는 조건을 붙일 수 없습니다.',
    'condition.title': '조건의 짧은 이름입니다. 반드시 있어야 합니다.',
    'condition.description': '조건의 목적을 사람에게 알리는 설명입니다.',
    'condition.expression': 'CEL로 쓴 조건입니다. 참일 때만 역할이 적용되며, 논리 연산자는 12개까지 쓸 수 있습니다.',
    'condition.location': '오류 메시지에 쓰이는 표현식의 출처입니다. IAM에서는 쓰지 않습니다.',
    'auditConfig.service':
      '로그를 남길 서비스입니다. `storage.googleapis.com` 같은 이름이나 `allServices`를 적습니다. 둘 다 있으면 양쪽에서 정한 로그를 모두 남깁니다.',
    'auditConfig.auditLogConfigs': '로그를 남길 액세스의 종류와 제외할 주 구성원입니다.',
    'auditLogConfig.logType': '액세스의 종류입니다. `ADMIN_READ`, `DATA_READ`, `DATA_WRITE` 중 하나입니다.',
    'auditLogConfig.exemptedMembers': '이 종류의 액세스를 로그에 남기지 않을 주 구성원입니다.',
  },
  values: {
    LOG_TYPE_UNSPECIFIED: '선택하지 않았다는 뜻의 값입니다. 지우거나 다른 값을 쓰세요.',
    ADMIN_READ: '메타데이터와 구성을 읽는 액세스입니다.',
    DATA_READ: '사용자가 서비스에 보관한 데이터를 읽는 액세스입니다.',
    DATA_WRITE: '사용자가 서비스에 보관한 데이터를 쓰는 액세스입니다.',
  },
  topics: {
    allServices: '지금과 앞으로의 모든 서비스입니다. 서비스별로 정한 로그가 있으면 함께 남깁니다.',
    oneService: '{service} 서비스의 접근 로그입니다. `allServices`에 정한 로그도 함께 남깁니다.',
  },
  outline: {
    policy: '허용 정책',
    noRole: '역할 없음',
    oneRole: '역할 1개',
    manyRoles: '역할 {count}개',
    oneMember: '주 구성원 1개',
    manyMembers: '주 구성원 {count}개',
  },
  explain: {
    lensDocument: '이 정책 설명',
    lensGrants: '이 파일의 역할 부여 설명',
    title: '{file} 파일이 허용하는 것',
    headingDocument: '{line}번째 줄부터의 정책',
    headingGrants: '이 파일의 역할 부여',
    nothing: '아무에게도 역할을 부여하지 않습니다.',
    attachedTo: '연결된 대상: {level}.',
    attachedUnknown: '무엇에 연결된 정책인지 파일만으로는 알 수 없습니다.',
    byPrincipal: '누가 무엇을 할 수 있는지',
    byRole: '역할과 그 역할을 가진 주 구성원',
    nobody: '아무도 없음',
    condition: '다음 조건에서만',
    conditionUnknown: '파일만으로는 알 수 없는 조건에서만',
    setAttachment: '`leastwise.policyFiles` 설정으로 알려 줄 수 있습니다.',
  },
  attachments: {
    project: '프로젝트',
    folder: '폴더',
    organization: '조직',
    billingAccount: '결제 계정',
    serviceAccount: '서비스 계정',
    bucket: '버킷',
    other: '리소스',
  },
};

export default korean;
