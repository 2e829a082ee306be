import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderFix } from '../../../src/lint/fixes/fix';
import { applyEdits } from '../../../src/text/edit';
import { inspect, told } from '../inspect';

const rule = 'allow-policy/condition-unknown-attribute';

const policy = (expression: unknown) =>
  JSON.stringify({
    version: 3,
    bindings: [{ role: 'roles/viewer', members: ['user:kim@example.org'], condition: { title: 't', expression } }],
  });
const found = (expression: unknown) => told(rule, { 'a.json': policy(expression) });
const member = (expression: string, more = '') => `${more}resource "google_project_iam_member" "m" {
  project = "p"
  role    = "roles/browser"
  member  = "user:kim@example.org"

  condition {
    title      = "t"
    expression = ${expression}
  }
}
`;
const inYaml = (expression: string) => `bindings:
- role: roles/browser
  members: [user:kim@example.org]
  condition:
    title: t
    expression: ${expression}
`;

describe(rule, () => {
  for (const expression of [
    'request.time < timestamp("2027-07-01T00:00:00Z") && request.time.getHours("UTC") >= 9',
    'resource.type == "a" && resource.name.extract("projects/{p}/") == "x" || resource.service != "b"',
    'resource.matchTag("1/env", "prod") && resource.hasTagKeyId("tagKeys/1")',
    '"accessPolicies/1/accessLevels/a" in request.auth.access_levels',
    'destination.ip == "10.0.0.1" && destination.port == 22 && request.host.endsWith("a") && request.path == "/"',
    'api.getAttribute("iam.googleapis.com/modifiedGrantsByRole", []).hasOnly(["roles/viewer"])',
    'compute.isForwardingRuleCreationOperation() && compute.matchLoadBalancingSchemes(["INTERNAL"])',
    // Services may have attributes that no list tells.
    'resource.labels["a"] == "b" && request.method == "GET" && parameters.x && request.auth.claims.a',
    'api.getAttribute("example.googleapis.com/other", "") == "x"',
    'x.frobnicate() && frobnicate(x)',
    // What a macro names is what it says.
    '["a"].exists(resourc, resourc.nmae == 1)',
    '["a"].all(request, request.tiem == 1)',
    // In a text or a comment.
    'request.path == "resource.nmae" // resource.nmae',
    // What doesn't parse is another fault.
    'resource.nmae ==',
    'resource.nmae && "',
    '',
    null,
    5,
    ['resource.nmae'],
    { a: 'resource.nmae' },
  ])
    test(`leaves ${JSON.stringify(expression)} alone`, () => assert.deepEqual(found(expression), []));

  test('finds each wrong name at its own characters', () => {
    assert.deepEqual(
      found('Resource.name == "" && resource.typ == "" || resource.nmae.startwith("a") && tmestamp("") < request.tiem'),
      ['attribute Resource', 'attribute typ', 'attribute nmae', 'function startwith', 'function tmestamp', 'attribute tiem'],
    );
    assert.deepEqual(found('request.auth.acess_levels == []'), ['attribute acess_levels']);
    assert.deepEqual(found('resource.name.extract("{x}").endWith("a")'), ['function endWith']);
    assert.deepEqual(found('resource.matchtag("a", "b")'), ['function matchtag']);
    assert.deepEqual(found("api.getAttribute('iam.googleapis.com/modifiedGrantsByRoles', []).hasonly([])"), [
      'attribute iam.googleapis.com/modifiedGrantsByRoles',
      'function hasonly',
    ]);
    assert.deepEqual(found('principal.type == "a" && principal.other == "b"'), ['ofPolicyBindings type']);
  });

  test('two wrong names that read alike are two findings', () => {
    assert.deepEqual(found('resource.nmae == "a" || resource.nmae == "b"'), ['attribute nmae', 'attribute nmae']);
  });

  test('a name with a fold in the middle is marked with all of its text, and cured all the same', () => {
    const text = inYaml('api.getAttribute("iam.googleapis.com/modified\n      GrantsByRole", []) == []');
    const [one, ...more] = inspect(rule, { 'a.yaml': text });
    assert(one && more.length === 0);
    assert.match(one.told, /^attribute api\.getAttribute[\s\S]*== \[\]$/);
    const [fix] = one.finding.fixes();
    const edits = fix && renderFix(text, one.finding, fix);
    assert.equal(edits && applyEdits(text, edits), text.replace(/modified\n *Grants/, 'modifiedGrants'));
  });

  test('what is written elsewhere is marked where it is written, and not edited', () => {
    const locals = 'locals {\n  e = "resource.nmae == \\"a\\""\n}\n\n';
    const [one] = inspect(rule, { 'a.tf': member('local.e', locals) });
    assert.equal(one?.told, 'attribute "resource.nmae == \\"a\\""');
    assert.ok('disabled' in (one?.finding.fixes()[0] ?? {}));
    const variable = 'variable "e" {\n  default = "resource.nmae == \\"a\\""\n}\n\n';
    const [other] = inspect(rule, { 'a.tf': member('var.e', variable) });
    assert.equal(other?.told, 'attribute "resource.nmae == \\"a\\""');
    assert.equal(other?.finding.uses.length, 1);
  });

  test('where Terraform puts something in, all of the rest is known', () => {
    assert.deepEqual(told(rule, { 'a.tf': member('"resource.nmae == \\"${var.a}${var.b}\\" // ${var.c}"') }), ['attribute nmae']);
    // As a name of its own it may be anything, and so may what is made of it.
    assert.deepEqual(told(rule, { 'a.tf': member('"${var.object}.nmae && resource.nmae"') }), []);
    assert.deepEqual(told(rule, { 'a.tf': member('"resource.nmae == ${var.a}"') }), []);
    assert.deepEqual(told(rule, { 'a.tf': member('"%{ if var.x }resource.nmae%{ endif }"') }), []);
    assert.deepEqual(told(rule, { 'a.tf': member('format("resource.nmae == %s", var.x)') }), []);
  });

  test('what only another part of the text comes from is not said to name it', () => {
    const elsewhere = 'locals {\n  until = "2030-01-01T00:00:00Z"\n  whole = "request.tiem < timestamp(\'2030\')"\n}\n';
    const related = (expression: string) =>
      inspect(rule, { 'a.tf': member(expression), 'l.tf': elsewhere }).map(({ finding }) => finding.origins.all.length);
    assert.deepEqual(related('"request.tiem < timestamp(\'${local.until}\')"'), [0]);
    assert.deepEqual(related('"${local.whole}"'), [1]);
    assert.deepEqual(related('local.whole'), [1]);
  });

  test('a resource that stands for several gets no edit', () => {
    const text = member('"resource.nmae == \\"a\\""').replace('{\n', '{\n  for_each = toset(["a", "b"])\n');
    const [one, ...more] = inspect(rule, { 'a.tf': text });
    assert.equal(one?.told, 'attribute nmae');
    assert.deepEqual(more, []);
    assert.ok('disabled' in (one?.finding.fixes()[0] ?? {}));
  });

  test('the text of an alias is marked where it stands, and not edited', () => {
    const text = `x: &e resource.nmae == "a"\n${inYaml('*e')}`;
    const [one] = inspect(rule, { 'a.yaml': text });
    assert.equal(one?.told, 'attribute nmae');
    const [fix] = one?.finding.fixes() ?? [];
    assert.equal(one && fix && renderFix(text, one.finding, fix), undefined);
  });
});
