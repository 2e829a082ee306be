import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { plannedGrants } from '../../../src/kinds/gcp/grants/planned/plannedGrants';
import type { GrantTable } from '../../../src/kinds/grantTable';
import { hcl2json } from '../../syntax/terraform/hcl2json';
import { rootModuleOf } from './modules';

/** A module, and what Terraform 1.11.4 says of it: `null` is what its plan doesn't know. */
interface Recorded {
  readonly id: string;
  readonly pattern: string;
  readonly files: Readonly<Record<string, string>>;
  readonly grants: readonly RecordedGrant[];
}

interface RecordedGrant {
  readonly address: string;
  readonly role: string | null;
  readonly members: readonly (string | null)[] | null;
  readonly condition?: string;
}

const recorded: readonly Recorded[] = readFileSync('server/test/workspace/terraform/planned.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** What is told of each address: its pairs, and what of it isn't known. */
function toldBy({ grants, unknown }: GrantTable): readonly string[] {
  const pairs = grants.map(
    ({ address, role, member, condition }) => `${address} ${role} ${member} ${condition ? condition.title : ''}`,
  );
  // What a grant is about isn't recorded.
  const untold = unknown.filter(({ what }) => what !== 'resource').map(({ address, what }) => `${address} ${what} unknown`);
  return [...new Set([...pairs, ...untold])].sort();
}

function expected(grants: readonly RecordedGrant[]): readonly string[] {
  const told = grants.flatMap(({ address, role, members, condition = '' }) => {
    const known = (members ?? []).flatMap((member) =>
      member === null || role === null ? [] : `${address} ${role} ${member} ${condition}`,
    );
    const isUnknown = members === null || members.includes(null);
    return [
      ...known,
      ...(role === null ? [`${address} role unknown`] : []),
      ...(isUnknown ? [`${address} members unknown`] : []),
    ];
  });
  return [...new Set(told)].sort();
}

describe('what a plan would show is told by the text', () => {
  for (const pattern of new Set(recorded.map((one) => one.pattern))) {
    test(pattern, () => {
      for (const { id, files, grants } of recorded.filter((one) => one.pattern === pattern)) {
        assert.deepEqual(
          toldBy(plannedGrants(rootModuleOf(files))),
          expected(grants),
          `${id}\n${JSON.stringify(files, undefined, 2)}`,
        );
      }
    });
  }
});

test('the same modules in JSON tell the same', async () => {
  for (const { id, files, grants } of recorded.filter((_, index) => index % 4 === 0)) {
    const inJson: Record<string, string> = {};
    for (const [path, text] of Object.entries(files)) {
      if (path.endsWith('.tf')) inJson[`${path}.json`] = JSON.stringify(await hcl2json.parse(path, text));
      else inJson[path] = text;
    }
    assert.deepEqual(
      toldBy(plannedGrants(rootModuleOf(inJson))),
      expected(grants),
      `${id}\n${JSON.stringify(inJson, undefined, 2)}`,
    );
  }
});
