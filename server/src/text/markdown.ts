import { withoutKeyText } from './keyText';

/** Text that stands for itself in Markdown. Line breaks become spaces. */
export function escapeMarkdown(text: string): string {
  return withoutKeyText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&!$]/g, '\\$&');
}

/** A block of code that nothing inside can end. */
export function codeBlock(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Code within a line, which nothing inside can end. Line breaks become spaces. */
export function codeSpan(text: string): string {
  const line = withoutKeyText(text).replace(/\s+/g, ' ').trim();
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const room = line === '' || line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${room}${line}${room}${fence}`;
}
