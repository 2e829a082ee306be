import type { words } from '../../../../kinds/gcp/service-account-key/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {
    it: 'Terraform이 만들거나 쓰는 서비스 계정 키',
  },
  fields: {},
  values: {},
};

export default korean;
