/** The name of a region in a language, as far as the platform knows it; else the code. */
export function regionName(code: string, locale: string): string {
  const known = displayNames.get(locale);
  const names = known ?? new Intl.DisplayNames(locale, { type: 'region' });
  // Making one costs more than all the names of a list.
  if (!known) displayNames.set(locale, names);
  return names.of(code) ?? code;
}

const displayNames = new Map<string, Intl.DisplayNames>();
