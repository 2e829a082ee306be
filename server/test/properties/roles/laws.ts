import assert from 'node:assert/strict';
import { codeActions } from '../../../src/features/actions/quickFixes';
import { summarise } from '../../../src/kinds/facts';
import { fixAll } from '../../../src/lint/fixes/fix';
import { createLinter } from '../../../src/lint/lint';
import { readSettings } from '../../../src/lint/settings/settings';
import { rules } from '../../../src/rules/index.generated';
import { formatOf, parseSourceFile, type SourceFile } from '../../../src/syntax/sourceFile';
import { applyEdits } from '../../../src/text/edit';
import { join } from '../../../src/workspace/index/workspace';
import { isList, isObject, meaningOf, type Plain } from '../../laws/documents/secondParser';
import { breadthOf, broadRoles, serviceOf, verbOf } from './breadth';
import type { RoleDocument, Slip } from './documents';

/** No action puts a role in the place of another that allows more than the text surely says. Returns how many roles were offered. */
export async function offersNoBroaderRole({ name, text, slip, groups }: RoleDocument): Promise<number> {
  const format = formatOf(name) ?? assert.fail(name);
  const { settings } = readSettings({ client: { groups }, folder });
  const linter = createLinter({
    rules,
    settings,
    onFault: (_, error) => {
      throw error;
    },
  });
  const lint = (file: SourceFile) => linter.lint(file, join([summarise(file, { group: undefined })], true), now);
  const file = parseSourceFile(`${folder}/${name}`, text, format);
  const before = new Set(rolesIn(await meaningOf(text, format)));
  const actions = codeActions(file, lint(file), { start: 0, end: text.length }, { locale: 'en' });
  let offered = 0;
  for (const { title, edits } of actions) {
    if (!edits) continue;
    const after = applyEdits(text, edits);
    const written = rolesIn(await meaningOf(after, format)).filter((role) => !before.has(role));
    for (const role of written) {
      offered++;
      assert.ok(isMeant(role, slip), `${slip.written} becomes ${role} by ${title} in\n${text}`);
    }
  }
  const repaired = rolesIn(await meaningOf(fixAll(file, lint).text, format));
  for (const role of repaired) assert.ok(before.has(role), `${role} is written unasked in\n${text}`);
  return offered;
}

function isMeant(role: string, { written, meant, most, service }: Slip): boolean {
  const isOnlyCase = role.toLowerCase() === written.toLowerCase() && role !== written;
  if (isOnlyCase || role === meant) return true;
  if (broadRoles.has(role) || (service !== undefined && serviceOf(role) !== service)) return false;
  const breadth = breadthOf(role);
  // What a verb allows that isn't in the order nobody can tell, so it must stand there, or begin there.
  return breadth === undefined ? verbOf(role).startsWith(verbOf(meant ?? written)) : breadth <= most;
}

function rolesIn(value: Plain): readonly string[] {
  if (isList(value)) return value.flatMap(rolesIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'role' && typeof inner === 'string' ? [inner] : rolesIn(inner),
  );
}

const folder = 'file:///work';
const now = new Date('2026-01-15T12:00:00Z');
