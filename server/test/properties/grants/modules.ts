import type { Texts } from './access';

/** How a module is called: not at all, or so often. With `alike` two calls say the same. */
export type Called = 'not' | 'once' | 'each' | 'twice' | 'count' | 'unknown' | 'alike';

const calls: Readonly<Record<Exclude<Called, 'not'>, string>> = {
  once: call('k', 'tag = "one"'),
  each: call('k', 'for_each = toset(["one", "two"])', 'tag = each.key'),
  twice: call('k', 'tag = "one"') + call('l', 'tag = "two"'),
  count: call('k', 'count = 2', 'tag = "t${count.index}"'),
  unknown: call('k', 'for_each = var.tags', 'tag = each.key'),
  alike: call('k', 'tag = "one"') + call('l', 'tag = "one"'),
};

/** The same files, with all of Terraform in a module. */
export function inCalledModule(texts: Texts, called: Called): Texts {
  if (called === 'not') return texts;
  const moved = Object.entries(texts).map(([name, text]) => [/\.tf(\.json)?$/.test(name) ? `k/${name}` : name, text]);
  return { ...Object.fromEntries(moved), 'calls.tf': calls[called] };
}

function call(name: string, ...lines: readonly string[]): string {
  return `module "${name}" {\n  source = "./k"\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}
