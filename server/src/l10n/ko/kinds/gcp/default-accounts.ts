import type { words } from '../../../../kinds/gcp/default-accounts/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {
    it: 'Terraform이 기본 서비스 계정을 다루는 방식',
  },
  fields: {
    'resource.project': '기본 서비스 계정을 다룰 프로젝트입니다.',
    'resource.action': '기본 서비스 계정에 할 작업입니다.',
    'resource.restorePolicy':
      '이 리소스를 destroy할 때 서비스 계정을 되돌리는 방법입니다. 생략하면 `REVERT`입니다. `DEPRIVILEGE` 다음에는 효과가 없습니다.',
  },
  values: {
    DEPRIVILEGE: '서비스 계정의 역할을 회수하고 계정은 그대로 둡니다.',
    DISABLE: '서비스 계정을 사용 중지합니다. 나중에 다시 사용 설정할 수 있습니다.',
    DELETE: '서비스 계정을 삭제합니다. 이 계정으로 실행되는 작업이 중단됩니다.',
    REVERT: '작업을 되돌립니다. 되돌릴 수 없으면 실패합니다.',
    REVERT_AND_IGNORE_FAILURE: '되돌릴 수 있으면 되돌리고, 실패해도 계속합니다.',
    NONE: '되돌리지 않고 서비스 계정을 그대로 둡니다.',
  },
};

export default korean;
