import fc from 'fast-check';
import { written } from '../corpus';

/** One thing that people do to a text. Places are shares of its length, so that an edit fits whatever the ones before it have left. */
export type Edit =
  | { readonly kind: 'type'; readonly at: number; readonly remove: number; readonly insert: string }
  | { readonly kind: 'removeLines' | 'copyLines'; readonly at: number; readonly lines: number; readonly to: number }
  | { readonly kind: 'cut'; readonly at: number }
  /** Another word in the place of the next one: the text means something else and stays whole. */
  | { readonly kind: 'word'; readonly at: number; readonly insert: string }
  | { readonly kind: 'undo' };

/** In how many places a text can be edited. */
const places = 10_000;

export function edits(length: { readonly maxLength: number }): fc.Arbitrary<readonly Edit[]> {
  const place = fc.nat(places);
  return fc.array(
    fc.oneof(
      { weight: 8, arbitrary: fc.record({ kind: fc.constant('type' as const), at: place, remove: fc.nat(3), insert: typed() }) },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constantFrom('removeLines' as const, 'copyLines' as const),
          at: place,
          lines: fc.integer({ min: 1, max: 6 }),
          to: place,
        }),
      },
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('word' as const), at: place, insert: word }) },
      fc.record({ kind: fc.constant('cut' as const), at: place }),
      { weight: 2, arbitrary: fc.constant({ kind: 'undo' as const }) },
    ),
    { minLength: 1, ...length },
  );
}

const word = fc.constantFrom(
  'allUsers',
  'a',
  'user:b@example.org',
  'roles/owner',
  'true',
  'google_project_iam_binding',
  'members',
  'app',
);

/** What is typed or pasted: the signs of all formats, words of policies, whatever a keyboard gives, and whole documents. */
export function typed(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      '"',
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '=',
      '\\',
      "'",
      '- ',
      '\n',
      '\r\n',
      '\r',
      '\t',
      '  ',
      '#',
      '//',
      '/*',
      '*/',
    ),
    fc.constantFrom('${', '%{', '<<EOT\n', 'EOT\n', '---\n', '...\n', '&a ', '*a', '<<: *a\n', '|\n', '>-\n', '? ', '!x ', '%'),
    fc.constantFrom(
      'members',
      'role',
      'bindings',
      'allUsers',
      'user:',
      'roles/owner',
      'null',
      '{}',
      '[]',
      '# leastwise: ignore[*]\n',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.constantFrom('\u2028', '\u0085', '\ufeff', '\0', '\ud800', '\udc00', '한', '😀'),
    fc.constantFrom(...written).map(({ text }) => text),
    fc.constant(''),
  );
}

/** The text after each of the edits, one by one. */
export function* textsAfter(text: string, all: readonly Edit[]): Generator<string> {
  const past = [text];
  for (const edit of all) {
    if (edit.kind === 'undo' && past.length > 1) past.pop();
    else past.push(edited(past.at(-1) ?? '', edit).slice(0, longest));
    yield past.at(-1) ?? '';
  }
}

/** In UTF-16 code units: pasting again and again is not what takes time here. */
const longest = 60_000;

function edited(text: string, edit: Edit): string {
  if (edit.kind === 'undo') return text;
  const at = placeIn(text, edit.at);
  if (edit.kind === 'cut') return text.slice(0, at);
  if (edit.kind === 'word') return text.slice(0, at) + text.slice(at).replace(/(?<![\w.:@/-])[\w.:@/-]+/, () => edit.insert);
  if (edit.kind === 'type') return text.slice(0, at) + edit.insert + text.slice(at + edit.remove);
  const lines = text.split(/(?<=\n)/);
  const first = Math.floor((edit.at / (places + 1)) * lines.length);
  const block = lines.slice(first, first + edit.lines);
  if (edit.kind === 'removeLines') return [...lines.slice(0, first), ...lines.slice(first + edit.lines)].join('');
  const to = Math.floor((edit.to / (places + 1)) * lines.length);
  return [...lines.slice(0, to), ...block, ...lines.slice(to)].join('');
}

/** The offset of a place, `places` being the end. */
export function placeIn(text: string, place: number): number {
  return Math.round((place / places) * text.length);
}

export function somePlaces(): fc.Arbitrary<readonly number[]> {
  return fc.array(fc.nat(places), { minLength: 1, maxLength: 4 });
}
