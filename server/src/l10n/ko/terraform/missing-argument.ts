import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/terraform/missing-argument';
import { refusals } from '../refusals';

export default {
  summary: '프로바이더가 요구하는 인수나 블록이 리소스에 없습니다.',
  rationale: [
    '필수 인수가 없거나 `null`이면 Terraform이 구성을 거부합니다. 변수에 따라 `null`이 될 수도 있는 값, `dynamic` 블록, override 파일처럼 글만으로 알 수 없는 것은 없다고 보지 않습니다.',
    'VS Code에서는 HashiCorp 확장 프로그램도 같은 내용을 알립니다. 그 확장이 켜져 있으면 `leastwise.terraform.arguments` 설정이 `on`일 때만 이 규칙이 동작합니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    missing: '`{block}` 블록에 필수 항목이 없습니다: {names}. 프로바이더가 거부합니다.',
    one: '`{block}` 블록에는 다음 중 꼭 하나가 있어야 합니다: {names}.',
    some: '`{block}` 블록에는 다음 중 하나 이상이 있어야 합니다: {names}.',
    null: '`null` 값은 없는 것과 같습니다. 필수 항목입니다: `{names}`.',
    add: '{names} 추가',
  },
} satisfies TranslationOf<typeof rule>;
