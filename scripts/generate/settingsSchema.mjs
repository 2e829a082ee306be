// The JSON schema of `.leastwise.json`: the settings of package.json, and what that file holds besides.

/** `manifest` and `words` are the texts of package.json and package.nls.json; `rules` those that `ignore` can name. */
export function settingsFileSchema(manifest, words, rules) {
  const english = JSON.parse(words);
  const { properties } = JSON.parse(manifest).contributes.configuration;
  const settings = Object.entries(properties)
    .map(([key, property]) => [key.replace(/^leastwise\./, ''), property])
    .filter(([name]) => !editorOnly.has(name));
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Leastwise',
    description: 'Settings of Leastwise for the folder that holds the file, and for all below it.',
    type: 'object',
    allowComments: true,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string' },
      ...Object.fromEntries(settings.map(([name, property]) => [name, inEnglish(property, english)])),
      ignore: ignoredFindings(rules),
    },
    patternProperties: otherSpellings(settings.map(([name]) => name)),
    additionalProperties: false,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** What is set for the editor and not for the files. */
const editorOnly = new Set(['language', 'trace.server']);

/** Names with `leastwise.` before them and nested ones are taken, too. */
function otherSpellings(names) {
  const groups = [...new Set(names.filter((name) => name.includes('.')).map((name) => name.split('.')[0]))];
  return { '^leastwise\\.': {}, [`^(${groups.join('|')})$`]: { type: 'object' } };
}

/** Without what only VS Code's settings know, and with the words in the place of their keys. */
function inEnglish(property, words) {
  if (Array.isArray(property)) return property.map((item) => inEnglish(item, words));
  if (typeof property === 'string') return words[/^%(.*)%$/.exec(property)?.[1]]?.replace(/`#([\w.]+)#`/g, '`$1`') ?? property;
  if (typeof property !== 'object' || property === null) return property;
  const kept = Object.entries(property).filter(([key]) => key !== 'scope');
  return Object.fromEntries(kept.map(([key, inner]) => [key, inEnglish(inner, words)]));
}

function ignoredFindings(rules) {
  const areas = [...new Set(rules.map(({ id }) => `${id.split('/')[0]}/*`))];
  return {
    type: 'array',
    default: [],
    markdownDescription: 'Findings that are meant that way, in files that can’t hold a comment.',
    items: {
      type: 'object',
      required: ['rule', 'path', 'at'],
      additionalProperties: false,
      defaultSnippets: [
        { label: 'finding', body: { rule: '$1', path: '$2', at: '$3', reason: '$4' }, description: 'A finding to leave out' },
      ],
      properties: {
        rule: {
          anyOf: [{ enum: [...areas, ...rules.map(({ id }) => id)].sort() }, { type: 'string' }],
          markdownDescription: 'The id of a rule, or `<area>/*`.',
        },
        path: { type: 'string', markdownDescription: 'The file, relative to this one.' },
        at: {
          type: 'string',
          markdownDescription: 'Where in the file: a JSON pointer like `/bindings/0/members/1`, or a Terraform address.',
        },
        value: { markdownDescription: 'What must stand there. When it has become something else, the finding is shown again.' },
        reason: { type: 'string', markdownDescription: 'Why it is meant that way.' },
        until: {
          type: 'string',
          pattern: '^\\d{4}-\\d{2}-\\d{2}$',
          markdownDescription: 'The last day on which the finding is left out: `2027-01-31`.',
        },
      },
    },
  };
}
