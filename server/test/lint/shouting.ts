import { rest, terraform } from '../../src/kinds/dialect';
import type { Kind } from '../../src/kinds/kind';
import type { Policy } from '../../src/kinds/policy';
import { mappingsIn } from '../../src/kinds/reading/descend';
import { embeddedPlaces, ownPlace } from '../../src/kinds/reading/roots';
import { createLinter, type Linter, type PlacedFinding } from '../../src/lint/lint';
import { rangeInFile } from '../../src/lint/places/placedFinding';
import { readSettings, type SettingsSources } from '../../src/lint/settings/settings';
import { defineRule, type ReportDetail, type Rule, type RuleContext, type RuleDefinition } from '../../src/rules/rule';
import { formatOf, parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import type { Entry, MappingNode } from '../../src/syntax/tree';
import { emptyWorkspace } from '../../src/workspace/index/workspace';

/** A made-up policy: every entry `say` with a string. */
export interface Saying extends Policy {
  readonly node: MappingNode;
  readonly entry: Entry;
  readonly words: string;
}

export const sayings: Kind<Saying> = {
  id: 'test.saying',
  read(root, { uri }) {
    const places = [ownPlace(root, uri), ...[...embeddedPlaces(root, uri)].map(({ place }) => place)];
    return places.flatMap((place) =>
      [...mappingsIn(place.root.node)].flatMap((node) =>
        node.entries
          .filter(({ key }) => key === 'say')
          .flatMap((entry) => {
            const { value } = entry;
            if (value.kind !== 'scalar' || typeof value.value !== 'string') return [];
            const dialect = place.root.format.name === 'terraform' ? terraform : rest;
            return [{ kind: 'test.saying', node, entry, place, dialect, words: value.value }];
          }),
      ),
    );
  },
};

export type Definition = RuleDefinition<Saying, 'found' | 'repair' | 'unsafe'>;

type Check = (saying: Saying, context: RuleContext<'found' | 'repair' | 'unsafe'>) => void;

/** A rule of the made-up policy; by default it marks whatever is said. */
export function ruleOf(id: string, check: Check = say(), more: Partial<Definition> = {}): Rule {
  return defineRule({
    id,
    severity: 'warning',
    fixClass: 'same',
    since: '0.1.0',
    source: { title: 'None', url: 'https://example.com/' },
    summary: 'Something is said.',
    rationale: 'Because.\n\nMore.',
    messages: { found: 'Says {words}.', repair: 'Repair {words}', unsafe: 'Not safe for {words}.' },
    examples: [],
    kind: sayings,
    check,
    ...more,
  });
}

export function say(detail: (saying: Saying) => ReportDetail<'found' | 'repair' | 'unsafe'> = () => ({})): Check {
  return (saying, { report }) => report(saying.entry.value, 'found', { arguments: { words: saying.words }, ...detail(saying) });
}

/** Wants capitals, and can make them. */
export const wantsCapitals = ruleOf('test/lower-case', (saying, { report }) => {
  const capitals = saying.words.toUpperCase();
  if (capitals === saying.words) return;
  report(saying.entry.value, 'found', {
    arguments: { words: saying.words },
    fixes: () => [
      {
        title: 'repair',
        arguments: { words: saying.words },
        edits: [{ kind: 'replace', node: saying.entry.value, by: capitals }],
      },
    ],
  });
});

export const folder = 'file:///work';

export function fileOf(name: string, text: string, previous?: SourceFile): SourceFile {
  const uri = `${folder}/${name}`;
  return parseSourceFile(uri, text, formatOf(uri) ?? 'json', previous);
}

export function linterOf(rules: readonly Rule[], sources: Partial<SettingsSources> = {}): Linter {
  const { settings } = readSettings({ folder, ...sources });
  return createLinter({
    rules,
    settings,
    onFault: (_, error) => {
      throw error;
    },
  });
}

export const now = new Date('2026-06-15T12:00:00Z');

export function lint(
  name: string,
  text: string,
  rules: readonly Rule[],
  sources: Partial<SettingsSources> = {},
): readonly PlacedFinding[] {
  return linterOf(rules, sources).lint(fileOf(name, text), emptyWorkspace, now);
}

/** What is marked, as it stands in the file. */
export function marked(text: string, findings: readonly PlacedFinding[]): readonly string[] {
  return findings.map((finding) => {
    const { start, end } = rangeInFile(finding);
    return text.slice(start, end);
  });
}
