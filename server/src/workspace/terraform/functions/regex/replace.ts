import { excess } from '../definition';
import { type Match, type Searcher, searcherOf } from './search';

/**
 * All matches by a text in which `$1`, `$name` and `${name}` stand for captures. Undefined for what is no regular expression.
 *
 * @see https://pkg.go.dev/regexp#Regexp.Expand
 */
export function replaceMatches(pattern: string, text: string, by: string, limit: number): string | typeof excess | undefined {
  const searcher = searcherOf(pattern);
  if (!searcher) return undefined;
  const matches = searcher === 'spent' ? 'spent' : searcher.all(text);
  if (matches === 'spent' || searcher === 'spent') return excess;
  const letters = [...text];
  let [result, at] = ['', 0];
  for (const match of matches) {
    result += letters.slice(at, match.start).join('') + expanded(by, match, searcher);
    at = match.end;
    if (result.length > limit) return excess;
  }
  return result + letters.slice(at).join('');
}

function expanded(template: string, { captures }: Match, { names }: Searcher): string {
  return template.replace(/\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu, (all, braced?: string, plain?: string) => {
    const name = braced ?? plain;
    if (name === undefined) return all === '$$' ? '$' : all;
    const index = /^\d+$/.test(name) && !/^0\d/.test(name) ? Number(name) : names.indexOf(name) + 1 || -1;
    return captures[index] ?? '';
  });
}
