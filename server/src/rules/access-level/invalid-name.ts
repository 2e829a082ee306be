import accessLevel from '../../kinds/gcp/access-level/kind';
import type { AccessLevel } from '../../kinds/gcp/access-level/policy';
import type { Field } from '../../kinds/policy';
import { isUnfilled } from '../../kinds/reading/values';
import type { TextValue } from '../../workspace/terraform/names/text';
import { defineRule, type MessageArguments } from '../rule';

type Message = keyof typeof messages;

const messages = {
  badId: '“{id}” is no id of an access level: a letter first, then letters, digits and `_`.',
  longId: '“{id}” has {length} characters; ids of access levels have at most 50.',
  notName: '“{name}” is no full name of an access level, which is `accessPolicies/POLICY/accessLevels/ID`.',
  notPolicy: '“{name}” is no full name of an access policy, which is `accessPolicies/POLICY`.',
};

export default defineRule({
  id: 'access-level/invalid-name',
  kind: accessLevel,
  severity: 'error',
  fixClass: 'none',
  source: {
    title: 'REST resource: accessPolicies.accessLevels',
    url: 'https://cloud.google.com/access-context-manager/docs/reference/rest/v1/accessPolicies.accessLevels',
  },
  since: '0.1.0',
  summary: 'A name of an access level or of its access policy is written in a form that is refused.',
  rationale:
    'Levels are named by their full path, `accessPolicies/123456789/accessLevels/trusted_device`, also where one level requires another. The id at its end begins with a letter, goes on with letters, digits and `_`, and has at most 50 characters; it can’t be changed later. What people should read goes into `title`.',
  messages,
  examples: [
    {
      language: 'yaml',
      message: 'badId',
      bad: `name: «accessPolicies/123456789/accessLevels/trusted-users»
title: Trusted users
basic:
  conditions:
  - members:
    - user:kim@example.org
`,
      good: `name: accessPolicies/123456789/accessLevels/trusted_users
title: Trusted users
basic:
  conditions:
  - members:
    - user:kim@example.org
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_access_context_manager_access_level" "trusted" {
  parent = "accessPolicies/123456789"
  name   = «"trusted_users"»
  title  = "Trusted users"

  basic {
    conditions {
      members = ["user:kim@example.org"]
    }
  }
}
`,
      good: `resource "google_access_context_manager_access_level" "trusted" {
  parent = "accessPolicies/123456789"
  name   = "accessPolicies/123456789/accessLevels/trusted_users"
  title  = "Trusted users"

  basic {
    conditions {
      members = ["user:kim@example.org"]
    }
  }
}
`,
    },
    {
      language: 'json',
      message: 'notName',
      bad: `[
  { "requiredAccessLevels": [«"trusted_device"»] },
  { "members": ["user:kim@example.org"] }
]
`,
      good: `[
  { "requiredAccessLevels": ["accessPolicies/123456789/accessLevels/trusted_device"] },
  { "members": ["user:kim@example.org"] }
]
`,
    },
  ],

  check(level, { report }) {
    for (const { value, fault } of faultsOf(level)) report(value.shown, fault.message, { arguments: fault.arguments });
  },
});

interface Fault {
  readonly message: Message;
  readonly arguments: MessageArguments;
}

function faultsOf(level: AccessLevel): readonly { readonly value: TextValue; readonly fault: Fault }[] {
  const { parent, name, extended, definition } = level;
  const basic = definition.state === 'known' && definition.value.kind === 'basic' ? definition.value : undefined;
  const required = (basic?.conditions.items ?? []).flatMap(({ requiredAccessLevels }) =>
    requiredAccessLevels.state === 'known' ? requiredAccessLevels.value.items : [],
  );
  return [...faults(textsOf(parent), policyFault), ...faults([...textsOf(name), ...textsOf(extended), ...required], levelFault)];
}

function faults(values: readonly TextValue[], faultOf: (value: TextValue) => Fault | undefined) {
  return values.flatMap((value) => {
    const fault = faultOf(value);
    return fault ? [{ value, fault }] : [];
  });
}

function textsOf(field: Field<TextValue>): readonly TextValue[] {
  return field.state === 'known' ? [field.value] : [];
}

function policyFault({ text }: TextValue): Fault | undefined {
  if (text === undefined || isUnfilled(text) || /^accessPolicies\/[^/]+$/.test(text)) return undefined;
  return { message: 'notPolicy', arguments: { name: text } };
}

function levelFault({ text, suffix }: TextValue): Fault | undefined {
  if (text === undefined) {
    // In a template the end is enough to tell an id that isn't taken.
    const id = /\/accessLevels\/([^/]+)$/.exec(suffix)?.[1];
    return id === undefined ? undefined : idFault(id);
  }
  if (isUnfilled(text)) return undefined;
  const id = /^accessPolicies\/[^/]+\/accessLevels\/([^/]+)$/.exec(text)?.[1];
  return id === undefined ? { message: 'notName', arguments: { name: text } } : idFault(id);
}

function idFault(id: string): Fault | undefined {
  if (!/^[a-z]\w*$/i.test(id)) return { message: 'badId', arguments: { id } };
  return id.length > longestId ? { message: 'longId', arguments: { id, length: String(id.length) } } : undefined;
}

/** https://cloud.google.com/access-context-manager/docs/reference/rest/v1/accessPolicies.accessLevels */
const longestId = 50;
