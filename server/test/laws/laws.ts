import { marks } from './each/law01Marks';
import { good } from './each/law02Good';
import { fix } from './each/law03Fix';
import { styles } from './each/law04Styles';
import { parses } from './each/law05Parses';
import { halfTyped } from './each/law06HalfTyped';
import { lineEnds } from './each/law07LineEnds';
import { several } from './each/law08Several';
import { unknownValues } from './each/law09Unknown';
import { fullWords } from './each/law11Korean';
import { comments } from './each/law12Comments';
import { sameAgain } from './each/law13SameAgain';
import type { Law } from './law';

/** The laws of pairs; what is asked of a rule as a whole stands in `law10Identity.ts` and `law11Korean.ts`. */
export const laws: readonly Law[] = [
  marks,
  good,
  fix,
  styles,
  parses,
  halfTyped,
  lineEnds,
  several,
  unknownValues,
  fullWords,
  comments,
  sameAgain,
];
