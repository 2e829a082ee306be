/**
 * How the resource that a family of Terraform's IAM resources grants access to is called in full, with the family's arguments in
 * braces; what stands there in braces and is none of its arguments can only come from the last one, written as a path. Undefined for a
 * family of which no name is known.
 *
 * @see https://cloud.google.com/asset-inventory/docs/asset-names
 */
export function fullNameOf(family: string): string | undefined {
  return names().get(family);
}

let byFamily: ReadonlyMap<string, string> | undefined;

function names(): ReadonlyMap<string, string> {
  byFamily ??= new Map(
    written
      .trim()
      .split('\n')
      .map((line) => {
        const [family = '', name = ''] = line.trim().split(' ');
        return [`google_${family}`, name.replace('//^/', '//compute.googleapis.com/projects/{project}/')];
      }),
  );
  return byFamily;
}

/** Those that stand above all projects, and projects themselves, are called as Terraform's arguments call them. `^` is Compute Engine. */
const written = `
  project projects/{project}
  folder folders/{folder}
  organization organizations/{org_id}
  billing_account billingAccounts/{billing_account_id}
  access_context_manager_access_policy //accesscontextmanager.googleapis.com/accessPolicies/{name}
  api_gateway_api //apigateway.googleapis.com/projects/{project}/locations/global/apis/{api}
  api_gateway_gateway //apigateway.googleapis.com/projects/{project}/locations/{region}/gateways/{gateway}
  artifact_registry_repository //artifactregistry.googleapis.com/projects/{project}/locations/{location}/repositories/{repository}
  bigquery_connection //bigqueryconnection.googleapis.com/projects/{project}/locations/{location}/connections/{connection_id}
  bigquery_dataset //bigquery.googleapis.com/projects/{project}/datasets/{dataset_id}
  bigquery_routine //bigquery.googleapis.com/projects/{project}/datasets/{dataset_id}/routines/{routine_id}
  bigquery_table //bigquery.googleapis.com/projects/{project}/datasets/{dataset_id}/tables/{table_id}
  bigtable_instance //bigtable.googleapis.com/projects/{project}/instances/{instance}
  bigtable_table //bigtable.googleapis.com/projects/{project}/instances/{instance_name}/tables/{table}
  binary_authorization_attestor //binaryauthorization.googleapis.com/projects/{project}/attestors/{attestor}
  cloud_run_service //run.googleapis.com/projects/{project}/locations/{location}/services/{service}
  cloud_run_v2_job //run.googleapis.com/projects/{project}/locations/{location}/jobs/{name}
  cloud_run_v2_service //run.googleapis.com/projects/{project}/locations/{location}/services/{name}
  cloud_run_v2_worker_pool //run.googleapis.com/projects/{project}/locations/{location}/workerPools/{name}
  cloud_tasks_queue //cloudtasks.googleapis.com/projects/{project}/locations/{location}/queues/{name}
  clouddeploy_custom_target_type //clouddeploy.googleapis.com/projects/{project}/locations/{location}/customTargetTypes/{name}
  clouddeploy_delivery_pipeline //clouddeploy.googleapis.com/projects/{project}/locations/{location}/deliveryPipelines/{name}
  clouddeploy_target //clouddeploy.googleapis.com/projects/{project}/locations/{location}/targets/{name}
  cloudfunctions2_function //cloudfunctions.googleapis.com/projects/{project}/locations/{location}/functions/{cloud_function}
  cloudfunctions_function //cloudfunctions.googleapis.com/projects/{project}/locations/{region}/functions/{cloud_function}
  compute_backend_bucket //^/global/backendBuckets/{name}
  compute_backend_service //^/global/backendServices/{name}
  compute_disk //^/zones/{zone}/disks/{name}
  compute_image //^/global/images/{image}
  compute_instance //^/zones/{zone}/instances/{instance_name}
  compute_instance_template //^/global/instanceTemplates/{name}
  compute_instant_snapshot //^/zones/{zone}/instantSnapshots/{name}
  compute_machine_image //^/global/machineImages/{machine_image}
  compute_network_firewall_policy //^/global/firewallPolicies/{name}
  compute_region_backend_service //^/regions/{region}/backendServices/{name}
  compute_region_disk //^/regions/{region}/disks/{name}
  compute_region_instant_snapshot //^/regions/{region}/instantSnapshots/{name}
  compute_region_network_firewall_policy //^/regions/{region}/firewallPolicies/{name}
  compute_snapshot //^/global/snapshots/{name}
  compute_storage_pool //^/zones/{zone}/storagePools/{name}
  compute_subnetwork //^/regions/{region}/subnetworks/{subnetwork}
  data_catalog_entry_group //datacatalog.googleapis.com/projects/{project}/locations/{region}/entryGroups/{entry_group}
  data_catalog_policy_tag //datacatalog.googleapis.com/projects/{project}/locations/{location}/taxonomies/{taxonomy}/policyTags/{policy_tag}
  data_catalog_tag_template //datacatalog.googleapis.com/projects/{project}/locations/{region}/tagTemplates/{tag_template}
  data_catalog_taxonomy //datacatalog.googleapis.com/projects/{project}/locations/{region}/taxonomies/{taxonomy}
  data_fusion_instance //datafusion.googleapis.com/projects/{project}/locations/{region}/instances/{name}
  dataplex_asset //dataplex.googleapis.com/projects/{project}/locations/{location}/lakes/{lake}/zones/{dataplex_zone}/assets/{asset}
  dataplex_lake //dataplex.googleapis.com/projects/{project}/locations/{location}/lakes/{lake}
  dataplex_zone //dataplex.googleapis.com/projects/{project}/locations/{location}/lakes/{lake}/zones/{dataplex_zone}
  dataproc_cluster //dataproc.googleapis.com/projects/{project}/regions/{region}/clusters/{cluster}
  dataproc_job //dataproc.googleapis.com/projects/{project}/regions/{region}/jobs/{job_id}
  dns_managed_zone //dns.googleapis.com/projects/{project}/managedZones/{managed_zone}
  endpoints_service //servicemanagement.googleapis.com/services/{service_name}
  gke_hub_membership //gkehub.googleapis.com/projects/{project}/locations/{location}/memberships/{membership_id}
  healthcare_dataset //healthcare.googleapis.com/projects/{project}/locations/{location}/datasets/{dataset_id}
  iam_workforce_pool //iam.googleapis.com/locations/{location}/workforcePools/{workforce_pool_id}
  iam_workload_identity_pool //iam.googleapis.com/projects/{project}/locations/global/workloadIdentityPools/{workload_identity_pool_id}
  kms_crypto_key //cloudkms.googleapis.com/projects/{project}/locations/{location}/keyRings/{key_ring}/cryptoKeys/{crypto_key_id}
  kms_ekm_connection //cloudkms.googleapis.com/projects/{project}/locations/{location}/ekmConnections/{name}
  kms_key_ring //cloudkms.googleapis.com/projects/{project}/locations/{location}/keyRings/{key_ring_id}
  privateca_ca_pool //privateca.googleapis.com/projects/{project}/locations/{location}/caPools/{ca_pool}
  privateca_certificate_template //privateca.googleapis.com/projects/{project}/locations/{location}/certificateTemplates/{certificate_template}
  pubsub_schema //pubsub.googleapis.com/projects/{project}/schemas/{schema}
  pubsub_subscription //pubsub.googleapis.com/projects/{project}/subscriptions/{subscription}
  pubsub_topic //pubsub.googleapis.com/projects/{project}/topics/{topic}
  secret_manager_regional_secret //secretmanager.googleapis.com/projects/{project}/locations/{location}/secrets/{secret_id}
  secret_manager_secret //secretmanager.googleapis.com/projects/{project}/secrets/{secret_id}
  service_account //iam.googleapis.com/projects/{project}/serviceAccounts/{service_account_id}
  service_directory_namespace //servicedirectory.googleapis.com/projects/{project}/locations/{location}/namespaces/{name}
  service_directory_service //servicedirectory.googleapis.com/projects/{project}/locations/{location}/namespaces/{namespace}/services/{name}
  spanner_database //spanner.googleapis.com/projects/{project}/instances/{instance}/databases/{database}
  spanner_instance //spanner.googleapis.com/projects/{project}/instances/{instance}
  storage_bucket //storage.googleapis.com/projects/_/buckets/{bucket}
  tags_tag_key //cloudresourcemanager.googleapis.com/tagKeys/{tag_key}
  tags_tag_value //cloudresourcemanager.googleapis.com/tagValues/{tag_value}
  workbench_instance //notebooks.googleapis.com/projects/{project}/locations/{location}/instances/{name}
`;
