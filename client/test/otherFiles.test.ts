import { closeAndDelete, findingOf, noFindingOf, write, writeAndOpen } from './host/editor';

const rule = 'service-account/group-grant';
const policy = '{"bindings":[{"role":"roles/storage.objectViewer","members":["allUsers","group:late@example.org"]}]}\n';
const listOf = (member: string) => `[{"preferredMemberKey":{"id":"${member}"}}]\n`;

describe('a finding that depends on another file', () => {
  afterEach(() => closeAndDelete('late'));

  it('comes and goes when that file changes', async () => {
    const document = await writeAndOpen('late/policy.json', policy);
    // The first check of the file is over when its other finding is there.
    await findingOf('allow-policy/public-access', document);
    await noFindingOf(rule, document);
    await write('late/late@example.org.json', listOf('ingest@example-prod.iam.gserviceaccount.com'));
    await findingOf(rule, document);
    await write('late/late@example.org.json', listOf('kim@example.org'));
    await noFindingOf(rule, document);
  });
});
