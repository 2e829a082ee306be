import type { words } from '../../../../kinds/gcp/roles/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  said: {
    counted: '{service} 서비스의 사전 정의된 역할: 권한 {count}개, {stage}({date} 기준).',
    uncounted: '{service} 서비스의 사전 정의된 역할: 권한 목록 없음, {stage}({date} 기준).',
    basicCounted: '모든 서비스에 적용되는 사전 정의된 역할: 권한 {count}개, {stage}({date} 기준).',
    basicUncounted: '모든 서비스에 적용되는 사전 정의된 역할: 권한 목록 없음, {stage}({date} 기준).',
    stageGA: '정식 버전',
    stageBETA: '베타',
    stageALPHA: '알파',
    stagePREVIEW: '미리보기',
    stageDEPRECATED: '지원 중단됨',
    serviceAgent: '서비스 에이전트 역할입니다. Google이 서비스를 실행하는 계정용이며 사람이나 워크로드용이 아닙니다.',
    impersonation: '서비스 계정을 이용할 수 있는 권한: {permissions}',
    policy: '누가 무엇을 할 수 있는지 바꾸는 권한: {permissions}',
    execution: '연결된 서비스 계정으로 무엇이 실행될지 정하는 권한: {permissions}',
    more: '외 {count}개',
    custom: '커스텀 역할입니다. 담긴 권한은 역할을 정의한 곳에 있습니다.',
  },

  lets: {
    'roles/owner': '모든 것을 바꾸고 누구에게든 어떤 역할이든 부여합니다. 프로젝트의 모든 서비스 계정을 연결하고 키도 만듭니다.',
    'roles/editor':
      '거의 모든 것을 바꾸고, 프로젝트의 모든 서비스 계정을 연결하고 키도 만듭니다. 프로젝트 자체에 역할을 부여하지는 못합니다.',
    'roles/viewer': '모든 서비스에서 거의 모든 것을 읽습니다.',
    'roles/admin': '소유자와 나란히 있는 새 기본 역할입니다(미리보기).',
    'roles/writer': '편집자와 나란히 있는 새 기본 역할입니다(미리보기).',
    'roles/reader': '뷰어와 나란히 있는 새 기본 역할입니다(미리보기).',
    'roles/browser': '폴더와 프로젝트, 그 정책을 봅니다. 안에 있는 리소스는 보지 못합니다.',

    'roles/iam.serviceAccountUser':
      '서비스 계정을 리소스에 연결해 그곳의 코드가 그 계정으로 실행되게 합니다. 토큰은 만들지 못합니다. 가장하려면 서비스 계정 토큰 생성자 역할이 필요합니다.',
    'roles/iam.serviceAccountTokenCreator':
      '서비스 계정을 가장합니다. 액세스 토큰과 ID 토큰을 만들고 그 이름으로 서명합니다. 프로젝트에 부여하면 그 안의 모든 계정에 적용됩니다.',
    'roles/iam.serviceAccountOpenIdTokenCreator':
      '서비스 계정의 ID 토큰만 만들고 액세스 토큰은 만들지 못합니다. ID 토큰을 확인하는 서비스만 호출한다면 이것으로 충분합니다.',
    'roles/iam.serviceAccountKeyAdmin':
      '서비스 계정의 키를 만들고 업로드하고 삭제합니다. 키를 가진 사람은 키가 유효한 동안 그 계정과 같습니다.',
    'roles/iam.serviceAccountAdmin':
      '서비스 계정을 만들고 바꾸고 삭제하며 누가 쓸 수 있는지 정합니다. 따라서 어떤 계정이든 자신에게 줄 수 있습니다.',
    'roles/iam.serviceAccountCreator': '서비스 계정을 만듭니다. 누가 쓸지는 정하지 못합니다.',
    'roles/iam.serviceAccountViewer': '서비스 계정과 키의 이름, 누가 쓸 수 있는지를 봅니다.',
    'roles/iam.workloadIdentityUser':
      'GKE나 제휴 풀의 워크로드가 서비스 계정을 가장하게 합니다. 액세스 토큰과 ID 토큰을 만듭니다.',
    'roles/iam.workloadIdentityPoolAdmin': '워크로드 아이덴티티 제휴로 어떤 외부 신원을 받아들일지 정합니다.',
    'roles/iam.securityAdmin':
      '서비스 계정을 비롯해 거의 모든 리소스의 허용 정책을 설정합니다. 따라서 어떤 역할이든 자신에게 줄 수 있습니다.',
    'roles/iam.securityReviewer': '모든 허용 정책을 읽고 리소스를 나열합니다. 아무것도 바꾸지 못합니다.',
    'roles/iam.roleAdmin': '프로젝트의 커스텀 역할을 만들고 바꿉니다. 추가한 권한은 그 역할을 가진 모두에게 주어집니다.',
    'roles/iam.organizationRoleAdmin': '조직 전체의 커스텀 역할을 만들고 바꿉니다.',
    'roles/iam.denyAdmin': '거부 정책을 쓰고 삭제합니다. 즉 안전장치를 없앨 수도 있습니다.',
    'roles/iam.admin': '역할, 서비스 계정, 키, 정책 등 IAM의 모든 작업을 합니다.',
    'roles/iam.editor': 'IAM 대부분을 바꾸고, 서비스 계정을 연결하고 키를 만듭니다.',
    'roles/privilegedaccessmanager.admin': 'Privileged Access Manager로 누가 어떤 역할을 한시적으로 받을 수 있는지 정합니다.',

    'roles/resourcemanager.projectIamAdmin':
      '프로젝트의 허용 정책을 설정합니다. 따라서 그 안의 어떤 역할이든 자신에게 줄 수 있습니다.',
    'roles/resourcemanager.folderIamAdmin': '아래의 모든 프로젝트에 적용되는 폴더 허용 정책을 설정합니다.',
    'roles/resourcemanager.folderAdmin': '폴더를 관리하고, 아래의 모든 프로젝트에 적용되는 허용 정책을 설정합니다.',
    'roles/resourcemanager.organizationAdmin':
      '조직의 허용 정책을 설정합니다. 따라서 어디에서든 어떤 역할이든 자신에게 줄 수 있습니다.',
    'roles/resourcemanager.projectCreator': '프로젝트를 만들고, 만든 프로젝트의 소유자가 됩니다.',
    'roles/orgpolicy.policyAdmin': '조직 정책을 설정합니다. 즉 제한을 풀 수도 있습니다.',
    'roles/accesscontextmanager.policyAdmin':
      '액세스 수준과 서비스 경계를 바꾸고 누가 더 바꿀 수 있는지 정합니다. 이들이 보호하는 것은 이 역할을 가진 사람만큼만 안전합니다.',
    'roles/accesscontextmanager.policyEditor': '액세스 수준과 서비스 경계를 바꿉니다.',
    'roles/accesscontextmanager.gcpAccessAdmin': '어떤 그룹에 어떤 액세스 수준이 필요한지 정하는 액세스 바인딩을 바꿉니다.',
    'roles/billing.admin': '결제 계정과 결제, 누가 쓸 수 있는지를 관리합니다.',
    'roles/billing.user': '프로젝트를 결제 계정에 연결합니다.',
    'roles/serviceusage.serviceUsageAdmin': 'API를 켜고 끄며 프로젝트의 할당량을 씁니다.',
    'roles/serviceusage.serviceUsageConsumer': '프로젝트의 할당량과 비용으로 API를 사용합니다.',
    'roles/serviceusage.apiKeysAdmin': 'API 키를 만들고 읽고 삭제합니다.',

    'roles/deploymentmanager.editor':
      '구성을 배포합니다. Deployment Manager는 프로젝트의 Google API 서비스 에이전트로 이를 실행합니다.',
    'roles/cloudbuild.builds.editor': '빌드를 시작합니다. 빌드 단계는 빌드의 서비스 계정으로 실행됩니다.',
    'roles/cloudbuild.builds.builder':
      '빌드 자체의 계정에 필요한 역할입니다. 빌드를 실행하고 소스를 읽고 아티팩트를 푸시하고 로그를 씁니다.',

    'roles/compute.admin': 'VM, 디스크, 네트워크, 방화벽 등 Compute Engine의 모든 것을 관리합니다.',
    'roles/compute.instanceAdmin.v1':
      'VM과 디스크를 관리합니다. VM에 연결된 계정에 대한 서비스 계정 사용자 역할까지 있으면 셸을 얻어 그 계정으로 작업할 수 있습니다.',
    'roles/compute.networkAdmin': '네트워크와 부하 분산기를 관리합니다. 방화벽 규칙과 인증서는 읽기만 합니다.',
    'roles/compute.securityAdmin': '방화벽 규칙과 인증서를 관리합니다.',
    'roles/compute.viewer': 'Compute Engine의 모든 것을 봅니다. 디스크의 데이터는 읽지 못합니다.',
    'roles/compute.osLogin':
      'OS 로그인으로 VM에 일반 사용자로 로그인합니다. 계정이 연결된 VM에는 서비스 계정 사용자 역할도 필요합니다.',
    'roles/compute.osAdminLogin':
      'OS 로그인으로 VM에 sudo 권한을 갖고 로그인합니다. 계정이 연결된 VM에는 서비스 계정 사용자 역할도 필요합니다.',
    'roles/iap.tunnelResourceAccessor':
      'IAP(Identity-Aware Proxy)를 통해 SSH, RDP 등 TCP로 VM에 연결합니다. 로그인 권한은 별개입니다.',
    'roles/iap.httpsResourceAccessor': 'IAP(Identity-Aware Proxy) 뒤에 있는 웹 애플리케이션을 엽니다.',

    'roles/storage.admin': '버킷과 그 안의 모든 것을 관리하고 누가 접근할 수 있는지 정합니다.',
    'roles/storage.objectAdmin': '객체를 읽고 쓰고 삭제합니다. 버킷은 관리하지 못합니다.',
    'roles/storage.objectUser': '객체를 읽고 쓰고 삭제합니다. 누가 접근할 수 있는지는 정하지 못합니다.',
    'roles/storage.objectCreator': '객체를 업로드합니다. 읽거나 덮어쓰지는 못합니다.',
    'roles/storage.objectViewer': '객체를 읽고 나열합니다.',
    'roles/storage.hmacKeyAdmin': '계정으로 Cloud Storage를 쓸 수 있는, 수명이 긴 비밀인 HMAC 키를 만듭니다.',
    'roles/bigquery.admin': 'BigQuery의 모든 것을 관리하고 모든 데이터를 읽습니다.',
    'roles/bigquery.dataOwner': '데이터 세트와 테이블을 읽고 바꾸고 공유합니다.',
    'roles/bigquery.dataEditor': '테이블의 데이터를 읽고 바꾸며 새 테이블을 만듭니다.',
    'roles/bigquery.dataViewer': '테이블과 뷰의 데이터를 읽습니다.',
    'roles/bigquery.jobUser': '프로젝트의 비용으로 쿼리를 실행합니다. 어떤 데이터를 읽을지는 다른 역할에 달려 있습니다.',
    'roles/bigquery.user': '쿼리를 실행하고 데이터 세트를 나열하며, 새 데이터 세트를 만들어 소유자가 됩니다.',
    'roles/secretmanager.secretAccessor': '보안 비밀의 내용을 읽습니다.',
    'roles/secretmanager.admin': '보안 비밀을 관리하고 내용을 읽으며 누가 읽을 수 있는지 정합니다.',
    'roles/cloudkms.cryptoKeyEncrypterDecrypter': '키로 암호화하고 복호화합니다. 키를 관리하지는 못합니다.',
    'roles/pubsub.publisher': '주제에 메시지를 게시합니다.',
    'roles/pubsub.subscriber': '메시지를 받고 주제에 구독을 연결합니다.',

    'roles/run.invoker': 'Cloud Run 서비스를 호출하고 작업을 시작합니다.',
    'roles/run.developer': 'Cloud Run 서비스와 작업을 배포합니다. 실행할 계정을 정하려면 서비스 계정 사용자 역할도 필요합니다.',
    'roles/run.admin': 'Cloud Run 서비스와 작업을 관리하고 누가 호출할 수 있는지 정합니다.',
    'roles/cloudfunctions.invoker': '1세대 함수를 호출합니다.',
    'roles/cloudfunctions.developer': '함수를 배포합니다. 실행할 계정을 정하려면 서비스 계정 사용자 역할도 필요합니다.',
    'roles/container.admin': 'GKE 클러스터와 그 안의 모든 것을 관리합니다.',
    'roles/container.developer':
      'GKE 클러스터에서 실행되는 것을 바꾸고 보안 비밀을 읽고 포드에서 명령을 실행합니다. 따라서 포드가 할 수 있는 일을 모두 할 수 있습니다.',
    'roles/artifactregistry.reader': '이미지와 패키지를 가져옵니다.',
    'roles/artifactregistry.writer': '이미지와 패키지를 가져오고 푸시합니다.',
    'roles/cloudsql.client': 'Cloud SQL 인스턴스에 연결합니다. 데이터베이스 로그인 권한은 별개입니다.',
    'roles/logging.logWriter': '로그 항목을 씁니다. 읽지는 못합니다.',
    'roles/logging.viewer': '로그를 읽습니다. 데이터 액세스 로그는 읽지 못합니다.',
    'roles/logging.privateLogViewer': '데이터 액세스 로그를 포함한 모든 로그를 읽습니다.',
    'roles/monitoring.metricWriter': '측정항목을 씁니다.',
  },
};

export default korean;
