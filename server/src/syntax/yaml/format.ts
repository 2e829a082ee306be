import { rangeOfError } from '../errorRange';
import type { Format } from '../format';
import { parseStream } from './parse';
import { withLineFeeds } from './reading/lineFeeds';
import { firstErrorAt } from './reading/readDocument';
import { renderEdits } from './render';
import { segmentsOf } from './segments';

/** YAML 1.2 with the core schema, which is what the tools that read policies agree on. */
export const yamlFormat: Format = {
  name: 'yaml',
  parse: (text, previous) => parseStream(yamlFormat, text, previous),
  render: renderEdits,
  keepFormatted: (_, edits) => edits,
  segments: (root, node) => segmentsOf(root.text, node),
  firstError: ({ text }) => rangeOfError(text, firstErrorAt(withLineFeeds(text))),
};
