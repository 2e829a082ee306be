import { documents } from '../properties/fixAll/documents';
import { repairsNoMoreThanIsMeant } from '../properties/fixAll/laws';
import { campaign } from './campaign';

/** All safe repairs at once give nobody what the text doesn’t surely say. */
export const fixAll = campaign('all safe repairs', 30, documents, async (document, step) => {
  step(document.text);
  await repairsNoMoreThanIsMeant(document);
});
