import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/terraform/unknown-argument';
import { refusals } from '../refusals';

export default {
  summary: '프로바이더가 받지 않는 인수나 블록이 리소스에 있습니다.',
  rationale: [
    '프로바이더가 모르는 인수가 있으면 Terraform이 구성 전체를 거부하므로, 모듈이 부여하려던 권한도 적용되지 않습니다. 대부분 철자가 틀렸거나, 프로바이더의 이름(`audit_log_config`) 대신 API의 이름(`auditLogConfigs`)을 쓴 경우입니다.',
    '여기에 담긴 스키마보다 새 프로바이더가 더 많은 인수를 받을 수 있습니다. 그래서 비슷한 이름이 없으면 정보로만 알립니다.',
    'VS Code에서는 HashiCorp 확장 프로그램도 같은 내용을 알립니다. 그 확장이 켜져 있으면 `leastwise.terraform.arguments` 설정이 `on`일 때만 이 규칙이 동작합니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    misspelt: '`{name}`: 여기서는 `{meant}` 이름으로 씁니다. 프로바이더가 거부합니다.',
    unknown: '`{name}`: {date} 프로바이더 기준으로 `{block}`에 없는 이름입니다. 지우거나 새 버전에서 확인하세요.',
    computed: '`{name}`: 프로바이더가 정하는 값입니다. 지우세요.',
    rename: '{meant} 이름으로 변경',
  },
} satisfies TranslationOf<typeof rule>;
