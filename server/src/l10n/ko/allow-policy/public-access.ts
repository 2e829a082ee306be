import type rule from '../../../rules/allow-policy/public-access';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '역할이 인터넷의 모든 사람에게 부여되어 있습니다.',
  rationale: [
    '`allUsers`는 로그인 여부와 관계없이 모든 사람이고, `allAuthenticatedUsers`는 Google 계정이 있는 모든 사람입니다. 계정은 누구나 금방 만들 수 있으므로 아무것도 막지 못합니다.',
    '역할이 필요한 사람과 워크로드를 지정하세요. 공개 웹사이트의 버킷이나 공개 서비스처럼 읽거나 호출하기만 하는 역할을 그 리소스 자체에 부여한 경우에는 경고로만 알립니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    public: '`{member}` 때문에 `{role}` 역할이 인터넷의 모든 사람에게 열려 있습니다.',
    publicUnknownRole: '`{member}` 때문에 이 역할이 인터넷의 모든 사람에게 열려 있습니다.',
    remove: '{member} 삭제',
  },
} satisfies TranslationOf<typeof rule>;
