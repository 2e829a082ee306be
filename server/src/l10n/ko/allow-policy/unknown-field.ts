import type rule from '../../../rules/allow-policy/unknown-field';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '정책에 API가 알지 못하는 필드가 있습니다.',
  rationale: [
    'API는 모르는 필드가 있는 정책을 거부합니다. 그런 필드를 조용히 버리는 도구는 더 위험합니다. `condition`의 철자가 틀리면 조건 없는 부여가 됩니다.',
    '정책에는 메모를 적을 자리가 없습니다. 메모는 YAML이나 Terraform의 주석, 또는 조건의 설명에 적으세요.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    misspelt: '`{field}` 필드는 API에 없고, `{meant}` 필드는 있습니다.',
    policy: '정책에는 `{field}` 필드가 없습니다.',
    binding: '바인딩에는 `{field}` 필드가 없습니다.',
    condition: '조건에는 `{field}` 필드가 없습니다.',
    auditConfig: '감사 구성에는 `{field}` 필드가 없습니다.',
    auditLogConfig: '감사 로그 구성에는 `{field}` 필드가 없습니다.',
    rename: '이름을 {meant} 필드로 변경',
    renameDropped: '이름을 {meant} 필드로 변경하여 적용되게 함',
  },
} satisfies TranslationOf<typeof rule>;
