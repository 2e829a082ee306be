import fc from 'fast-check';
import { levels as levelFiles } from '../../properties/levels/generate';
import { checkActions } from '../../properties/levels/property';
import { requests } from '../../properties/levels/requests';
import { type Campaign, campaign } from '../campaign';

const input = fc.record({ levels: levelFiles, asked: fc.noShrink(fc.array(requests, { minLength: 25, maxLength: 25 })) });

/** Whatever a rule on access levels offers, who passes stays as the action says. */
export const levels: Campaign = campaign('actions on access levels', 5, input, async ({ levels: drawn, asked }, step) => {
  step(JSON.stringify(drawn.files));
  await checkActions(drawn, asked);
});
