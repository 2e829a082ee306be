import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf } from '../../../client/page/csv';
import type { PageGrant, PageTable, PageWords } from '../../../client/page/messages';
import { columnsOf, filterOf, groupings, linesOf, rowOf, type Shown, type View } from '../../../client/page/rows';

const words = {
  member: 'Member',
  role: 'Role',
  resource: 'Resource',
  condition: 'Condition',
  address: 'Address',
  place: 'File',
  change: 'Change',
  changes: { added: 'Added', removed: 'Removed' },
  unknown: 'Unknown',
  notTold: 'not told',
} as PageWords;

const grant = (row: Partial<PageGrant>): PageGrant => ({
  member: 'user:ann@example.org',
  role: 'roles/viewer',
  resource: 'projects/a',
  condition: '',
  expression: '',
  address: '',
  place: 'a.tf:1',
  ...row,
});

const table: PageTable = {
  about: '',
  grants: [
    grant({}),
    grant({ role: 'roles/editor', condition: 'night', expression: 'request.time > 1' }),
    grant({ member: 'user:bo@example.org', resource: '' }),
    grant({ member: 'group:x@example.org', address: 'google_project_iam_member.x["k"]', place: 'b/c.tf:7' }),
  ],
  unknown: [{ what: 'Members', reason: 'var.more has no value.', address: 'google_project_iam_binding.more', place: 'b/d.tf:3' }],
};
const all: Shown = { grants: [0, 1, 2, 3], unknown: [0] };

const told = (view: Pick<View, 'grouping' | 'collapsed'>, shown = all) =>
  linesOf(table, shown, view, words).map((line) =>
    line.kind === 'group' ? `${line.label} (${line.size})` : `  ${line.list} ${line.index}`,
  );

test('rows stand below the group they belong to, in order, and what isn’t known or told comes last', () => {
  assert.deepEqual(told({ grouping: 'member', collapsed: new Set() }), [
    'group:x@example.org (1)',
    '  grants 3',
    'user:ann@example.org (2)',
    '  grants 1',
    '  grants 0',
    'user:bo@example.org (1)',
    '  grants 2',
    'Unknown (1)',
    '  unknown 0',
  ]);
  assert.deepEqual(told({ grouping: 'resource', collapsed: new Set(['resource projects/a', 'unknown']) }), [
    'projects/a (3)',
    'not told (1)',
    '  grants 2',
    'Unknown (1)',
  ]);
  for (const grouping of groupings) assert.deepEqual([grouping, ...columnsOf(grouping)].sort(), [...groupings].sort());
});

test('a filter leaves the rows that hold all of its words, in any case and order, unknown ones too', () => {
  const shown = filterOf(table);
  assert.deepEqual(shown(''), all);
  assert.deepEqual(shown('  VIEWER ann '), { grants: [0], unknown: [] });
  assert.deepEqual(shown('request.time'), { grants: [1], unknown: [] });
  assert.deepEqual(shown('b/'), { grants: [3], unknown: [0] });
  assert.deepEqual(shown('["k"]'), { grants: [3], unknown: [] });
  assert.deepEqual(told({ grouping: 'member', collapsed: new Set() }, shown('var.more')), ['Unknown (1)', '  unknown 0']);
  const [, line] = linesOf(table, shown('bo@'), { grouping: 'role', collapsed: new Set() }, words);
  assert.equal(line && rowOf(table, line), table.grants[2]);
});

test('what is copied can be read as CSV, and no sheet takes it for a formula', () => {
  const hostile: PageTable = {
    ...table,
    grants: [
      grant({ member: '=HYPERLINK("http://x")', role: 'a,b', condition: 'two\nlines', change: 'added' }),
      grant({ member: '-1', change: 'removed' }),
    ],
  };
  assert.equal(
    csvOf(hostile, { grants: [0, 1], unknown: [0] }, words),
    [
      'Change,Member,Role,Resource,Condition,Address,File,Unknown',
      'Added,"\'=HYPERLINK(""http://x"")","a,b",projects/a,"two\nlines",,a.tf:1,',
      "Removed,'-1,roles/viewer,projects/a,,,a.tf:1,",
      ',,,,,google_project_iam_binding.more,b/d.tf:3,Members: var.more has no value.',
      '',
    ].join('\r\n'),
  );
  assert.equal(
    csvOf({ ...table, unknown: [] }, { grants: [], unknown: [] }, words),
    'Member,Role,Resource,Condition,Address,File\r\n',
  );
});
