import { parentArguments } from '../../../../catalog/google/iamFamilies';
import type { ResourceInstance } from '../../../../workspace/terraform/modules/moduleInstance';
import type { GrantTarget } from '../../../grantTable';
import { asText, lackIn } from './lack';

/** What the resource grants access to, by the argument that names it. */
export function parentOf(instance: ResourceInstance): string | undefined {
  for (const [argument] of parents) {
    const value = instance.argument(argument);
    if (value?.kind === 'string') return named(argument, value.text);
  }
  return undefined;
}

/** By all the arguments that name it, so that two services of one project are two things. */
export function targetOf(instance: ResourceInstance, family: string): GrantTarget {
  const { required, optional } = parentArguments(family) ?? { required: parents.map(([argument]) => argument), optional: [] };
  const parts = [...required, ...optional].map((argument) => {
    const value = asText(instance.argument(argument));
    if (value?.kind === 'string') return named(argument, value.text);
    return value === undefined || value.kind === 'null' ? undefined : lackIn(value);
  });
  return { kind: family, parts };
}

function named(argument: string, text: string): string {
  return text.includes('/') ? text : `${parents.find(([name]) => name === argument)?.[1] ?? ''}${text}`;
}

/** The narrower ones first: most resources say their project, too. */
const parents: readonly (readonly [string, string])[] = [
  ['bucket', 'buckets/'],
  ['service_account_id', ''],
  ['topic', 'topics/'],
  ['subscription', 'subscriptions/'],
  ['secret_id', 'secrets/'],
  ['dataset_id', 'datasets/'],
  ['crypto_key_id', ''],
  ['key_ring_id', ''],
  ['repository', 'repositories/'],
  ['billing_account_id', 'billingAccounts/'],
  ['folder', 'folders/'],
  ['org_id', 'organizations/'],
  ['name', ''],
  ['project', 'projects/'],
];
