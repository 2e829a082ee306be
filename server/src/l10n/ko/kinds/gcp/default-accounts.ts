import type { words } from '../../../../kinds/gcp/default-accounts/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {
    it: 'Terraform이 기본 서비스 계정을 다루는 방식',
  },
  fields: {},
  values: {},
};

export default korean;
