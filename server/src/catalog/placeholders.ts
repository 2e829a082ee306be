/** What fixes and snippets put in for a person to complete. `example/placeholder` reports each until it is replaced. */
export const placeholders = {
  emergencyUser: 'user:emergency-access@example.com',
  group: 'group:your-group@example.com',
  groupAddress: 'your-group@example.com',
  approvers: 'group:your-approvers@example.com',
  /** The id by which access bindings name a group. */
  groupKey: '00000000yourgroup',
  project: 'your-project-id',
  account: 'vm-your-application',
  /** An OAuth client. */
  client: '000000000000-yourclient.apps.googleusercontent.com',
  bucket: 'your-bucket',
  /** The number of an access policy, a project or an organization: all are told by what stands before. */
  number: '000000000000',
  /** The id of a Cloud Identity or Google Workspace customer. */
  customer: 'C00000000',
} as const;

export const placeholderValues: ReadonlySet<string> = new Set(Object.values(placeholders));

/** Whether a text can hold a placeholder; quick, for texts of any length. */
export function mayHoldPlaceholder(text: string): boolean {
  return capitals.test(text) || mayHoldNamed(text);
}

function mayHoldNamed(text: string): boolean {
  return marks.some((mark) => text.includes(mark)) && [...placeholderValues].some((value) => text.includes(value));
}

/** Each of the values holds one of these: a long text is searched for few of them. */
const marks = ['your', '00000000', 'emergency-access'];

/** The first placeholder that stands in the text as a word of its own: `accessPolicies/000000000000/accessLevels/office`. */
export function placeholderIn(text: string): string | undefined {
  return (mayHoldNamed(text) ? pattern.exec(text)?.[0] : undefined) ?? capitals.exec(text)?.[1];
}

/** A word of capitals in the address of an account, as documentation writes it: `PROJECT_NUMBER-compute@developer.gserviceaccount.com`. */
const capitals =
  /(?<![A-Z0-9_])([A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){1,6})(?:-[a-z]{1,30})?@[a-z0-9.-]{0,80}gserviceaccount\.com/;

// Longer ones first: one may begin with another.
const alternatives = [...placeholderValues].sort((a, b) => b.length - a.length);
const pattern = new RegExp(`(?<![\\w-])(?:${alternatives.map((value) => value.replaceAll('.', '\\.')).join('|')})(?![\\w-])`);
