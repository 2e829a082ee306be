import type { Format } from '../format';
import { keepFormatted } from './aligned/keepFormatted';
import { parseTerraform } from './parse';
import { renderTerraform } from './render';
import { segmentsOf } from './segments';

export const terraformFormat: Format = {
  name: 'terraform',
  parse: (text, previous, wants) => parseTerraform(terraformFormat, text, previous, wants),
  render: renderTerraform,
  keepFormatted,
  segments: segmentsOf,
};
