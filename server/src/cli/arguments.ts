import { parseArgs } from 'node:util';
import type { Locale } from '../kinds/speech';
import { localeOf, wordsOf } from '../l10n/localize';
import { fill } from '../text/fill';
import { isOutputFormat, type OutputFormat, outputFormats } from './output/outputFormats';

/** What the command line asks for. */
export type Command =
  | {
      readonly kind: 'lint';
      readonly paths: readonly string[];
      readonly fix: boolean;
      readonly format: OutputFormat;
      readonly locale: Locale;
    }
  | { readonly kind: 'help' | 'version'; readonly locale: Locale }
  /** It can't be done; the sentence says what to do instead. */
  | { readonly kind: 'refused'; readonly sentence: string };

export function readArguments(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Command {
  const { tokens, values, positionals } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = typeof values.lang === 'string' ? localeOf(values.lang) : localeOf(LC_ALL || LC_MESSAGES || LANG);
  const words = wordsOf(locale);
  const refuse = (sentence: string, args: Readonly<Record<string, string>> = {}): Command => ({
    kind: 'refused',
    sentence: fill(sentence, args),
  });

  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name as keyof typeof options] : undefined;
    if (!option || (option.type === 'string') !== (token.value !== undefined))
      return refuse(words.unknownOption, { option: token.rawName });
  }
  const { lang, format = 'pretty', fix = false } = values;
  if (typeof lang === 'string' && lang !== 'en' && lang !== 'ko') return refuse(words.unknownLanguage, { language: lang });
  if (!isOutputFormat(format))
    return refuse(words.unknownFormat, { format: String(format), formats: Object.keys(outputFormats).join(', ') });
  if (values.help) return { kind: 'help', locale };
  if (values.version) return { kind: 'version', locale };
  const [command, ...paths] = positionals;
  if (command === undefined) return refuse(words.missingCommand);
  if (command !== 'lint') return refuse(words.unknownCommand, { command });
  return { kind: 'lint', paths, fix: fix === true, format, locale };
}

const options = {
  fix: { type: 'boolean' },
  format: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;
