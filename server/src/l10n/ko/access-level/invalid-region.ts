import type rule from '../../../rules/access-level/invalid-region';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '액세스 수준의 조건에 ISO 3166-1 국가 코드가 아닌 리전이 있습니다.',
  rationale:
    '조건의 `regions`에는 국가와 지역을 ISO 3166-1 두 글자 코드로, `KR`, `GB`처럼 대문자로 적습니다. `asia-northeast3` 같은 Google Cloud 위치를 적는 곳이 아닙니다. 배정되지 않은 코드는 어떤 요청과도 일치하지 않으므로 허용하려던 사람이 들어오지 못합니다.',
  messages: {
    ...refusals,
    unknown: '`{region}` 값은 ISO 3166-1 국가 코드가 아닙니다.',
    cloudLocation: '`{region}` 값은 Google Cloud 위치로 보입니다. 여기에는 국가 코드를 적습니다.',
    userAssigned: '`{region}` 코드는 ISO가 사용자에게 맡겨 둔 코드라 어떤 요청과도 일치하지 않을 수 있습니다.',
    write: '{region} 코드로 변경',
  },
} satisfies TranslationOf<typeof rule>;
