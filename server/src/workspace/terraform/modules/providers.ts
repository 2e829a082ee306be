import type { Body } from '../../../syntax/terraform/expressions/readBody';
import { argumentOf, type Resource } from './configuration';
import { nameIn } from './providerName';

/** The name of the provider's configuration that a resource asks for: `google`, `google.eu`. Undefined where the text doesn't tell. */
export function providerOf({ it, type }: Pick<Resource, 'it' | 'type'>): string | undefined {
  const asked = argumentOf(it, 'provider');
  return asked ? nameIn(asked) : type.split('_', 1)[0];
}

/** Which configuration of its own module a call hands on under a name; undefined for none, or one that isn't told. */
export function handedOn(call: Body, name: string): string | undefined {
  const handed = argumentOf(call, 'providers');
  // Without a word of it, those without an alias are handed on.
  if (!handed) return name.includes('.') ? undefined : name;
  if (handed.kind !== 'object') return undefined;
  const item = handed.items.findLast(({ key }) => nameIn(key) === name);
  return item && nameIn(item.value);
}

/** Whether a block of a module that is called merely says that it takes a configuration, as was done of old. */
export function isProxy({ attributes, blocks }: Body): boolean {
  return blocks.length === 0 && attributes.every(({ name }) => name === 'alias' || name === 'version');
}
