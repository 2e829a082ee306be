import type { FormatName } from '../syntax/format';

/**
 * Whether a text can hold anything that `summarise` reads, told without parsing it: most files of a workspace can't. May be
 * wrong only in saying yes.
 */
export function mayHoldFacts(text: string, format: FormatName, uri: string): boolean {
  if (/\.tfvars(\.json)?$/.test(uri)) return true;
  return (format === 'json' || format === 'yaml' ? inPolicyFiles : inTerraform).test(text);
}

const inPolicyFiles = /memberKey|access_?level|^conditions:/im;

const inTerraform = /\b(?:locals|variable|module)\b|google|access_?level/i;
