import type { FormatName } from '../../syntax/format';
import { escapedLetter } from '../../text/escapedLetter';
import type { ValueTypeOf } from '../terraform/modules/configuration';
import type { FactReader } from './factReader';
import { readsFiles } from './readsFiles';

/** All readers of facts, by what they declare. */
export interface FactReaders {
  /** Those that read resources of a type. */
  ofType(type: string): readonly FactReader[];
  /** Those that may find something in a text of a format. */
  ofText(text: string, format: FormatName): readonly FactReader[];
  follows(type: string): boolean;
  /** Whether any of them reads, follows, adds or removes resources of the type. */
  knows(type: string): boolean;
  adds(type: string): boolean;
  readonly valueTypeOf: ValueTypeOf;
  /** The addresses of resources of which others take parts, and the attributes behind them; global, so that all of them are found. */
  readonly parts: RegExp;
  /** Whether an attribute of such a resource stands for all of it. */
  isWhole(attribute: string): boolean;
  /** Addresses of resources that a repair may take away; global, so that all of them are found. */
  readonly removable: RegExp;
  /**
   * Whether a text can hold anything that one of them reads, told without parsing it: most files of a workspace can't. May be wrong
   * only in saying yes.
   */
  mayHoldFacts(text: string, format: FormatName, uri: string): boolean;
  /** The same for the text of one Terraform block from its first word on: most resources are of types that nobody asks for. */
  blockMayHoldFacts(block: string): boolean;
}

export function factReaders(readers: readonly FactReader[]): FactReaders {
  const typed = readers.map((reader) => ({ reader, types: whole(reader.types ?? []) }));
  const worded = readers.flatMap((reader) => (reader.words ? [{ reader, words: reader.words }] : []));
  const [followed, added, removed] = (['followed', 'added', 'removed'] as const).map((which) =>
    readers.flatMap((reader) => reader[which] ?? []),
  ) as [string[], string[], string[]];
  const apart = readers.flatMap(({ takenApart }) => takenApart ?? []);
  const known = [...new Set([...readers.flatMap(({ types = [] }) => types), ...followed, ...added, ...removed])];
  const anyWords = anyOf([...worded.map(({ words }) => words), within(known), escapes]);
  const forPolicyFiles = worded.filter(({ reader: { formats = policyFormats } }) =>
    formats.some((one) => policyFormats.includes(one)),
  );
  const inPolicyFiles = anyOf([...forPolicyFiles.map(({ words }) => words), escapes]);
  const inAnyBlock = anyOf([
    readsFiles,
    ...readers.flatMap(({ words }) => words ?? []),
    new RegExp(`${within([...removed, ...apart.flatMap(({ types }) => types)]).source}\\.`),
  ]);
  const [isKnown, isFollowed, isAdded] = [whole(known), whole(followed), whole(added)];
  const byType = new Map<string, readonly FactReader[]>();
  return {
    ofType(type) {
      const before = byType.get(type);
      if (before) return before;
      const found = typed.filter(({ types }) => types.test(type)).map(({ reader }) => reader);
      byType.set(type, found);
      return found;
    },
    ofText(text, format) {
      const mayBeEscaped = escapes.test(text);
      // Readers that look for the same words look for them once.
      const found = new Map<RegExp, boolean>();
      const holds = (words: RegExp) => {
        const holdsThem = found.get(words) ?? (mayBeEscaped || words.test(text));
        found.set(words, holdsThem);
        return holdsThem;
      };
      return worded
        .filter(({ reader: { formats } }) => formats === undefined || formats.includes(format))
        .filter(({ words }) => holds(words))
        .map(({ reader }) => reader);
    },
    follows: (type) => isFollowed.test(type),
    knows: (type) => isKnown.test(type),
    adds: (type) => isAdded.test(type),
    parts: new RegExp(
      `(?<![\\w-])((?:data\\.)?(?:${within(apart.flatMap(({ types }) => types)).source})\\.[\\w-]+)(?:\\[[^\\]]*\\])*(?:\\.([\\w*-]+))?`,
      'g',
    ),
    isWhole: (attribute) => apart.some(({ asWhole }) => asWhole.includes(attribute)),
    valueTypeOf(mode, type) {
      for (const { valueTypeOf } of readers) {
        const found = valueTypeOf?.(mode, type);
        if (found) return found;
      }
      return undefined;
    },
    removable: new RegExp(`(?<![\\w-])(?:${within(removed).source})\\.[\\w-]+`, 'g'),
    mayHoldFacts(text, format, uri) {
      if (/\.tfvars(\.json)?$/.test(uri)) return true;
      return policyFormats.includes(format) ? inPolicyFiles.test(text) : ownWords.test(text) || anyWords.test(text);
    },
    blockMayHoldFacts(block) {
      const [, word = '', type = ''] = /^(\w+)[ \t]+"?([\w-]+)/.exec(block) ?? [];
      return !plainBlocks.has(word) || isKnown.test(type) || inAnyBlock.test(block);
    },
  };
}

const policyFormats: readonly FormatName[] = ['json', 'yaml'];

/** Blocks of Terraform's own. */
const ownWords = new RegExp(`\\b(?:locals|variable|module|output|provider)\\b|${readsFiles.source}`);

const plainBlocks: ReadonlySet<string> = new Set(['resource', 'data']);

function whole(types: readonly string[]): RegExp {
  return types.length === 0 ? nothing : new RegExp(`^${within(types).source}$`);
}

function within(types: readonly string[]): RegExp {
  return types.length === 0 ? nothing : new RegExp(`(?:${types.map((type) => type.replaceAll('*', '\\w*')).join('|')})`);
}

/** A letter of a word may be written as one. */
const escapes = new RegExp(escapedLetter);

/** Case counts for none of them if it doesn't for one: they only say what may be there. */
function anyOf(words: readonly RegExp[]): RegExp {
  return words.length === 0 ? nothing : new RegExp(words.map(({ source }) => `(?:${source})`).join('|'), 'im');
}

const nothing = /(?!)/;
