import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CodeAction } from '../../src/features/actions/codeAction';
import { changeAction, type Proposal, type ReadPolicy } from '../../src/features/actions/quickFixes';
import { summarise } from '../../src/kinds/facts';
import allowPolicy from '../../src/kinds/gcp/allow-policy/kind';
import type { AllowPolicy, Binding } from '../../src/kinds/gcp/allow-policy/policy';
import { readPolicies } from '../../src/kinds/gcp/allow-policy/read';
import type { Change } from '../../src/lint/fixes/change';
import { formatOf, parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { copyOf } from '../../src/syntax/treeEdit';
import { applyEdits } from '../../src/text/edit';
import { join } from '../../src/workspace/index/workspace';
import { withoutMarks } from './documents/sample';
import { placesOf } from './documents/treePath';
import { turnsBadIntoGood } from './each/law03Fix';
import { parsesAndIsDone } from './each/law05Parses';
import { sameWithByteOrderMark, sameWithCrlf, sameWithTabs } from './each/law07LineEnds';
import type { AskedOfOffer, Offer } from './offer';

/**
 * A refactoring that the product doesn't have: it binds the last of several members by itself. It stands on no finding, and goes the
 * way of rules' fixes: the same rendering, the same refusals, the same laws.
 */
function split(policy: AllowPolicy, binding: Binding): Change | undefined {
  const members = binding.members.state === 'known' ? binding.members.value : undefined;
  const last = members?.items.at(-1);
  if (!members?.literal || members.items.length < 2 || !last || binding.role.state !== 'known' || !policy.bindingList)
    return undefined;
  const { items } = policy.bindingList;
  return {
    edits: [
      { kind: 'remove', from: members.literal, item: last.node },
      {
        kind: 'insert',
        into: policy.bindingList,
        at: items.indexOf(binding.node) + 1,
        values: [{ role: copyOf(binding.role.value.node), members: [copyOf(last.node)] }],
      },
    ],
  };
}

interface Offered {
  readonly file: SourceFile;
  readonly changed: ReadPolicy;
  readonly binding: Binding;
  readonly action: CodeAction;
}

function offeredIn(text: string, name: string, keepsMeaning = true): readonly Offered[] {
  const uri = `file:///workspace/${name}`;
  const file = parseSourceFile(uri, text, formatOf(name) ?? 'json');
  const surroundings = { uri, workspace: join([summarise(file, { group: undefined })], true), attachment: undefined };
  return file.roots.flatMap(({ root, offset }) =>
    readPolicies(root, surroundings).flatMap((policy) =>
      policy.bindings.flatMap((binding): Offered[] => {
        const change = split(policy, binding);
        if (!change) return [];
        const proposal: Proposal = { title: 'Bind it by itself', kind: 'refactor.rewrite', keepsMeaning, change };
        const changed: ReadPolicy = { policy, offset, kind: allowPolicy };
        return [{ file, changed, binding, action: changeAction(text, changed, proposal, 'en') }];
      }),
    ),
  );
}

function offerOf(marked: string, good: string, name: string): Offer {
  const { bad, marks } = withoutMarks(marked);
  const placesIn = (text: string) =>
    offeredIn(text, name).map(({ file, changed: { policy }, binding, action }) => ({
      title: action.title,
      disabled: action.disabledReason,
      places: placesOf(file, policy.place.outer, policy.place.toOuter(binding.node.range) ?? { start: 0, end: 0 }),
    }));
  return {
    bad,
    good,
    format: formatOf(name) ?? 'json',
    after(text) {
      let current = text;
      for (const _ of marks) {
        const action = offeredIn(current, name)[0]?.action;
        assert.ok(action?.edits, action?.disabledReason ?? 'it isn’t offered');
        assert.equal(action.finding, undefined);
        current = applyEdits(current, action.edits);
      }
      return current;
    },
    placesIn,
    leftIn: placesIn,
  };
}

await prepareTerraform();

const pairs: Readonly<Record<string, readonly [bad: string, good: string]>> = {
  'a.json': [
    `{
  "bindings": [
    {
      "role": "roles/viewer",
      "members": ["user:a@example.com", «"user:b@example.com"»]
    }
  ]
}
`,
    `{
  "bindings": [
    {
      "role": "roles/viewer",
      "members": ["user:a@example.com"]
    },
    {
      "role": "roles/viewer",
      "members": ["user:b@example.com"]
    }
  ]
}
`,
  ],
  'a.yaml': [
    `bindings:
- role: roles/viewer
  members:
  - user:a@example.com # stays
  - «user:b@example.com»
`,
    `bindings:
- role: roles/viewer
  members:
  - user:a@example.com # stays
- role: roles/viewer
  members:
  - user:b@example.com
`,
  ],
  'data.tf': [
    `variable "unused" {}

data "google_iam_policy" "all" {
  binding {
    role    = "roles/viewer"
    members = ["user:a@example.com", «"user:b@example.com"»]
  }
}
`,
    `variable "unused" {}

data "google_iam_policy" "all" {
  binding {
    role    = "roles/viewer"
    members = ["user:a@example.com"]
  }

  binding {
    role    = "roles/viewer"
    members = ["user:b@example.com"]
  }
}
`,
  ],
  'heredoc.tf': [
    `resource "google_project_iam_policy" "all" {
  project     = "example"
  policy_data = <<EOT
{
  "bindings": [
    { "role": "roles/viewer", "members": ["user:a@example.com", «"user:b@example.com"»] }
  ]
}
EOT
}
`,
    `resource "google_project_iam_policy" "all" {
  project     = "example"
  policy_data = <<EOT
{
  "bindings": [
    { "role": "roles/viewer", "members": ["user:a@example.com"] },
    { "role": "roles/viewer", "members": ["user:b@example.com"] }
  ]
}
EOT
}
`,
  ],
};

const laws: Readonly<Record<string, AskedOfOffer>> = {
  'law 3: it turns the one text into the other': turnsBadIntoGood,
  'law 5: the text parses by a second parser, and nothing is left to do': parsesAndIsDone,
  'law 7: the same with CRLF': sameWithCrlf,
  'law 7: the same with a byte order mark': sameWithByteOrderMark,
  'law 7: the same with tabs': sameWithTabs,
};

describe('a refactoring without a finding', () => {
  for (const [name, [bad, good]] of Object.entries(pairs)) {
    for (const [says, asked] of Object.entries(laws)) {
      if (asked === sameWithTabs && name.endsWith('.yaml')) continue;
      test(`${name} · ${says}`, () => asked(offerOf(bad, good, name)));
    }
  }

  test('is refused for the reasons of fixes: beside a field that isn’t known, and where a syntax error may have moved things', () => {
    const policy = (field: string, end: string) =>
      `{"bindings":[{"role":"roles/viewer","members":["user:a@example.com","user:b@example.com"]${field}}]${end}`;
    const reasonIn = (text: string, keepsMeaning = true) =>
      offeredIn(text, 'a.json', keepsMeaning).map(({ action }) => action.disabledReason);
    const [strange] = reasonIn(policy(',"conditoin":{}', '}'));
    assert.match(strange ?? '', /key beside it is unknown/);
    const [broken] = reasonIn(policy(' "x" "y"', '}'), false);
    assert.match(broken ?? '', /syntax error/);
    assert.deepEqual(reasonIn(policy('', '}')), [undefined]);
  });

  test('is the user’s to take: what keeps the meaning may be preferred, what changes it is not', () => {
    const { bad } = withoutMarks(pairs['a.json']?.[0] ?? '');
    const preferred = (keepsMeaning: boolean) => offeredIn(bad, 'a.json', keepsMeaning).map(({ action }) => action.preferred);
    assert.deepEqual([preferred(true), preferred(false)], [[true], [false]]);
  });
});
