import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/service-account/key-file';

export default {
  summary: '서비스 계정의 개인 키가 파일에 들어 있습니다.',
  rationale: [
    '이 파일이나 그 사본, 저장소 기록을 읽을 수 있는 사람은 어디서든 이 서비스 계정으로 행세할 수 있습니다. 키를 사용 중지한 다음 삭제하세요. 파일에서 지우는 것만으로는 이미 본 사람에게서 키를 되찾을 수 없습니다. 키로 무엇을 했는지 감사 로그에서 확인하세요.',
    '그다음 워크로드가 키 없이 인증하도록 바꾸세요. 방법은 `service-account/key` 규칙에 있습니다. 키처럼 보이기만 하는 견본은 정보로만 알립니다. Leastwise는 메시지에도, 인용하는 줄에도 키를 표시하지 않습니다.',
  ].join('\n\n'),
  messages: {
    whole: '서비스 계정의 개인 키가 그대로 드러나 있습니다. 키를 사용 중지하고 삭제한 뒤 누가 사용했는지 확인하세요.',
    sample: '서비스 계정 키 파일과 같은 형식입니다. 실제 키가 여기에 들어가지 않게 하세요.',
  },
} satisfies TranslationOf<typeof rule>;
