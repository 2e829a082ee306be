import type rule from '../../../rules/allow-policy/impossible-service-account';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: '구성원이 존재할 수 없는 서비스 계정입니다.',
  rationale: [
    '서비스 계정의 ID는 영문 소문자, 숫자, 하이픈으로 된 6~30자입니다. 영문자로 시작하고 하이픈으로 끝나지 않습니다. 프로젝트 ID의 형식도 같습니다. (2026-08-22 기준) 이 규칙에 맞지 않는 주소는 아무도 가리키지 않으므로 잘못 적었을 가능성이 큽니다.',
    'Google이 자체 서비스를 위해 만든 계정은 형식이 다르므로 알리지 않습니다.',
  ].join('\n\n'),
  messages: {
    accountId: '서비스 계정의 ID는 `{id}`일 수 없습니다.',
    projectId: '프로젝트 ID는 `{id}`일 수 없습니다.',
    projectNumber: '프로젝트 번호가 될 수 없습니다: `{id}`.',
  },
} satisfies TranslationOf<typeof rule>;
