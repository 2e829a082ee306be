import type { ResourceReference } from './value';

/** A text, or a part of one, as far as it is told. */
export interface ToldText {
  /** The whole of it; undefined when a part is unknown. */
  readonly text: string | undefined;
  /** What it surely begins with. */
  readonly prefix: string;
  /** What it surely ends with; the whole text when that is known. */
  readonly suffix: string;
  /** What the rest after `prefix` is taken from, when that is one attribute of one resource of the module. */
  readonly reference: ResourceReference | undefined;
}

export function toldText(text: string): ToldText {
  return { text, prefix: text, suffix: text, reference: undefined };
}

export const untoldText: ToldText = { text: undefined, prefix: '', suffix: '', reference: undefined };

/** What parts make together, one behind the other. */
export function joinedText(parts: readonly ToldText[]): ToldText {
  const whole = (some: readonly ToldText[]) => some.map(({ text }) => text ?? '').join('');
  const first = parts.findIndex(({ text }) => text === undefined);
  if (first < 0) return toldText(whole(parts));
  const last = parts.findLastIndex(({ text }) => text === undefined);
  return {
    text: undefined,
    prefix: whole(parts.slice(0, first)) + (parts[first]?.prefix ?? ''),
    suffix: (parts[last]?.suffix ?? '') + whole(parts.slice(last + 1)),
    reference: first === parts.length - 1 ? parts[first]?.reference : undefined,
  };
}
