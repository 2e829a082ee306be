// The settings schema of `leastwise.rules` in package.json and its words in package.nls*.json.

const severities = ['error', 'warning', 'information', 'hint', 'off'];
const owned = 'rules.';

/** package.json with a property for every rule and every area; all else stays. */
export function withRuleSettings(text, rules) {
  const manifest = JSON.parse(text);
  const setting = manifest.contributes.configuration.properties['leastwise.rules'];
  setting.properties = Object.fromEntries([...areasOf(rules).map(areaProperty), ...rules.map(ruleProperty)].sort(byKey));
  return json(manifest);
}

/** The words of one language with those of all rules; keys that don't begin with `rules.` stay. */
export function withRuleWords(text, rules, words) {
  const others = Object.entries(JSON.parse(text)).filter(([key]) => !key.startsWith(owned));
  const own = [
    ...areasOf(rules).map((area) => [`${owned}${area}/*`, words.area(area)]),
    ...rules.map((rule) => [`${owned}${rule.id}`, words.rule(rule)]),
  ];
  return json(Object.fromEntries([...others, ...own.sort(byKey)]));
}

function areaProperty(area) {
  return [`${area}/*`, { enum: severities, markdownDescription: `%${owned}${area}/*%` }];
}

function ruleProperty({ id, severity }) {
  return [id, { enum: severities, default: severity, markdownDescription: `%${owned}${id}%` }];
}

function areasOf(rules) {
  return [...new Set(rules.map(({ id }) => id.split('/')[0]))];
}

function byKey([a], [b]) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
