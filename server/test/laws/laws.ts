import type { Law } from './law';
import { marks } from './law01Marks';
import { good } from './law02Good';
import { fix } from './law03Fix';
import { styles } from './law04Styles';
import { parses } from './law05Parses';
import { halfTyped } from './law06HalfTyped';
import { lineEnds } from './law07LineEnds';
import { several } from './law08Several';
import { unknownValues } from './law09Unknown';
import { fullWords } from './law11Korean';
import { comments } from './law12Comments';
import { sameAgain } from './law13SameAgain';

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
