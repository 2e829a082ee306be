// People, projects and roles of an organization that doesn't exist. A fault is rare, as in files that someone looks after.
import type { Random } from './random';

/** What a team would set for itself; without it, the rules on foreign members stay silent. */
export const settings = { organizationDomains: ['saebit.example'] };

export interface Binding {
  readonly role: string;
  readonly members: readonly string[];
  readonly condition?: Condition;
}

interface Condition {
  readonly title: string;
  readonly description: string;
  readonly expression: string;
}

/** Bindings without end, no role twice without a condition. */
export function* bindings(random: Random): Generator<Binding> {
  for (let number = 0; ; number++) {
    const role = number < roles.length ? (roles[number] as string) : customRole(random, number);
    const count = 1 + random.below(7);
    const members = new Set<string>();
    while (members.size < count) members.add(random.chance(0.015) ? random.pick(oddMembers) : member(random));
    const all = [...members];
    yield random.chance(0.12) ? { role, members: all, condition: condition(random, number) } : { role, members: all };
  }
}

export function member(random: Random): string {
  const kind = random.below(10);
  if (kind < 4) return `user:${person(random)}@saebit.example`;
  if (kind < 7) return `group:${group(random)}@saebit.example`;
  return `serviceAccount:${serviceAccount(random)}`;
}

export const person = (random: Random) => `${random.pick(givenNames)}.${random.pick(familyNames)}${1 + random.below(90)}`;

export const group = (random: Random) => `gcp-${random.pick(applications)}-${random.pick(duties)}`;

export const project = (random: Random) => `saebit-${random.pick(applications)}-${random.pick(stages)}`;

export const serviceAccount = (random: Random) =>
  `${random.pick(applications)}-${random.pick(jobs)}${1 + random.below(40)}@${project(random)}.iam.gserviceaccount.com`;

export const role = (random: Random) => random.pick(roles);

/** In a range that is nobody's, so that no rule on private or reserved networks speaks. */
export const network = (random: Random) => `${60 + random.below(40)}.${random.below(256)}.${random.below(256)}.0/24`;

const customRole = (random: Random, number: number) =>
  `organizations/482913377102/roles/${random.pick(applications)}${random.pick(['Reader', 'Operator', 'Deployer'])}${number}`;

function condition(random: Random, number: number): Condition {
  const bucket = `projects/_/buckets/${project(random)}-${random.pick(jobs)}`;
  return {
    title: `${random.pick(applications)}_${number}`,
    description: random.pick(koreanRemarks),
    expression: random.chance(0.5)
      ? `resource.name.startsWith("${bucket}")`
      : `request.time < timestamp("2031-0${1 + random.below(9)}-15T00:00:00Z")`,
  };
}

/** Who gets in when a condition of an access level fails. */
export const emergencyUser = 'user:emergency@saebit.example';

export const koreanRemarks = [
  '본사 네트워크에서만 허용한다.',
  '배포 파이프라인이 쓰는 계정이다.',
  '분기마다 담당자가 다시 확인한다.',
  '감사팀 요청으로 읽기 권한만 남겼다.',
  '장애 대응 기간에만 필요한 권한이다.',
  '데이터 플랫폼 이관이 끝나면 지운다.',
];

const oddMembers = ['user:consultant.park@gmail.com', 'deleted:user:jiho.han@saebit.example?uid=113948571120394857', 'allUsers'];

export const applications = [
  'billing',
  'catalog',
  'checkout',
  'data',
  'delivery',
  'identity',
  'inventory',
  'ledger',
  'media',
  'network',
  'notify',
  'orders',
  'payments',
  'pricing',
  'search',
  'settlement',
];

export const stages = ['dev', 'stg', 'prod'];

const duties = ['admins', 'auditors', 'developers', 'operators', 'viewers'];

export const jobs = ['api', 'backup', 'batch', 'deployer', 'export', 'loader', 'scheduler', 'worker'];

const givenNames = ['minji', 'jihoon', 'seoyeon', 'dohyun', 'yuna', 'taemin', 'haeun', 'junseo', 'sora', 'woojin'];

const familyNames = ['kim', 'lee', 'park', 'choi', 'jung', 'kang', 'cho', 'yoon', 'jang', 'lim'];

const roles = [
  'roles/viewer',
  'roles/storage.objectViewer',
  'roles/bigquery.dataViewer',
  'roles/bigquery.jobUser',
  'roles/logging.viewer',
  'roles/logging.logWriter',
  'roles/monitoring.viewer',
  'roles/monitoring.metricWriter',
  'roles/pubsub.publisher',
  'roles/pubsub.subscriber',
  'roles/run.invoker',
  'roles/run.developer',
  'roles/container.developer',
  'roles/container.viewer',
  'roles/cloudsql.client',
  'roles/cloudsql.viewer',
  'roles/compute.viewer',
  'roles/compute.networkUser',
  'roles/secretmanager.secretAccessor',
  'roles/secretmanager.viewer',
  'roles/artifactregistry.reader',
  'roles/artifactregistry.writer',
  'roles/cloudkms.cryptoKeyEncrypterDecrypter',
  'roles/iam.serviceAccountUser',
  'roles/iam.workloadIdentityUser',
  'roles/dns.reader',
  'roles/redis.viewer',
  'roles/spanner.databaseReader',
  'roles/dataflow.worker',
  'roles/storage.objectAdmin',
  'roles/errorreporting.writer',
  'roles/cloudtrace.agent',
  'roles/browser',
  'roles/iam.securityReviewer',
  'roles/editor',
];
