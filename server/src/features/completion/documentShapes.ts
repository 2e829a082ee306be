import { fabric } from '../../kinds/dialect';
import { list, object, spelled, text, value, yesOrNo } from './shapes';

// The fields of Google's documents, in the spelling of the API (facts §1.1, §4.1, as of 2026-08).

const expression = object({ title: text, description: text, expression: text });

export const binding = object({ role: value('role'), members: list(value('grantMember')), condition: expression });

export const auditConfig = object({
  service: value('auditService'),
  auditLogConfigs: list(
    object({
      logType: value({ words: ['ADMIN_READ', 'DATA_READ', 'DATA_WRITE'] }),
      exemptedMembers: list(value('grantMember')),
    }),
  ),
});

export const allowPolicy = object({
  version: value({ literals: ['3', '1'] }),
  bindings: list(binding),
  auditConfigs: list(auditConfig),
  etag: text,
});

export const devicePolicy = object({
  requireScreenlock: yesOrNo,
  allowedEncryptionStatuses: list(value({ words: ['ENCRYPTED', 'UNENCRYPTED', 'ENCRYPTION_UNSUPPORTED'] })),
  osConstraints: list(
    object({
      osType: value({ words: ['DESKTOP_MAC', 'DESKTOP_WINDOWS', 'DESKTOP_LINUX', 'DESKTOP_CHROME_OS', 'ANDROID', 'IOS'] }),
      minimumVersion: text,
      requireVerifiedChromeOs: yesOrNo,
    }),
  ),
  allowedDeviceManagementLevels: list(value({ words: ['COMPLETE', 'BASIC', 'NONE'] })),
  requireAdminApproval: yesOrNo,
  requireCorpOwned: yesOrNo,
});

export const levelCondition = object({
  ipSubnetworks: list(text),
  devicePolicy,
  requiredAccessLevels: list(value('accessLevel')),
  negate: yesOrNo,
  members: list(value('levelMember')),
  regions: list(value('region')),
  vpcNetworkSources: list(object({ vpcSubnetwork: object({ network: text, vpcIpSubnetworks: list(text) }) })),
});

const combiningFunction = value({ words: ['AND', 'OR'] });

export const accessLevel = object({
  name: text,
  title: text,
  description: text,
  basic: object({ combiningFunction, conditions: list(levelCondition) }),
  custom: object({ expr: expression }),
});

/** A level as a file of Cloud Foundation Fabric's factories, whose networks are a mapping with keys of its own (A9). */
export const fabricLevel = spelled(
  object({
    description: text,
    combiningFunction,
    conditions: list(object({ ...levelCondition.fields, vpcNetworkSources: text })),
  }),
  fabric,
);
