import type { words } from '../../../../kinds/gcp/authoritative-list/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {
    it: '액세스 정책의 나머지를 모두 대체하는 목록',
  },
  fields: {
    'resource.parent': '서비스 경계를 관리할 액세스 정책입니다. `accessPolicies/…` 형식으로 적습니다.',
    'resource.servicePerimeters': '액세스 정책의 서비스 경계 전체입니다. 목록에 없는 서비스 경계는 삭제됩니다.',
    'request.accessLevels': '액세스 정책의 액세스 수준 전체입니다. 목록에 없는 액세스 수준은 삭제됩니다.',
    'request.servicePerimeters': '액세스 정책의 서비스 경계 전체입니다. 목록에 없는 서비스 경계는 삭제됩니다.',
    'request.etag': '이 목록의 기준이 되는 액세스 정책 버전입니다. 이전 버전이면 요청이 거부됩니다.',
    'perimeter.name':
      '전체 이름입니다. `accessPolicies/…/servicePerimeters/…` 형식이며, 마지막 부분인 ID는 나중에 바꿀 수 없습니다.',
    'perimeter.title': '사람에게 보여 주는 이름입니다.',
    'perimeter.description': '서비스 경계의 용도를 사람에게 알리는 설명입니다.',
    'perimeter.perimeterType': '서비스 경계의 유형입니다. 생략하면 `PERIMETER_TYPE_REGULAR`입니다.',
    'perimeter.status': '실제로 적용되는 구성입니다.',
    'perimeter.spec':
      '테스트 실행(dry run) 구성입니다. 위반을 로그에 남길 뿐 차단하지 않습니다. `useExplicitDryRunSpec`이 있어야 합니다.',
    'perimeter.useExplicitDryRunSpec': '테스트 실행(dry run)에 `spec`의 구성을 따로 쓸지 정합니다.',
    'perimeter.etag': '서비스 경계의 버전입니다.',
    'config.resources':
      '보호할 리소스입니다. 프로젝트는 번호(`projects/…`)로, VPC 네트워크는 `//compute.googleapis.com/projects/…/global/networks/…` 형식으로 적습니다.',
    'config.accessLevels': '외부 요청을 허용할 액세스 수준을 전체 이름으로 적습니다.',
    'config.restrictedServices': '경계를 넘어 쓸 수 없는 서비스입니다. `storage.googleapis.com` 같은 이름을 적습니다.',
    'config.vpcAccessibleServices': '경계 안의 VPC 네트워크에서 쓸 수 있는 서비스를 정합니다.',
    'config.ingressPolicies': '외부에서 들어오는 요청을 허용하는 예외 규칙입니다. 하나만 일치하면 됩니다.',
    'config.egressPolicies': '외부로 나가는 요청을 허용하는 예외 규칙입니다. 하나만 일치하면 됩니다.',
    'rule.title': '규칙의 이름입니다. 같은 서비스 경계의 다른 규칙과 겹칠 수 없습니다.',
    'ingress.ingressFrom': '요청의 출처와 요청하는 ID입니다. 모두 일치해야 합니다.',
    'ingress.ingressTo': '경계 안에서 요청이 쓸 수 있는 대상입니다.',
    'egress.egressFrom': '요청하는 ID와 요청의 출처입니다. 모두 일치해야 합니다.',
    'egress.egressTo': '경계 밖에서 요청이 쓸 수 있는 대상입니다.',
    'from.identityType': '허용할 ID의 유형입니다. `identities` 대신 씁니다.',
    'from.identities': '허용할 ID입니다. `user:…`, `serviceAccount:…` 등을 적습니다. 하나만 일치하면 됩니다.',
    'ingressFrom.sources': '요청이 올 수 있는 출처입니다. 하나만 일치하면 됩니다.',
    'egressFrom.sources':
      '요청이 올 수 있는 출처입니다. `sourceRestriction` 값이 `SOURCE_RESTRICTION_ENABLED`가 아니면 무시됩니다.',
    'egressFrom.sourceRestriction': '`sources`를 적용할지 정합니다.',
    'source.accessLevel': '충족해야 하는 액세스 수준의 전체 이름입니다. `*`는 모든 출처를 뜻합니다.',
    'source.resource': '요청이 올 수 있는 프로젝트 번호(`projects/…`)입니다. 인그레스에는 VPC 네트워크도 쓸 수 있습니다.',
    'source.pscEndpoint': '요청이 거쳐야 하는 Private Service Connect 엔드포인트입니다.',
    'endpoint.forwardingRule': '엔드포인트의 전달 규칙입니다.',
    'ingressTo.resources': '경계 안의 프로젝트 번호(`projects/…`)입니다. `*`는 모든 프로젝트입니다.',
    'egressTo.resources': '경계 밖의 프로젝트 번호(`projects/…`)입니다. `*`는 모든 프로젝트입니다.',
    'egressTo.externalResources':
      'BigQuery Omni에서 쓰는 Google Cloud 외부 스토리지입니다. `s3://…` 또는 `azure://…` 형식으로 적습니다.',
    'to.operations': '호출할 수 있는 서비스와 메서드입니다. `roles`와 함께 쓸 수 없습니다.',
    'to.roles': '이 역할에 포함된 권한을 쓸 수 있습니다. `operations`와 함께 쓸 수 없습니다.',
    'operation.serviceName': '`storage.googleapis.com` 같은 서비스 이름입니다. `*`는 모든 서비스입니다.',
    'operation.methodSelectors': '서비스의 메서드나 권한입니다. `serviceName` 값이 `*`가 아니면 필요합니다.',
    'method.method': '서비스의 메서드입니다. `*`는 모든 메서드입니다.',
    'method.permission': '서비스의 권한입니다. 메서드 대신 권한으로 지정하는 서비스에 씁니다.',
    'vpcAccessibleServices.enableRestriction': '네트워크에서 쓸 수 있는 서비스를 여기에 적은 것으로 제한할지 정합니다.',
    'vpcAccessibleServices.allowedServices':
      '네트워크에서 쓸 수 있는 서비스입니다. `RESTRICTED-SERVICES`는 `restrictedServices` 전체를 뜻합니다. `enableRestriction`이 켜져 있어야 합니다.',
    'vpcAccessibleServices.allowedServicePatterns': '네트워크에서 추가로 쓸 수 있는 서비스를 이름이나 패턴으로 적습니다.',
    'vpcAccessibleServices.servicePatternsEnforcementScopes': 'Google API로 가는 경로 중 패턴을 적용할 경로입니다.',
    'servicePattern.service': '서비스 이름입니다.',
    'servicePattern.pattern': '서비스 이름과 비교할 패턴입니다.',
    'servicePattern.modifiers': '이 서비스로 보내는 요청에서 바꿀 내용입니다.',
    'modifier.addRequestHeader': '요청에 추가할 헤더입니다.',
    'header.key': '헤더 이름입니다.',
    'header.value': '헤더 값입니다.',
  },
  values: {
    PERIMETER_TYPE_REGULAR: '리소스를 보호합니다. 제한된 서비스는 경계를 넘어 쓸 수 없습니다.',
    PERIMETER_TYPE_BRIDGE: '여러 경계의 프로젝트가 데이터를 공유하게 하는 경계 브리지입니다. `resources`만 쓸 수 있습니다.',
    IDENTITY_TYPE_UNSPECIFIED: '선택하지 않았다는 뜻의 값입니다. 허용할 ID는 `identities`로 정합니다.',
    ANY_IDENTITY: '모든 ID입니다. 인증되지 않은 요청과 다른 조직의 ID도 포함됩니다.',
    ANY_USER_ACCOUNT: '모든 사용자입니다. 다른 조직의 사용자도 포함됩니다.',
    ANY_SERVICE_ACCOUNT: '모든 서비스 계정입니다. 다른 조직의 서비스 계정도 포함됩니다.',
    SOURCE_RESTRICTION_UNSPECIFIED: '선택하지 않았다는 뜻의 값입니다. `sources`는 무시됩니다.',
    SOURCE_RESTRICTION_ENABLED: '요청이 `sources` 중 하나에서 와야 합니다.',
    SOURCE_RESTRICTION_DISABLED: '`sources`를 무시합니다.',
    SERVICE_PATTERNS_ENFORCEMENT_SCOPE_UNSPECIFIED: '선택하지 않았다는 뜻의 값입니다. 지우거나 다른 값을 쓰세요.',
    GOOGLE_APIS_VIA_PRIVATE_PATH: '비공개 경로로 Google API에 보내는 요청입니다.',
  },
};

export default korean;
