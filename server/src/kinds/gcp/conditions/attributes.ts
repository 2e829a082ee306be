/**
 * What the expression of a binding's condition may name, as IAM's reference of condition attributes had it on 2026-08-22. Other services
 * may have more, so what isn't near to any of these is nobody's fault.
 */

/** By the object, the fields and functions that it has; those of `request.auth` by its whole path. */
export const attributesOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['', ['resource', 'request', 'destination', 'api', 'compute']],
  ['resource', ['service', 'type', 'name', 'hasTagKey', 'hasTagKeyId', 'matchTag', 'matchTagId']],
  ['request', ['time', 'path', 'host', 'auth']],
  ['request.auth', ['access_levels']],
  ['destination', ['ip', 'port']],
  ['api', ['getAttribute']],
  ['compute', ['isForwardingRuleCreationOperation', 'matchLoadBalancingSchemes']],
]);

/** What is called on values, whatever they are. Those of CEL itself are among them, for a name that is right is near to nothing. */
export const methods: readonly string[] = [
  'startsWith',
  'endsWith',
  'extract',
  'hasOnly',
  'contains',
  'matches',
  'size',
  'getDate',
  'getDayOfMonth',
  'getDayOfWeek',
  'getDayOfYear',
  'getFullYear',
  'getHours',
  'getMilliseconds',
  'getMinutes',
  'getMonth',
  'getSeconds',
  'all',
  'exists',
  'exists_one',
  'map',
  'filter',
];

/** What is called by itself. */
export const functions: readonly string[] = [
  'date',
  'duration',
  'timestamp',
  'has',
  'size',
  'int',
  'uint',
  'double',
  'string',
  'bool',
  'bytes',
  'type',
  'dyn',
];

/** The first argument of `api.getAttribute`. */
export const apiAttributes: readonly string[] = [
  'iam.googleapis.com/modifiedGrantsByRole',
  'aiplatform.googleapis.com/memoryScope',
  'aiplatform.googleapis.com/sessionUserId',
];
