import { documents, tornDocuments } from '../../properties/fixAll/documents';
import { letsInNoMoreThanIsMeant, repairsNoMoreThanIsMeant } from '../../properties/fixAll/laws';
import { levels } from '../../properties/fixAll/levels';
import { campaign } from '../campaign';

/** All safe repairs of access levels let nobody in who wasn’t meant to get in. */
export const fixAllLevels = campaign('all safe repairs of levels', 30, levels, async (level, step) => {
  step(level.text);
  await letsInNoMoreThanIsMeant(level);
});

/** All safe repairs at once give nobody what the text doesn’t surely say. */
export const fixAll = campaign('all safe repairs', 30, documents, async (document, step) => {
  step(document.text);
  await repairsNoMoreThanIsMeant(document);
});

/** The same where blocks end early, as long as a line is being typed. */
export const fixAllTorn = campaign('all safe repairs of blocks that end early', 20, tornDocuments, async (document, step) => {
  step(document.text);
  await repairsNoMoreThanIsMeant(document);
});
