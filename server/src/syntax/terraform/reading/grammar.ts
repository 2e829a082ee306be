import grammarBytes from '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm';
import { Language, Parser, type Tree } from 'web-tree-sitter';
import coreBytes from 'web-tree-sitter/web-tree-sitter.wasm';

/** A node of the grammar's own tree, copied out of the WebAssembly memory. */
export interface ConcreteNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** Punctuation and comments included. */
  readonly children: readonly ConcreteNode[];
  /** Whether the parser had to skip or invent something in here. */
  readonly hasError: boolean;
}

/** Loads the grammar, once. What is parsed before it has ended has no tree. */
export function prepareTerraform(): Promise<void> {
  loading ??= load();
  return loading;
}

/** Undefined when the grammar isn't loaded or the text is too much. `place` tells which offset to give to what stands at an offset. */
export function parseConcrete(text: string, place: (offset: number) => number = (offset) => offset): ConcreteNode | undefined {
  if (!parser || reasonToRefuse(text)) return undefined;
  const tree = parsed(parser, text);
  if (!tree) return undefined;
  try {
    return copyOf(tree, place);
  } finally {
    // The trees live in WebAssembly memory, which no garbage collector frees.
    tree.delete();
  }
}

/** Why a text is too much for the parser, if it is. */
export function reasonToRefuse(text: string): 'tooLong' | 'tooDeep' | undefined {
  if (text.length > longest) return 'tooLong';
  return isNestedTooDeep(text) ? 'tooDeep' : undefined;
}

let loading: Promise<void> | undefined;
let parser: Parser | undefined;

async function load(): Promise<void> {
  // The name is only looked up when no bytes are given, but asking for it must not fail where a bundle has no address of its own.
  await Parser.init({ wasmBinary: coreBytes.buffer, locateFile: (name: string) => name });
  const ready = new Parser();
  ready.setLanguage(await Language.load(grammarBytes));
  parser = ready;
}

/** WebAssembly memory has an end, of which the parser knows no better than to throw. */
function parsed(ready: Parser, text: string): Tree | null {
  try {
    return ready.parse(text);
  } catch {
    ready.reset();
    return null;
  }
}

const longest = 4_000_000;
const deepest = 500;

/** Depth costs the parser more than length. Brackets in strings are counted too, for they seldom open without closing. */
export function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  bracket.lastIndex = 0;
  // A long text is asked at each keystroke in it, and most of it is no brackets.
  while (bracket.test(text)) {
    if ('([{'.includes(text.charAt(bracket.lastIndex - 1))) depth++;
    else if (depth > 0) depth--;
    if (depth > deepest) return true;
  }
  return false;
}

const bracket = /[()[\]{}]/g;

interface GrowingNode extends ConcreteNode {
  /** Where the parser has the node's end. */
  readonly parsedEnd: number;
  start: number;
  end: number;
  children: ConcreteNode[];
  hasError: boolean;
}

function copyOf(tree: Tree, place: (offset: number) => number): ConcreteNode {
  const cursor = tree.walk();
  const above: GrowingNode[] = [];
  let end = 0;
  const visit = (): GrowingNode => {
    const type = cursor.nodeType;
    const start = place(cursor.startIndex);
    const parsedEnd = place(cursor.endIndex);
    // What the parser made up stands before the next token, perhaps lines behind the last one.
    if (cursor.nodeIsMissing) return { type, start: end, end, parsedEnd, children: [], hasError: true };
    return { type, start, end: parsedEnd, parsedEnd, children: [], hasError: type === 'ERROR' };
  };
  const leave = (child: GrowingNode, parent: GrowingNode) => {
    parent.children.push(child);
    parent.hasError ||= child.hasError;
    if (child.parsedEnd === parent.parsedEnd) parent.end = child.end;
    parent.start = Math.min(parent.start, parent.end);
    end = child.end;
  };
  let node = visit();
  for (;;) {
    if (cursor.gotoFirstChild()) {
      above.push(node);
      node = visit();
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      const parent = above.pop();
      if (!parent) {
        cursor.delete();
        return node;
      }
      leave(node, parent);
      cursor.gotoParent();
      node = parent;
    }
    const parent = above.at(-1);
    if (parent) leave(node, parent);
    node = visit();
  }
}
