// Faults that an author of rules makes.
const publicAccess = 'server/src/rules/allow-policy/public-access.ts';
const groupGrant = 'server/src/rules/service-account/group-grant.ts';
const memberEdits = 'server/src/kinds/gcp/allow-policy/edits/members.ts';
const levelEdits = 'server/src/kinds/gcp/access-level/edits/alternatives.ts';
const levelProperty = { expect: 'whatever a rule on access levels offers', tests: ['properties/levels'] };
const roleProperty = { expect: 'whatever is offered for a misspelt role', tests: ['properties/roles'] };

export const rules = [
  {
    name: 'a safe repair stands on objects that may mean something else',
    file: 'server/src/lint/fixes/fix.ts',
    replace: [
      "fixClassOf(finding.rule, first) === 'same' && groundOf(finding.rule.kind, finding.policy, first) === 'known'",
      "fixClassOf(finding.rule, first) === 'same'",
    ],
    tests: ['properties/fixAll'],
    expect: 'all safe repairs at once',
  },
  {
    name: 'a word in the wrong case is taken for another word',
    file: 'server/src/rules/access-level/invalid-field.ts',
    replace: ['if (values.includes(written)) return written;', 'if (values.includes(written)) return values.at(-1);'],
    tests: ['properties/fixAll'],
    expect: 'all safe repairs of access levels at once',
  },
  {
    name: 'a binding that was split in two loses its condition',
    file: 'server/src/rules/allow-policy/empty-binding.ts',
    replace: [
      "if (members.state !== 'known' || role.state !== 'known') return { ...title, disabled: 'unfinished' };",
      "if (members.state !== 'known' || role.state !== 'known') return { ...title, ...removeBinding(policy, binding) };",
    ],
    tests: ['properties/fixAll'],
    expect: 'all safe repairs at once',
  },
  {
    name: 'bindings are merged though their conditions differ',
    file: 'server/src/kinds/gcp/allow-policy/readBinding.ts',
    replace: ['JSON.stringify([name, ...texts])', 'JSON.stringify([name])'],
    tests: ['properties/fixAll'],
    expect: 'all safe repairs at once',
  },
  {
    name: 'a merge drops the members that the first binding lacks',
    file: 'server/src/kinds/gcp/allow-policy/edits/bindings.ts',
    replace: ['if (moved.length === 0) return removal;', 'if (moved.length < 9) return removal;'],
    tests: ['properties/fixAll'],
    expect: 'all safe repairs at once',
  },
  {
    name: 'a renamed field keeps a value of the wrong shape',
    file: 'server/src/kinds/edits/reshapeValue.ts',
    replace: ['if (fits(value, takes)) return [];', 'if (fits(value, takes) || takes) return [];'],
    tests: ['allow-policy/unknown-field'],
    expect: 'a rename brings the value into the shape',
  },
  {
    name: 'a role is offered whose verb allows more',
    file: 'server/src/catalog/google/roles/nearestRoles.ts',
    replace: ['return nearest?.breadth ?? 0;', 'return nearest?.breadth ?? 1;'],
    tests: ['catalog/roles'],
    expect: 'a verb that nobody knows asks for no more than reading',
  },
  {
    name: 'a role is offered whose verb allows more (suite)',
    file: 'server/src/catalog/google/roles/nearestRoles.ts',
    replace: ['return nearest?.breadth ?? 0;', 'return nearest?.breadth ?? 1;'],
    ...roleProperty,
  },
  {
    name: 'a role is offered whatever its verb allows (suite)',
    file: 'server/src/catalog/google/roles/nearestRoles.ts',
    replace: ['allowed <= breadthMeant(verbOf(name))', 'allowed <= 9'],
    ...roleProperty,
  },
  {
    name: 'one of two roles in a text is dropped (suite)',
    file: 'server/src/catalog/google/roles/nearestRoles.ts',
    replace: ['if (/[\\s,;|]/.test(id)) return [];', ''],
    ...roleProperty,
  },
  {
    name: 'a check never fires',
    file: publicAccess,
    replace: ["if (member.kind !== 'allUsers'", "if (true || member.kind !== 'allUsers'"],
    expect: 'law 1',
  },
  {
    name: 'a check marks the whole list instead of the member',
    file: publicAccess,
    replace: ['report(member.shown,', 'report(binding.members.value.node,'],
    expect: 'law 1',
  },
  {
    name: 'an item is read that may not be there',
    file: publicAccess,
    replace: [
      'const role = certainText(binding.role);',
      'const role = certainText(binding.role) ?? binding.members.value.items[9].text;',
    ],
    expect: 'compiler',
  },
  {
    name: 'a rule crashes on what is half-typed',
    file: publicAccess,
    replace: ['const role = certainText(binding.role);', 'const role = certainText(binding.role)!;\n        role.trim();'],
    expect: 'law 6',
  },
  {
    name: 'a fix drops the member’s siblings',
    file: memberEdits,
    replace: [
      "return { edits: [{ kind: 'remove', from: list.literal, item }] };",
      "return { edits: list.literal.items.map((item) => ({ kind: 'remove' as const, from: list.literal!, item })) };",
    ],
    expect: 'law 3',
  },
  {
    name: 'a fix leaves its fault',
    file: memberEdits,
    replace: [
      "if (node) return { edits: [{ kind: 'replace', node, by }] };",
      "if (node) return { edits: [{ kind: 'replace', node, by: member.text ?? by }] };",
    ],
    expect: 'law 5',
  },
  {
    name: 'a rule loses its fix',
    file: publicAccess,
    replace: [
      "offer({ title: 'remove', arguments: { member: member.kind } }, removeMember(whole(), binding, member, workspace)),",
      '',
    ],
    expect: 'law 3',
  },
  {
    name: 'a fix loosens conditions that must all hold',
    file: levelEdits,
    replace: ['if (conditions.items.length === 1) return', 'if (conditions.items.length > 0) return'],
    expect: 'law 3',
  },
  {
    name: 'the emergency level of another policy is taken',
    file: 'server/src/kinds/gcp/access-level/conditions/conditions.ts',
    replace: ['samePolicy(level.policy, policy) === true', 'level.policy !== policy || true'],
    expect: 'another policy: a level of its own',
    tests: ['emergencyRepairs'],
  },
  {
    name: 'the emergency level of another policy is taken (suite)',
    file: 'server/src/kinds/gcp/access-level/conditions/conditions.ts',
    replace: ['samePolicy(level.policy, policy) === true', 'level.policy !== policy || true'],
    ...levelProperty,
  },
  {
    name: 'an emergency level that holds others is taken (suite)',
    file: 'server/src/kinds/gcp/access-level/conditions/emergencyAccess.ts',
    replace: ["isWished(member, wished) === true && member.prefix.startsWith('user:')", "member.prefix !== ''"],
    ...levelProperty,
  },
  {
    name: 'an alternative is put behind a comment',
    file: 'server/src/syntax/cel/appendAlternative.ts',
    replace: [
      'return isRight ? edits : undefined;',
      'return isRight ? [insertion(expression.length, ` || ${alternative}`)] : undefined;',
    ],
    ...levelProperty,
  },
  {
    name: 'a conditional gets no brackets',
    file: 'server/src/syntax/cel/appendAlternative.ts',
    replace: ["before.op === '?:'", "before.op === '?'"],
    expect: 'a ? b : c',
    tests: ['celAlternative'],
  },
  {
    name: 'a slip of a prefix becomes everybody',
    file: 'server/src/rules/access-level/invalid-subnet.ts',
    replace: ['!written || isTooWide(written) ||', '!written || (isTooWide(written) && false) ||'],
    expect: 'finds 203.0.113.9/0',
    tests: ['invalid-subnet'],
  },
  {
    name: 'a slip of a prefix becomes everybody (suite)',
    file: 'server/src/rules/access-level/invalid-subnet.ts',
    replace: ['!written || isTooWide(written) ||', '!written || (isTooWide(written) && false) ||'],
    ...levelProperty,
  },
  {
    name: 'a subnet that is cured is found again (suite)',
    file: 'server/src/rules/access-level/invalid-subnet.ts',
    replace: ['isTooWide(written) || faultOf(written, network)', 'isTooWide(written)'],
    ...levelProperty,
  },
  {
    name: 'a range of IPv6 that opens all of IPv4 is offered (suite)',
    file: 'server/src/rules/access-level/invalid-subnet.ts',
    replace: ['embedding ? embedding.bits + 8 : 16', '16'],
    ...levelProperty,
  },
  {
    name: 'a condition that keeps out IPv6 is taken away',
    file: 'server/src/rules/access-level/open-condition.ts',
    replace: [
      "basic.combiningFunction !== 'OR' && keepsOutVersion(condition)",
      "basic.combiningFunction === 'OR' && keepsOutVersion(condition)",
    ],
    expect: 'what keeps out the addresses of the other version',
    tests: ['access-level/open-condition'],
  },
  {
    name: 'a condition that isn’t known hides that another asks for more',
    file: 'server/src/kinds/gcp/access-level/facts/edges.ts',
    replace: [
      "combiningFunction === 'AND' && ways.some((way) => way === more)",
      "combiningFunction === 'AND' && ways.every((way) => way === more)",
    ],
    expect: 'a level that asks for more of everybody',
    tests: ['access-level/without-emergency-access'],
  },
  {
    name: 'a combining function that isn’t known is written over',
    file: levelEdits,
    replace: [
      "if (combiningFunction !== 'OR' && !isFunctionWritten(basic)) return",
      "if (combiningFunction === 'AND' && !isFunctionWritten(basic)) return",
    ],
    expect: 'that isn’t known, or not written here',
    tests: ['emergencyRepairs'],
  },
  {
    name: 'a level gets an id that another has',
    file: 'server/src/kinds/gcp/access-level/edits/addLevel.ts',
    replace: ['isTaken(level, suffix, workspace); number++', 'number < 0; number++'],
    ...levelProperty,
  },
  {
    name: 'a resource gets a name that another has',
    file: 'server/src/kinds/gcp/access-level/edits/addLevel.ts',
    replace: ['names(resource.type, `${resource.name}${idSuffix}`)', '`${resource.name}${idSuffix}`'],
    ...levelProperty,
  },
  {
    name: 'comments go with a condition that is merged',
    file: levelEdits,
    replace: ['commented.length > 1 ||', ''],
    expect: 'move with it where more than one has some',
    tests: ['emergencyRepairs'],
  },
  {
    name: 'an unknown member is taken for a fault',
    file: 'server/src/kinds/gcp/access-level/conditions/emergencyAccess.ts',
    replace: ["return complete && !told.includes('unknown') ? false : 'unknown';", 'return complete && told.length < 0;'],
    expect: 'law 9',
  },
  {
    name: 'unknown members are not counted as possible grants',
    file: groupGrant,
    replace: ['.length <= holders.unknown) return [];', '.length === 0) return [];'],
    expect: 'law 9',
  },
  {
    name: 'a method is compared, not called',
    file: 'server/src/kinds/gcp/groups/identity.ts',
    replace: ['email: id.toLowerCase(), resource', "email: id.toLowerCase === 'x' ? '' : id, resource"],
    expect: 'compiler',
  },
  {
    name: 'a message id is misspelt',
    file: groupGrant,
    replace: ["report(member.shown, 'holdsAccounts',", "report(member.shown, 'holdAccounts',"],
    expect: 'compiler',
  },
  {
    name: 'a rule’s id differs from its file',
    file: publicAccess,
    replace: ["id: 'allow-policy/public-access'", "id: 'allow-policy/public'"],
    expect: 'law 10',
  },
  {
    name: 'a placeholder gets no argument',
    file: groupGrant,
    replace: ['arguments: shown,\n          fixes: () => repairs', 'fixes: () => repairs'],
    expect: 'law 11',
  },
  {
    name: 'a rule breaks another rule’s examples',
    file: publicAccess,
    replace: [
      "member.kind !== 'allUsers' && member.kind !== 'allAuthenticatedUsers'",
      "member.kind !== 'allUsers' && member.kind !== 'serviceAccount'",
    ],
    expect: 'service-account/group-grant · example 1 · law 2',
  },
];
