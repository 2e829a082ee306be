/** To YAML a lone CR ends a line as well; the library knows LF and CRLF only. No offset changes. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}
