import type rule from '../../../rules/access-level/authoritative-list';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: '목록 하나가 액세스 정책의 액세스 수준이나 경계 전체를 대체합니다.',
  rationale: [
    '이런 목록에서 빠진 항목은 삭제됩니다. 다른 팀이나 다른 모듈, 콘솔에서 만든 수준도 마찬가지입니다. 서비스 경계가 아직 쓰고 있는 수준이 빠져 있을 때만 변경 전체가 실패합니다.',
    '수준과 경계를 각각의 리소스나 명령으로 관리하세요. 목록 하나를 유일한 출처로 쓰려는 것이라면 숨김 주석에 그 이유를 적고, 동시에 일어난 변경이 서로를 되돌리지 않도록 `etag` 값을 함께 보내세요.',
  ].join('\n\n'),
  messages: {
    levels: '액세스 정책의 액세스 수준 중 여기에 없는 것은 삭제됩니다.',
    perimeters: '액세스 정책의 서비스 경계 중 여기에 없는 것은 삭제됩니다.',
    levelsFile: '이 목록을 `replace-all` 명령에 쓰면 액세스 정책의 액세스 수준 중 목록에 없는 것은 모두 삭제됩니다.',
    perimetersFile: '이 목록을 `replace-all` 명령에 쓰면 액세스 정책의 서비스 경계 중 목록에 없는 것은 모두 삭제됩니다.',
  },
} satisfies TranslationOf<typeof rule>;
