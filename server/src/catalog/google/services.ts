/** A service of Google Cloud: a selection of those whose roles and logs people meet, as of 2026-05-30. */
export interface Service {
  /** `storage.googleapis.com` */
  readonly host: string;
  /** `Cloud Storage` */
  readonly product: string;
  /** What its roles and permissions begin with: `storage` of `roles/storage.objectViewer`. */
  readonly prefix: string;
  /** What the hosts of its agents begin with, where that isn't `gcp-sa-<api>`: `gs-project-accounts`. */
  readonly agents: readonly string[];
}

/** In the order of their hosts. */
export function services(): readonly Service[] {
  known ??= table.map(([api, product, { prefix = api, agents = [] } = {}]) => ({
    host: `${api}${hostEnding}`,
    product,
    prefix,
    agents,
  }));
  return known;
}

export function serviceOfHost(host: string): Service | undefined {
  return services().find((service) => service.host === host);
}

/** By what roles and permissions begin with. Several APIs may share that; the first one is meant. */
export function serviceOfPrefix(prefix: string): Service | undefined {
  return services().find((service) => service.prefix === prefix);
}

/** By the name in the address of a service agent, without `gcp-sa-`. */
export function serviceOfAgent(name: string): Service | undefined {
  return (
    services().find(({ agents }) => agents.includes(name) || agents.includes(`gcp-sa-${name}`)) ??
    serviceOfHost(`${name}${hostEnding}`)
  );
}

const hostEnding = '.googleapis.com';
let known: readonly Service[] | undefined;

type Row = readonly [api: string, product: string, other?: { readonly prefix?: string; readonly agents?: readonly string[] }];

const table: readonly Row[] = [
  ['accessapproval', 'Access Approval'],
  ['accesscontextmanager', 'Access Context Manager'],
  ['aiplatform', 'Vertex AI'],
  ['alloydb', 'AlloyDB for PostgreSQL'],
  ['analyticshub', 'BigQuery sharing'],
  ['apigee', 'Apigee'],
  ['apikeys', 'API Keys'],
  ['appengine', 'App Engine', { agents: ['gae-api-prod', 'gcp-gae-service'] }],
  ['artifactregistry', 'Artifact Registry'],
  ['backupdr', 'Backup and DR Service'],
  ['batch', 'Batch'],
  ['beyondcorp', 'Chrome Enterprise Premium'],
  ['bigquery', 'BigQuery', { agents: ['bigquery-encryption'] }],
  ['bigqueryconnection', 'BigQuery Connection'],
  ['bigquerydatapolicy', 'BigQuery Data Policy'],
  ['bigquerydatatransfer', 'BigQuery Data Transfer Service'],
  ['bigtable', 'Bigtable'],
  ['bigtableadmin', 'Bigtable', { prefix: 'bigtable' }],
  ['binaryauthorization', 'Binary Authorization'],
  ['certificatemanager', 'Certificate Manager'],
  ['cloudasset', 'Cloud Asset Inventory'],
  ['cloudbuild', 'Cloud Build'],
  ['clouddeploy', 'Cloud Deploy'],
  ['cloudfunctions', 'Cloud Run functions', { agents: ['gcf-admin-robot'] }],
  ['cloudkms', 'Cloud Key Management Service'],
  ['cloudquotas', 'Cloud Quotas'],
  ['cloudresourcemanager', 'Resource Manager', { prefix: 'resourcemanager' }],
  ['cloudscheduler', 'Cloud Scheduler'],
  ['cloudsql', 'Cloud SQL', { agents: ['gcp-sa-cloud-sql'] }],
  ['cloudtasks', 'Cloud Tasks'],
  ['cloudtrace', 'Cloud Trace'],
  ['composer', 'Cloud Composer', { agents: ['cloudcomposer-accounts'] }],
  ['compute', 'Compute Engine', { agents: ['compute-system'] }],
  ['confidentialcomputing', 'Confidential Computing'],
  ['config', 'Infrastructure Manager'],
  ['container', 'Google Kubernetes Engine', { agents: ['container-engine-robot'] }],
  ['containeranalysis', 'Artifact Analysis'],
  ['containerregistry', 'Container Registry', { agents: ['containerregistry'] }],
  ['dataflow', 'Dataflow', { agents: ['dataflow-service-producer-prod'] }],
  ['dataform', 'Dataform'],
  ['datafusion', 'Cloud Data Fusion'],
  ['datalineage', 'Data Lineage'],
  ['datamigration', 'Database Migration Service'],
  ['dataplex', 'Dataplex Universal Catalog'],
  ['dataproc', 'Dataproc', { agents: ['dataproc-accounts'] }],
  ['datastore', 'Datastore'],
  ['datastream', 'Datastream'],
  ['dialogflow', 'Dialogflow'],
  ['discoveryengine', 'Vertex AI Search'],
  ['dlp', 'Sensitive Data Protection', { agents: ['dlp-api'] }],
  ['dns', 'Cloud DNS'],
  ['documentai', 'Document AI'],
  ['domains', 'Cloud Domains'],
  ['essentialcontacts', 'Essential Contacts'],
  ['eventarc', 'Eventarc'],
  ['file', 'Filestore', { agents: ['cloud-filer'] }],
  ['firebaserules', 'Firebase Security Rules', { agents: ['firebase-rules'] }],
  ['firestore', 'Firestore'],
  ['gkebackup', 'Backup for GKE'],
  ['gkehub', 'GKE fleets'],
  ['iam', 'Identity and Access Management'],
  ['iap', 'Identity-Aware Proxy'],
  ['logging', 'Cloud Logging'],
  ['managedkafka', 'Managed Service for Apache Kafka'],
  ['memcache', 'Memorystore for Memcached'],
  ['metastore', 'Dataproc Metastore'],
  ['monitoring', 'Cloud Monitoring'],
  ['networkconnectivity', 'Network Connectivity Center'],
  ['networkmanagement', 'Network Intelligence Center'],
  ['networksecurity', 'Network Security'],
  ['networkservices', 'Network Services'],
  ['orgpolicy', 'Organization Policy Service'],
  ['parametermanager', 'Parameter Manager'],
  ['policysimulator', 'Policy Simulator'],
  ['privateca', 'Certificate Authority Service'],
  ['privilegedaccessmanager', 'Privileged Access Manager'],
  ['pubsub', 'Pub/Sub'],
  ['recaptchaenterprise', 'reCAPTCHA'],
  ['redis', 'Memorystore for Redis', { agents: ['cloud-redis'] }],
  ['run', 'Cloud Run', { agents: ['serverless-robot-prod'] }],
  ['secretmanager', 'Secret Manager'],
  ['securitycenter', 'Security Command Center'],
  ['servicemanagement', 'Service Management'],
  ['servicenetworking', 'Service Networking', { agents: ['service-networking'] }],
  ['serviceusage', 'Service Usage'],
  ['spanner', 'Spanner'],
  ['speech', 'Speech-to-Text'],
  ['sqladmin', 'Cloud SQL', { prefix: 'cloudsql' }],
  ['storage', 'Cloud Storage', { agents: ['gs-project-accounts'] }],
  ['storagetransfer', 'Storage Transfer Service', { agents: ['storage-transfer-service'] }],
  ['sts', 'Security Token Service'],
  ['tpu', 'Cloud TPU', { agents: ['cloud-tpu'] }],
  ['vmwareengine', 'VMware Engine'],
  ['vpcaccess', 'Serverless VPC Access'],
  ['workflows', 'Workflows'],
  ['workstations', 'Cloud Workstations'],
];
