import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/terraform/invalid-value';
import { refusals } from '../refusals';

export default {
  summary: '프로바이더가 받지 않는 값이거나, 요구하는 형식과 다릅니다.',
  rationale: [
    '일부 인수는 프로바이더가 값을 직접 확인합니다. 정해진 단어(`stage`, `key_algorithm`, `perimeter_type`)와 ID의 형식(`account_id`, `role_id`, `workload_identity_pool_id`)이 그렇습니다. 대소문자도 구분합니다. 맞지 않으면 Terraform이 구성을 바로 거부합니다.',
    'API에는 있지만 프로바이더의 목록에 없는 단어는 경고로 알립니다. 새 프로바이더는 받을 수 있습니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    choice: '`{name}`에 쓸 수 없는 값입니다: `{value}`. 가능한 값: {choices}.',
    newer: '`{value}`: 새로 생긴 값이라 {date} 프로바이더가 `{name}`에서 거부합니다. 새 버전을 쓰세요.',
    format: '`{value}`: `{name}` 형식이 아닙니다. `{example}`처럼 써야 프로바이더가 받습니다.',
    write: '{value} 값으로 변경',
  },
} satisfies TranslationOf<typeof rule>;
