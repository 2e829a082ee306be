import { vocabulary } from '../speech';

export const words = vocabulary('explaining', {
  notTold: 'not told by the text',
  mayAskMore: 'There may be more that the text does not tell.',
  incomplete: 'Parts of it are computed elsewhere and are not told here: there may be more.',
  assumed: 'a variable has this value here; it may be given another one',
});
