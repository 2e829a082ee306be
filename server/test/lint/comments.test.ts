import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarise } from '../../src/kinds/facts';
import { renderFix } from '../../src/lint/fixes/fix';
import { createLinter } from '../../src/lint/lint';
import { readSettings } from '../../src/lint/settings/settings';
import { rules } from '../../src/rules/index.generated';
import { formatOf, parseSourceFile } from '../../src/syntax/sourceFile';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { applyEdits } from '../../src/text/edit';
import { join } from '../../src/workspace/index/workspace';
import { meaningOf } from '../laws/documents/secondParser';
import { lostComments } from '../laws/each/law12Comments';

await prepareTerraform();

const { settings } = readSettings({ client: {}, folder: 'file:///w' });
const linter = createLinter({ rules, settings, onFault: (_, error) => assert.fail(String(error)) });

/** What each action makes of a text, by its title's id. */
function repaired(name: string, text: string, title: string): string {
  const uri = `file:///w/${name}`;
  const file = parseSourceFile(uri, text, formatOf(uri) ?? 'json');
  const findings = linter.lint(file, join([summarise(file, { group: undefined })], true), new Date('2026-01-15T12:00:00Z'));
  const offers = findings.flatMap((finding) => finding.fixes().map((fix) => ({ finding, fix })));
  const offer = offers.find(({ fix }) => fix.title === title && 'edits' in fix);
  assert.ok(offer, `${title} is not among ${offers.map(({ fix }) => fix.title).join(', ')}`);
  const edits = renderFix(text, offer.finding, offer.fix);
  assert.ok(edits, 'can be written');
  return applyEdits(text, edits);
}

test('what is said above and inside of conditions that move comes along', async () => {
  const level = `# Copyright.
resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/accessLevels/corp"
  title  = "corp"

  basic {
    # The office.
    conditions {
      # Main building.
      ip_subnetworks = ["203.0.113.0/24"]
    }

    # Only Korea.
    conditions {
      /* Seoul. */ regions = ["KR"]
      # Ours.
      device_policy {
        # Locked.
        require_screen_lock = true
      }
      # The end.
    }
  }
}
`;
  const after = repaired('main.tf', level, 'add');
  assert.deepEqual(lostComments(level, after, 'terraform'), []);
  await meaningOf(after, 'terraform');
  const [, moved = ''] = after.split('"corp_requirements"');
  for (const comment of ['The office.', 'Main building.', 'Only Korea.', 'Seoul.', 'Ours.', 'Locked.', 'The end.'])
    assert.ok(moved.includes(comment), `${comment} in ${after}`);
  assert.match(moved, / {4}# Only Korea\.\n {4}conditions \{\n {6}\/\* Seoul/);
});

test('the same in JSON with comments', async () => {
  const level = `[
  {
    // Head.
    "name": "accessPolicies/1/accessLevels/corp",
    "title": "corp",
    "basic": {
      "conditions": [
        // The office.
        {
          // Main.
          "ipSubnetworks": ["203.0.113.0/24"] // net
        },
        // Korea.
        {
          /* Seoul. */ "regions": ["KR"],
          // Ours.
          "devicePolicy": {
            // Locked.
            "requireScreenlock": true
          }
          // The end.
        }
      ]
    }
  }
]
`;
  const after = repaired('level.jsonc', level, 'add');
  assert.deepEqual(lostComments(level, after, 'json'), []);
  await meaningOf(after, 'json');
  assert.match(after.slice(after.lastIndexOf('corp_requirements')), /The office\..*\n( +)\/\/ Korea\.\n\1\{\n\1 {2}\/\* Seoul/s);
});

test('and in YAML', async () => {
  const level = `# Head.
- name: accessPolicies/1/accessLevels/corp
  title: corp
  basic:
    conditions:
    # The office.
    - ipSubnetworks: # net
      # Main.
      - 203.0.113.0/24
    # Korea.
    - regions:
      # Seoul.
      - KR
      # The end.
`;
  const after = repaired('level.yaml', level, 'add');
  assert.deepEqual(lostComments(level, after, 'yaml'), []);
  await meaningOf(after, 'yaml');
});

test('a comment before an element brings no comma into a block', async () => {
  const binding = `data "google_iam_policy" "a" {
  binding {
    /* what */ role    = "roles/browser"
    /* who */  members = ["user:kim@example.org"]
  }
  /* more */ binding {
    role    = "roles/browser"
    members = ["user:lee@example.org"]
  }
}
`;
  const after = repaired('main.tf', binding, 'merge');
  assert.deepEqual(lostComments(binding, after, 'terraform'), []);
  await meaningOf(after, 'terraform');
  assert.match(after, /\/\* more \*\/\n {6}"user:lee@example\.org",\n {4}\]\n {2}\}\n\}\n$/);
});

test('what stands above a resource that goes stays, and so does the head of the file', () => {
  const text = `# Copyright.
# All rights reserved.
resource "google_storage_bucket_iam_member" "public" {
  bucket = "b"
  role   = "roles/storage.objectViewer"
  # Everybody.
  member = "allUsers" # for now
}

# Next.
resource "google_storage_bucket" "b" {}
`;
  assert.equal(
    repaired('main.tf', text, 'remove'),
    `# Copyright.
# All rights reserved.
# Everybody.

# Next.
resource "google_storage_bucket" "b" {}
`,
  );
});
