import type { words } from '../../../../kinds/gcp/key-file/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {
    it: '서비스 계정 키 파일',
  },
  fields: {},
  values: {},
};

export default korean;
