import type rule from '../../../rules/access-level/open-condition';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '누구나 충족하는 조건이 액세스 수준에 있습니다.',
  rationale: [
    '없거나 비어 있는 필드는 아무것도 요구하지 않고, `0.0.0.0/0`과 `::/0`은 모든 주소입니다. 아무것도 요구하지 않는 조건은 누구나, 어디서나, 어떤 기기에서나 충족합니다.',
    '다른 조건과 `OR`로 결합되었거나 혼자 있으면 액세스 수준과 그 수준이 보호하는 모든 것을 열어 놓습니다. `AND`로 결합되면 해도 득도 없지만, 빠진 요구사항을 알아채지 못하게 합니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    opens: '누구나 이 조건을 충족하므로 액세스 수준이 모두에게 열려 있습니다.',
    addsNothing: '누구나 이 조건을 충족하므로 다른 조건에 더하는 것이 없습니다.',
    either:
      '누구나 이 조건을 충족합니다. OR로 결합하면 액세스 수준이 모두에게 열리고 AND로 결합하면 아무 효과가 없는데, 여기서는 어느 쪽인지 알 수 없습니다.',
    oneVersion:
      '이 범위에는 IPv4와 IPv6 가운데 한쪽 주소만 들어 있으므로, 조건을 없애면 다른 쪽 주소에서 오는 요청이 허용됩니다.',
    remove: '누구나 충족하는 조건 제거',
  },
} satisfies TranslationOf<typeof rule>;
