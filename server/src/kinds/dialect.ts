/** How the fields of the API are spelled where the policy stands. */
export interface Dialect {
  readonly name: string;
  /** The key for an API field: `combiningFunction` → `combining_function`. */
  spell(apiField: string): string;
}

/** REST, command line tools and everything else that writes the API's own names. */
export const rest: Dialect = { name: 'rest', spell: (apiField) => apiField };

/** Terraform's arguments: snake_case. */
export const terraform: Dialect = {
  name: 'terraform',
  spell: (apiField) => apiField.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
};

/** The other way round: `combining_function` → `combiningFunction`. */
export function inCamelCase(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** A dialect in which some fields are spelled otherwise than its rule says. */
export function exceptFor(dialect: Dialect, name: string, spellings: Readonly<Record<string, string>>): Dialect {
  const exceptions = new Map(Object.entries(spellings));
  return { name, spell: (apiField) => exceptions.get(apiField) ?? dialect.spell(apiField) };
}
