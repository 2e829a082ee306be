import type { words } from '../../../../kinds/file/named-values/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {
    it: '아직 채워야 할 값이 있는 글',
  },
  fields: {},
  values: {},
};

export default korean;
