import type rule from '../../../rules/access-level/invalid-field';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '액세스 수준에 거부되는 필드나 값이 있습니다.',
  rationale: [
    'API와 gcloud는 필드를 `ipSubnetworks`, `requireCorpOwned`처럼 camelCase로 쓰고 Terraform은 `ip_subnetworks`, `require_corp_owned`처럼 밑줄로 씁니다. 다른 표기로 적은 필드와 필드가 받지 않는 값은 거부됩니다.',
    '액세스 수준에는 `basic`과 `custom` 중 하나만 있습니다. 한 조건에 공인 서브넷과 VPC 네트워크를 함께 적을 수 없고, `requireVerifiedChromeOs`는 Chrome OS에만 쓰며, 조건은 40개, 목록의 항목은 200개까지입니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    unknownField: '액세스 수준의 이 자리에는 `{field}` 필드가 없습니다.',
    misspelt: '`{field}` 필드는 여기서 `{meant}` 표기로 적습니다.',
    wrongValue: '`{field}` 필드에는 `{value}` 값을 쓸 수 없습니다. 쓸 수 있는 값: {values}.',
    both: '액세스 수준에는 `basic`과 `custom` 중 하나만 쓸 수 있습니다.',
    neither: '액세스 수준에는 `basic`과 `custom` 중 하나가 있어야 합니다.',
    exclusive: '`{field}` 필드와 `{other}` 필드는 한 조건에 함께 쓸 수 없습니다.',
    notChromeOs: '`{field}` 필드는 DESKTOP_CHROME_OS에만 쓸 수 있습니다.',
    tooManyConditions: '액세스 수준의 조건은 {limit}개까지인데 이 조건은 그 수를 넘습니다.',
    tooManyItems: '조건의 목록은 항목 {limit}개까지인데 이 항목은 그 수를 넘습니다.',
    rename: '{meant} 필드로 이름 변경',
    write: '{value} 값으로 변경',
  },
} satisfies TranslationOf<typeof rule>;
