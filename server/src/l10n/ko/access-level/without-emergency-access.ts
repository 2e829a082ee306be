import type rule from '../../../rules/access-level/without-emergency-access';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '액세스 수준에 긴급 액세스 사용자가 들어올 길이 없습니다.',
  rationale: [
    '사무실 네트워크의 주소가 바뀌거나 기기 인벤토리에 장애가 나면 액세스 수준은 모두를 한꺼번에 차단합니다. 고칠 수 있는 사람까지 막힙니다. 액세스 수준 자체에서 긴급 액세스 사용자를 한 명 이상 제외해 두면 그 수준을 쓰는 모든 곳에 예외가 적용됩니다.',
    '예외는 `members`만 있는 조건을 다른 조건과 `OR`로 결합해 만듭니다. 한 조건 안의 필드는 AND로 결합되므로 리전 옆에 구성원을 적어도 아무도 제외되지 않습니다. 조건 사이가 `AND`이면 오히려 그 사용자만 들어올 수 있습니다.',
    '다른 액세스 수준에서만 요구하는 수준은 검사하지 않습니다(`leastwise.accessLevels.exemptBuildingBlocks`).',
  ].join('\n\n'),
  messages: {
    ...refusals,
    missing:
      '이 액세스 수준의 조건이 충족되지 않으면 아무도 들어올 수 없습니다. 긴급 액세스 사용자만으로 충족되는 조건이 없습니다.',
    membersAnded: '`members` 조건이 AND로 결합되어 있어, 사용자를 제외하는 대신 그 사용자에게만 액세스를 허용합니다.',
    membersInside: '`members` 필드가 다른 요구사항과 같은 조건에 있어, 지정한 사용자도 그 요구사항을 충족해야 합니다.',
    missingCustom: '이 표현식이 거짓이면 아무도 들어올 수 없습니다. 긴급 액세스 사용자를 위한 대안이 없습니다.',
    add: '긴급 액세스 OR 조건 추가',
    notUsers: '`leastwise.emergencyAccess.members` 설정에 `user:` 주소가 아닌 값이 있습니다. 설정부터 고치세요.',
    needsSecondLevel:
      '모든 조건을 함께 충족해야 하는데 하나로 합칠 수 없습니다. 두 번째 액세스 수준이 필요하지만 이 파일에는 담을 수 없으니, 조건을 새 수준으로 옮기고 여기서 그 수준을 요구한 뒤 긴급 액세스 조건을 추가하세요.',
  },
} satisfies TranslationOf<typeof rule>;
