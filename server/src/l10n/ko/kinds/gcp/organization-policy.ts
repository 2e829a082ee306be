import type { words } from '../../../../kinds/gcp/organization-policy/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {
    policy: '조직 정책',
    legacy: 'API 첫 버전 형식의 조직 정책',
  },
  fields: {
    etag: '정책의 버전입니다. 이전 버전을 기준으로 한 변경은 거부됩니다.',
    'policy.name':
      '정책을 설정할 대상과 제약조건입니다. `organizations/…/policies/…`, `folders/…/policies/…`, `projects/…/policies/…` 형식이며 제약조건 앞에 `constraints/`를 붙이지 않습니다.',
    'policy.parent': '정책을 설정할 대상입니다. `organizations/…`, `folders/…`, `projects/…` 형식으로 적습니다.',
    'policy.spec': '실제로 적용되는 정책입니다.',
    'policy.dryRunSpec': '테스트 실행(dry run) 정책입니다. 위반을 로그에 남길 뿐 차단하지 않습니다.',
    'spec.rules':
      '제약조건이 허용하거나 시행하는 내용입니다. 부울 제약조건에는 조건 없는 규칙이 하나 있어야 하며, 조건이 있는 규칙을 더할 수 있습니다.',
    'spec.inheritFromParent': '상위 정책의 값을 대체하지 않고 여기의 값과 합칩니다. 목록 제약조건에만 씁니다.',
    'spec.reset': '상위 정책을 모두 무시하고 제약조건의 기본값으로 되돌립니다. `rules`와 함께 쓸 수 없습니다.',
    'rule.enforce': '제약조건을 시행할지 정합니다. 부울 제약조건과 관리형 제약조건에 씁니다.',
    'rule.values': '허용하거나 거부할 값입니다. 목록 제약조건에 씁니다.',
    'rule.allowAll': '모든 값을 허용합니다. 목록 제약조건에 씁니다.',
    'rule.denyAll': '모든 값을 거부합니다. 목록 제약조건에 씁니다.',
    'rule.condition': '규칙을 특정 태그가 있는 리소스에만 적용합니다.',
    'rule.parameters': '관리형 제약조건의 매개변수입니다.',
    'values.allowedValues': '허용할 값입니다. `under:`는 리소스의 하위 전체를, `is:`는 정확히 그 값 하나를 가리킵니다.',
    'values.deniedValues': '거부할 값입니다. `under:`는 리소스의 하위 전체를, `is:`는 정확히 그 값 하나를 가리킵니다.',
    'condition.expression':
      'CEL 표현식입니다. `resource.matchTag(…)`, `resource.matchTagId(…)`를 `&&`, `||`로 결합합니다. 참일 때 규칙이 적용됩니다.',
    'condition.title': '조건의 짧은 이름입니다.',
    'condition.description': '조건의 목적을 사람에게 알리는 설명입니다.',
    'condition.location': '오류 메시지에 쓰이는 표현식의 출처입니다.',
    'legacy.parent': '정책을 설정할 대상입니다.',
    'legacy.constraint': '정책이 다루는 제약조건입니다. `constraints/…` 형식으로 적습니다.',
    'legacy.booleanPolicy': '부울 제약조건을 시행할지 정합니다.',
    'legacy.listPolicy': '목록 제약조건에서 허용하거나 거부할 값입니다.',
    'legacy.restoreDefault': '상위 정책을 모두 무시하고 제약조건의 기본값으로 되돌립니다.',
    'legacy.version': '정책 형식의 버전입니다.',
    'booleanPolicy.enforced': '제약조건을 시행할지 정합니다.',
    'listPolicy.allowedValues': '허용할 값입니다.',
    'listPolicy.deniedValues': '거부할 값입니다.',
    'listPolicy.allValues': '값 목록 대신 모든 값을 허용하거나 거부합니다.',
    'listPolicy.suggestedValue': '콘솔에서 사람에게 제안하는 값입니다.',
    'listPolicy.allow': '일부 또는 모든 값을 허용합니다. `deny`와 함께 쓸 수 없습니다.',
    'listPolicy.deny': '일부 또는 모든 값을 거부합니다. `allow`와 함께 쓸 수 없습니다.',
    'side.values': '대상 값입니다. `under:`는 리소스의 하위 전체를, `is:`는 정확히 그 값 하나를 가리킵니다.',
    'allow.all': '모든 값을 허용합니다.',
    'deny.all': '모든 값을 거부합니다.',
    'restorePolicy.default': '제약조건의 기본값으로 되돌릴지 정합니다.',
  },
  values: {
    TRUE: '예. Terraform 프로바이더는 여기에서 텍스트를 받습니다.',
    FALSE: '아니요. Terraform 프로바이더는 여기에서 텍스트를 받습니다.',
    ALLOW: '모든 값을 허용합니다.',
    DENY: '모든 값을 거부합니다.',
  },
};

export default korean;
