import { parseArgs } from 'node:util';
import type { Locale } from '../kinds/speech';
import { localeOf, wordsOf } from '../l10n/localize';
import { fill } from '../text/fill';
import type { GrantFilter } from './grants/collectGrants';
import { type GrantFormatName, grantFormats, isGrantFormat } from './grants/grantFormats';
import { type Grouping, groupings, isGrouping } from './grants/groups';
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
  | {
      readonly kind: 'grants';
      readonly paths: readonly string[];
      readonly filter: GrantFilter;
      /** The revision, or two with dots between them, that the files are compared with. */
      readonly against: string | undefined;
      readonly failOnAdded: boolean;
      readonly by: Grouping | undefined;
      readonly format: GrantFormatName;
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
  const { lang, fix = false } = values;
  if (typeof lang === 'string' && lang !== 'en' && lang !== 'ko') return refuse(words.unknownLanguage, { language: lang });
  if (values.help) return { kind: 'help', locale };
  if (values.version) return { kind: 'version', locale };
  const [command, ...paths] = positionals;
  if (command === undefined) return refuse(words.missingCommand);
  const isOfOther = (option: string) => (command === 'lint' ? grantOptions.has(option) : option === 'fix');
  const stray = tokens.find((token) => token.kind === 'option' && isOfOther(token.name));
  if (command !== 'lint' && command !== 'grants') return refuse(words.unknownCommand, { command });
  if (stray?.kind === 'option') return refuse(words.unknownOption, { option: stray.rawName });
  const refuseFormat = (formats: object) =>
    refuse(words.unknownFormat, { format: String(values.format), formats: Object.keys(formats).join(', ') });
  if (command === 'lint') {
    const { format = 'pretty' } = values;
    return isOutputFormat(format) ? { kind: 'lint', paths, fix: fix === true, format, locale } : refuseFormat(outputFormats);
  }
  const { format = 'table', by, 'fail-on-added': failOnAdded = false } = values;
  const [member, role, resource, permission] = [values.member, values.role, values.resource, values.permission].map(textOf);
  const against = textOf(values.against);
  if (failOnAdded && against === undefined) return refuse(words.optionAlone, { option: '--fail-on-added', other: '--against' });
  if (by !== undefined && !isGrouping(by))
    return refuse(words.unknownGrouping, { grouping: String(by), groupings: groupings.join(', ') });
  if (!isGrantFormat(format)) return refuseFormat(grantFormats);
  const filter = { member, role, resource, permission };
  return { kind: 'grants', paths, filter, against, failOnAdded: failOnAdded === true, by, format, locale };
}

function textOf(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

const grantOptions: ReadonlySet<string> = new Set(['member', 'role', 'resource', 'permission', 'by', 'against', 'fail-on-added']);

const options = {
  fix: { type: 'boolean' },
  member: { type: 'string' },
  role: { type: 'string' },
  resource: { type: 'string' },
  against: { type: 'string' },
  'fail-on-added': { type: 'boolean' },
  permission: { type: 'string' },
  by: { type: 'string' },
  format: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;
