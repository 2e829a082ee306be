import { keepsStyle } from '../../properties/style';
import { styledDocuments, tornDocuments } from '../../properties/styledDocuments';
import { type Campaign, campaign } from '../campaign';

/** However a document is written, actions keep its comments and its style. */
export const styled: Campaign = campaign('documents in many styles', 10, styledDocuments(), async (document, step) => {
  step(JSON.stringify(document));
  await keepsStyle(document);
});

/** The same where blocks end early, as long as a line is being typed. */
export const styledTorn: Campaign = campaign(
  'blocks that end early in many styles',
  10,
  tornDocuments(),
  async (document, step) => {
    step(JSON.stringify(document));
    await keepsStyle(document);
  },
);
