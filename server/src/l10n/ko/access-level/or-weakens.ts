import type rule from '../../../rules/access-level/or-weakens';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '종류가 다른 요구사항이 OR로 결합되어 서로를 우회할 수 있습니다.',
  rationale: [
    '한 조건에 네트워크, 다른 조건에 관리 기기를 두고 `OR`로 결합하면 그 네트워크의 모든 기기와 어디에 있든 그 기기가 허용됩니다. 의도한 경우는 드물고, 대개는 긴급 액세스 사용자를 위해 `OR`을 쓰면서 나머지까지 느슨해진 것입니다.',
    '요구사항을 한 조건에 모으면 그 안의 필드를 모두 충족해야 합니다. 그 옆에 `members`만 있는 조건을 두세요. 두 사무실처럼 같은 종류의 조건이 여럿인 경우는 원래 대안이므로 검사하지 않습니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    different: '다음 요구사항 중 하나만 충족하면 됩니다: {kinds}. OR로 결합되어 있어 서로를 우회할 수 있습니다.',
    requireAll: '모두 요구하기(액세스가 줄어듦)',
    oneKindTwice: '같은 종류를 요구하는 조건이 둘 이상이라 모두 충족하는 요청이 없을 수 있습니다. 먼저 한 목록으로 합치세요.',
    needsSecondLevel:
      '조건을 하나로 합칠 수 없어 두 번째 액세스 수준이 필요하지만 이 파일에는 담을 수 없습니다. 조건을 새 수준으로 옮겨 AND로 결합하고 여기서 그 수준을 요구하세요.',
  },
} satisfies TranslationOf<typeof rule>;
