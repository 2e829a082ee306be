import { entryOf, type MappingNode } from '../../syntax/tree';

/** Keys that stand together in an object of another tool, and in none of ours: all of `all`, and of `some` as many as `atLeast`, or one. */
interface Signature {
  readonly all: readonly string[];
  readonly some?: readonly string[];
  readonly atLeast?: number;
}

/** Whether an object is one of a tool whose documents hold what looks like a policy, as its own words tell. */
export function isOfOtherTool(node: MappingNode): boolean {
  // Nearly all objects have no such key.
  const own = node.entries.filter(({ key }) => telling.has(key) || keys.test(key));
  if (own.length === 0) return false;
  const has = (key: string) => entryOf(node, key) !== undefined;
  return own.some(({ key }) => keys.test(key)) || isExported(node, has) || signatures.some((signature) => isMet(signature, has));
}

/** An entry of an inventory's export, whose readers want it as it is; what a search for policies answers has one under `policy`. */
function isExported({ entries }: MappingNode, has: (key: string) => boolean): boolean {
  if (!has('asset_type') && !has('assetType')) return false;
  return entries.some(({ key }) => /^(?:[a-z]+_?[pP]olicy|ancestors|ancestry_path|service_?[pP]erimeter)$/.test(key));
}

function isMet({ all, some, atLeast = 1 }: Signature, has: (key: string) => boolean): boolean {
  return all.every(has) && (!some || some.filter(has).length >= atLeast);
}

const signatures: readonly Signature[] = [
  // Rules of Firebase, and of Forseti.
  { all: ['rules', 'service'] },
  { all: ['mode'], some: ['bindings', 'inherit_from_parents'] },
  { all: ['applies_to', 'resource_ids'] },
  // Templates of deployments: Deployment Manager, CloudFormation, Azure; Pulumi and its state.
  { all: ['type', 'properties'] },
  { all: ['Type', 'Properties'] },
  { all: ['action', 'properties'] },
  { all: ['type', 'accessControl'] },
  { all: ['runtime', 'name'], some: ['resources', 'config', 'variables', 'description'] },
  { all: ['config'], some: ['encryptionsalt', 'secretsprovider', 'encryptedkey'] },
  { all: ['urn', 'type'] },
  // Ansible: plays, tasks, inventories.
  { all: ['hosts'], some: ['tasks', 'roles', 'vars', 'gather_facts', 'become'] },
  { all: ['vars'], some: ['children', 'include_role', 'import_role', 'include_tasks', 'import_tasks'] },
  { all: ['name'], some: ['set_fact', 'register', 'include_role', 'import_role', 'include_tasks', 'import_tasks'] },
  // Steps of builds.
  { all: ['jobs'], some: ['on', 'name', 'permissions', 'env'] },
  { all: ['stages'] },
  { all: ['script'], some: ['stage', 'image', 'rules', 'needs'] },
  { all: ['steps'] },
  // Values of Helm.
  {
    all: [],
    some: [
      ...['replicaCount', 'image', 'imagePullSecrets', 'nameOverride', 'fullnameOverride', 'podAnnotations', 'podLabels'],
      ...['podSecurityContext', 'nodeSelector', 'tolerations', 'affinity', 'ingress', 'autoscaling', 'livenessProbe'],
    ],
    atLeast: 2,
  },
];

/** A key that is enough by itself: a function of Pulumi, a module of Ansible. */
const keys = /^fn::|^(?:ansible|community)\.\w+\.\w+$/;

const telling: ReadonlySet<string> = new Set([
  ...['asset_type', 'assetType'],
  ...signatures.flatMap(({ all, some = [] }) => (all.length > 0 ? all : some)),
]);
