/** What fixes and snippets put in for a person to complete. `example/placeholder` reports each until it is replaced. */
export const placeholders = {
  emergencyUser: 'user:emergency-access@example.com',
} as const;

export const placeholderValues: ReadonlySet<string> = new Set(Object.values(placeholders));
