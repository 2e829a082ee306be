import { hasHostBits, type IpRange, parseIpRange, specialUse, writeNetwork, writeSingle } from '../../catalog/ipRange';
import accessLevel from '../../kinds/gcp/access-level/kind';
import type { AccessCondition } from '../../kinds/gcp/access-level/policy';
import { isUnfilled, isWrittenOut } from '../../kinds/reading/values';
import type { TextValue } from '../../workspace/terraform/names/text';
import { refusals } from '../refusals';
import { defineRule, type Fix, type Severity } from '../rule';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  notRange: '`{subnet}` is no range of addresses such as `203.0.113.0/24` or `2001:db8::/32`.',
  hostBits: '`{subnet}` has bits set behind its prefix. The network is `{network}`.',
  bareAddress: '`{subnet}` is an address without a prefix length.',
  privateRange: '`{subnet}` is a private range. Requests come from public addresses, so none ever matches.',
  notPublic: '`{subnet}` is not of the public internet, so no request ever comes from it.',
  wantsVersion4: '`{subnet}` is IPv6; the ranges of a VPC network are IPv4 here.',
  writeNetwork: 'Change to the network {subnet}',
  writeSingle: 'Change to the single address {subnet}',
};

export default defineRule({
  id: 'access-level/invalid-subnet',
  kind: accessLevel,
  severity: 'error',
  fixClass: 'changes',
  source: {
    title: 'Access level attributes',
    url: 'https://cloud.google.com/access-context-manager/docs/access-level-attributes',
  },
  since: '0.1.0',
  summary: 'A condition of an access level lists a subnet that is refused or can never match.',
  rationale: [
    'Subnets are written as CIDR ranges of IPv4 or IPv6, from the first address of the network: `203.0.113.0/24`. An address with bits behind the prefix is refused, since it may mean the whole network or this one machine.',
    'Requests are seen with their public address. A private range such as `10.0.0.0/8` in `ipSubnetworks` matches none of them; to admit machines of a VPC network, name the network in `vpcNetworkSources`.',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'yaml',
      message: 'hostBits',
      bad: `- ipSubnetworks:
  - 203.0.113.0/24
  - «198.51.100.17/24»
- members:
  - user:kim@example.org
`,
      good: `- ipSubnetworks:
  - 203.0.113.0/24
  - 198.51.100.0/24
- members:
  - user:kim@example.org
`,
    },
    {
      language: 'terraform',
      message: 'bareAddress',
      bad: `resource "google_access_context_manager_access_level_condition" "proxy" {
  access_level   = "accessPolicies/123456789/accessLevels/corp"
  ip_subnetworks = [«"203.0.113.7"»]
}
`,
      good: `resource "google_access_context_manager_access_level_condition" "proxy" {
  access_level   = "accessPolicies/123456789/accessLevels/corp"
  ip_subnetworks = ["203.0.113.7/32"]
}
`,
    },
    {
      language: 'json',
      message: 'privateRange',
      fix: false,
      bad: `{
  "name": "accessPolicies/123456789/accessLevels/corp_network",
  "title": "Corporate network",
  "basic": {
    "combiningFunction": "OR",
    "conditions": [
      { "ipSubnetworks": ["2001:db8:17::/48", «"10.0.0.0/8"»] },
      { "members": ["user:kim@example.org"] }
    ]
  }
}
`,
      good: `{
  "name": "accessPolicies/123456789/accessLevels/corp_network",
  "title": "Corporate network",
  "basic": {
    "combiningFunction": "OR",
    "conditions": [
      { "ipSubnetworks": ["2001:db8:17::/48"] },
      { "members": ["user:kim@example.org"] }
    ]
  }
}
`,
    },
  ],

  check({ definition }, { report }) {
    if (definition.state !== 'known' || definition.value.kind !== 'basic') return;
    for (const { subnet, network } of definition.value.conditions.items.flatMap(subnetsOf)) {
      const { shown, text } = subnet;
      if (text === undefined || isUnfilled(text)) continue;
      const range = parseIpRange(text);
      const fault = faultOf(range, network);
      if (!fault) continue;
      report(shown, fault.message, {
        arguments: { subnet: text, ...(fault.message === 'hostBits' && range ? { network: writeNetwork(range) } : {}) },
        severity: fault.severity,
        fixes: () => (range ? fixesOf(fault.message, range, { subnet, network }) : []),
      });
    }
  },
});

interface Subnet {
  readonly subnet: TextValue;
  /** Where requests with these addresses come from. */
  readonly network: 'internet' | 'vpc';
}

function subnetsOf({ ipSubnetworks, vpcIpSubnetworks }: AccessCondition): readonly Subnet[] {
  const own = ipSubnetworks.state === 'known' ? ipSubnetworks.value.items : [];
  return [
    ...own.map((subnet) => ({ subnet, network: 'internet' as const })),
    ...vpcIpSubnetworks.flatMap(({ items }) => items.map((subnet) => ({ subnet, network: 'vpc' as const }))),
  ];
}

function faultOf(
  range: IpRange | undefined,
  network: Subnet['network'],
): { readonly message: Message; readonly severity: Severity } | undefined {
  if (!range) return { message: 'notRange', severity: 'error' };
  if (network === 'vpc' && range.version === 6) return { message: 'wantsVersion4', severity: 'error' };
  if (hasHostBits(range)) return { message: 'hostBits', severity: 'error' };
  const use = network === 'internet' ? specialUse(range) : undefined;
  if (use) return { message: use === 'private' ? 'privateRange' : 'notPublic', severity: 'warning' };
  return range.bare ? { message: 'bareAddress', severity: 'warning' } : undefined;
}

function fixesOf(message: Message, range: IpRange, { subnet, network }: Subnet): readonly Fix<Message>[] {
  const fix = (title: 'writeNetwork' | 'writeSingle', by: string): readonly Fix<Message>[] => {
    const named = { title, arguments: { subnet: by } };
    const written = parseIpRange(by);
    // What opens the level, or would be found again, is no cure.
    if (!written || isTooWide(written) || faultOf(written, network)) return [];
    return [
      isWrittenOut(subnet)
        ? { ...named, edits: [{ kind: 'replace', node: subnet.node, by }] }
        : { ...named, disabled: 'notLiteral' },
    ];
  };
  if (message === 'hostBits') return [...fix('writeNetwork', writeNetwork(range)), ...fix('writeSingle', writeSingle(range))];
  return message === 'bareAddress' ? fix('writeSingle', writeSingle(range)) : [];
}

/**
 * Nobody holds more than a /8 of IPv4 or a /16 of IPv6, so a wider range is a slip of its prefix and no network of anyone's. An IPv4
 * address may stand inside of an IPv6 one (RFC 4291 §2.5.5, 6052 §2.1, 3056 §2).
 */
function isTooWide({ version, length, first }: IpRange): boolean {
  if (version === 4) return length < 8;
  const embedding = embeddings.find(({ prefix, bits }) => first >> BigInt(128 - bits) === prefix && length >= bits);
  return length < (embedding ? embedding.bits + 8 : 16);
}

/** The first bits of IPv6 addresses that an IPv4 address follows. */
const embeddings = [
  { prefix: 0xffffn, bits: 96 },
  { prefix: 0n, bits: 96 },
  { prefix: 0x0064_ff9b_0000_0000_0000_0000n, bits: 96 },
  { prefix: 0x2002n, bits: 16 },
];
