import { readFileSync } from 'node:fs';
import { summarise } from '../src/kinds/facts';
import { createLinter } from '../src/lint/lint';
import { readSettings } from '../src/lint/settings/settings';
import { rules } from '../src/rules/index.generated';
import { formatOf, parseSourceFile } from '../src/syntax/sourceFile';
import { prepareTerraform } from '../src/syntax/terraform/reading/grammar';
import { join } from '../src/workspace/index/workspace';

await prepareTerraform();
const lines = readFileSync('/work/shared/truth/terraform.jsonl', 'utf8').trim().split('\n').map((l) => JSON.parse(l));
let dangerous = 0, told = 0; const byPattern = new Map<string, [number, number]>();
const missed: string[] = [];
for (const m of lines) {
  const danger = m.grants.some((g: any) => /^roles\/(owner|editor)$/.test(g.role) || (g.members ?? []).some((x: string) => /^all(Users|AuthenticatedUsers)$/.test(x)));
  const parsed = Object.entries(m.files as Record<string, string>).flatMap(([n, t]) => { const uri = 'file:///w/' + n; const f = formatOf(uri); return f ? [parseSourceFile(uri, t, f)] : []; });
  const ws = join(parsed.map((p) => summarise(p, { group: undefined })), true);
  const linter = createLinter({ rules, settings: (globalThis as any).S ?? makeSettings(), onFault: (id, e) => { console.log('FAULT', m.id, id, e); } });
  const found = parsed.flatMap((p) => linter.lint(p, ws, new Date()).map((f) => ({ f, p })));
  const hits = found.filter(({ f }) => (f.severity === 'error' || f.severity === 'warning') && /public-access|basic-role/.test(f.rule.id));
  if (danger) {
    dangerous++;
    const e = byPattern.get(m.pattern) ?? [0, 0]; e[1]++;
    if (hits.length) { told++; e[0]++; } else missed.push(m.id + ' ' + m.pattern);
    byPattern.set(m.pattern, e);
  } else if (hits.length) console.log('EXTRA', m.id, m.pattern, hits.map(({ f }) => f.rule.id + JSON.stringify(f.arguments)).join());
}
console.log(dangerous, told);
for (const [p, [a, b]] of byPattern) if (a < b) console.log(p, a, '/', b);
console.log(missed.slice(0, 40).join('\n'));
function makeSettings(): any { return (globalThis as any).S = defaults(); }
function defaults(): any { return readSettings({ client: {}, folder: 'file:///w' }).settings; }
