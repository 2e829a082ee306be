import type { Format } from '../format';
import { parseTerraform } from './parse';
import { renderTerraform } from './render';
import { segmentsOf } from './segments';

export const terraformFormat: Format = {
  name: 'terraform',
  parse: (text, previous) => parseTerraform(terraformFormat, text, previous),
  render: renderTerraform,
  segments: segmentsOf,
};
