/** The codes of ISO 3166-1 alpha-2 with their names in a language, as far as the platform knows that language. */
export function regionNames(locale: string): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  const regions = new Map<string, string>();
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      const name = isCountry(code) ? names.of(code) : undefined;
      if (name !== undefined) regions.set(code, name);
    }
  }
  return regions;
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Codes of countries that are gone have a successor by which the platform replaces them. */
function isCountry(code: string): boolean {
  return !reserved.has(code) && new Intl.Locale(`und-${code}`).region === code;
}

/** Known to the platform, and not assigned to a country (ISO 3166-1, read 2026-08). */
const reserved: ReadonlySet<string> = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ'.split(' '));
