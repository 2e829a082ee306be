// Faults of what works out Terraform's expressions and modules, all of them seen by what Terraform itself has said of recorded modules.
const evaluation = (name) => `server/src/workspace/terraform/evaluation/${name}.ts`;
const modules = (name) => `server/src/workspace/terraform/modules/${name}.ts`;
const reading = (name) => `server/src/syntax/terraform/expressions/${name}.ts`;
const seen = (expect) => ({ tests: ['workspace/terraform/plannedGrants', 'workspace/terraform/modules'], expect });

export const terraform = [
  {
    name: 'an expression: an operator binds as the next weaker one does',
    file: reading('readExpression'),
    replace: ['/\\|\\|/y, /&&/y, /[=!]=/y', '/&&/y, /\\|\\|/y, /[=!]=/y'],
    ...seen('operators bind as they do in Terraform'),
  },
  {
    name: 'an expression: brackets behind an attribute splat belong to each item',
    file: reading('readExpression'),
    replace: [
      "const each = attributesAt(cursor, { kind: 'name', name: splatItem, range: here() });",
      "const each = traversalAt(cursor, { kind: 'name', name: splatItem, range: here() });",
    ],
    ...seen('an attribute splat is of the whole list'),
  },
  {
    name: 'a heredoc keeps the indentation of its lines',
    file: reading('readTemplate'),
    replace: ["dash === '-' ? withoutIndentation(kept) : kept", 'kept'],
    ...seen('a heredoc has the indentation'),
  },
  {
    name: 'what ~ trims stays',
    file: reading('readTemplate'),
    replace: ['const start = isTrimmedAtStart ? piece.text.trimStart() : piece.text;', 'const start = piece.text;'],
    ...seen('a heredoc has the indentation'),
  },
  {
    name: 'a conditional gives its branches as they are',
    file: evaluation('conditional'),
    replace: ["type.kind === 'any' ? branch : convert(branch, type)", 'branch'],
    ...seen('both branches of a conditional'),
  },
  {
    name: 'a conditional whose condition is unknown gives its first branch',
    file: evaluation('conditional'),
    replace: [
      "left.kind === 'null' && right.kind === 'null' ? nullValue(type) : unknownValue(type, chosen.why, chosen.from)",
      'left',
    ],
    ...seen('what isn’t known makes unknown'),
  },
  {
    name: 'a loop doesn’t ask its condition',
    file: evaluation('loop'),
    replace: ['if (!condition.truth) continue;', ''],
    ...seen('for with if'),
  },
  {
    name: 'a loop that groups keeps the last item of each key',
    file: evaluation('loop'),
    replace: [
      'isGrouped ? grouped(results) : keyed(results)',
      'isGrouped ? objectValue(results.map(({ key = "", value }) => [key, tupleValue([value])])) : keyed(results)',
    ],
    ...seen('grouped by role'),
  },
  {
    name: 'a comparison that isn’t known is false',
    file: evaluation('operations'),
    replace: [
      'return unknownValue(boolType, why, from);\n}\n\nfunction logic',
      'return boolValue(false, from);\n}\n\nfunction logic',
    ],
    ...seen('what isn’t known makes unknown'),
  },
  {
    name: 'an index that is too large gives the last item',
    file: evaluation('traversal'),
    replace: [
      'const item = at === undefined ? undefined : of.items[at];',
      'const item = at === undefined ? undefined : (of.items[at] ?? of.items.at(-1));',
    ],
    ...seen('what Terraform refuses is unknown'),
  },
  {
    name: 'can is true of what isn’t known',
    file: evaluation('call'),
    replace: [
      'return unknown ? unknownValue(boolType, unknown) : boolValue(value !== undefined);',
      'return boolValue(value !== undefined);',
    ],
    ...seen('what isn’t known makes unknown'),
  },
  {
    name: 'the last argument isn’t spread',
    file: evaluation('call'),
    replace: ['return [...values, ...last.items];', 'return [...values, last];'],
    ...seen('a list is spread'),
  },
  {
    name: 'a name that leads to itself has no end',
    file: modules('moduleInstance'),
    replace: [
      "if (before === 'asked') throw new Failure({ id: 'circle', what: key });",
      "if (before === 'asked') return unknownNamed(key, key);",
    ],
    ...seen('a circle has an end'),
  },
  {
    name: 'a variable that takes no null has it all the same',
    file: modules('moduleInstance'),
    replace: ["(given.kind !== 'null' || isNullable(variable.it, scope))", 'true'],
    ...seen('null is no value'),
  },
  {
    name: 'terraform.tfvars wins over *.auto.tfvars',
    file: modules('configuration'),
    replace: ['return [...own, ...auto]', 'return [...auto, ...own]'],
    ...seen('files of variables'),
  },
  {
    name: 'an override file adds its blocks to those before',
    file: modules('configuration'),
    replace: ['before.blocks.filter((block) => !types.has(madeType(block)))', 'before.blocks'],
    ...seen('an override file replaces'),
  },
  {
    name: 'an override file leaves in force what it replaces',
    file: 'server/src/workspace/terraform/overriding/mergedResource.ts',
    replace: [
      'entries: [...before.entries.filter((entry) => !isReplaced(entry)), ...entries],',
      'entries: [...entries, ...before.entries],',
    ],
    tests: ['lint/overriding'],
    expect: 'takes out of force what it replaces',
  },
  {
    name: 'an override file: what another text says is told here too',
    file: 'server/src/lint/lint.ts',
    replace: [' || !isSaidHere(policy.place, report.inner)', ''],
    tests: ['lint/overriding'],
    expect: 'is judged together with what it overrides',
  },
  {
    name: 'a provider’s set of blocks has an index',
    file: modules('blocks'),
    replace: [
      "return type.kind === 'set' ? setOfBlocks(block, name, items) : listOfBlocks(block, name, items, unknown);",
      'return listOfBlocks(block, name, items, unknown);',
    ],
    ...seen('what a provider has as sets'),
  },
  {
    name: '0 has no sign where something is multiplied by it',
    file: 'server/src/workspace/terraform/values/bigNumber.ts',
    replace: [
      'if (a.mantissa === 0n || b.mantissa === 0n) return zero(isNegative(a) !== isNegative(b), widest(a, b));',
      'if (a.mantissa === 0n || b.mantissa === 0n) return zero(false, widest(a, b));',
    ],
    ...seen('0 has a sign'),
  },
  {
    name: 'an attribute that is left out has no default',
    file: modules('typeConstraint'),
    replace: ["if (!given || given.kind === 'null') entries.set(name, fallback);", ''],
    ...seen('optional attributes'),
  },
  {
    name: 'the iterator of a dynamic block is called as the block is',
    file: modules('blocks'),
    replace: ["wordOf(argumentOf(body, 'iterator')) ?? repeats", 'repeats'],
    ...seen('a dynamic block is read'),
  },
  ...[
    [
      'a branch that is chosen by something sensitive is shown',
      evaluation('conditional'),
      'decidedBy(converted, asked, ',
      'decidedBy(converted, ',
    ],
    [
      'what is found by a sensitive key is shown',
      evaluation('traversal'),
      'return decidedBy(itemOf(evaluate(of, scope), index), index);',
      'return itemOf(evaluate(of, scope), index);',
    ],
    ['a directive shows what something sensitive decides', evaluation('template'), 'return isMarked(by) ? {', 'return !by ? {'],
    [
      'what a function makes of something sensitive is shown',
      'server/src/workspace/terraform/functions/call.ts',
      'return definition.unmarks ? value : decidedBy(value, ...args);',
      'return value;',
    ],
  ].map(([name, file, from, to]) => ({
    name: `sensitive: ${name}`,
    file,
    replace: [from, to],
    tests: ['workspace/terraform/sensitive'],
    expect: 'whatever comes from something sensitive is hidden',
  })),
  {
    name: 'sensitive: an instance for something sensitive is shown',
    file: modules('instances'),
    replace: ["if (isSensitive(each)) return { why: { id: 'sensitive', what: '' } };", ''],
    tests: ['workspace/terraform/sensitive'],
    expect: 'roles, conditions, documents, resources and instances',
  },
  {
    name: 'grants: a link leads out of the workspace',
    file: 'server/src/cli/grants/storedFiles.ts',
    replace: ["return isOwn && (links === 'followed' || real === path) ? real : undefined;", 'return real;'],
    tests: ['cli/grants'],
    expect: 'are those of the workspace alone',
  },
  {
    name: 'grants: a role that may have the permission is left out',
    file: 'server/src/kinds/grants.ts',
    replace: ['if (held === undefined)', 'if (held === null)'],
    tests: ['cli/grants'],
    expect: 'roles that hold it',
  },
  {
    name: 'grants: the end of a name is told as the whole',
    file: 'server/src/kinds/gcp/grants/planned/target.ts',
    replace: ["filled.slice(unknown + 1).join('/')", "service + filled.slice(unknown + 1).join('/')"],
    tests: ['kinds/gcp/grantedResource'],
    expect: 'what the text doesn’t tell isn’t guessed',
  },
  {
    name: 'grants: a placeholder of a document is a role',
    file: 'server/src/kinds/gcp/grants/planned/documentGrants.ts',
    replace: ['return text === undefined || isUnfilled(text) ? undefined : text;', 'return text;'],
    tests: ['kinds/gcp/documentGrants'],
    expect: 'what waits to be filled in is no grant',
  },
  {
    name: 'grants: a.tf is read beside a.tofu',
    file: modules('configuration'),
    replace: ['isConfiguration(uri) && !isReplaced(uri)', 'isConfiguration(uri)'],
    tests: ['cli/grants'],
    expect: 'a.tofu is read in the place of a.tf',
  },
  {
    name: 'causes: a literal of the file is marked where it is used',
    file: 'server/src/lint/places/causes.ts',
    replace: ['if (place.uri !== file.uri || !place.within)', 'if (place.uri === file.uri || !place.within)'],
    tests: ['lint/causes'],
    expect: 'the literal is marked that is the fault',
  },
  {
    name: 'causes: a literal of the very block is marked where it is used',
    file: 'server/src/workspace/terraform/names/layout.ts',
    replace: ['const range = own ?? surface.at;', 'const range = surface.at;'],
    tests: ['lint/causes'],
    expect: 'a literal of the very block is marked where it stands',
  },
  {
    name: 'modules: what one call gives is told of every call',
    file: 'server/src/kinds/reading/items.ts',
    replace: ['(resource.repeated || instances.some((instance) => instance !== resource.address))', 'resource.repeated'],
    tests: ['lint/causes'],
    expect: 'each call is looked at by itself',
  },
  {
    name: 'dependents: what was worked out for somebody else asks nothing',
    file: modules('ledger'),
    replace: ['for (const question of asked) this.#asked.add(question);\n    return result;', 'return result;'],
    tests: ['lint/dependents'],
    expect: 'an edit of a local is an edit of what depends on it',
  },
  {
    name: 'repairs: a file that Terraform takes apart is repaired unseen',
    file: 'server/src/lint/checks/repairs.ts',
    replace: ['return isReadAsData(place, workspace) || isTakenApart', 'return isTakenApart'],
    tests: ['lint/readElsewhere'],
    expect: 'nothing is repaired unseen in a file',
  },
  {
    name: 'repairs: a resource of which others take parts is repaired unseen',
    file: 'server/src/lint/checks/repairs.ts',
    replace: [' || isTakenApart(place, workspace) ?', ' ?'],
    tests: ['lint/readElsewhere'],
    expect: 'nor in a resource of which others take parts',
  },
  {
    name: 'sensitive: a message tells what Terraform doesn’t show',
    file: 'server/src/workspace/terraform/names/layout.ts',
    replace: [
      'return hiddenNodes.has(node) || (behind !== undefined && isSensitive(behind.value));',
      'return hiddenNodes.has(node);',
    ],
    tests: ['lint/causes'],
    expect: 'what Terraform doesn’t show is in no message',
  },
  {
    name: 'causes: any literal that has part in a value is the fault',
    file: 'server/src/workspace/terraform/names/layout.ts',
    replace: ['return alike ?? (places.length === 1 ? places[0] : undefined);', 'return alike ?? places[0];'],
    tests: ['lint/causes'],
    expect: 'a key of a map is marked where it is used',
  },
  {
    name: 'dependents: all of a root is compared',
    file: 'server/src/workspace/index/workspace.ts',
    replace: ['return root.text.slice(Number(node.range.start), Number(node.range.end));', 'return root.text;'],
    tests: ['lint/dependents'],
    expect: 'an edit of a local is an edit of what depends on it',
  },
];
