// The TypeScript lists of all rules, their translations and their cases; made from the folders alone.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const rulesFolder = 'server/src/rules';
const kindsFolder = 'server/src/kinds';
const koreanFolder = 'server/src/l10n/ko';

/** The ids of all rules, as their paths tell them, sorted. */
export function ruleIds(root) {
  return idsIn(root, rulesFolder).filter((id) => !id.endsWith('.cases'));
}

/** Path → text of each generated module. */
export function modules(root) {
  const ids = ruleIds(root);
  const casesIds = ids.filter((id) => existsSync(join(root, rulesFolder, `${id}.cases.ts`)));
  const koreanIds = idsIn(root, koreanFolder);
  return new Map([
    [
      `${rulesFolder}/index.generated.ts`,
      moduleText({
        types: "import type { Rule } from './rule';",
        imports: ids.map((id) => [id, `./${id}`]),
        list: (names) => [
          '/** Every rule, by id. */',
          'export const rules: readonly Rule[] = [',
          ...names.map(([, name]) => `  ${name},`),
          '];',
        ],
      }),
    ],
    [
      `${koreanFolder}/index.generated.ts`,
      moduleText({
        types: "import type { RuleText } from '../../rules/rule';",
        imports: koreanIds.map((id) => [id, `./${id}`]),
        list: (names) => [
          '/** Rule id → its words in Korean. */',
          'export const korean: Readonly<Record<string, RuleText>> = {',
          ...entries(names),
          '};',
        ],
      }),
    ],
    [
      `${kindsFolder}/index.generated.ts`,
      moduleText({
        types: "import type { Kind } from './kind';",
        imports: kindIds(root).map((id) => [id, `./${id}/kind`]),
        list: (names) => [
          '/** Every kind of document, by folder. */',
          'export const kinds: readonly Kind[] = [',
          ...names.map(([, name]) => `  ${name},`),
          '];',
        ],
      }),
    ],
    [
      `${koreanFolder}/kinds.generated.ts`,
      moduleText({
        types: "import type { Words } from '../../kinds/speech';",
        imports: vocabularyIds(root).map((id) => [id, `./kinds/${id}`]),
        list: (names) => [
          '/** The id of a vocabulary → its words in Korean. */',
          'export const korean: Readonly<Record<string, Words>> = {',
          ...entries(names),
          '};',
        ],
      }),
    ],
    [
      'server/test/cases.generated.ts',
      moduleText({
        types: "import type { Example } from '../src/rules/rule';",
        imports: casesIds.map((id) => [id, `../src/rules/${id}.cases`]),
        list: (names) => [
          '/** Rule id → the pairs that would spoil its page. */',
          'export const cases: Readonly<Record<string, readonly Example[]>> = {',
          ...entries(names),
          '};',
        ],
      }),
    ],
  ]);
}

/** `<cloud>/<name>` of every folder with a kind. */
export function kindIds(root) {
  return filesBelow(root, kindsFolder)
    .filter((path) => path.endsWith('/kind.ts'))
    .map((path) => path.slice(0, -'/kind.ts'.length))
    .sort();
}

function vocabularyIds(root) {
  return filesBelow(root, `${koreanFolder}/kinds`)
    .map((path) => path.slice(0, -'.ts'.length))
    .sort();
}

function filesBelow(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'));
}

function moduleText({ types, imports, list }) {
  const named = imports.map(([id, from]) => [id, nameOf(id), from]);
  const lines = [
    '// Made by `npm run generate`.',
    ...named.map(([, name, from]) => `import ${name} from '${from}';`),
    types,
    '',
    ...list(named),
    '',
  ];
  return lines.join('\n');
}

function entries(names) {
  return names.map(([id, name]) => `  '${id}': ${name},`);
}

/** `access-level/without-emergency-access` → `accessLevelWithoutEmergencyAccess`. */
function nameOf(id) {
  return id.replace(/[/-]+(.)/g, (_, letter) => letter.toUpperCase());
}

/** `<area>/<name>` of every file two levels deep; what stands right in the folder is no rule. */
function idsIn(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  const areas = readdirSync(join(root, folder), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'kinds',
  );
  return areas
    .flatMap(({ name: area }) => readdirSync(join(root, folder, area)).map((file) => `${area}/${file}`))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.generated.ts'))
    .map((path) => path.slice(0, -'.ts'.length))
    .sort();
}
