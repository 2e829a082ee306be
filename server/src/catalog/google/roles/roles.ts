import { packedRoles } from './roles.data';

export { rolesAsOf } from './roles.data';

/** A predefined role as it was on the day {@link rolesAsOf}. */
export interface RoleFacts {
  /** `roles/storage.objectViewer` */
  readonly id: string;
  readonly stage: RoleStage;
  /** How many permissions it has; 0 where none are listed, which doesn't mean that it has none */
  readonly permissions: number;
  /** Made for an account that Google runs a service as, and for no one else. */
  readonly serviceAgent: boolean;
}

export type RoleStage = 'GA' | 'BETA' | 'ALPHA' | 'PREVIEW' | 'DEPRECATED';

/** What is known of a predefined role; undefined for any other text. */
export function roleOf(id: string): RoleFacts | undefined {
  if (!id.startsWith(prefix)) return undefined;
  return rolesOfService(serviceOf(id)).find((role) => role.id === id);
}

/** The roles of `storage`, `compute` …, in the order of their names; with an empty name those that belong to no service. */
export function rolesOfService(service: string): readonly RoleFacts[] {
  let roles = decoded.get(service);
  if (!roles) {
    roles = decode(service);
    decoded.set(service, roles);
  }
  return roles;
}

/** The services that have roles. */
export function roleServices(): readonly string[] {
  return [...lines().keys()];
}

/** `storage` of `roles/storage.objectViewer`; empty where the role belongs to no service. */
export function serviceOf(id: string): string {
  const dot = id.indexOf('.');
  return dot < 0 ? '' : id.slice(prefix.length, dot);
}

export const prefix = 'roles/';

const decoded = new Map<string, readonly RoleFacts[]>();
let linesByService: ReadonlyMap<string, string> | undefined;

/** The packed text holds a line for each service; a service's roles are read when they are first asked for. */
function lines(): ReadonlyMap<string, string> {
  linesByService ??= new Map(
    packedRoles.split('\n').map((line) => {
      const space = line.indexOf(' ');
      return [line.slice(0, space), line.slice(space + 1)];
    }),
  );
  return linesByService;
}

function decode(service: string): readonly RoleFacts[] {
  const line = lines().get(service);
  if (line === undefined) return [];
  return line.split(' ').map((packed) => {
    const [, name = '', permissions = '', stage = '', agent] = /^(.+):(\d+)([a-z]?)(\*?)$/.exec(packed) ?? [];
    return {
      id: `${prefix}${service === '' ? '' : `${service}.`}${name}`,
      stage: stages.get(stage) ?? 'GA',
      permissions: Number(permissions),
      serviceAgent: agent === '*',
    };
  });
}

const stages: ReadonlyMap<string, RoleStage> = new Map<string, RoleStage>([
  ['b', 'BETA'],
  ['a', 'ALPHA'],
  ['p', 'PREVIEW'],
  ['d', 'DEPRECATED'],
]);
