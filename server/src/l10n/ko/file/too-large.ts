import type rule from '../../../rules/file/too-large';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: '파일이나 그 일부가 너무 크거나 깊이 중첩되어 검사하지 않습니다.',
  rationale:
    '편집기가 느려지지 않도록 8 MB를 넘는 파일과 500단계보다 깊이 중첩된 부분은 검사하지 않습니다. 클라우드가 받아들이는 정책은 어느 쪽 한도에도 가까이 가지 않습니다. 파일을 나누거나 `leastwise.exclude` 설정으로 제외하세요.',
  messages: {
    tooLong: '너무 커서 검사하지 않습니다. 나누거나 leastwise.exclude 설정으로 제외하세요.',
    tooDeep: '500단계보다 깊이 중첩된 부분은 검사하지 않습니다.',
  },
} satisfies TranslationOf<typeof rule>;
