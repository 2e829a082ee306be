import type { words } from '../../../../kinds/gcp/authoritative-list/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {
    it: '액세스 정책의 나머지를 모두 대체하는 목록',
  },
  fields: {},
  values: {},
};

export default korean;
