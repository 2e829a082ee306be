import { withoutKeyText } from './keyText';

/** What stands for the `{placeholders}` of a sentence. */
export type Arguments = Readonly<Record<string, string>>;

/** Puts the arguments, without the text of keys, in the place of the `{placeholders}`; one without an argument stays. */
export function fill(text: string, args: Arguments): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    withoutKeyText((Object.hasOwn(args, name) ? args[name] : undefined) ?? placeholder),
  );
}
