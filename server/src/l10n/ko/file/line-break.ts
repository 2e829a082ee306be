import type rule from '../../../rules/file/line-break';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: 'YAML 정책의 한 문자가 눈에는 보이지 않지만 gcloud에는 줄바꿈입니다.',
  rationale:
    'gcloud가 읽는 YAML 1.1은 U+0085, U+2028, U+2029 문자를 줄바꿈으로 보지만, YAML 1.2와 대부분의 편집기는 그렇지 않습니다. 주석 안이라도 이 문자 뒤에 아무도 보지 못하는 바인딩이 적용될 수 있습니다. 공백이나 실제 줄바꿈으로 바꾸세요.',
  messages: { hidden: '보이지 않는 문자이지만 gcloud에는 줄바꿈입니다: U+{code}. 지우세요. 그 뒤의 내용이 읽힙니다.' },
} satisfies TranslationOf<typeof rule>;
