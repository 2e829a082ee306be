/** What a reader of YAML 1.1 takes a plain scalar for. */
export type PlainType = 'text' | 'truth' | 'number' | 'date' | 'null';

/**
 * As the two common readers of YAML 1.1 take it, PyYAML and ruamel.yaml, which differ in short truth values and in exponents.
 *
 * @see https://yaml.org/type/ and https://github.com/yaml/pyyaml/blob/main/lib/yaml/resolver.py
 */
export function plainTypes(text: string): readonly [PlainType, PlainType] {
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return ['null', 'null'];
  if (truth.test(text)) return ['truth', 'truth'];
  if (/^[yYnN]$/.test(text)) return ['text', 'truth'];
  if (date.test(text) || time.test(text)) return ['date', 'date'];
  if (integer.test(text) || float.test(text)) return ['number', 'number'];
  return /^[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/.test(text) ? ['text', 'number'] : ['text', 'text'];
}

const truth = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const date = /^\d{4}-\d\d-\d\d$/;
const time = /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?$/;
const integer = /^[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*(?::[0-5]?[0-9])*|0x[0-9a-fA-F_]+)$/;
const float =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
