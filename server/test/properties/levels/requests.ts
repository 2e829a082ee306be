import fc from '../../fastCheck';

/** Somebody at the door, and what the variables of a Terraform module are set to in this world. */
export interface Request {
  readonly user: string;
  readonly ip: string;
  readonly region: string;
  readonly corpOwned: boolean;
  readonly screenLock: boolean;
  readonly adminApproved: boolean;
  /** Whether levels that no file makes hold. */
  readonly held: boolean;
  readonly variables: {
    readonly fn: 'AND' | 'OR';
    readonly regions: readonly string[];
    readonly cidrs: readonly string[];
    readonly users: readonly string[];
    readonly on: boolean;
  };
}

export const users = ['user:kim@example.org', 'user:lee@example.org', 'serviceAccount:ci@prod.iam.gserviceaccount.com'] as const;
export const emergencyUsers = ['user:glass@example.org', 'user:spare@example.org'] as const;
export const placeholderUser = 'user:emergency-access@example.com';
export const regions = ['KR', 'JP', 'US'] as const;
/** Each with its edges among {@link addresses}. */
export const subnets = ['203.0.113.0/24', '198.51.100.128/25', '203.0.112.0/23'] as const;

const addresses = [
  '203.0.111.255',
  '203.0.112.0',
  '203.0.113.0',
  '203.0.113.255',
  '203.0.114.0',
  '198.51.100.127',
  '198.51.100.128',
  '198.51.100.255',
  '8.8.8.8',
  '2001:db8:17::5',
  '2001:db9::1',
];

const some = <T>(items: readonly T[]) => fc.subarray([...items]);

export const requests: fc.Arbitrary<Request> = fc.record({
  user: fc.constantFrom(...users, ...emergencyUsers, placeholderUser, 'user:nobody@example.net'),
  ip: fc.constantFrom(...addresses),
  region: fc.constantFrom(...regions, 'CN'),
  corpOwned: fc.boolean(),
  screenLock: fc.boolean(),
  adminApproved: fc.boolean(),
  held: fc.boolean(),
  variables: fc.record({
    fn: fc.constantFrom('AND', 'OR'),
    regions: some(regions),
    cidrs: some(subnets),
    users: some([...users, ...emergencyUsers]),
    on: fc.boolean(),
  }),
});

/** The number of the access policy that a variable tells. */
export const variablePolicy = '77';
