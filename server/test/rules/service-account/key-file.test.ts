import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { excerptOf } from '../../../src/cli/output/excerpt';
import { outputFormats } from '../../../src/cli/output/outputFormats';
import { codeActions } from '../../../src/features/actions/quickFixes';
import { hover } from '../../../src/features/hover/hover';
import { fingerprintsOf } from '../../../src/lint/fingerprint';
import { type PlacedFinding, rangeInFile } from '../../../src/lint/places/placedFinding';
import { ignorePlace } from '../../../src/lint/suppression/entries';
import { inspect } from '../inspect';

const rule = 'service-account/key-file';
const letters = 'QWERTYUIOPASDFGHJKLZXCVBNMqwertyuiopasdfghjklzxcvbnm0123456789+/';
const body = letters.repeat(26);
const pem = `-----BEGIN PRIVATE KEY-----\n${body.replace(/.{64}/g, '$&\n')}-----END PRIVATE KEY-----\n`;
const file = (key: unknown, type: unknown = 'service_account') => ({ type, project_id: 'p', private_key: key });
const found = (value: unknown) =>
  inspect(rule, { 'a.json': JSON.stringify(value, undefined, 2) }).map(({ finding, told }) => `${finding.severity} ${told}`);

const quoted = (text: string) => JSON.stringify(text);

/** The key in every form that a file can hold it. */
const files: Readonly<Record<string, string>> = {
  'a.json': JSON.stringify(file(pem), undefined, 2),
  'compact.json': JSON.stringify([file(pem)]),
  'escaped-twice.json': JSON.stringify(file(pem.replaceAll('\n', '\\n'))),
  'bare.json': JSON.stringify(file(body)),
  'block.yaml': `type: service_account\nprivate_key: |\n${pem.replace(/^/gm, '  ')}`,
  'flow.yaml': `{type: service_account, private_key: ${quoted(pem)}}\n`,
  'object.tf': `locals {\n  k = {\n    type = "service_account"\n    private_key = ${quoted(pem)}\n  }\n}\n`,
  'encoded.tf': `resource "x" "y" {\n  v = jsonencode({ type = "service_account", private_key = ${quoted(pem)} })\n}\n`,
  'heredoc.tf': `provider "google" {\n  credentials = <<EOT\n${JSON.stringify(file(pem), undefined, 2)}\nEOT\n}\n`,
  'string.tf': `provider "google" {\n  credentials = ${quoted(JSON.stringify({ private_key: body, type: 'service_account' }))}\n}\n`,
  'values.tfvars': `key = {\n  type = "service_account"\n  private_key = <<EOT\n${pem}EOT\n}\n`,
  'a.tf.json': JSON.stringify({ locals: { k: file(pem) } }),
};

describe(rule, () => {
  for (const [name, text] of Object.entries(files)) {
    test(`finds a key in ${name}, and nothing that is said or shown holds a part of it`, () => {
      const [one, ...more] = inspect(rule, { [name]: text });
      assert.ok(one);
      assert.deepEqual(more, []);
      assert.equal(one.finding.severity, 'error');
      assert.equal(one.finding.message, 'whole');
      const findings = [one.finding];
      const fingerprints = () => fingerprintsOf(findings);
      const linted = { path: name, file: one.file, findings, fingerprints, fixable: new Set<PlacedFinding>(), fixed: 0 };
      const at = rangeInFile(one.finding).start;
      const settingsFile = { uri: 'file:///workspace/.leastwise.json', text: undefined };
      const outputs = [
        ...excerptOf(one.file.text, rangeInFile(one.finding)),
        JSON.stringify(ignorePlace(one.finding)),
        ...(['en', 'ko'] as const).flatMap((locale) => [
          ...Object.values(outputFormats).flatMap((writer) => [
            ...writer({ locale, style: (_, words) => words, locate: () => undefined }).file(linted, name),
          ]),
          hover([one.finding], at, { locale })?.contents ?? '',
          JSON.stringify(
            codeActions(one.file, [one.finding], rangeInFile(one.finding), { locale, settingsFile }).map((action) => ({
              ...action,
              finding: undefined,
            })),
          ),
        ]),
        JSON.stringify([one.finding.arguments, one.finding.related]),
      ];
      for (const output of outputs) assert.ok(!holdsPart(output), `a part of the key in ${output.slice(0, 200)}`);
    });
  }

  test('a sample is information', () => {
    for (const key of [
      'REDACTED',
      '...',
      '<your key>',
      'x'.repeat(2000),
      '-----BEGIN PRIVATE KEY-----\nMIIE...\n',
      letters.repeat(3),
    ]) {
      assert.deepEqual(found(file(key)), ['information sample "service_account"']);
    }
    assert.deepEqual(found(file(`${pem.slice(0, 900)}…`)), ['information sample "service_account"']);
  });

  test('leaves other credentials and values that come from elsewhere alone', () => {
    for (const value of [
      { type: 'external_account', private_key: pem },
      { type: 'authorized_user', refresh_token: 'x' },
      { type: 'service_account', private_key_id: '0123' },
      file(''),
      file(null),
      file(undefined),
      file('ENC[AES256_GCM,data:abc]'),
      file('${PRIVATE_KEY}'),
      file('$PRIVATE_KEY'),
      file('{{ .Values.key }}'),
      file({ valueFrom: 'x' }),
      file(pem, 'SERVICE_ACCOUNT'),
    ]) {
      assert.deepEqual(found(value), []);
    }
    const terraform = (key: string) => `locals {\n  k = {\n    type = "service_account"\n    private_key = ${key}\n  }\n}\n`;
    for (const key of ['var.key', 'file("key.pem")', '"${var.key}"', 'tls_private_key.k.private_key_pem']) {
      assert.deepEqual(inspect(rule, { 'a.tf': terraform(key) }), []);
    }
  });
});

/** Eight letters in a row of the key's own. */
function holdsPart(text: string): boolean {
  return Array.from({ length: letters.length - 7 }, (_, start) => letters.slice(start, start + 8)).some((part) =>
    text.includes(part),
  );
}
