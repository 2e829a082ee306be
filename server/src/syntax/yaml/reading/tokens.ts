import type { CST } from 'yaml';
import type { Comment } from '../../tree';
import { isContentItem } from './positions';

export interface TokenSurvey {
  readonly comments: readonly Comment[];
  readonly hasAliases: boolean;
  readonly tooDeep: ReadonlySet<CST.Token>;
}

/** Collections deeper than this are not looked into: everything after the library's own parser may then recurse safely. */
export const deepest = 500;

/** Collects what only the tokens tell, and puts a scalar in the place of each collection that is nested too deep. */
export function surveyTokens(tokens: readonly CST.Token[], text: string): TokenSurvey {
  const comments: Comment[] = [];
  const tooDeep = new Set<CST.Token>();
  let hasAliases = false;

  function survey(token: CST.Token, depth: number): CST.Token {
    if (token.type === 'alias') hasAliases = true;
    if (token.type === 'comment') comments.push(commentOf(token));
    if ('items' in token) {
      if (depth > deepest) return standIn(token);
      surveyItems(token, depth);
    }
    if ('props' in token) for (const prop of token.props) survey(prop, depth);
    if (token.type === 'document') {
      surveyAll(token.start);
      if (token.value) token.value = survey(token.value, 1);
    }
    if ('end' in token && token.end) surveyAll(token.end);
    return token;
  }

  function surveyItems(collection: CST.BlockMap | CST.BlockSequence | CST.FlowCollection, depth: number): void {
    for (const item of collection.items as CST.CollectionItem[]) {
      surveyAll(item.start);
      if (item.key) item.key = survey(item.key, depth + 1);
      if (item.sep) surveyAll(item.sep);
      if (item.value) item.value = survey(item.value, depth + 1);
    }
  }

  function surveyAll(sources: readonly CST.SourceToken[]): void {
    for (const source of sources) if (source.type === 'comment') comments.push(commentOf(source));
  }

  function standIn(token: CST.Token): CST.Token {
    const source = text.slice(token.offset, endOfToken(token)).trimEnd();
    const scalar: CST.FlowScalar = { type: 'scalar', offset: token.offset, indent: 0, source };
    tooDeep.add(scalar);
    return scalar;
  }

  for (const token of tokens) survey(token, 0);
  return { comments, hasAliases, tooDeep };
}

function commentOf({ offset, source }: CST.SourceToken): Comment {
  return { range: { start: offset, end: offset + source.length }, text: source.slice(1).trim() };
}

/** Where a token ends, trailing white space included. A loop, because this is also for what is nested too deep. */
export function endOfToken(token: CST.Token): number {
  let last: CST.Token = token;
  while ('items' in last) {
    const items: CST.CollectionItem[] = last.items;
    const item = items.findLast(isContentItem);
    const closing: CST.Token | undefined = last.type === 'flow-collection' ? last.end[0] : undefined;
    const inner = closing ?? item?.value ?? item?.sep?.at(-1) ?? item?.key ?? item?.start.at(-1);
    if (!inner) return last.offset;
    last = inner;
  }
  const header = 'props' in last ? last.props.reduce((length, prop) => length + sourceLength(prop), 0) : 0;
  return last.offset + header + sourceLength(last);
}

function sourceLength(token: CST.Token): number {
  return 'source' in token ? token.source.length : 0;
}
