import { vocabulary } from '../../speech';

/** What is said of roles, with `{placeholders}`. */
export const words = vocabulary('gcp/roles', {
  said: {
    counted: 'Predefined role of {service}: {count} permissions, {stage} (as of {date}).',
    uncounted: 'Predefined role of {service}: its permissions aren’t listed, {stage} (as of {date}).',
    basicCounted: 'Predefined role across all services: {count} permissions, {stage} (as of {date}).',
    basicUncounted: 'Predefined role across all services: its permissions aren’t listed, {stage} (as of {date}).',
    stageGA: 'generally available',
    stageBETA: 'beta',
    stageALPHA: 'alpha',
    stagePREVIEW: 'preview',
    stageDEPRECATED: 'deprecated',
    serviceAgent: 'Service agent role: made for an account that Google runs the service as, not for people or workloads.',
    impersonation: 'Reaches service accounts: {permissions}',
    policy: 'Changes who may do what: {permissions}',
    execution: 'Decides what runs as a service account, where one is attached: {permissions}',
    more: 'and {count} more',
    custom: 'A custom role. What it holds stands where the role is defined.',
  },
  /** By the role's id: what it lets its holder do. */
  lets: {
    'roles/owner':
      'Changes everything and grants any role to anyone. Also attaches any service account of the project and makes keys for it.',
    'roles/editor':
      'Changes nearly everything, attaches any service account of the project and makes keys for it. Grants no roles on the project itself.',
    'roles/viewer': 'Reads nearly everything, in every service.',
    'roles/admin': 'The newer basic role beside Owner (preview).',
    'roles/writer': 'The newer basic role beside Editor (preview).',
    'roles/reader': 'The newer basic role beside Viewer (preview).',
    'roles/browser': 'Sees folders, projects and their policies, but nothing that is in them.',

    'roles/iam.serviceAccountUser':
      'Attaches a service account to a resource, so that code there runs as the account. Makes no tokens: to impersonate takes Service Account Token Creator.',
    'roles/iam.serviceAccountTokenCreator':
      'Impersonates a service account: makes access tokens and ID tokens for it, and signs in its name. On a project, for every account in it.',
    'roles/iam.serviceAccountOpenIdTokenCreator':
      'Makes ID tokens for a service account and no access tokens: enough for whoever only calls services that check ID tokens.',
    'roles/iam.serviceAccountKeyAdmin':
      'Makes, uploads and deletes keys of service accounts. Whoever has a key is the account, for as long as the key lives.',
    'roles/iam.serviceAccountAdmin':
      'Makes, changes and deletes service accounts and decides who may use them, so it can give itself any account.',
    'roles/iam.serviceAccountCreator': 'Makes service accounts; does not decide who uses them.',
    'roles/iam.serviceAccountViewer': 'Sees service accounts, their keys’ names and who may use them.',
    'roles/iam.workloadIdentityUser':
      'Lets a workload from GKE or a federation pool impersonate the service account: makes access tokens and ID tokens for it.',
    'roles/iam.workloadIdentityPoolAdmin':
      'Decides which identities from outside are let in through workload identity federation.',
    'roles/iam.securityAdmin':
      'Sets the allow policy of nearly every resource, service accounts among them, so it can give itself any role.',
    'roles/iam.securityReviewer': 'Reads every allow policy and lists resources; changes nothing.',
    'roles/iam.roleAdmin': 'Makes and changes custom roles of a project: whoever holds one gets what is added to it.',
    'roles/iam.organizationRoleAdmin': 'Makes and changes custom roles of the whole organization.',
    'roles/iam.denyAdmin': 'Writes and deletes deny policies, and so removes guardrails too.',
    'roles/iam.admin': 'Does everything in IAM: roles, service accounts, their keys and their policies.',
    'roles/iam.editor': 'Changes most of IAM, attaches service accounts and makes keys for them.',
    'roles/privilegedaccessmanager.admin': 'Decides who may get which role for a time through Privileged Access Manager.',

    'roles/resourcemanager.projectIamAdmin': 'Sets the allow policy of a project, so it can give itself any role there.',
    'roles/resourcemanager.folderIamAdmin': 'Sets the allow policies of folders, which reach all projects below.',
    'roles/resourcemanager.folderAdmin': 'Manages folders and sets their allow policies, which reach all projects below.',
    'roles/resourcemanager.organizationAdmin':
      'Sets the allow policy of the organization, so it can give itself any role anywhere.',
    'roles/resourcemanager.projectCreator': 'Makes projects, and becomes the owner of those it makes.',
    'roles/orgpolicy.policyAdmin': 'Sets organization policies, and so lifts their restrictions too.',
    'roles/accesscontextmanager.policyAdmin':
      'Changes access levels and service perimeters and decides who else may: what they protect is only as safe as its holders.',
    'roles/accesscontextmanager.policyEditor': 'Changes access levels and service perimeters.',
    'roles/accesscontextmanager.gcpAccessAdmin': 'Changes the access bindings that say which groups need which access level.',
    'roles/billing.admin': 'Manages a billing account, its payments and who may use it.',
    'roles/billing.user': 'Links projects to a billing account.',
    'roles/serviceusage.serviceUsageAdmin': 'Switches APIs on and off and uses the project’s quota.',
    'roles/serviceusage.serviceUsageConsumer': 'Uses APIs on the project’s quota and bill.',
    'roles/serviceusage.apiKeysAdmin': 'Makes, reads and deletes API keys.',

    'roles/deploymentmanager.editor':
      'Deploys configurations, which Deployment Manager carries out as the project’s Google APIs service agent.',
    'roles/cloudbuild.builds.editor': 'Starts builds, whose steps run as the service account of the build.',
    'roles/cloudbuild.builds.builder':
      'What a build’s own account needs: runs builds, reads sources, pushes artifacts, writes logs.',

    'roles/compute.admin': 'Manages everything in Compute Engine: machines, disks, networks, firewalls.',
    'roles/compute.instanceAdmin.v1':
      'Manages machines and disks. With Service Account User on the account attached to a machine, it can get a shell there and act as the account.',
    'roles/compute.networkAdmin': 'Manages networks and load balancers; firewall rules and certificates it only reads.',
    'roles/compute.securityAdmin': 'Manages firewall rules and certificates.',
    'roles/compute.viewer': 'Sees everything in Compute Engine; reads no data from disks.',
    'roles/compute.osLogin':
      'Logs in to machines through OS Login, as an ordinary user. Where an account is attached, that takes Service Account User too.',
    'roles/compute.osAdminLogin':
      'Logs in to machines through OS Login with sudo. Where an account is attached, that takes Service Account User too.',
    'roles/iap.tunnelResourceAccessor':
      'Reaches machines over SSH, RDP and other TCP through Identity-Aware Proxy. Logging in is a matter of its own.',
    'roles/iap.httpsResourceAccessor': 'Opens web applications that stand behind Identity-Aware Proxy.',

    'roles/storage.admin': 'Manages buckets and everything in them, and decides who may reach them.',
    'roles/storage.objectAdmin': 'Reads, writes and deletes objects; doesn’t manage the bucket.',
    'roles/storage.objectUser': 'Reads, writes and deletes objects; doesn’t decide who may reach them.',
    'roles/storage.objectCreator': 'Uploads objects; neither reads nor replaces any.',
    'roles/storage.objectViewer': 'Reads and lists objects.',
    'roles/storage.hmacKeyAdmin': 'Makes HMAC keys, long-lived secrets with which Cloud Storage is used as an account.',
    'roles/bigquery.admin': 'Manages everything in BigQuery and reads all its data.',
    'roles/bigquery.dataOwner': 'Reads, changes and shares datasets and tables.',
    'roles/bigquery.dataEditor': 'Reads and changes the data of tables and makes new ones.',
    'roles/bigquery.dataViewer': 'Reads the data of tables and views.',
    'roles/bigquery.jobUser': 'Runs queries on the project’s bill; which data they read is a matter of other roles.',
    'roles/bigquery.user': 'Runs queries, lists datasets and makes new ones, whose owner it becomes.',
    'roles/secretmanager.secretAccessor': 'Reads the content of secrets.',
    'roles/secretmanager.admin': 'Manages secrets, reads their content and decides who may.',
    'roles/cloudkms.cryptoKeyEncrypterDecrypter': 'Encrypts and decrypts with keys; doesn’t manage them.',
    'roles/pubsub.publisher': 'Publishes messages to topics.',
    'roles/pubsub.subscriber': 'Receives messages and attaches subscriptions to topics.',

    'roles/run.invoker': 'Calls Cloud Run services and starts jobs.',
    'roles/run.developer':
      'Deploys Cloud Run services and jobs; to choose the account they run as takes Service Account User too.',
    'roles/run.admin': 'Manages Cloud Run services and jobs and decides who may call them.',
    'roles/cloudfunctions.invoker': 'Calls functions of the first generation.',
    'roles/cloudfunctions.developer': 'Deploys functions; to choose the account they run as takes Service Account User too.',
    'roles/container.admin': 'Manages GKE clusters and everything in them.',
    'roles/container.developer':
      'Changes what runs in GKE clusters, reads the secrets in them and runs commands in pods, and so reaches whatever the pods may do.',
    'roles/artifactregistry.reader': 'Pulls images and packages.',
    'roles/artifactregistry.writer': 'Pulls and pushes images and packages.',
    'roles/cloudsql.client': 'Connects to Cloud SQL instances; logging in to the database is a matter of its own.',
    'roles/logging.logWriter': 'Writes log entries; reads none.',
    'roles/logging.viewer': 'Reads logs, but no data access logs.',
    'roles/logging.privateLogViewer': 'Reads all logs, data access logs too.',
    'roles/monitoring.metricWriter': 'Writes metrics.',
  },
});
