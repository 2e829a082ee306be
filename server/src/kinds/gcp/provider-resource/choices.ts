/** What fields of the access APIs choose from whose documents have no shape yet, by the API's name of the field; read 2026-09-01. */
export const choices: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    perimeterType: ['PERIMETER_TYPE_REGULAR', 'PERIMETER_TYPE_BRIDGE'],
    identityType: ['IDENTITY_TYPE_UNSPECIFIED', 'ANY_IDENTITY', 'ANY_USER_ACCOUNT', 'ANY_SERVICE_ACCOUNT'],
    sourceRestriction: ['SOURCE_RESTRICTION_UNSPECIFIED', 'SOURCE_RESTRICTION_ENABLED', 'SOURCE_RESTRICTION_DISABLED'],
    sessionReauthMethod: ['LOGIN', 'SECURITY_KEY', 'PASSWORD'],
    stage: ['ALPHA', 'BETA', 'GA', 'DEPRECATED', 'DISABLED', 'EAP'],
  }).map(([field, values]) => [field, new Set(values)]),
);
