import type { Root } from '../../../syntax/format';
import { formatOf } from '../../../syntax/sourceFile';
import { rest } from '../../dialect';
import type { FoundPolicy, Kind } from '../../kind';
import type { Policy } from '../../policy';
import { mappingsIn } from '../../reading/descend';
import { isForeign, ownPlace, whereOf } from '../../reading/roots';

/** A JSON or YAML text with something of ours that isn't what the name of its file says: it doesn't parse, or it is the other one of the two. */
export interface UnparsedText extends Policy {
  readonly kind: 'unparsedText';
  readonly fault: 'broken' | 'yamlInJson';
}

const unparsedText: Kind<UnparsedText> = {
  id: 'unparsedText',
  derive(root, { uri }, others, all) {
    const fault = faultOf(root, uri);
    if (!fault || !(others.some(isDocument) || all.some((kind) => mayBe(kind, root, uri)))) return [];
    return [{ kind: 'unparsedText', node: root.node, place: ownPlace(root, uri), dialect: rest, fault }];
  },
};

function faultOf({ format, text, broken, unread }: Root, uri: string): UnparsedText['fault'] | undefined {
  if (format.name !== 'json' && format.name !== 'yaml') return undefined;
  if (broken) return unread || isTemplate(text) ? undefined : 'broken';
  return format.name === 'yaml' && formatOf(uri) === 'json' ? 'yamlInJson' : undefined;
}

/** What a template engine has yet to go through is neither JSON nor YAML. Outside of quotes and comments no text of these begins so. */
function isTemplate(text: string): boolean {
  return /^(?:[^#"'\n]|"[^"\n]*"|'[^'\n]*')*?(?:\{[{%]|<%)/m.test(text);
}

function isDocument({ kind }: FoundPolicy): boolean {
  return kind.mayHold !== undefined || kind.recognise !== undefined;
}

/** Half-typed or not. */
function mayBe({ recognise }: Kind, root: Root, uri: string): boolean {
  if (!recognise) return false;
  const place = ownPlace(root, uri);
  const objects = [...mappingsIn(root.node, isForeign)];
  const nodes = root.node.kind === 'sequence' ? [root.node, ...objects] : objects;
  return nodes.some((node) => recognise(node, whereOf(place, node)) !== undefined);
}

export default unparsedText;
