import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/service-account/key';

export default {
  summary: '서비스 계정 키를 만들거나 업로드하거나 사용합니다.',
  rationale: [
    `키를 가진 사람은 누군가 그 키를 삭제할 때까지 서비스 계정 그 자체이며, 감사 로그로는 누가 썼는지 알 수 없습니다. 대부분은 키 없이 해결할 수 있습니다.
- 개인 워크스테이션, Cloud Shell처럼 한 사람이 쓰는 환경: 본인 계정으로 인증하고, 서비스 계정이 필요한 코드라면 가장(impersonation)합니다.
- GKE: GKE용 워크로드 아이덴티티 제휴로 Kubernetes 서비스 계정마다 액세스 권한을 줍니다.
- 그 밖의 Google Cloud: 리소스에 서비스 계정을 연결합니다.
- Google Cloud 밖이고 제휴가 지원하는 ID 공급업체(AWS, Azure, GitHub, GitLab, Kubernetes, OIDC, SAML)가 있을 때: 워크로드 아이덴티티 제휴를 씁니다.
- Google Cloud 밖이고 그런 공급업체가 없을 때: 이때만 키가 필요합니다. 키를 순환하고, 이 프로젝트에만 키를 허용하세요.`,
    '프로바이더는 `impersonate_service_account` 인수로 서비스 계정을 가장할 수 있습니다. ephemeral 키는 상태 파일에 남지 않지만 키인 것은 마찬가지입니다.',
  ].join('\n\n'),
  messages: {
    created: '서비스 계정 키를 만듭니다. 키나 상태 파일을 손에 넣은 사람은 서비스 계정으로 행세할 수 있습니다.',
    uploaded: '서비스 계정 키를 업로드합니다. 개인 키를 가진 사람은 서비스 계정으로 행세할 수 있습니다.',
    ephemeral: '서비스 계정 키를 만듭니다. 상태 파일에는 남지 않지만 누군가 삭제할 때까지 유효합니다.',
    providerFile: '프로바이더가 키 파일로 인증합니다. 대신 서비스 계정을 가장하거나 제휴를 사용하세요.',
  },
} satisfies TranslationOf<typeof rule>;
