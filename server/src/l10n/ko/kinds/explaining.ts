import type { words } from '../../../kinds/explaining/words';
import type { TranslationOf } from '../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  notTold: '파일만으로는 알 수 없음',
  mayAskMore: '파일만으로는 알 수 없는 내용이 더 있을 수 있습니다.',
  incomplete: '다른 곳에서 계산되는 부분이 있어 여기에 다 나오지 않습니다. 더 있을 수 있습니다.',
  assumed: '변수가 여기에서 갖는 값이며, 다른 값이 지정될 수 있음',
};

export default korean;
