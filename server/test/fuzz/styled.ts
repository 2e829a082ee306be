import { keepsStyle } from '../properties/style';
import { styledDocuments } from '../properties/styledDocuments';
import { type Campaign, campaign } from './campaign';

/** However a document is written, actions keep its comments and its style. */
export const styled: Campaign = campaign('documents in many styles', 10, styledDocuments(), async (document, step) => {
  step(JSON.stringify(document));
  await keepsStyle(document);
});
