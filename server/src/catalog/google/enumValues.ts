/** The values that fields of the access APIs choose from, by the API's name of the field; read 2026-09-01. */
export const enumValues: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    combiningFunction: ['AND', 'OR'],
    logType: ['ADMIN_READ', 'DATA_WRITE', 'DATA_READ'],
    allowedEncryptionStatuses: ['ENCRYPTION_UNSPECIFIED', 'ENCRYPTION_UNSUPPORTED', 'UNENCRYPTED', 'ENCRYPTED'],
    allowedDeviceManagementLevels: ['MANAGEMENT_UNSPECIFIED', 'NONE', 'BASIC', 'COMPLETE'],
    osType: ['OS_UNSPECIFIED', 'DESKTOP_MAC', 'DESKTOP_WINDOWS', 'DESKTOP_LINUX', 'DESKTOP_CHROME_OS', 'ANDROID', 'IOS'],
    perimeterType: ['PERIMETER_TYPE_REGULAR', 'PERIMETER_TYPE_BRIDGE'],
    identityType: ['IDENTITY_TYPE_UNSPECIFIED', 'ANY_IDENTITY', 'ANY_USER_ACCOUNT', 'ANY_SERVICE_ACCOUNT'],
    sourceRestriction: ['SOURCE_RESTRICTION_UNSPECIFIED', 'SOURCE_RESTRICTION_ENABLED', 'SOURCE_RESTRICTION_DISABLED'],
    sessionReauthMethod: ['LOGIN', 'SECURITY_KEY', 'PASSWORD'],
    stage: ['ALPHA', 'BETA', 'GA', 'DEPRECATED', 'DISABLED', 'EAP'],
  }).map(([field, values]) => [field, new Set(values)]),
);
