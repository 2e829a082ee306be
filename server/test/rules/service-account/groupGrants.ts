import assert from 'node:assert/strict';
import { renderFix } from '../../../src/lint/fixes/fix';
import { applyEdits } from '../../../src/text/edit';
import { inspect } from '../inspect';

export const rule = 'service-account/group-grant';

export type Files = Readonly<Record<string, string>>;

export const a = 'serviceAccount:a@p.iam.gserviceaccount.com';
export const b = 'serviceAccount:b@p.iam.gserviceaccount.com';
export const both = { settings: { groups: { 'group:g@example.org': [a, b] } } };
export const json = (...bindings: readonly unknown[]) => ({ 'a.json': JSON.stringify({ bindings }) });

/** `role = "roles/viewer"` and the lines given, each in the place of the one for the same argument. */
export function grant(name: string, member: string, lines: Readonly<Record<string, string>> = {}, more = ''): string {
  const all = { project: 'var.b', role: '"roles/viewer"', member, ...lines };
  const body = Object.entries(all).map(([key, value]) => `  ${key} = ${value}\n`);
  return `resource "google_project_iam_member" "${name}" {\n${body.join('')}${more}}\n`;
}

export const group = '"group:g@example.org"';
export const account = (name: string, more = '') =>
  `resource "google_service_account" "${name}" {\n  account_id = "${name}-account"\n  project = "p"\n${more}}\n`;
export const membership = (name: string, id: string, more = '', of = '"g@example.org"') =>
  `resource "google_cloud_identity_group_membership" "${name}" {\n  group = ${of}\n  preferred_member_key {\n    id = ${id}\n  }\n${more}}\n`;

export function offered(files: Files, options = {}): readonly string[] {
  const [found] = inspect(rule, files, options);
  return (found?.finding.fixes() ?? []).map((fix) => ('disabled' in fix ? `${fix.title}: ${fix.disabled}` : fix.title));
}

export function repaired(title: string, files: Files, options = {}): string {
  const [found] = inspect(rule, files, options);
  const fix = found?.finding.fixes().find((one) => one.title === title);
  assert.ok(found && fix, `no ${title} among ${offered(files, options)}`);
  const edits = renderFix(found.file.text, found.finding, fix);
  assert.ok(
    edits,
    JSON.stringify(fix, (key, value) => (key === 'node' ? undefined : value)),
  );
  return applyEdits(found.file.text, edits);
}

/** The values of `member` in the order of the text. */
export const membersIn = (text: string) => [...text.matchAll(/\n {2}member\s+= (.*)\n/g)].map(([, member]) => member);
