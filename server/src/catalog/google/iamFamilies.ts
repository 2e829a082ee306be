import { packedFamilies } from './iamFamilies.data';

/** The arguments of Terraform's IAM resources that say what their policy hangs on. */
export interface ParentArguments {
  readonly required: readonly string[];
  /** Taken from the provider, or from a required one, where they are absent. */
  readonly optional: readonly string[];
}

/** By the family, `google_storage_bucket`; undefined for one that isn't known. */
export function parentArguments(family: string): ParentArguments | undefined {
  return families().get(family);
}

let byFamily: ReadonlyMap<string, ParentArguments> | undefined;

function families(): ReadonlyMap<string, ParentArguments> {
  byFamily ??= new Map(
    packedFamilies.split('\n').map((line) => {
      const [family = '', required = '', optional = ''] = line.split(' ');
      return [`google_${family}`, { required: namesIn(required), optional: namesIn(optional) }];
    }),
  );
  return byFamily;
}

function namesIn(list: string): readonly string[] {
  return list === '' ? [] : list.split(',');
}
