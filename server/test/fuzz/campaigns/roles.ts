import { roleDocuments } from '../../properties/roles/documents';
import { offersNoBroaderRole } from '../../properties/roles/laws';
import { campaign } from '../campaign';

/** Whatever is offered for a misspelt role allows no more than what surely stands there. */
export const roles = campaign('misspelt roles', 20, roleDocuments, async (document, step) => {
  step(document.text);
  await offersNoBroaderRole(document);
});
