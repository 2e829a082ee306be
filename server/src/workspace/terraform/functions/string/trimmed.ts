import { isSpace } from './letterCase';

/** Without what of `letters` stands at both ends. */
export function trimmed(text: string, letters: string): string {
  const cut = new Set(letters);
  return trimmedBy(text, (letter) => cut.has(letter));
}

export function trimmedSpace(text: string): string {
  return trimmedBy(text, isSpace);
}

function trimmedBy(text: string, isCut: (letter: string) => boolean): string {
  const letters = [...text];
  let [start, end] = [0, letters.length];
  while (start < end && isCut(letters[start] ?? '')) start++;
  while (end > start && isCut(letters[end - 1] ?? '')) end--;
  return letters.slice(start, end).join('');
}

/** Without the line ends at the end. */
export function withoutNewlines(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return text.slice(0, end);
}
