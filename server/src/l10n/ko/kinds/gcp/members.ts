import type { words } from '../../../../kinds/gcp/members/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  user: 'Google 계정 주소로 지정한 한 사람입니다.',
  serviceAccount: '서비스 계정입니다. 사람이 아니라 프로그램의 신원입니다.',
  computeDefault: '프로젝트의 Compute Engine 기본 서비스 계정입니다. 다른 계정을 지정하지 않은 VM은 모두 이 계정으로 실행됩니다.',
  appEngineDefault: '프로젝트의 App Engine 기본 서비스 계정입니다. 앱과 예전 함수가 이 계정으로 실행됩니다.',
  serviceAgent:
    '서비스 에이전트입니다. Google이 프로젝트에서 서비스를 실행하는 계정으로, 사용자가 쓰는 계정이 아니며 자체 역할이 필요합니다.',
  agentOfService:
    '서비스 에이전트({service})입니다. Google이 이 서비스를 실행하는 계정으로, 사용자가 쓰는 계정이 아니며 자체 역할이 필요합니다.',
  agentOfServiceInProject:
    '프로젝트 {project}의 서비스 에이전트({service})입니다. Google이 이 서비스를 실행하는 계정으로, 사용자가 쓰는 계정이 아니며 자체 역할이 필요합니다.',
  group: '그룹입니다. 지금과 앞으로의 모든 구성원이 포함됩니다.',
  domain: 'Google Workspace 또는 Cloud ID 도메인의 모든 계정입니다.',
  allUsers: '로그인 여부와 상관없이 인터넷의 모든 사람입니다.',
  allAuthenticatedUsers: 'Google 계정으로 로그인한 모든 사람과 모든 서비스 계정입니다. 조직 밖의 계정도 포함됩니다.',
  principal: '하나의 신원입니다. 제휴 풀의 신원이거나 Google Cloud 리소스입니다.',
  principalSet: '제휴 풀의 모든 신원 또는 그 일부입니다.',
  workforceSubject: '직원 ID 풀 {id}의 신원 하나입니다. subject: {subject}',
  workforceGroup: '직원 ID 풀 {id}에서 다음 그룹에 속한 모든 사람입니다. 앞으로 들어올 사람도 포함됩니다. 그룹: {group}',
  workforceAttribute: '직원 ID 풀 {id}에서 다음 속성값을 가진 모든 사람입니다. {attribute}: {value}',
  workforceAll: '직원 ID 풀 {id}의 모든 사람입니다. 풀의 ID 공급업체로 로그인할 수 있으면 누구나 포함됩니다.',
  workloadSubject: '프로젝트 {project}의 워크로드 아이덴티티 풀 {id}에 있는 신원 하나입니다. subject: {subject}',
  workloadGroup: '프로젝트 {project}의 워크로드 아이덴티티 풀 {id}에서 다음 그룹에 속한 모든 신원입니다. 그룹: {group}',
  workloadAttribute:
    '프로젝트 {project}의 워크로드 아이덴티티 풀 {id}에서 다음 속성값을 가진 모든 신원입니다. {attribute}: {value}',
  workloadAll:
    '프로젝트 {project}의 워크로드 아이덴티티 풀 {id}에 있는 모든 신원입니다. 풀의 제공업체가 받아들이는 신원은 모두 포함됩니다.',
  kubernetesAccount:
    '프로젝트 {project}의 모든 GKE 클러스터에서 네임스페이스 {namespace}에 있는 Kubernetes 서비스 계정입니다. 서비스 계정: {account}',
  kubernetesUid: '프로젝트 {project}의 GKE 클러스터에 있는 Kubernetes 서비스 계정 하나입니다. UID: {uid}',
  kubernetesNamespace:
    '프로젝트 {project}의 모든 GKE 클러스터에서 네임스페이스 {namespace}에 있는 모든 Kubernetes 서비스 계정입니다.',
  kubernetesCluster: '프로젝트 {project}의 GKE 클러스터 하나에 있는 모든 Kubernetes 서비스 계정입니다. 클러스터: {cluster}',
  kubernetesAll: '프로젝트 {project}의 모든 GKE 클러스터에 있는 모든 Kubernetes 서비스 계정입니다.',
  accountsOfProject: '프로젝트 {number}의 모든 서비스 계정입니다. 나중에 만드는 계정도 포함됩니다.',
  accountsOfFolder: '폴더 {number}에 속한 프로젝트의 모든 서비스 계정입니다. 나중에 만드는 계정도 포함됩니다.',
  accountsOfOrganization: '조직 {number}에 속한 프로젝트의 모든 서비스 계정입니다. 나중에 만드는 계정도 포함됩니다.',
  agent: '조직 {organization}의 에이전트 하나이며, Google이 에이전트마다 주는 ID로 지정합니다. {service} 리소스: {agent}',
  agentsOfProject:
    '조직 {organization}의 프로젝트 {project}에 있는 모든 에이전트({service})이며, Google이 에이전트마다 주는 ID로 지정합니다. 나중에 만드는 에이전트도 포함됩니다.',
  agentsAll:
    '조직 {organization}의 모든 에이전트이며, Google이 에이전트마다 주는 ID로 지정합니다. 나중에 만드는 에이전트도 포함됩니다.',
  convenience: 'Cloud Storage와 BigQuery의 표기로, 프로젝트의 기본 역할을 가진 모든 주체입니다.',
  deleted: '삭제된 계정입니다. 계정이 복원될 때만 이 권한이 다시 살아납니다.',
};

export default korean;
