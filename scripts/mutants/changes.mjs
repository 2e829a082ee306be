// Faults in what plans, revisions and changes of access are taken for.
const plan = 'server/src/workspace/terraform/plan/plan.ts';
const readable = 'server/src/workspace/terraform/plan/readable.ts';
const grantChanges = 'server/src/kinds/grantChanges/grantChanges.ts';
const identity = 'server/src/kinds/grantChanges/identity.ts';
const mayBeGranted = 'server/src/kinds/grantChanges/mayBeGranted.ts';
const commitFiles = 'server/src/cli/git/commitFiles.ts';
const revisions = 'server/src/cli/git/revisions.ts';
const runGit = 'server/src/cli/git/runGit.ts';
const plans = { tests: ['cli/plans', 'requests/plan'], expect: '' };
const changes = { tests: ['cli/changes'], expect: '' };
const between = { tests: ['cli/revisions'], expect: '' };

export const grantsInChange = [
  {
    name: 'a plan: what Terraform forgets is gone',
    file: plan,
    replace: ['if (isForgotten) return beforeOf(resource);', 'if (isForgotten) return [];'],
    ...plans,
  },
  {
    name: 'a plan: what is sensitive only afterwards is shown',
    file: plan,
    replace: [
      "sensitive: [valueAt(resource, 'sensitive_values'), valueAt(change, 'after_sensitive')],",
      "sensitive: [valueAt(resource, 'sensitive_values')],",
    ],
    ...plans,
  },
  {
    name: 'a plan: one that ended in an error is whole',
    file: plan,
    replace: ["if (isTrue(valueAt(node, 'errored')))", "if (isTrue(valueAt(node, 'ended')))"],
    ...plans,
  },
  {
    name: 'a plan: data sources are resources',
    file: plan,
    replace: ["return textOf(resource, 'mode') === 'managed';", "return textOf(resource, 'mode') !== '';"],
    ...plans,
  },
  {
    name: 'a plan: modules in modules are left out',
    file: plan,
    replace: ["waiting.push(...itemsOf(next, 'child_modules').toReversed());", ''],
    ...plans,
  },
  {
    name: 'a plan: what is known after apply is left out',
    file: readable,
    replace: [
      'return { ...node, entries: [...entries, ...added], editable: false };',
      'return { ...node, entries, editable: false };',
    ],
    ...plans,
  },
  {
    name: 'a change: what may stay unseen is removed',
    file: grantChanges,
    replace: ['parted(elsewhere.before, mayBeGrantedBy(newlyUnknown))', 'parted(elsewhere.before, () => false)'],
    ...changes,
  },
  {
    name: 'a change: what may have been there unseen is added',
    file: grantChanges,
    replace: ['parted(elsewhere.after, mayBeGrantedBy(nowKnown))', 'parted(elsewhere.after, () => false)'],
    ...changes,
  },
  {
    name: 'a change: a condition that is gone gives nothing',
    file: grantChanges,
    replace: ['before.condition.expression !== after.condition?.expression', 'after.condition !== undefined'],
    ...between,
  },
  {
    name: 'a change: an unknown target is the same in all modules',
    file: identity,
    replace: ['isKnown(target) ? null : source]', 'null]'],
    ...changes,
  },
  {
    name: 'a change: what is put together is the same by its parts wherever it stands',
    file: identity,
    replace: ['address ?? null, from.map(textAt)]', 'from.map(textAt)]'],
    ...changes,
  },
  {
    name: 'a change: an unknown of a module is none of what is in it',
    file: mayBeGranted,
    replace: ['return [undefined, ...ends.map((end) => address.slice(0, end)), address];', 'return [address];'],
    ...changes,
  },
  {
    name: 'a revision: three dots are two',
    file: revisions,
    replace: ["if (dots === '..') return", 'if (dots) return'],
    ...between,
  },
  {
    name: 'a revision: links of a commit are files',
    file: commitFiles,
    replace: ["mode?.startsWith('100')", "mode?.startsWith('1')"],
    ...between,
  },
  {
    name: 'a revision: git looks into the repository of the hook that started it',
    file: runGit,
    replace: ['GIT_DIR: _, ', ''],
    ...between,
  },
];
