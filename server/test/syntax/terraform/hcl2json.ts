import { createRequire } from 'node:module';

/**
 * HashiCorp's own parser. Required by hand because its declarations pull in the library of the browser's page, which
 * contradicts the worker's.
 */
export const hcl2json: {
  /** The file as Terraform's JSON; rejects what Terraform would. */
  parse(name: string, text: string): Promise<Readonly<Record<string, unknown>>>;
} = createRequire(import.meta.url)('@cdktn/hcl2json');
