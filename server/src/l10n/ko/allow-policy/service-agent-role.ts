import type rule from '../../../rules/allow-policy/service-agent-role';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: 'Google 서비스 에이전트용 역할을 다른 주체에 부여합니다.',
  rationale: [
    'Google은 여러 서비스를 서비스 에이전트로 실행하며, 에이전트마다 전용 역할이 있습니다. 이런 역할에는 서비스 내부에서 필요한 권한이 들어 있어, 서비스 계정으로 작업하거나 모든 버킷을 읽는 것처럼 이름만 보고는 예상하기 어려운 권한이 많습니다. Google이 예고 없이 내용을 바꾸기도 합니다.',
    '대신 사람이나 워크로드용 역할을 부여하세요. 어떤 역할이 맞는지는 하려는 일에 따라 다릅니다.',
  ].join('\n\n'),
  messages: {
    granted: '`{role}` 역할은 Google 서비스 에이전트용입니다. 사람이나 워크로드용 역할을 부여하세요.',
  },
} satisfies TranslationOf<typeof rule>;
