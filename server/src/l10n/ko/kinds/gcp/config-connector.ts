import type { words } from '../../../../kinds/gcp/config-connector/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {
    IAMPolicy: 'Config Connector 리소스: 허용 정책 전체',
    IAMPartialPolicy: 'Config Connector 리소스: 허용 정책의 일부',
    IAMPolicyMember: 'Config Connector 리소스: 주 구성원 하나에 부여하는 역할 하나',
    IAMServiceAccount: 'Config Connector 리소스: 서비스 계정',
    AccessContextManagerAccessLevel: 'Config Connector 리소스: 액세스 수준',
    IAMServiceAccountKey: 'Config Connector 리소스: 서비스 계정 키',
  },
  fields: {
    'resource.apiVersion': '리소스의 그룹과 버전입니다. `iam.cnrm.cloud.google.com/v1beta1`처럼 적습니다.',
    'resource.kind': '리소스의 종류입니다.',
    'resource.metadata': 'Kubernetes 안에서 쓰는 객체 이름과 네임스페이스, 도구에 전하는 메모입니다.',
    'resource.spec': 'Google Cloud에 만들 내용입니다.',
    'metadata.name': 'Kubernetes 안에서 쓰는 객체 이름입니다.',
    'metadata.namespace': '객체의 네임스페이스입니다.',
    'metadata.annotations':
      '도구에 전하는 메모입니다. `cnrm.cloud.google.com/` 아래에는 Config Connector가 리소스를 어떻게 다룰지 적습니다.',
    'metadata.labels': '객체의 라벨입니다.',
    'spec.resourceRef': '정책이 연결되는 대상입니다.',
    'policy.bindings': '누가 어떤 역할을 갖는지 정합니다. 목록 전체가 적용되므로 빠진 권한은 회수됩니다.',
    'partialPolicy.bindings': '추가로 부여할 역할입니다. 정책이 따로 부여한 다른 역할은 그대로 유지됩니다.',
    'policy.auditConfigs': '감사 로그에 남길 데이터 액세스입니다. 조직, 폴더, 프로젝트, 결제 계정에서만 적용됩니다.',
    'binding.members': '역할을 가질 대상입니다. 항목마다 `member`를 적거나, `memberFrom`에 다른 리소스의 계정을 적습니다.',
    'member.member': '역할을 받을 주 구성원입니다. `user:`, `group:`, `serviceAccount:`처럼 종류를 앞에 적습니다.',
    'member.memberFrom': '`member` 대신, 자신의 서비스 계정으로 역할을 받을 리소스입니다.',
    'memberFrom.account': '이 리소스의 서비스 계정이 역할을 받습니다.',
    'reference.name': 'Kubernetes 안에 있는 다른 객체의 이름입니다.',
    'reference.namespace': '그 객체의 네임스페이스입니다. 비우면 이 객체와 같은 네임스페이스입니다.',
    'reference.external': 'Config Connector가 관리하지 않는 리소스의 Google Cloud 이름입니다.',
    'target.kind': '리소스의 종류입니다. `Project`, `Folder`, `StorageBucket` 등이 있습니다.',
    'target.apiVersion': '그 리소스의 그룹과 버전입니다.',
    'level.accessPolicyRef': '수준이 속할 액세스 정책입니다.',
    'level.basic': '누가 어디에서 요청하는지에 대한 조건입니다.',
    'level.conditions': '충족해야 하는 조건입니다. 모두 충족해야 하며, 결합 함수가 `OR`이면 하나만 충족하면 됩니다.',
    'level.resourceID': '수준의 ID입니다. 비우면 객체 이름을 씁니다.',
    'condition.members':
      '들어올 수 있는 대상입니다. 항목마다 `user`를 적거나, `serviceAccountRef`에 다른 리소스의 계정을 적습니다.',
    'condition.requiredAccessLevels': '함께 충족해야 하는 수준입니다. 객체로 참조하거나 `external`에 전체 이름을 적습니다.',
    'levelMember.user': '들어올 수 있는 대상 하나입니다. `user:`나 `serviceAccount:` 뒤에 주소를 적습니다.',
    'account.displayName': '사람이 알아보기 위한 이름입니다.',
    'account.description': '계정의 용도를 사람에게 알리는 설명입니다.',
    'account.disabled': '이 계정으로 로그인하지 못하게 할지 정합니다.',
    'account.resourceID': '주소에서 `@` 앞에 오는 부분입니다. 비우면 객체 이름을 씁니다.',
    'key.serviceAccountRef': '키가 속한 서비스 계정입니다.',
    'key.keyAlgorithm': '키를 만드는 알고리즘입니다.',
    'key.privateKeyType': '비공개 키의 형식입니다.',
    'key.publicKeyType': '공개 키의 형식입니다.',
    'key.publicKeyData': '업로드할 공개 키입니다. 없으면 Google이 키를 만듭니다.',
  },
  values: {},
};

export default korean;
