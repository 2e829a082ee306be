import { jsonWriter } from './jsonOutput';
import { prettyWriter } from './prettyOutput';
import type { Writer, WriterOptions } from './writer';

/** All that `--format` takes. */
export const outputFormats = {
  pretty: prettyWriter,
  json: jsonWriter,
} as const satisfies Readonly<Record<string, (options: WriterOptions) => Writer>>;

export type OutputFormat = keyof typeof outputFormats;

export function isOutputFormat(name: unknown): name is OutputFormat {
  return typeof name === 'string' && Object.hasOwn(outputFormats, name);
}
