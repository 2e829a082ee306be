import type { SyntaxNode, TemplatePart } from '../../syntax/tree';
import type { Place } from '../index/facts';
import { type Resolved, resolve, type Scope } from './evaluate';

/** A string as far as the text tells it. */
export interface TextValue {
  /** The value where it is used. */
  readonly node: SyntaxNode;
  /** Whether the text stands right there, so that it may be edited. */
  readonly literal: boolean;
  /** The whole text; undefined when a part is unknown. */
  readonly text: string | undefined;
  /** What the text surely begins with. */
  readonly prefix: string;
  /** What the text surely ends with; the whole text when that is known. */
  readonly suffix: string;
  /** What the rest after `prefix` is taken from, when that is one attribute of one resource of the module. */
  readonly reference: ResourceReference | undefined;
  /** False where a variable's default or assignment is part of it: evidence of what it says, never of what it lacks. */
  readonly certain: boolean;
  /** Where the whole text is written, when that is not here. */
  readonly source: Place | undefined;
  /** Where a part of it is written, when that is not here. */
  readonly partSource?: Place | undefined;
}

/** `google_service_account.app.email`: an attribute of a resource of the module. */
export interface ResourceReference {
  readonly folder: string;
  /** `google_service_account.app`, `data.google_iam_policy.admin` */
  readonly address: string;
  readonly type: string;
  /** The rest of the path, joined by dots. */
  readonly attribute: string;
}

/** Reads a value as a string; undefined when it is none: a list, an object, null. */
export function textOf(node: SyntaxNode, scope: Scope): TextValue | undefined {
  return read(node, scope, { left: mostHoles });
}

/** How many holes of templates are still looked into: names may lead round in a circle, or to ever more of them. */
interface Patience {
  left: number;
}

const mostHoles = 200;

function read(node: SyntaxNode, scope: Scope, patience: Patience): TextValue | undefined {
  if (node.kind === 'scalar') return node.value === null ? undefined : plainText(node, String(node.value));
  const found = resolve(node, scope);
  const base = { node, literal: found.literal, certain: found.certain, source: found.source, reference: undefined };
  const at = found.node;
  switch (at.kind) {
    case 'scalar':
      return at.value === null
        ? undefined
        : { ...base, text: String(at.value), prefix: String(at.value), suffix: String(at.value) };
    case 'template':
      return templateText(at.parts, found, base, patience);
    case 'reference':
      return { ...base, text: undefined, prefix: '', suffix: '', reference: resourceReference(at.path, found.scope) };
    case 'opaque':
      return { ...base, text: undefined, prefix: '', suffix: '' };
    default:
      return undefined;
  }
}

/** For a value that is no string where one belongs: nothing is known of it. */
export function noText(node: SyntaxNode): TextValue {
  return {
    node,
    literal: false,
    certain: true,
    source: undefined,
    text: undefined,
    prefix: '',
    suffix: '',
    reference: undefined,
  };
}

type Base = Pick<TextValue, 'node' | 'literal' | 'certain' | 'source'>;

/** What is written out right here: nearly every value of a JSON or YAML file, so it takes one object and no look-up. */
function plainText(node: SyntaxNode, text: string): TextValue {
  return { node, literal: true, certain: true, source: undefined, text, prefix: text, suffix: text, reference: undefined };
}

function templateText(parts: readonly TemplatePart[], { scope }: Resolved, base: Base, patience: Patience): TextValue {
  const told = parts.map((part) => {
    if ('literal' in part) return known(part.literal);
    return patience.left-- > 0 ? read(part.hole, scope, patience) : undefined;
  });
  const certain = base.certain && told.every((part) => part?.certain !== false);
  const isOneHole = parts.length === 1;
  const source = base.source ?? (isOneHole ? told[0]?.source : undefined);
  const partSource = told.map((part) => part?.source ?? part?.partSource).find((place) => place !== undefined);
  const firstUnknown = told.findIndex((part) => part?.text === undefined);
  if (firstUnknown < 0) {
    const text = told.map((part) => part?.text ?? '').join('');
    return { ...base, certain, source, partSource, text, prefix: text, suffix: text, reference: undefined };
  }
  const lastUnknown = told.findLastIndex((part) => part?.text === undefined);
  const unknown = told[firstUnknown];
  return {
    ...base,
    certain,
    source,
    partSource,
    text: undefined,
    prefix:
      told
        .slice(0, firstUnknown)
        .map((part) => part?.text ?? '')
        .join('') + (unknown?.prefix ?? ''),
    suffix:
      (told[lastUnknown]?.suffix ?? '') +
      told
        .slice(lastUnknown + 1)
        .map((part) => part?.text ?? '')
        .join(''),
    reference: firstUnknown === told.length - 1 ? unknown?.reference : undefined,
  };
}

function known(text: string): Omit<TextValue, 'node' | 'literal'> {
  return { certain: true, source: undefined, text, prefix: text, suffix: text, reference: undefined };
}

function resourceReference(path: readonly (string | number)[], { folder }: Scope): ResourceReference | undefined {
  const mode = path[0] === 'data' ? 1 : 0;
  const [type, name, ...rest] = path.slice(mode);
  // Other names with a dot are no resources: locals, variables, modules, `each`.
  if (typeof type !== 'string' || typeof name !== 'string' || !type.includes('_')) return undefined;
  return { folder, type, address: `${mode ? 'data.' : ''}${type}.${name}`, attribute: rest.join('.') };
}

/** A string that is written out; undefined for everything else. */
export function literalString(node: SyntaxNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}
