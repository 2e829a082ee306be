import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/service-account/key-without-rotation';

export default {
  summary: '서비스 계정 키가 교체되지 않습니다.',
  rationale: [
    'Terraform으로 만든 키는 무언가가 교체할 때까지 유효하고, 그동안 복사된 키도 모두 유효합니다. `keepers` 값을 `time_rotating` 리소스에 연결하세요. 기한이 지나면 다음 apply에서 새 키를 만들고 이전 키를 삭제합니다.',
    '값이 변하지 않는 `keepers` 맵은 아무것도 교체하지 않습니다.',
  ].join('\n\n'),
  messages: {
    never:
      '이 키를 교체하는 설정이 없어, 키나 상태 파일을 얻은 사람은 계속 이 계정이 됩니다. `keepers` 값을 `time_rotating` 리소스에 연결하세요.',
  },
} satisfies TranslationOf<typeof rule>;
