/** A Terraform block, to be written as HCL or as JSON. */
export interface Block {
  readonly mode: 'resource' | 'data' | 'locals' | 'moved' | 'output';
  readonly labels: readonly string[];
  readonly body: Body;
}

export interface Body {
  readonly [key: string]: Expr | Nested;
}

/** `raw` is an expression as HCL has it, a string a quoted template. */
export type Expr = string | number | { readonly raw: string } | readonly Expr[];

/** A nested block, or several of one name. */
export type Nested = { readonly blocks: readonly Body[] } | { readonly dynamic: Body; readonly over: Expr };

/** Chance for the layout, the same for the same seed. */
export interface Layout {
  chance(share: number): boolean;
  /** A comment of which none has the same words. */
  note(kind: 'keep' | 'tail'): string;
}

export function layoutOf(seed: number): Layout {
  let state = seed >>> 0 || 1;
  let notes = 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    chance: (share) => next() < share,
    note: (kind) => `${kind}-${notes++}-note`,
  };
}

export function hclFile(blocks: readonly Block[], layout: Layout): string {
  const texts = blocks.map((block) => {
    const above = layout.chance(0.3) ? `# ${layout.note('keep')}\n${layout.chance(0.2) ? '\n' : ''}` : '';
    const header = [block.mode, ...block.labels.map((label) => `"${label}"`)].join(' ');
    return `${above}${header} {\n${bodyLines(block.body, '  ', layout)}}${tail(layout, 0.1)}\n`;
  });
  const head = layout.chance(0.3) ? `/* ${layout.note('keep')} */\n${layout.chance(0.5) ? '\n' : ''}` : '';
  return head + texts.join(layout.chance(0.9) ? '\n' : '');
}

function bodyLines(body: Body, indent: string, layout: Layout): string {
  return Object.entries(body)
    .map(([key, value]) => {
      const above = layout.chance(0.1) ? `${indent}# ${layout.note('keep')}\n` : '';
      if (!isNested(value)) return `${above}${indent}${key} = ${hclValue(value, indent, layout)}\n`;
      const inner = `${indent}  `;
      if ('dynamic' in value) {
        const content = `${inner}content {\n${bodyLines(value.dynamic, `${inner}  `, layout)}${inner}}\n`;
        return `${above}${indent}dynamic "${key}" {\n${inner}for_each = ${hclValue(value.over, inner, layout)}\n${content}${indent}}\n`;
      }
      return above + value.blocks.map((one) => `${indent}${key} {\n${bodyLines(one, inner, layout)}${indent}}\n`).join('');
    })
    .join('');
}

/** With the comment at the line's end, where it has one. */
function hclValue(value: Expr, indent: string, layout: Layout): string {
  if (!isItems(value)) return hcl(value) + (typeof value === 'object' && value.raw.includes('\n') ? '' : tail(layout, 0.1));
  if (value.length === 0 || layout.chance(0.4)) return `[${value.map(hcl).join(', ')}]${tail(layout, 0.1)}`;
  const lines = value.map((item) => {
    const above = layout.chance(0.2) ? `${indent}  // ${layout.note('keep')}\n` : '';
    return `${above}${indent}  ${hcl(item)},${tail(layout, 0.2)}\n`;
  });
  return `[\n${lines.join('')}${indent}]`;
}

function tail(layout: Layout, share: number): string {
  return layout.chance(share) ? ` # ${layout.note('tail')}` : '';
}

export function hcl(value: Expr): string {
  if (typeof value === 'string') return `"${value.replace(/["\\](?![^{]*\})/g, '\\$&')}"`;
  if (typeof value === 'number') return String(value);
  return isItems(value) ? `[${value.map(hcl).join(', ')}]` : value.raw;
}

export function jsonFile(blocks: readonly Block[], layout: Layout): string {
  const file: Record<string, unknown> = {};
  for (const { mode, labels, body } of blocks) {
    let at = orMade(file, mode);
    for (const label of labels.slice(0, -1)) at = orMade(at, label);
    const last = labels.at(-1);
    if (last === undefined) Object.assign(at, jsonBody(body));
    else at[last] = jsonBody(body);
  }
  const shaped = layout.chance(0.3) && file.resource ? { ...file, resource: [file.resource] } : file;
  return `${JSON.stringify(shaped, undefined, layout.chance(0.8) ? 2 : undefined)}\n`;
}

function jsonBody(body: Body): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(body)) {
    if (!isNested(value)) plain[key] = key === 'depends_on' || key === 'provider' ? named(value) : json(value);
    else if ('blocks' in value) plain[key] = value.blocks.map(jsonBody);
    else plain.dynamic = { [key]: { for_each: json(value.over), content: jsonBody(value.dynamic) } };
  }
  return plain;
}

function json(value: Expr): unknown {
  if (typeof value !== 'object') return value;
  return isItems(value) ? value.map(json) : `\${${value.raw}}`;
}

/** Where JSON has an address as a plain string. */
function named(value: Expr): unknown {
  if (typeof value !== 'object') return value;
  return isItems(value) ? value.map(named) : value.raw;
}

function orMade(holder: Record<string, unknown>, key: string): Record<string, unknown> {
  holder[key] ??= {};
  return holder[key] as Record<string, unknown>;
}

function isItems(value: Expr): value is readonly Expr[] {
  return Array.isArray(value);
}

function isNested(value: Expr | Nested): value is Nested {
  return typeof value === 'object' && !Array.isArray(value) && ('blocks' in value || 'dynamic' in value);
}

export interface Binding {
  readonly role: string;
  readonly members: readonly string[];
  readonly condition?: { readonly title: string; readonly expression: string };
  /** Under keys that bindings don't have. */
  readonly slips?: Readonly<Record<string, unknown>>;
}

export function jsonDocument(bindings: readonly Binding[], layout: Layout): string {
  return `${JSON.stringify({ bindings: bindings.map(flat), etag: 'BwXhqDVJJYk=', version: 3 }, undefined, layout.chance(0.7) ? 2 : undefined)}\n`;
}

export function flat({ slips, ...binding }: Binding): Readonly<Record<string, unknown>> {
  return { ...binding, ...slips };
}

export function yamlDocument(bindings: readonly Binding[], layout: Layout): string {
  const head = layout.chance(0.4) ? `# ${layout.note('keep')}\n` : '';
  const items = bindings.map((binding) => {
    const { role, members, condition, slips = {} } = binding;
    const above = layout.chance(0.2) ? `# ${layout.note('keep')}\n` : '';
    if (layout.chance(0.25)) return `${above}- ${JSON.stringify(flat(binding))}\n`;
    const more = condition
      ? `  condition:\n    title: ${condition.title}\n    expression: ${JSON.stringify(condition.expression)}\n`
      : '';
    const slipped = Object.entries(slips).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}\n`);
    const lines = layout.chance(0.3)
      ? `  members: [${members.map((member) => JSON.stringify(member)).join(', ')}]${tail(layout, 0.2)}\n`
      : `  members:\n${members
          .map((member) => `${layout.chance(0.2) ? `  # ${layout.note('keep')}\n` : ''}  - ${member}${tail(layout, 0.2)}\n`)
          .join('')}`;
    return `${above}- role: ${role}${tail(layout, 0.1)}\n${lines}${more}${slipped.join('')}`;
  });
  return `${head}bindings:\n${items.join('')}etag: BwXhqDVJJYk=\nversion: 3\n`;
}
