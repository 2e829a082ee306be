import type rule from '../../../rules/file/syntax';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: '정책이 있는 파일의 구문이 잘못되었거나, 이름은 JSON인데 내용이 YAML입니다.',
  rationale:
    '구문 오류 주변은 일부만 읽을 수 있으므로, 문제가 없어 보이는 파일도 그렇지 않을 수 있습니다. 첫 번째 오류를 고치면 가려졌던 내용이 검사됩니다. 이름이 `.json`으로 끝나는 파일의 YAML은 YAML로 검사하지만, 다른 도구는 거부합니다. 편집기에서 열려 있는 문서에 대해서는 JSON이나 YAML 확장이 둘 다 알려 줍니다.',
  messages: {
    broken: '{format} 구문 오류: 이 파일은 일부만 검사했습니다. 오류를 고치세요.',
    yamlInJson: 'JSON 이름의 파일에 있는 YAML: YAML로 검사했습니다. 파일 이름을 바꾸거나 JSON으로 쓰세요.',
  },
} satisfies TranslationOf<typeof rule>;
