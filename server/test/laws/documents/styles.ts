import { dump } from 'js-yaml';
import type { FormatName } from '../../../src/syntax/format';
import { formatOfPair, isFactoryFile, lintOwn } from '../engine';
import { type KindInLaws, kindInLaws } from '../kinds';
import type { Sample } from './sample';
import { isList, isObject, meaningOf, type Plain } from './secondParser';

/** Keys and indices; the first step is the index of the root. */
type Path = readonly (string | number)[];

/** A pair written anew, in another style of its kind. */
export interface Styled {
  readonly format: FormatName;
  readonly bad: string;
  readonly good: string;
  /** Where a path of the written pair stands here. */
  path(path: Path): Path;
  /** What of a meaning counts when two texts in this style are compared. */
  plain(meaning: Plain): Plain;
}

/** Why a pair can't be written in a style. */
export interface Unstyled {
  readonly reason: string;
}

export const styleNames = ['block YAML', 'flow YAML', 'indented JSON', 'compact JSON', 'Terraform', 'Terraform JSON'] as const;
export type StyleName = (typeof styleNames)[number];

/** Whether the style is one for pairs of this language. Terraform's own forms get their own pairs. */
export function hasStyle(sample: Sample, style: StyleName): boolean {
  if (!kindInLaws(sample).anyStyle) return false;
  const format = formatOfPair(sample);
  return style === 'Terraform JSON' ? format === 'terraform' : format === 'json' || format === 'yaml';
}

export async function inStyle(sample: Sample, style: StyleName): Promise<Styled | Unstyled> {
  if (style === 'Terraform JSON') return terraformJson(sample);
  const { bad, good } = sample;
  const format = formatOfPair(sample);
  const [badDocuments, goodDocuments] = await Promise.all([documentsOf(bad, format), documentsOf(good, format)]);
  if (style === 'block YAML' || style === 'flow YAML') {
    const write = style === 'block YAML' ? blockYaml : flowYaml;
    return { format: 'yaml', bad: write(badDocuments), good: write(goodDocuments), path: same, plain: same };
  }
  const [badDocument, goodDocument] = [badDocuments[0], goodDocuments[0]];
  if (isFactoryFile(sample)) return { reason: 'the factories of Cloud Foundation Fabric read YAML alone' };
  const several = badDocuments.length > 1 || goodDocuments.length > 1;
  if (several || badDocument === undefined || goodDocument === undefined) return { reason: 'only YAML holds several documents' };
  if (style === 'Terraform' && sample.example.filesOnly) return { reason: 'the rule looks at files of JSON and YAML alone' };
  if (style === 'Terraform') return terraform(kindInLaws(sample), badDocument, goodDocument);
  const write = (document: Plain) => jsonText(document, style === 'indented JSON' ? 2 : undefined);
  return { format: 'json', bad: write(badDocument), good: write(goodDocument), path: same, plain: same };
}

function blockYaml(documents: readonly Plain[]): string {
  return documents.map((document) => dump(document, { lineWidth: -1, noRefs: true })).join('---\n');
}

function flowYaml(documents: readonly Plain[]): string {
  return documents.map((document) => dump(document, { lineWidth: -1, noRefs: true, flowLevel: 0 })).join('---\n');
}

function jsonText(document: Plain, indent: number | undefined): string {
  return `${JSON.stringify(document, undefined, indent)}\n`;
}

function same<T>(unchanged: T): T {
  return unchanged;
}

function terraform({ mirror }: KindInLaws, bad: Plain, good: Plain): Styled | Unstyled {
  if ('none' in mirror) return { reason: mirror.none };
  const [badMirror, goodMirror] = [mirror(bad), mirror(good)];
  if (!badMirror || !goodMirror) return { reason: 'no form of this in Terraform mirrors the API' };
  if (isList(bad) && isList(good) && bad.length !== good.length)
    return { reason: 'what is a new item here is a resource with a name there' };
  const path = ([, ...rest]: Path) => badMirror.path(rest);
  return { format: 'terraform', bad: badMirror.text, good: goodMirror.text, path, plain: same };
}

async function terraformJson(sample: Sample): Promise<Styled | Unstyled> {
  const { bad, good } = sample;
  if (/\b(json|yaml)encode\(/.test(bad + good)) return { reason: 'what is encoded stays one string in Terraform’s JSON' };
  const [badBlocks, goodBlocks] = await Promise.all([meaningOf(bad, 'terraform'), meaningOf(good, 'terraform')]);
  const { roots } = lintOwn(sample, bad).file;
  const path = ([index, ...rest]: Path): Path => {
    const node = roots[Number(index)]?.root.node;
    const header = node?.kind === 'mapping' ? node.header : undefined;
    const place = [0, header?.type ?? '', ...(header?.labels ?? [])];
    return rest.length === 0 ? place : [...place, 0, ...rest];
  };
  return {
    format: 'terraformJson',
    bad: jsonText(withAddresses(badBlocks), 2),
    good: jsonText(withAddresses(goodBlocks), 2),
    path,
    plain: withoutListsOfOne,
  };
}

/** What a resource waits for is a bare address in Terraform's JSON. */
function withAddresses(meaning: Plain): Plain {
  if (isList(meaning)) return meaning.map(withAddresses);
  if (!isObject(meaning)) return meaning;
  return Object.fromEntries(
    Object.entries(meaning).map(([key, value]) => [
      key,
      key === 'depends_on' && isList(value)
        ? value.map((item) => String(item).replace(/^\$\{(.*)\}$/, '$1'))
        : withAddresses(value),
    ]),
  );
}

/** Terraform takes one block for a list of one. */
function withoutListsOfOne(meaning: Plain): Plain {
  if (isList(meaning)) {
    const [only, ...others] = meaning.map(withoutListsOfOne);
    return isObject(only) && others.length === 0 ? only : meaning.map(withoutListsOfOne);
  }
  if (!isObject(meaning)) return meaning;
  return Object.fromEntries(Object.entries(meaning).map(([key, value]) => [key, withoutListsOfOne(value)]));
}

async function documentsOf(text: string, format: FormatName): Promise<readonly Plain[]> {
  const meaning = await meaningOf(text, format);
  return format === 'yaml' && isList(meaning) ? meaning : [meaning];
}
