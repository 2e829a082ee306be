import { once } from 'node:events';
import { relative, sep } from 'node:path';
import { styleText } from 'node:util';
import { version } from '../../../package.json';
import { filtered, givesAccess } from '../kinds/grantChanges/grantChanges';
import type { Locale } from '../kinds/speech';
import { wordsOf } from '../l10n/localize';
import { fill } from '../text/fill';
import { type Command, readArguments } from './arguments';
import { changeFormats } from './grants/changeFormats';
import { collectGrants, filteredGrants, mayBeWanted, textsOnDisk } from './grants/collectGrants';
import { compareGrants } from './grants/compareGrants';
import { compareInPlans } from './grants/compareInPlans';
import { grantFormats } from './grants/grantFormats';
import { lintFiles } from './lintFiles';
import { placeLocator } from './output/locate';
import { outputFormats } from './output/outputFormats';
import { emptySummary, hasFindings, withFile } from './output/summary';
import type { Style } from './output/writer';
import { causeOf, spoilsResult, type Tell, troubleSentence } from './trouble';

/** 0: nothing found. 1: something found. 2: it can't be told. */
type ExitCode = 0 | 1 | 2;

type LintCommand = Extract<Command, { kind: 'lint' }>;
type GrantsCommand = Extract<Command, { kind: 'grants' }>;

async function run(command: Command): Promise<ExitCode> {
  if (command.kind === 'refused') {
    console.error(command.sentence);
    return 2;
  }
  if (command.kind === 'lint') return lint(command);
  if (command.kind === 'grants') return grants(command);
  console.log(command.kind === 'help' ? wordsOf(command.locale).usage : version);
  return 0;
}

/** Tells each trouble once, and keeps in mind whether less may be reported than there is. */
function teller(folder: string, locale: Locale): { readonly tell: Tell; readonly isSpoiled: () => boolean } {
  let spoiled = false;
  const told = new Set<string>();
  return {
    tell(trouble) {
      spoiled ||= spoilsResult(trouble);
      const sentence = troubleSentence(trouble, folder, locale);
      if (!told.has(sentence)) console.error(sentence);
      told.add(sentence);
    },
    isSpoiled: () => spoiled,
  };
}

async function grants({ paths, filter, against, changes, failOnAdded, by, format, locale }: GrantsCommand): Promise<ExitCode> {
  const folder = process.cwd();
  const { tell, isSpoiled } = teller(folder, locale);
  const pathOf = (path: string) => relative(folder, path).split(sep).join('/');
  if (against === undefined && !changes) {
    const table = filteredGrants(collectGrants(textsOnDisk(paths, folder, tell)), filter);
    await print(grantFormats[format](table, { locale, by, locate: placeLocator(pathOf) }));
    return isSpoiled() ? 2 : 0;
  }
  const compared = against === undefined ? compareInPlans(paths, folder, tell) : compareGrants({ paths, folder, against, tell });
  if (!compared) return 2;
  const wanted = filtered(compared.changes, mayBeWanted(filter, compared.roles));
  const [before, after] = [placeLocator(pathOf, compared.textBefore), placeLocator(pathOf, compared.textAfter)];
  await print([changeFormats[format](wanted, { locale, before, after })]);
  if (isSpoiled()) return 2;
  return failOnAdded && givesAccess(wanted) ? 1 : 0;
}

async function lint({ paths, fix, format, locale }: LintCommand): Promise<ExitCode> {
  const folder = process.cwd();
  const { tell, isSpoiled } = teller(folder, locale);
  const files = lintFiles({
    paths,
    folder,
    fix,
    now: new Date(),
    tell,
  });
  const pathOf = (path: string) => relative(folder, path).split(sep).join('/');
  const writer = outputFormats[format]({ locale, style: stdoutStyle(), locate: placeLocator(pathOf) });
  let summary = emptySummary;
  await print([writer.begin?.() ?? '']);
  for await (const linted of files) {
    summary = withFile(summary, linted);
    await print(writer.file(linted, pathOf(linted.path)));
  }
  await print([writer.end(summary)]);
  if (isSpoiled()) return 2;
  return hasFindings(summary) ? 1 : 0;
}

/** Waits for whoever reads, so that no more than a page of it is held. */
async function print(pieces: Iterable<string>): Promise<void> {
  let page = '';
  for (const piece of pieces) {
    page += piece;
    if (page.length < pageLength) continue;
    await write(page);
    page = '';
  }
  await write(page);
}

const pageLength = 65_536;

async function write(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Colours are for people: not for files and pipes, and not for those who said no (https://no-color.org). */
function stdoutStyle(): (style: Style, text: string) => string {
  const colourful = process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  return (style, text) => (colourful ? styleText(style, text) : text);
}

/** Our own fault, whatever it was: no file's text gets into the output with it. */
function failed(error: unknown, locale: Locale): ExitCode {
  console.error(fill(wordsOf(locale).unexpectedFault, { cause: causeOf(error) }));
  return 2;
}

// Whoever reads us may have seen enough, as `head` has; what is left unsaid can't be told by the exit code.
process.stdout.on('error', () => process.exit(2));

const command = readArguments(process.argv.slice(2), process.env);
run(command).then(
  (code) => {
    // Not `process.exit`, which would cut off what is still being written.
    process.exitCode = code;
  },
  (error) => {
    process.exitCode = failed(error, 'locale' in command ? command.locale : 'en');
  },
);
