import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { TextRange } from '../../text/range';
import { parseSettingsFile, settingsFileSyntax, withoutMark } from './file';
import { readSettings, type SettingsProblem } from './settings';

/** What is wrong in a `.leastwise.json` and where, in offsets of its text. */
export interface SettingsFileProblem {
  readonly range: TextRange;
  /** `syntax`: nothing of the file can be read. */
  readonly problem: SettingsProblem | 'syntax';
}

/** In the order of the text. Never throws. */
export function settingsFileProblems(uri: string, text: string): readonly SettingsFileProblem[] {
  const value = parseSettingsFile(text);
  if (value === undefined) return [{ range: firstError(text), problem: 'syntax' }];
  const { problems } = readSettings({ file: { uri, value }, folder: '' });
  if (problems.length === 0) return [];
  const root = parseTree(withoutMark(text), [], settingsFileSyntax);
  return problems.map((problem) => ({ range: rangeOf(problem, root), problem })).sort((a, b) => a.range.start - b.range.start);
}

function firstError(text: string): TextRange {
  const errors: ParseError[] = [];
  try {
    parseTree(withoutMark(text), errors, settingsFileSyntax);
  } catch {
    // Nested deeper than the parser can go.
  }
  const [first] = errors;
  return first ? { start: first.offset, end: first.offset + first.length } : { start: 0, end: Math.min(1, text.length) };
}

function rangeOf({ setting, expected }: SettingsProblem, root: Node | undefined): TextRange {
  const node = root && nodeOf(setting, root);
  // What is wrong with a group that stands before a colon, or with a name that nothing has, is the key.
  const isKey = namesNothing.has(expected) || (expected === 'group' && setting.startsWith('groups['));
  const marked = (isKey && node?.parent?.children?.[0]) || node || root;
  return { start: marked?.offset ?? 0, end: (marked?.offset ?? 0) + (marked?.length ?? 0) };
}

const namesNothing: ReadonlySet<SettingsProblem['expected']> = new Set(['knownSetting', 'knownRule', 'nearRule']);

/** The value of a setting as a problem names it: `emergencyAccess.members`, however it is nested, `groups["x"][2]`. */
function nodeOf(setting: string, root: Node): Node | undefined {
  const [, name = '', within = ''] = /^([^[]*)(.*)$/s.exec(setting) ?? [];
  const named = name === '' ? root : propertyNamed(root, name);
  const steps = [...within.matchAll(/\[("(?:[^"\\]|\\.)*"|\d+)\]/g)].map(([, step = '']) => JSON.parse(step) as string | number);
  return named && (findNodeAtLocation(named, steps) ?? named);
}

function propertyNamed(object: Node, name: string): Node | undefined {
  for (const { children: [key, value] = [] } of object.children ?? []) {
    const own = String(key?.value).replace(/^leastwise\./, '');
    if (own === name) return value ?? key;
    const inside =
      value?.type === 'object' && name.startsWith(`${own}.`) ? propertyNamed(value, name.slice(own.length + 1)) : undefined;
    if (inside) return inside;
  }
  return undefined;
}
