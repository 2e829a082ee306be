import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/service-account/default-account-grant';
import { refusals } from '../refusals';

export default {
  summary: '기본 서비스 계정에 역할이 부여되어 있습니다.',
  rationale: [
    'Compute Engine과 App Engine은 프로젝트마다 기본 서비스 계정을 만들고, 다른 계정을 지정하지 않은 모든 곳에 사용합니다. 그래서 여러 워크로드가 이 계정을 함께 쓰게 되고, 프로젝트가 자동으로 부여하곤 하는 편집자 역할이 있으면 그 모두가 거의 모든 것을 바꿀 수 있습니다. 서비스는 자체 서비스 에이전트로 동작하므로 이 역할이 필요하지 않습니다.',
    '워크로드마다 전용 계정을 만드세요. `iam.automaticIamGrantsForDefaultServiceAccounts` 제약조건은 새 프로젝트에서 자동 부여를 막지만 이미 부여된 역할은 없애지 않습니다. 기본 계정에 부여한 좁은 역할은 정보로만 알립니다. 자동 부여를 막은 곳에서는 그런 역할이 필요하기 때문입니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    broad:
      '기본 서비스 계정에 `{role}` 역할이 있습니다. 전용 계정 없이 실행되는 모든 워크로드가 거의 모든 것을 바꿀 수 있습니다.',
    narrow: '기본 서비스 계정에 부여한 역할은 전용 계정 없이 실행되는 모든 워크로드에 적용됩니다.',
    remove: '기본 서비스 계정 삭제',
    enforce: '자동 부여를 막는 조직 정책 추가(이미 부여된 역할은 그대로)',
  },
} satisfies TranslationOf<typeof rule>;
