import type { Campaign } from './campaign';
import { fixAll, fixAllLevels, fixAllTorn } from './fixAll';
import { grants } from './grants';
import { levels } from './levels';
import { cut, oneFile } from './oneFile';
import { overStdio } from './overStdio';
import { roles } from './roles';
import { secrets } from './secrets';
import { styled, styledTorn } from './styled';
import { workspace } from './workspace';

export const campaigns: readonly Campaign[] = [
  oneFile,
  cut,
  fixAll,
  fixAllTorn,
  fixAllLevels,
  levels,
  grants,
  roles,
  workspace,
  secrets,
  styled,
  styledTorn,
  overStdio,
];
