// Faults in what repairs of grants take for known, and in the resources that they make.
const holders = 'server/src/kinds/gcp/grants/holders.ts';
const directGrants = 'server/src/kinds/gcp/grants/directGrants.ts';
const groups = 'server/src/kinds/gcp/groups/facts.ts';
const groupMembers = 'server/src/kinds/gcp/groups/members.ts';
const accounts = 'server/src/kinds/gcp/members/accounts.ts';
const standing = 'server/src/workspace/terraform/standing.ts';
const resourceEdits = 'server/src/kinds/edits/resourceEdits.ts';
const caught = { expect: 'nobody loses or gets anything', tests: ['properties/grants'] };

export const grants = [
  {
    name: 'a grant: who may hold the role is left out',
    file: holders,
    replace: ["sure: same === 'surely' && isOne", "sure: same !== 'no' && isOne"],
    ...caught,
  },
  {
    name: 'a grant: one that count may switch off holds for sure',
    file: 'server/src/kinds/gcp/grants/terms.ts',
    replace: ['body.complete && !instancesAreCounted(body) && !isLet', 'body.complete && !isLet'],
    ...caught,
  },
  {
    name: 'a grant: another provider’s is the same',
    file: 'server/src/kinds/gcp/grants/terms.ts',
    replace: ["new Set([\n  'member',", "new Set([\n  'provider',\n  'member',"],
    ...caught,
  },
  {
    name: 'a grant: one that an override file changes is copied',
    file: 'server/src/lint/checks/repairs.ts',
    replace: ['place.merged || (place.resource && isOverridden(place.resource, workspace))', 'false'],
    tests: ['lint/overrid'],
    expect: 'is changed by no repair',
  },
  {
    name: 'a grant: what an override file changes is believed',
    file: standing,
    replace: ['textsOf(resource, workspace).length !== 1', 'false'],
    ...caught,
  },
  {
    name: 'a grant: a module that is never made is believed',
    file: standing,
    replace: ["instances.length === 0 ? 'no' : ", ''],
    ...caught,
  },
  {
    name: 'a grant: a membership that can’t be read is dropped',
    file: groupMembers,
    replace: ['else found.unread = true;', 'else found.others = found.others;'],
    ...caught,
  },
  {
    name: 'a grant: a member who may not be there gets the role',
    file: groups,
    replace: ['holder && instances ? read', 'holder ? read'],
    ...caught,
  },
  {
    name: 'a grant: a membership that ends brings a lasting one',
    file: 'server/src/rules/service-account/group-grant.ts',
    replace: ['accounts.filter((account) => account.lasting)', 'accounts.filter(() => true)'],
    ...caught,
  },
  {
    name: 'a grant: people in the group lose the role',
    file: 'server/src/rules/service-account/group-grant.ts',
    replace: ['if (people || unread || kept)', 'if (unread || kept)'],
    ...caught,
  },
  {
    name: 'a grant: the new resource takes a name that is taken',
    file: directGrants,
    replace: ['names(resource.type, `${resource.name}_${nameOf(account)}`)', '`${resource.name}_${nameOf(account)}`'],
    ...caught,
  },
  {
    name: 'a grant: the new resource lacks the provider',
    file: resourceEdits,
    replace: ['{ provider: copyOf(provider.value) } : {}', '{} : {}'],
    ...caught,
  },
  {
    name: 'a grant: a reference lacks its index',
    file: accounts,
    replace: ['more.length > 0 || instancesAreCounted(made.value.body)', 'more.length > 0'],
    ...caught,
  },
  {
    name: 'a grant: a reference closes a circle',
    file: directGrants,
    replace: ["if (holder === 'new') return false;", 'if (holder) return false;'],
    ...caught,
  },
  {
    name: 'a grant: an attribute that is no address holds the role',
    file: accounts,
    replace: ["attribute === 'email' && prefix", "attribute !== 'member' && prefix"],
    ...caught,
  },
  {
    name: 'a grant: a module made several times has one account',
    file: standing,
    replace: ['workspace.complete && timesMade(folder, workspace, new Set()) <= 1', 'workspace.complete'],
    ...caught,
  },
  {
    name: 'a grant: a module made for each of several is made once',
    file: standing,
    replace: ['instances.length * timesMade', 'timesMade'],
    ...caught,
  },
  {
    name: 'a grant: a module’s one of several accounts that holds the role stands for all',
    file: groupMembers,
    replace: ['if (standsForSeveral(value, search)) found.unread = true;', ''],
    tests: ['groupGrantModules'],
    expect: 'leaves the group to those of the other calls',
  },
  {
    name: 'a grant: a binding with a key that isn’t known holds for sure',
    file: holders,
    replace: ["one.node.header?.type !== 'dynamic' && isWholeBinding(one, policy)", "one.node.header?.type !== 'dynamic'"],
    ...caught,
  },
  {
    name: 'a grant: a resource whose condition isn’t known holds for sure',
    file: holders,
    replace: ['isOne && isWhole && grant.certain', 'isOne'],
    tests: ['groupGrantHolders'],
    expect: 'nor does a resource of the module',
  },
  {
    name: 'a grant: a condition that is yet to be typed is none',
    file: 'server/src/kinds/gcp/allow-policy/objects/wholeBinding.ts',
    replace: ['!shape || hasOpenCondition(node)', '!shape'],
    tests: ['groupGrantHolders'],
    expect: 'for an empty condition',
  },
  {
    name: 'a grant: a group that stands twice is replaced once',
    file: directGrants,
    replace: ['group ? mentionsOf(group, binding, policy, workspace) : []', 'group ? [member] : []'],
    ...caught,
  },
  {
    name: 'a grant: a group that has the role once more loses its finding',
    file: directGrants,
    replace: ['group && isGrantedAgain(group, binding, policy, workspace)', 'group && false'],
    ...caught,
  },
  {
    name: 'a grant: another address of the group is another group',
    file: groupMembers,
    replace: ['namesOf(b, search()).some((name) => names.has(name))', 'b.email !== undefined && b.email === a.email'],
    tests: ['groupGrantRepeated'],
    expect: 'by an alias',
  },
  {
    name: 'a grant: a removed block takes its comments along',
    file: 'server/src/syntax/terraform/render.ts',
    replace: ['comments.stayingIn(range).map(', 'comments.stayingIn({ start: 0, end: 0 }).map('],
    tests: ['--rule=allow-policy/public-access'],
    expect: 'law 3',
  },
  {
    name: 'a literal is repaired although it says something else beside the fault',
    file: 'server/src/lint/fixes/atLiteral.ts',
    replace: ['if (!isAsSaid || ', 'if ('],
    tests: ['properties/literals'],
    expect: 'a repair of a literal changes the grants that it is the fault of',
  },
  {
    name: 'a literal is repaired that an output gives away',
    file: 'server/src/lint/fixes/atLiteral.ts',
    replace: ['if (users.others.length > 0) return', 'if (users.others.length > 99) return'],
    tests: ['properties/literals'],
    expect: 'a repair of a literal changes the grants that it is the fault of',
  },
  {
    name: 'nobody is asked who names an instance whose key changes',
    file: 'server/src/lint/fixes/atLiteral.ts',
    replace: ['|| !(keysStay || isNamedByNobody(block, file.uri, workspace))', ''],
    tests: ['lint/literalRepairs'],
    expect: 'a value that others need as well stays',
  },
];
