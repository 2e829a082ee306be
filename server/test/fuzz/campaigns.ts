import type { Campaign } from './campaign';
import { fixAll, fixAllLevels, fixAllTorn } from './campaigns/fixAll';
import { grants } from './campaigns/grants';
import { levels } from './campaigns/levels';
import { cut, oneFile } from './campaigns/oneFile';
import { overStdio } from './campaigns/overStdio';
import { roles } from './campaigns/roles';
import { secrets } from './campaigns/secrets';
import { styled, styledTorn } from './campaigns/styled';
import { workspace } from './campaigns/workspace';

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
