import { functionOf, type TerraformFunction } from './call';
import { collection } from './collection';
import { dateTime } from './dateTime';
import type { Definitions } from './definition';
import { encodings } from './encoding';
import { filesystem } from './filesystem';
import { hashCrypto } from './hashCrypto';
import { ipNetwork } from './ipNetwork';
import { numeric } from './numeric';
import { string } from './string';
import { formatFunctions } from './string/formatFunctions';
import { regexFunctions } from './string/regexFunctions';
import { typeConversion } from './typeConversion';
import { unforeseen } from './unforeseen';

const definitions: Definitions = {
  ...collection,
  ...dateTime,
  ...encodings,
  ...filesystem,
  ...formatFunctions,
  ...hashCrypto,
  ...ipNetwork,
  ...numeric,
  ...regexFunctions,
  ...string,
  ...typeConversion,
  ...unforeseen,
};

/**
 * All of Terraform's functions by their names, but `can` and `try`, which look at expressions rather than values.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions
 */
export const functions: ReadonlyMap<string, TerraformFunction> = new Map(
  Object.entries(definitions).map(([name, definition]) => [name, functionOf(name, definition)]),
);

/** The function of a name, which may be told to be Terraform's own by `core::`. */
export function functionNamed(name: string): TerraformFunction | undefined {
  return functions.get(name.replace(/^core::/, ''));
}
