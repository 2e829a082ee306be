// Written by scripts/refresh-catalog.mjs from tables of facts.
/** The day on which the list of roles was read. */
export const rolesAsOf = '2026-08-22';

/** Every predefined role; `roles.ts` tells how it is packed. */
export const packedRoles = ` admin:0p browser:6 editor:11979 owner:13568 reader:0p viewer:6064 writer:0p
accessapproval admin:11 approver:9 configEditor:6 editor:6 invalidator:5 viewer:6
accesscontextmanager admin:33 editor:32 gcpAccessAdmin:5 gcpAccessReader:2 policyAdmin:29 policyEditor:28 policyReader:12 viewer:14 vpcScTroubleshooterViewer:24
actions Admin:13 Viewer:7
advisorynotifications admin:6 viewer:5
agentcommunicationadmin viewer:0a
agentgateway serviceAgent:1*
agentidentity admin:17 editor:16 user:1 viewer:10
agentregistry admin:37b editor:34b user:29b viewer:24b
aiedgeportal serviceAgent:6*
aiplatform admin:474 agentSandboxServiceAgent:8* batchPredictionServiceAgent:28* colabEnterpriseAdmin:125 colabEnterpriseUser:30 colabServiceAgent:45* customCodeServiceAgent:493* editor:465 entityTypeOwner:33 expressAdmin:43b expressUser:38b extensionCustomCodeServiceAgent:33* extensionServiceAgent:10* featurestoreAdmin:68 featurestoreDataViewer:23 featurestoreDataWriter:26 featurestoreInstanceCreator:5 featurestoreResourceEditor:15b featurestoreResourceViewer:21 featurestoreUser:33b memoryEditor:5 memoryUser:10 memoryViewer:5 migrator:2 modelMonitoringServiceAgent:26* notebookExecutorUser:11b notebookRuntimeAdmin:19 notebookRuntimeUser:9 notebookServiceAgent:8* onlinePredictionServiceAgent:16* provisionedThroughputAdmin:8b publisherProvisionedThroughputAdmin:0b publisherProvisionedThroughputViewer:0b ragServiceAgent:67* rapidevalServiceAgent:1* reasoningEngineServiceAgent:56* serviceAgent:624* sessionEditor:4 sessionUser:7 sessionViewer:3 telemetryServiceAgent:11* tensorboardWebAppUser:1b tuningServiceAgent:94* user:446 viewer:189
aisandbox serviceAgent:4*
alloydb admin:104 backupDrAdmin:25 client:7 databaseUser:10 editor:59 serviceAgent:1* viewer:33
alloydbproducer cleanupAutomation:0a
analyticshub admin:29 editor:25 listingAdmin:14 publisher:15 serviceAgent:3* subscriber:12 subscriptionOwner:15 viewer:10
androidmanagement admin:3 user:11
anthos serviceAgent:14*
anthosaudit serviceAgent:5*
anthosconfigmanagement serviceAgent:12*
anthosidentityservice serviceAgent:11*
anthospolicycontroller serviceAgent:11*
anthosservicemesh serviceAgent:230*
anthossupport serviceAgent:36*
apigateway admin:51 editor:44 serviceAgent:5* viewer:33
apigateway_management serviceAgent:14*
apigee admin:432 analyticsAgent:3 analyticsEditor:39 analyticsViewer:27 apiAdmin:47d apiAdminV2:104 apiReader:30d apiReaderV2:81 apimServiceExtensionServiceAgent:33* coreServiceAgent:84* deploymentInvoker:1 developerAdmin:76 editor:308 environmentAdmin:103 monetizationAdmin:31 portalAdmin:11 readOnlyAdmin:140 runtimeAgent:11 securityAdmin:58 securityViewer:37 serviceAgent:86* spaceConsoleUser:14 spaceContentEditor:54 spaceContentViewer:23 synchronizerManager:3 viewer:141
apigeeconnect Admin:1 Agent:1 viewer:3
apigeeregistry admin:43b editor:31b viewer:12b worker:19b
apihub addonsAdmin:5 admin:127 apiInsightsViewer:16 attributeAdmin:7 editor:81 pluginAdmin:31 provisioningAdmin:27 runTimeProjectAttachmentsEditor:1 runtimeProjectServiceAgent:49* viewer:51
apim admin:25b apiDiscoveryServiceAgent:27* viewer:16b
appdevelopmentexperience serviceAgent:13*
appengine admin:30 appAdmin:38 appCreator:3 appViewer:19 codeViewer:14 debugger:14 deployer:27 editor:28 memcacheDataAdmin:7 serviceAdmin:26 serviceAgent:75* viewer:16
appengineflex serviceAgent:169*
apphub admin:43 appManagementViewer:1029b editor:33 viewer:20
applianceactivation admin:7b approver:4b client:2b troubleshooter:5b viewer:4b
appmetadata workspaceMarketplaceAppConfigurationAdmin:11
appoptimize admin:11b viewer:7b
apptopology viewer:13b
apsinfra admin:1a
artifactregistry admin:67 attachmentReader:3 attachmentWriter:6 containerRegistryMigrationAdmin:18 createOnPushRepoAdmin:54 createOnPushWriter:45 editor:61 reader:33 repoAdmin:53 serviceAgent:5* viewer:35 writer:44
assuredoss admin:79 editor:9 projectAdmin:76b reader:69 user:41 viewer:9
assuredworkloads admin:33 editor:33 monitoringServiceAgent:5* reader:19 serviceAgent:15* settingsReader:2a viewer:19
auditmanager admin:27b auditor:26b ccfAdmin:11b ccfViewer:8b serviceAgent:654* viewer:20b
automl admin:67b editor:61b predictor:3b serviceAgent:19* viewer:33b
automlrecommendations admin:59b adminViewer:32b editor:49b serviceAgent:67* viewer:31b
autoscaling admin:7b editor:6b metricsWriter:1b recommendationsReader:1b sitesAdmin:7b stateWriter:1b viewer:4b
axt admin:5
backstory forwarderViewer.user:0a
backupdr admin:146 alloydbOperator:1 backupConfigViewer:3 backupUser:79 backupvaultAccessor:19 backupvaultAdmin:25 backupvaultLister:1 backupvaultViewer:8 cloudSqlOperator:2 cloudStorageOperator:6 computeEngineOperator:64 diskOperator:13 editor:135 filestoreOperator:3b managementServerAccessor:1 mangementServerAccessor:1b mountUser:27 restoreUser:53 serviceAgent:82* user:23 userv2:109 viewer:55
baremetalsolution admin:70 editor:70 instancesadmin:20 instancesviewer:6 lunsadmin:3 lunsviewer:3 maintenanceeventsadmin:4 maintenanceeventseditor:4 maintenanceeventsviewer:2 networksadmin:9 nfssharesadmin:8 nfsshareseditor:8 nfssharesviewer:3 osimagesviewer:1 procurementsadmin:5 procurementseditor:5 procurementsviewer:3 serviceAgent:8* storageadmin:36 viewer:29 volumesadmin:10 volumeseditor:10 volumesnapshotsadmin:6 volumesnapshotseditor:5 volumesnapshotsviewer:3 volumessviewer:3
batch admin:17 agentReporter:1 jobsAdmin:12a jobsEditor:12 jobsViewer:10 resourceAllowancesEditor:11 resourceAllowancesViewer:8 serviceAgent:516* viewer:12
beyondcorp admin:61b clientConnectorAdmin:2b clientConnectorServiceUser:0b clientConnectorViewer:2b editor:51b partnerServiceDelegateAdmin:5b partnerServiceDelegateViewer:1d serviceDiscoveryUser:0b sgApplicationUser:0b subscriptionAdmin:6b subscriptionViewer:3b upstreamAccess:0b viewer:30b
biglake admin:40 editor:26b metadataViewer:12b viewer:16
bigquery admin:245 connectedSheetsServiceAgent:5* connectionAdmin:10 connectionUser:4 dataEditor:59 dataOwner:92 dataViewer:23 filteredDataViewer:1 jobUser:9 metadataViewer:14 objectRefAdmin:2 objectRefReader:1 readSessionUser:5 resourceAdmin:37 resourceEditor:25 resourceViewer:16 routineAdmin:13b routineDataEditor:12b routineDataViewer:8b routineMetadataViewer:6b securityAdmin:37b studioAdmin:406 studioUser:95 user:41
bigqueryconnection serviceAgent:10*
bigquerycontinuousquery serviceAgent:1*
bigquerydatapolicies maskedReader:0a
bigquerydatapolicy admin:8 editor:100 maskedReader:1 rawDataReader:1b viewer:2
bigquerydatatransfer serviceAgent:35*
bigquerymigration admin:14 editor:10 migrationEditor:0b migrationViewer:0b orchestrator:2 serviceAgent:1* translationUser:1 viewer:4 worker:3
bigqueryomni serviceAgent:2*
bigqueryspark serviceAgent:1*
bigtable admin:100 editor:84 reader:40 user:42 viewer:30
billing admin:145 carbonViewer:3 costsManager:19 creator:2 foundationsOnboardingSuperUser:3a linkAdmin:62 projectCostsManager:4 projectManager:2 user:6 viewer:62
binaryauthorization admin:25 attestorsAdmin:10 attestorsEditor:8 attestorsVerifier:5 attestorsViewer:4 editor:22 policyAdmin:17 policyEditor:13 policyEvaluator:7 policyViewer:6 serviceAgent:20* viewer:14
blockchainnodeengine admin:13 serviceAgent:1* viewer:8
blockchainvalidatormanager admin:13b viewer:8b
businessaicode serviceAgent:4* user:9
capacityplanner admin:28b planner:28b viewer:25b
carestudio admin:4 viewer:4
certificatemanager admin:69 editor:61 owner:69 serviceAgent:1* viewer:32
certificatemanagerproducer internalIdentityViewer:0a
ces admin:277 agentEditor:124 appEditor:124 client:3 deploymentEditor:118 evalsEditor:131 guardrailsEditor:121 securitySettingsEditor:116 serviceAgent:181* toolsEditor:124 viewer:115
chat admin:4 owner:2 reader:1 viewer:3
chronicle admin:688 dataGovernor:4b editor:514 federationAdmin:8b federationViewer:5b globalDataAccess:1b limitedViewer:124 orgServiceAgent:8* restrictedDataAccess:1b restrictedDataAccessViewer:107b serviceAgent:92* soarAdmin:293 soarAnalyst:86b soarEngineer:148b soarRemoteAgent:6b soarServiceAgent:37* soarThreatManager:39 soarViewer:30b soarVulnerabilityManager:38 viewer:278
chroniclesm admin:11 editor:11 viewer:6
ciem serviceAgent:3*
cloud admin:4b locationReader:2b viewer:4b
cloudaicompanion admin:100 codeRepositoryIndexesAdmin:18 codeRepositoryIndexesViewer:9 codeToolsAdmin:35b codeToolsUser:36b editor:96 individualUser:14 repositoryGroupsUser:4 serviceAgent:29* settingsAdmin:68 settingsUser:22 topicAdmin:5b topicReader:1b user:16 viewer:45
cloudapiregistry admin:7b viewer:7b
cloudasset admin:582 editor:577 effectivePolicyServiceAgent:2* otherCloudConfigServiceAgent:0a* owner:581 serviceAgent:15* viewer:567
cloudbuild admin:37 builds.approver:10 builds.builder:78 builds.editor:11 builds.viewer:9 connectionAdmin:17 connectionViewer:9 editor:34 integrationsEditor:5 integrationsOwner:15 integrationsViewer:4 loggingServiceAgent:1* readTokenAccessor:3 serviceAgent:132* tokenAccessor:5 viewer:19 workerPoolEditor:5 workerPoolOwner:7 workerPoolUser:1 workerPoolViewer:4
cloudconfig admin:7 serviceAgent:20* viewer:6
cloudcontrolspartner accessApprovalServiceAgent:2* admin:12 editor:14 ekmServiceAgent:4* inspectabilityReader:4 monitoringReader:6 monitoringServiceAgent:2* reader:12 supportCaseServiceAgent:1* viewer:14
clouddebugger agent:4b user:5b
clouddeploy admin:70 approver:14 customTargetTypeAdmin:10 developer:33 editor:62 jobRunner:5 operator:58 policyAdmin:16 policyOverrider:11 releaser:23 serviceAgent:15* viewer:33
clouddeploymentmanager serviceAgent:670*
cloudfunctions admin:255 developer:225 editor:225 invoker:1 serviceAgent:274* viewer:117
cloudhub operator:1127b
cloudidentity domainlessResellerDelegatedAdmin:0a resellerSupportAdmin:0a
cloudiot admin:18 deviceController:7 editor:16 provisioner:12 serviceAgent:3* viewer:5
cloudjobdiscovery admin:4 jobsEditor:17 jobsViewer:7 profilesEditor:12 profilesViewer:5 viewer:9
cloudkms admin:71 autokeyAdmin:4 autokeyUser:5 cryptoKeyDecrypter:4 cryptoKeyDecrypterViaDelegation:5 cryptoKeyEncrypter:4 cryptoKeyEncrypterDecrypter:5 cryptoKeyEncrypterDecrypterViaDelegation:6 cryptoKeyEncrypterViaDelegation:5 cryptoOperator:10 decapsulator:5b ekmConnectionsAdmin:9 encryptionDashboardViewer:2 expertPqcSigner:5 expertRawAesCbc:5 expertRawAesCtr:5 expertRawPKCS1:5 hsmSingleTenantExecutor:6 hsmSingleTenantKeyCreator:3 hsmSingleTenantProposer:8 hsmSingleTenantQuorumMember:6 importer:8 keyAccessJustificationsEnrollmentConfigViewer:1 keyAccessJustificationsPolicyConfigAdmin:3 orgServiceAgent:3* protectedResourcesViewer:1 publicKeyViewer:4 serviceAgent:9* signer:4 signerVerifier:6 verifier:5 viewer:28
cloudkmskacls serviceAgent:3*
cloudlocationfinder admin:10b viewer:7b
cloudmigration inframanager:86b storageaccess:5b velostrataconnect:2b
cloudnumberregistry ipamAdmin:30b ipamViewer:16b
cloudoptimization admin:2 editor:2 serviceAgent:6* viewer:1
cloudprivatecatalog admin:3b consumer:3b viewer:3b
cloudprivatecatalogproducer admin:40b editor:35b manager:20b orgAdmin:44b viewer:16b
cloudprofiler admin:5 agent:2 user:13 viewer:3
cloudquotas admin:5 viewer:3
cloudscheduler admin:23 jobRunner:14 serviceAgent:5* viewer:17
cloudsecuritycompliance admin:73 serviceAgent:699* viewer:48
cloudsecurityscanner admin:27 editor:27 runner:7 viewer:18
cloudsql admin:173 client:2 editor:104 instanceUser:3 schemaViewer:1 serviceAgent:1* studioUser:14 viewer:67
cloudsupport admin:13 advisorySupportEditor:4 advisorySupportViewer:3 supportSubscriptionEditor:1 supportSubscriptionViewer:1 techSupportEditor:10 techSupportViewer:5 viewer:4
cloudtasks admin:24b editor:21b enqueuer:5b queueAdmin:14b serviceAgent:3* taskDeleter:3b taskRunner:4b viewer:12b
cloudtestservice admin:12 directAccessAdmin:14b directAccessViewer:7b testAdmin:31 testViewer:16 viewer:6
cloudtpu serviceAgent:1272*
cloudtrace admin:24 agent:2 user:22
cloudtranslate admin:52 editor:52 serviceAgent:10* user:34 viewer:22
codelabapikeys admin:2b editor:2b viewer:2b
commerceagreementpublishing admin:12b viewer:6b
commercebusinessenablement admin:18b paymentConfigAdmin:5b paymentConfigViewer:4b rebatesAdmin:12b rebatesViewer:5b resellerDiscountAdmin:18b resellerDiscountViewer:11b viewer:9b
commerceoffercatalog admin:7b offersViewer:5b
commerceorggovernance admin:22b user:7b viewer:11b
commercepricemanagement editor:33b eventsViewer:4b privateOffersAdmin:49b viewer:27b
commerceproducer admin:42b viewer:23b
compliancescanning serviceAgent:52*
composer ServiceAgentV2Ext:2* admin:43 editor:28 environmentAndStorageObjectAdmin:74 environmentAndStorageObjectUser:31 environmentAndStorageObjectViewer:31 serviceAgent:2101* sharedVpcAgent:25 user:23 viewer:16 worker:619
compute admin:1095 editor:905 futureReservationAdmin:17b futureReservationUser:12b futureReservationViewer:7b imageUser:16 instanceAdmin:275 instanceAdmin.v1:531 instanceGroupManagerServiceAgent:117* interconnectAttachmentGroupAnalyzer:10 interconnectGroupAnalyzer:9 loadBalancerAdmin:451 loadBalancerServiceUser:33 networkAdmin:965 networkUser:222 networkViewer:340 orgFirewallPolicyAdmin:49 orgFirewallPolicyUser:29 orgSecurityPolicyAdmin:46 orgSecurityPolicyUser:29 orgSecurityResourceAdmin:20 osAdminLogin:26 osLogin:25 osLoginExternalUser:1 packetMirroringAdmin:16 packetMirroringUser:22 peerSubnetMigrationAdmin:20 publicIpAdmin:51 securityAdmin:170 serviceAgent:100* soleTenantViewer:8 storageAdmin:160 viewer:419 vmExtensionPolicyAdmin:19 vmExtensionPolicyViewer:10 xpnAdmin:13
confidentialcomputing admin:7 gkeWorkloadUser:5 viewer:4 workloadUser:5
config admin:50 agent:23 editor:34 viewer:22
configdelivery admin:33 configDeliveryAdmin:33 configDeliveryViewer:16 resourceBundlePublisher:18 serviceAgent:42* viewer:16
connectors admin:78 customConnectorAdmin:16 customConnectorViewer:8 editor:73 endpointAttachmentAdmin:9 endpointAttachmentViewer:5 eventSubscriptionAdmin:5 eventSubscriptionViewer:2 invoker:11 listener:1 managedZoneAdmin:9 managedZoneViewer:5 serviceAgent:35* viewer:38
consumerprocurement entitlementManager:26 entitlementViewer:19 eventsViewer:2 licensePoolEditor:5 licensePoolViewer:2 orderAdmin:38 orderViewer:21 procurementAdmin:60 procurementViewer:37
contactcenteraiplatform admin:15 viewer:8 workforceSchedulingShiftGenerator:1b
contactcenterinsights admin:191 authorizedEditor:35b authorizedViewer:16b editor:189 serviceAgent:76* viewer:76
container admin:434 cloudKmsKeyUser:8 clusterAdmin:15 clusterViewer:5 defaultNodeServiceAccount:6 defaultNodeServiceAgent:10* developer:386 editor:401 hostServiceAgentUser:16* nodeServiceAccount:11 nodeServiceAgent:11* serviceAgent:1897* viewer:170
containeranalysis ServiceAgent:89* admin:17 editor:16 notes.attacher:2 notes.editor:8 notes.occurrences.viewer:2 notes.viewer:4 occurrences.editor:7 occurrences.viewer:4 viewer:8
containerregistry ServiceAgent:4*
containerscanning ServiceAgent:42*
containersecurity admin:7b viewer:7b
containerthreatdetection serviceAgent:208*
contentwarehouse admin:36 documentAdmin:16 documentCreator:6 documentEditor:13 documentOwner:3b documentSchemaViewer:5 documentViewer:8 serviceAgent:13*
databasecenter admin:23 viewer:17
databaseinsights admin:28 assistantViewer:2b eventsViewer:3 intelligenceViewer:10b monitoringViewer:13 operationsAdmin:1 recommendationViewer:8 viewer:24 virtualDbxViewer:1b
databasesconsole editor:16b studioQueryAdmin:14b studioQueryUser:10b viewer:8b
datacatalog admin:172 categoryAdmin:11 categoryFineGrainedReader:1 dataSteward:15b editor:86 entryGroupCreator:8 entryGroupOwner:94 entryOwner:77 entryViewer:11 glossaryOwner:31b glossaryUser:14b migrationConfigAdmin:5 searchAdmin:5d tagEditor:9 tagTemplateCreator:5 tagTemplateOwner:22 tagTemplateUser:11 tagTemplateViewer:7 viewer:46
dataconnectors admin:16b connectorAdmin:16b connectorUser:4b editor:15b serviceAgent:3* viewer:9b
dataflow admin:38 developer:33 serviceAgent:1722* viewer:10 worker:23
dataform admin:96 codeCommenter:17b codeCreator:11 codeEditor:56 codeOwner:67 codeScheduler:2b codeViewer:28 editor:60 serviceAgent:4* teamFolderCommenter:40b teamFolderContributor:59 teamFolderCreator:1 teamFolderOwner:73 teamFolderViewer:30 viewer:43
datafusion accessor:7b admin:63 developer:37b operator:45b runner:1 serviceAgent:734* viewer:23
datalabeling admin:27b editor:27b serviceAgent:107* viewer:16b
datalineage admin:26 editor:24 producer:11 viewer:12
datamigration admin:58 editor:53 serviceAgent:85*
datapipelines admin:10 invoker:3 serviceAgent:154* viewer:5
dataplex admin:181 aspectTypeOwner:14 aspectTypeUser:8 bindingAdmin:7 catalogAdmin:102 catalogEditor:89 catalogViewer:30 changeRequestOwner:3b dataDomainAdmin:16b dataDomainEditor:13b dataDomainEntryReader:4b dataDomainViewer:9b dataOwner:3 dataProductsAdmin:16 dataProductsConsumer:5 dataProductsEditor:15 dataProductsViewer:7 dataReader:1 dataScanAdmin:12 dataScanCreator:4 dataScanDataViewer:4 dataScanEditor:11 dataScanViewer:3 dataWriter:1 developer:17 discoveryBigLakePublishingServiceAgent:2* discoveryPublishingServiceAgent:2* discoveryServiceAgent:3* editor:85 encryptionAdmin:7 entryGroupExporter:4 entryGroupImporter:4 entryGroupOwner:67 entryOwner:57 entryTypeOwner:14 entryTypeUser:8 metadataFeedOwner:8 metadataFeedViewer:5 metadataJobOwner:7 metadataJobViewer:5 metadataReader:10 metadataWriter:16 securityAdmin:2 serviceAgent:381* storageDataOwner:31 storageDataReader:14 storageDataWriter:4 taxonomyAdmin:15 taxonomyViewer:6 viewer:41 workflowAdmin:5b workflowApprover:3b
dataprep admin:13b projects.user:12b serviceAgent:554*
dataproc admin:98 editor:88 hubAgent:55 serverlessEditor:53 serverlessNode:12 serverlessViewer:13 serviceAgent:487* viewer:27 worker:60
dataprocessing admin:10 dataSourceManager:2 editor:8 viewer:7
dataprocrm admin:24b nodeServiceAgent:12* viewer:13b
datastore admin:58 backupSchedulesAdmin:7 backupSchedulesViewer:2 backupsAdmin:3 backupsViewer:2 bulkAdmin:7 cloneAdmin:6 editor:45 importExportAdmin:9 indexAdmin:11 keyVisualizerViewer:5 owner:63 restoreAdmin:8 user:23 userCredsAdmin:7 userCredsViewer:2 viewer:18
datastream admin:67 bigqueryWriter:64 serviceAgent:51* viewer:33
datastudio admin:35b contentManager:25b contributor:21b editor:10b managedStorageServiceAgent:11* manager:35b serviceAgent:2* viewer:5b workspaceViewer:7b
dellemccloudonefs admin:13b user:12b viewer:6b
deploymentmanager admin:44 editor:42 typeEditor:29 typeViewer:19 viewer:28
designcenter admin:189 applicationAdmin:121 applicationEditor:97 applicationViewer:87 editor:112 serviceAgent:78* user:114 viewer:84
developerconnect admin:26 connectionHttpProxyWriter:2b editor:44b gitProxyReader:1 gitProxyUser:2 insightsAdmin:13b insightsAgent:9b insightsViewer:10b oauthAdmin:24b oauthUser:18b readTokenAccessor:3b serviceAgent:10* tokenAccessor:4b user:13 viewer:10
devicerun admin:20b viewer:13b
devicestreaming admin:8 viewer:5
dialogflow aamAdmin:78 aamConversationalArchitect:78 aamDialogDesigner:78 aamLeadDialogDesigner:78 aamViewer:78 admin:194 agentAssistClient:34 client:26 consoleAgentEditor:195 consoleSimulatorUser:30 consoleSmartMessagingAllowlistEditor:14 conversationManager:17 entityTypeAdmin:8 environmentEditor:13 flowEditor:21 integrationManager:5 intentAdmin:5 reader:77 serviceAgent:187* testCaseAdmin:9 viewer:83 webhookAdmin:5
discoveryengine admin:418 agentAdmin:15b agentspaceAdmin:418 agentspaceEditor:166b agentspaceRestrictedUser:17 agentspaceUser:104 agentspaceViewer:97b editor:166 notebookEditor:24 notebookLmOwner:32 notebookLmUser:6 notebookOwner:25 notebookViewer:13 podcastApiUser:106b serviceAgent:114* user:104 viewer:97
dlp admin:66 analyzeRiskTemplatesEditor:5 analyzeRiskTemplatesReader:2 columnDataProfilesReader:2 connectionsAdmin:8 connectionsReader:3 dataProfilesAdmin:11 dataProfilesReader:9 deidentifyTemplatesEditor:5 deidentifyTemplatesReader:2 editor:64 estimatesAdmin:5 fileStoreProfilesAdmin:3 fileStoreProfilesReader:3 inspectFindingsReader:1 inspectTemplatesEditor:5 inspectTemplatesReader:2 jobTriggersEditor:6 jobTriggersReader:2 jobsEditor:7 jobsReader:2 orgdriver:1617 projectDataProfilesReader:2 projectdriver:1617 reader:15 serviceAgent:318* storedInfoTypesEditor:5 storedInfoTypesReader:2 subscriptionsAdmin:7 subscriptionsReader:2 tableDataProfilesAdmin:3 tableDataProfilesReader:2 user:4 viewer:33
dns admin:49 editor:47 peer:1 reader:22 serviceAgent:7* viewer:23
documentai admin:69b apiUser:6b editor:69b viewer:39b
documentaicore serviceAgent:8*
domains admin:21 editor:18 viewer:11
dspm admin:12 serviceAgent:87* viewer:10
earlyaccesscenter admin:5d viewer:4d
earth admin:4b subscriptionsAdmin:4b subscriptionsViewer:3b viewer:3b
earthengine admin:29b appsPublisher:15b editor:28b viewer:14b writer:28b
edgecontainer admin:70 apiKeyAdmin:10 apiKeyViewer:6 clusterServiceAgent:90* editor:64 identityProviderAdmin:6 identityProviderViewer:4 machineUser:6 offlineCredentialUser:3 serviceAccountAdmin:6 serviceAccountKeyAdmin:6 serviceAccountKeyViewer:4 serviceAccountViewer:4 serviceAgent:43* viewer:37 zonalProjectAdmin:12 zonalProjectViewer:8 zonalServiceAdmin:10 zonalServiceViewer:6 zoneIamAdmin:5 zoneIamViewer:3 zoneRolesViewer:3 zoneViewer:6
edgenetwork admin:52 editor:47 viewer:29
endpoints portalAdmin:3b serviceAgent:4*
endpointsportal serviceAgent:3*
enterpriseknowledgegraph admin:11b editor:11b serviceAgent:21* viewer:8b
enterprisepurchasing admin:12b editor:9b viewer:9b
errorreporting admin:16b user:15b viewer:10b writer:1b
essentialcontacts admin:6 viewer:2
eventarc admin:88 connectionPublisher:5b developer:69 editor:73 eventReceiver:2 messageBusAdmin:8 messageBusUser:4 multiProjectEventCollector:1b publisher:5b serviceAgent:50* viewer:41
externalexposure admin:9b serviceAgent:227* viewer:7b
faulttesting operator:26b viewer:16b
file admin:61b editor:59b serviceAgent:15* viewer:21b
financialservices admin:52 viewer:28
finwhale admin:2a editor:2a viewer:2a
firebase admin:768 analyticsAdmin:14 analyticsViewer:13 appDistributionSdkServiceAgent:6* developAdmin:667 developViewer:244 editor:359 growthAdmin:78 growthViewer:50 managementServiceAgent:111* qualityAdmin:48 qualityViewer:40 sdkAdminServiceAgent:181* sdkProvisioningServiceAgent:15* viewer:285
firebaseabt admin:12b viewer:9b
firebaseappcheck admin:27 serviceAgent:3* tokenVerifier:1 viewer:11
firebaseappdistro admin:11 viewer:8
firebaseapphosting admin:30 computeRunner:98 developer:25 serviceAgent:48* viewer:15
firebaseauth admin:16 editor:16 viewer:7
firebasecloudmessaging admin:9 viewer:10
firebasecrash symbolMappingsAdmin:3
firebasecrashlytics admin:12 serviceAgent:8* viewer:10
firebasedatabase admin:13 serviceAgent:2* viewer:7
firebasedataconnect admin:37b dataAdmin:5b dataViewer:3b serviceAgent:11* viewer:19b
firebasedynamiclinks admin:17 editor:15 viewer:11
firebaseextensions developer:5b editor:6b viewer:5b
firebaseextensionspublisher admin:9b extensionsAdmin:9b extensionsViewer:7b viewer:7b
firebasehosting admin:10 viewer:7
firebaseinappmessaging admin:10b viewer:7b
firebasemessagingcampaigns admin:7b viewer:2b
firebaseml admin:14b serviceAgent:5* viewer:9b
firebasemods serviceAgent:73*
firebasenotifications admin:11 viewer:8
firebaseperformance admin:7 viewer:6
firebasepredictions admin:9 viewer:6
firebaserules admin:13 firestoreServiceAgent:1* system:17 viewer:6
firebasestorage admin:12b serviceAgent:8* viewer:5b
firebasetelemetry serviceAgent:12*
firebasevertexai admin:10b viewer:5b
firestore serviceAgent:5*
firewallinsights serviceAgent:27*
fleetengine consumerSdkUser:4 deliveryAdmin:20 deliveryConsumer:2 deliveryFleetReader:6 deliverySuperUser:16 deliveryTrustedDriver:7 deliveryUntrustedDriver:2 driverSdkUser:5 ondemandAdmin:19 serviceAgent:13* serviceSuperUser:16 viewer:14
flow serviceAgent:4*
fpnv admin:3b
ftp admin:20 viewer:10
gameservices admin:28 serviceAgent:432* viewer:14
gdchardwaremanagement admin:41b operator:36b reader:22b viewer:22b
geminicloudassist admin:117b editor:112b investigationAdmin:590b investigationCreator:578b investigationEditor:584b investigationOwner:587b investigationUser:577b investigationViewer:581b user:106b viewer:69b
geminicodeassistmanagement serviceAgent:5*
geminidataanalytics admin:18 dataAgentCreator:3 dataAgentEditor:5 dataAgentOwner:13 dataAgentStatelessUser:2 dataAgentUser:3 dataAgentViewer:2 queryDataUser:0b viewer:12
generativelanguage serviceAgent:2*
genomics admin:11 editor:9 pipelinesRunner:4 serviceAgent:523* viewer:4
geospatialai admin:2a viewer:2a
gkebackup admin:56 backupAdmin:32 crossProjectServiceAgent:0* delegatedBackupAdmin:13 delegatedRestoreAdmin:8 editor:49 restoreAdmin:31 serviceAgent:403* viewer:29
gkedataplanemanagement warpRunServiceAgent:2*
gkehub admin:58 connect:1 crossProjectServiceAgent:2* editor:55 gatewayAdmin:16 gatewayEditor:15 gatewayReader:11 scopeAdmin:13 scopeEditor:9 scopeEditorProjectLevel:19 scopeViewer:7 scopeViewerProjectLevel:14 serviceAgent:80* viewer:26
gkemulticloud admin:49 containerServiceAgent:49* controlPlaneMachineServiceAgent:4* editor:45 nodePoolMachineServiceAgent:4* serviceAgent:62* telemetryWriter:12 viewer:25
gkeonprem admin:80 editor:66 serviceAgent:25* viewer:37
gsuiteaddons admin:12 developer:12 reader:5 tester:6 viewer:5
health admin:9 editor:9 viewer:3
healthcare annotationEditor:14 annotationReader:11 annotationStoreAdmin:17 annotationStoreViewer:9 attributeDefinitionEditor:17 attributeDefinitionReader:14 consentArtifactAdmin:16 consentArtifactEditor:15 consentArtifactReader:14 consentEditor:20 consentReader:14 consentStoreAdmin:17 consentStoreViewer:12 datasetAdmin:15 datasetViewer:7 dicomEditor:16 dicomStoreAdmin:17 dicomStoreViewer:9 dicomViewer:11 fhirResourceEditor:18 fhirResourceReader:13 fhirStoreAdmin:26 fhirStoreViewer:9 hl7V2Consumer:13 hl7V2Editor:16 hl7V2Ingest:10 hl7V2StoreAdmin:18 hl7V2StoreViewer:9 nlpServiceViewer:5b serviceAgent:41* userDataMappingEditor:18 userDataMappingReader:14
hypercomputecluster admin:18a editor:18b serviceAgent:252* sharedVpcServiceAgent:223* viewer:10b
iam accessPolicyAdmin:8b accessPolicyUser:4b accessPolicyViewer:3b admin:144 dataScientist:1089 databasesAdmin:1472 denyAdmin:11 denyReviewer:2 devOps:713 editor:68 infrastructureAdmin:2077 mlEngineer:1322 networkAdmin:1683 oauthClientAdmin:13 oauthClientViewer:6 operationViewer:1 organizationRoleAdmin:15 organizationRoleViewer:9 principalAccessBoundaryAdmin:10 principalAccessBoundaryUser:4 principalAccessBoundaryViewer:3 roleAdmin:12 roleViewer:6 scimSyncer:12 securityAdmin:2845 securityAuditor:3999 securityReviewer:2533 serviceAccountAdmin:19 serviceAccountApiKeyBindingAdmin:3 serviceAccountCreator:5 serviceAccountDeleter:5 serviceAccountKeyAdmin:10 serviceAccountOpenIdTokenCreator:1 serviceAccountTokenCreator:9 serviceAccountUser:5 serviceAccountViewer:9 siteReliabilityEngineer:1724 supportUser:6547 viewer:55 workforcePoolAdmin:38 workforcePoolEditor:12 workforcePoolViewer:7 workloadIdentityPoolAdmin:41b workloadIdentityPoolViewer:15b workloadIdentityUser:4 workspacePoolAdmin:4
iamconnectors admin:38b editor:36b user:2b viewer:22b
iap admin:18 editor:18 egressor:1b httpsResourceAccessor:1 remediatorUser:3b settingsAdmin:10 tunnelDestGroupEditor:5 tunnelDestGroupViewer:2 tunnelResourceAccessor:2 viewer:10
identityplatform admin:18b viewer:5b
identitytoolkit admin:18 editor:22 serviceAgent:5* viewer:5
ids admin:15b editor:14b viewer:9b
integrations admin:109 apigeeIntegrationAdminRole:83 apigeeIntegrationDeployerRole:12 apigeeIntegrationEditorRole:66 apigeeIntegrationInvokerRole:26 apigeeIntegrationsViewer:21 apigeeSuspensionResolver:8 certificateViewer:3 integrationAdmin:89 integrationDeployer:12 integrationEditor:72 integrationInvoker:20 integrationViewer:26 internalViewer:14a securityIntegrationAdmin:19b serviceAgent:144* sfdcInstanceAdmin:12 sfdcInstanceEditor:10 sfdcInstanceViewer:6 suspensionResolver:8 viewer:47
issuerswitch accountManagerAdmin:8b accountManagerTransactionsAdmin:6b accountManagerTransactionsViewer:5b admin:26b issuerParticipantsAdmin:4b resolutionsAdmin:8b rulesAdmin:7b rulesViewer:5b serviceAgent:2a* transactionsViewer:8b viewer:15b
krmapihosting admin:19 anthosApiEndpointServiceAgent:508* editor:16 serviceAgent:433* viewer:11
kubernetesmetadata admin:5 publisher:3 viewer:3
kuberun eventsControlPlaneServiceAgent:18* eventsDataPlaneServiceAgent:7*
licensemanager admin:19 viewer:12
lifesciences admin:4b editor:4b serviceAgent:523* viewer:4b workflowsRunner:4b
livestream admin:51 editor:51 serviceAgent:5* viewer:25
logging admin:80 bucketWriter:1 configWriter:60 fieldAccessor:1 linkViewer:2 logWriter:2 privateLogViewer:28 serviceAgent:3* sqlAlertWriter:2b viewAccessor:5 viewer:28
looker admin:26 instanceUser:4 restrictedServiceAgent:5* serviceAgent:18* viewer:13
lookerstudio lookerAdmin:35b proManager:4b
lustre admin:16 viewer:8
maintenance admin:6 viewer:6
managedflink admin:23b developer:18b serviceAgent:23* viewer:12b
managedidentities admin:47 backupAdmin:16 backupViewer:10 domainAdmin:35 domainJoin:2b domaincontrollerOperator:34 editor:42 peeringAdmin:15 peeringViewer:9 serviceAgent:49* viewer:19
managedkafka aclEditor:6 aclViewer:2 admin:80 client:52 clusterEditor:48 connectClusterEditor:7b connectorEditor:52b consumerGroupEditor:47 schemaRegistryAdmin:25b schemaRegistryEditor:21b schemaRegistryViewer:16b serviceAgent:36* topicEditor:48 viewer:45
mandiant admin:25b attackSurfaceManagementEditor:8b attackSurfaceManagementViewer:4b digitalThreatMonitoringEditor:6b digitalThreatMonitoringViewer:4b expertiseOnDemandEditor:8b expertiseOnDemandViewer:4b threatIntelEditor:8b threatIntelViewer:4b validationEditor:8b validationViewer:4b viewer:8b
mapsadmin admin:23 viewer:11
mapsanalytics admin:5b mobilitySolutionsOverageViewer:9b viewer:10b
mapsplatformdatasets admin:14b viewer:7b
marketplacesolutions admin:23b editor:17b viewer:16b
mcp admin:3 toolUser:3
mediaasset serviceAgent:8*
memcache admin:23 editor:17 serviceAgent:17* viewer:8
memorystore admin:28 dbConnectionUser:1 serviceAgent:20* viewer:12
meshconfig admin:1b serviceAgent:95* viewer:0b
meshcontrolplane serviceAgent:457*
meshdataplane serviceAgent:13*
metastore admin:50 editor:42 federationAccessor:1 metadataEditor:14 metadataMutateAdmin:1 metadataOperator:22 metadataOwner:20 metadataQueryAdmin:1 metadataUser:4 metadataViewer:8 migrationAdmin:49 serviceAgent:57* user:21 viewer:31
migrationcenter admin:76b discoveryClient:3b discoveryClientRegistrator:8b serviceAgent:2* viewer:39b
ml admin:39 developer:29 editor:37 jobOwner:7 modelOwner:14 modelUser:5 operationOwner:3 serviceAgent:151* viewer:17
modelarmor admin:21 calloutUser:5b editor:24 floorSettingsAdmin:10 floorSettingsViewer:8 serviceAgent:17* user:11 viewer:8
monitoring admin:82 alertPolicyEditor:9 alertPolicyViewer:4 alertViewer:2 cloudConsoleIncidentEditor:2b cloudConsoleIncidentViewer:2b dashboardEditor:9 dashboardViewer:4 editor:80 metricWriter:6 metricsScopesAdmin:3b metricsScopesViewer:2b notificationChannelEditor:9b notificationChannelViewer:4b notificationServiceAgent:17* servicesEditor:10 servicesViewer:4 snoozeEditor:4 snoozeViewer:2 uptimeCheckConfigEditor:5b uptimeCheckConfigViewer:2b viewer:35
multiclusteringress serviceAgent:377*
multiclustermetering serviceAgent:11*
multiclusterservicediscovery serviceAgent:215*
navigationconnect admin:5b viewer:3b
nestconsole admin:10 editor:8 homeDeveloperAdmin:10 homeDeveloperEditor:8 homeDeveloperViewer:4 viewer:4
netapp admin:92b dataExporter:2b viewer:30b
netappcloudvolumes admin:31b viewer:13b
networkactions serviceAgent:2*
networkconnectivity consumerNetworkAdmin:11 editor:95 groupAdmin:29 groupUser:1 hubAdmin:54 hubUser:0a hubViewer:23 multicloudDataTransferConfigAdmin:16 multicloudDataTransferConfigViewer:10 multicloudDataTransferDestinationAdmin:11 multicloudDataTransferDestinationViewer:8 regionalEndpointAdmin:6 regionalEndpointViewer:4 serviceAgent:62* serviceClassUser:5 serviceProducerAdmin:15 spokeAdmin:31 transportAdmin:15 transportViewer:10
networkmanagement CloudNetworkInsightsAdmin:19 CloudNetworkInsightsEditor:19 CloudNetworkInsightsViewer:12 admin:39 editor:33 serviceAgent:82* viewer:24
networksecurity admin:176 authzServiceAgent:6* dnsThreatDetectorAdmin:7 dnsThreatDetectorViewer:4 editor:165 firewallEndpointAdmin:22b interceptDeploymentAdmin:13b interceptDeploymentExternalUser:1b interceptDeploymentUser:3b interceptDeploymentViewer:6b interceptEndpointAdmin:13b interceptEndpointUser:3b interceptEndpointViewer:6b mirroringDeploymentAdmin:13b mirroringDeploymentExternalUser:1b mirroringDeploymentUser:3b mirroringDeploymentViewer:6b mirroringEndpointAdmin:13b mirroringEndpointUser:3b mirroringEndpointViewer:6b securityProfileAdmin:16b viewer:72
networkservices GoogleTagGatewayPolicyAdmin:14b admin:134 editor:125 serviceExtensionsAdmin:42b serviceExtensionsViewer:17b viewer:57
notebooks admin:487 editor:475 legacyAdmin:1152 legacyViewer:440 runner:455 serviceAgent:697* viewer:444
oauthconfig editor:28b viewer:12b
observability admin:43b analyticsUser:24b editor:38b scopesEditor:13b serviceAgent:3* viewAccessor:1b viewer:18b
oci serviceAgent:104*
ondemandscanning admin:8b serviceAgent:30* viewer:6b
opsconfigmonitoring admin:4b resourceMetadata.viewer:1b resourceMetadata.writer:1b viewer:3b
oracledatabase admin:97 autonomousDatabaseAdmin:34 autonomousDatabaseViewer:14 cloudExadataInfrastructureAdmin:17 cloudExadataInfrastructureUser:13 cloudExadataInfrastructureViewer:12 cloudVmClusterAdmin:28 cloudVmClusterViewer:10 databaseViewer:11 dbSystemAdmin:19 dbSystemViewer:13 exadbVmClusterAdmin:18 exadbVmClusterViewer:13 exascaleDbStorageVaultAdmin:17 exascaleDbStorageVaultUser:14 exascaleDbStorageVaultViewer:13 goldenGateConnectionAdmin:15 goldenGateConnectionAssignmentAdmin:17 goldenGateConnectionAssignmentViewer:8 goldenGateConnectionViewer:8 goldenGateConnectionsUser:9 goldenGateDeploymentAdmin:19 goldenGateDeploymentViewer:8 goldenGateDeploymentsUser:9 networkAdmin:18 odbNetworkAdmin:13 odbNetworkViewer:9 odbSubnetAdmin:14 odbSubnetUser:10 odbSubnetViewer:9 pluggableDatabaseViewer:9 viewer:44
orgpolicy policyAdmin:26 policyViewer:5
osconfig admin:48 guestPolicyAdmin:7b guestPolicyEditor:5b guestPolicyViewer:4b instanceOSPoliciesComplianceViewer:4b inventoryViewer:4 orgBillingConfigViewer:2a osPolicyAssignmentAdmin:8 osPolicyAssignmentEditor:6 osPolicyAssignmentReportViewer:5 osPolicyAssignmentViewer:5 patchDeploymentAdmin:10 patchDeploymentViewer:4 patchJobExecutor:5 patchJobViewer:4 policyOrchestratorAdmin:8b policyOrchestratorViewer:5b projectBillingConfigEditor:2a projectFeatureSettingsEditor:4 projectFeatureSettingsViewer:3 rolloutServiceAgent:4* serviceAgent:27* upgradeReportViewer:6b viewer:29 vulnerabilityReportViewer:4
parallelstore admin:15 serviceAgent:2* viewer:8
parametermanager admin:30 editor:26 parameterAccessor:5 parameterVersionAdder:7 parameterVersionManager:13 parameterViewer:10 templateAccessor:1b templateVersionManager:11b templateViewer:8b viewer:14
paymentsresellersubscription admin:13b partnerAdmin:13b partnerViewer:5b productViewer:3b promotionViewer:3b subscriptionEditor:10b subscriptionViewer:3b userSessionEditor:1b viewer:5b
pivulnscanprovandexec admin:1a scanner:1a
policyanalyzer activityAnalysisViewer:3b admin:5b viewer:5b
policyremediator serviceAgent:20a*
policyremediatormanager admin:11b policyRemediatorAdmin:9b policyRemediatorReader:5b viewer:7b
policysimulator admin:9b orgPolicyAdmin:13b viewer:11b
privateca admin:60 auditor:24 caManager:47 certificateManager:29 certificateRequester:1 editor:49 poolReader:1 templateUser:3 viewer:29 workloadCertificateRequester:1
privilegedaccessmanager admin:18 approver:5b editor:12 folderServiceAgent:3* organizationServiceAgent:4* projectServiceAgent:4* requester:0b serviceAgent:10* settingsAdmin:4b settingsViewer:2b viewer:11
prodactuation admin:28b viewer:14b
progressiverollout serviceAgent:1*
proximitybeacon admin:20 attachmentEditor:9 attachmentPublisher:5 attachmentViewer:4 beaconEditor:6 editor:16 viewer:8
publicca admin:3b externalAccountKeyCreator:3b
pubsub admin:67 editor:59 publisher:1 serviceAgent:10* subscriber:3 viewer:28
pubsublite admin:31 editor:31 publisher:3 serviceAgent:9* subscriber:11 viewer:12
rapidmigrationassessment serviceAgent:17*
readerrevenuesubscriptionlinking admin:6 entitlementsViewer:1 viewer:4
recaptchaenterprise admin:21 agent:7 editor:23 viewer:11
recommender admin:443 alloydbAdmin:20 alloydbViewer:14 appengineversioncostAdmin:10b appengineversioncostViewer:8b bigQueryCapacityCommitmentsAdmin:10b bigQueryCapacityCommitmentsBillingAccountAdmin:8b bigQueryCapacityCommitmentsBillingAccountViewer:6b bigQueryCapacityCommitmentsProjectAdmin:10b bigQueryCapacityCommitmentsProjectViewer:8b bigQueryCapacityCommitmentsViewer:8b bigqueryMaterializedViewAdmin:10 bigqueryMaterializedViewViewer:8 bigqueryPartitionClusterAdmin:8b bigqueryPartitionClusterViewer:6b bigtableClusterPerformanceAdmin:10b bigtableClusterPerformanceViewer:8b billingAccountCudAdmin:8b billingAccountCudViewer:6b cloudAssetInsightsAdmin:5 cloudAssetInsightsViewer:4 cloudCostRecommendationAdmin:10b cloudCostRecommendationViewer:8b cloudDeprecationRecommendationAdmin:10b cloudDeprecationRecommendationViewer:8b cloudManageabilityRecommendationAdmin:10b cloudManageabilityRecommendationViewer:8b cloudPerformanceRecommendationAdmin:10b cloudPerformanceRecommendationViewer:8b cloudReliabilityRecommendationAdmin:10b cloudReliabilityRecommendationViewer:8b cloudSecurityRecommendationAdmin:10b cloudSecurityRecommendationViewer:8b cloudsqlAdmin:53b cloudsqlViewer:36b cloudsqlinstancechangeriskAdmin:4a cloudsqlinstancechangeriskViewer:4a computeAdmin:68 computeViewer:44 containerDiagnosisAdmin:10 containerDiagnosisViewer:8 dataflowDiagnosticsAdmin:7 dataflowDiagnosticsViewer:6 editor:442 errorReportingAdmin:10 errorReportingViewer:8 exporter:1 firestoredatabasefirebaserulesAdmin:10b firestoredatabasefirebaserulesViewer:8b firestoredatabasereliabilityAdmin:10 firestoredatabasereliabilityViewer:8 firewallAdmin:10 firewallViewer:8 firewallchangeriskAdmin:4a firewallchangeriskViewer:4a gmpAdmin:20 gmpViewer:14 iamAdmin:23 iamViewer:15 iampolicychangeriskAdmin:10b iampolicychangeriskViewer:8b memorystoremanageabilityAdmin:10b memorystoremanageabilityViewer:8b memorystoreperformanceAdmin:13b memorystoreperformanceViewer:10b memorystorereliabilityAdmin:10b memorystorereliabilityViewer:8b networkAnalyzerAdmin:28 networkAnalyzerCloudSqlAdmin:7 networkAnalyzerCloudSqlViewer:6 networkAnalyzerDynamicRouteAdmin:7 networkAnalyzerDynamicRouteViewer:6 networkAnalyzerGkeConnectivityAdmin:7 networkAnalyzerGkeConnectivityViewer:6 networkAnalyzerGkeIpAddressAdmin:7 networkAnalyzerGkeIpAddressViewer:6 networkAnalyzerGkeServiceAccountAdmin:7 networkAnalyzerGkeServiceAccountViewer:6 networkAnalyzerIpAddressAdmin:7 networkAnalyzerIpAddressViewer:6 networkAnalyzerLoadBalancerAdmin:7 networkAnalyzerLoadBalancerViewer:6 networkAnalyzerViewer:20 networkAnalyzerVpcConnectivityAdmin:7 networkAnalyzerVpcConnectivityViewer:6 orgPolicyAdmin:10b orgPolicyViewer:8b productSuggestionAdmin:16b productSuggestionViewer:12b projectCudAdmin:11b projectCudViewer:9b projectUtilAdmin:12 projectUtilViewer:8 recentChangeConfigAdmin:6 recentchangeriskAdmin:12 recentchangeriskViewer:8 serviceLimitAdmin:8b serviceLimitViewer:6b serviceaccntchangeriskAdmin:10b serviceaccntchangeriskViewer:8b spannerAdmin:16b spannerViewer:12b ucsAdmin:12b ucsViewer:9b viewer:291
redis admin:54 dbConnectionUser:1b editor:27 serviceAgent:18* viewer:19
redisenterprisecloud admin:12b viewer:6b
remotebuildexecution actionCacheWriter:2b admin:23b artifactAdmin:8b artifactCreator:7b artifactViewer:3b configurationAdmin:10b configurationViewer:4b editor:21b logstreamWriter:2b reservationAdmin:3b serviceAgent:7* viewer:9b worker:7b
remotingcloud serviceAgent:3*
resourcemanager folderAdmin:39 folderCreator:11 folderEditor:16 folderIamAdmin:9 folderMover:2 folderViewer:10 lienModifier:1 organizationAdmin:36 organizationViewer:1 projectCreator:2 projectDeleter:1 projectIamAdmin:9 projectMover:3 tagAdmin:17 tagHoldAdmin:3 tagUser:647 tagViewer:325
resourcesettings admin:3 viewer:2
retail admin:106 editor:97 merchantApprover:57b merchantCreator:49b serviceAgent:67* viewer:42
riscconfigs admin:4b viewer:2b
riskmanager admin:18b editor:16b reviewer:9b serviceAgent:641* viewer:11b
rma admin:15 runner:10 viewer:9
roads roadsSelectionAdmin:10 roadsSelectionViewer:4
routeoptimization admin:5 editor:5 serviceAgent:5* viewer:3
run admin:97 builder:6 developer:89 editor:89 invoker:3 jobsExecutor:2 jobsExecutorWithOverrides:3 serviceAgent:75* servicesInvoker:1 sourceDeveloper:274 sourceViewer:131 sshReader:4b sshRoot:4b viewer:50
runapps admin:17b developer:16b operator:14b serviceAgent:41* viewer:11b
runtimeconfig admin:24 editor:20 viewer:11
saasconfig viewer:3b
saasservicemgmt admin:68 serviceAgent:90* viewer:30
seclm serviceAgent:9*
secretmanager admin:29 editor:20 secretAccessor:3 secretVersionAdder:4 secretVersionManager:9 viewer:11
securedlandingzone admin:10b bqdwOrgRemediator:3b bqdwProjectRemediator:23b overwatchActivator:4b overwatchAdmin:10b overwatchViewer:5b serviceAgent:22* viewer:5b
securesourcemanager admin:80 developerConnectLinker:9 editor:73 instanceAccessor:7 instanceManager:20 instanceOwner:29 instanceRepositoryCreator:8 repoAdmin:53 repoCreator:3 repoPullRequestApprover:3 repoReader:20 repoWriter:41 serviceAgent:3* sshKeyUser:6 viewer:32
securitycenter admin:479 adminEditor:335 adminViewer:302 assetSecurityMarksWriter:2 assetsDiscoveryRunner:2 assetsViewer:20 attackPathsViewer:2 attackSurfaceManagementScannerServiceAgent:5* automationServiceAgent:21* bigQueryExportsEditor:11 bigQueryExportsViewer:7 complianceReportsViewer:1b complianceSnapshotsViewer:2b controlServiceAgent:644* externalSystemsEditor:1 findingSecurityMarksWriter:2 findingsBulkMuteEditor:1 findingsEditor:24 findingsMuteSetter:1 findingsStateSetter:2 findingsViewer:19 findingsWorkflowStateSetter:2b integrationExecutorServiceAgent:3* issuesEditor:7 issuesViewer:6 muteConfigsEditor:5 muteConfigsViewer:2 notificationConfigEditor:6 notificationConfigViewer:3 notificationServiceAgent:1* resourceValueConfigsEditor:6 resourceValueConfigsViewer:3 riskReportsViewer:3 securityHealthAnalyticsCustomModulesTester:4 securityHealthAnalyticsServiceAgent:598* securityResponseServiceAgent:11* serviceAgent:644* settingsAdmin:93 settingsEditor:93 settingsViewer:55 simulationsViewer:1 sourcesAdmin:7 sourcesEditor:5 sourcesViewer:4 valuedResourcesViewer:1
securitycentermanagement admin:44 customModulesEditor:22 customModulesViewer:16 editor:40 etdCustomModulesEditor:13 etdCustomModulesViewer:10 securityCenterServicesEditor:3 securityCenterServicesViewer:2 settingsEditor:37 settingsViewer:24 shaCustomModulesEditor:14 shaCustomModulesViewer:11 viewer:27
securityposture admin:44 postureDeployer:25 postureDeploymentsViewer:4 postureEditor:7 postureViewer:4 reportCreator:4 viewer:8
serverless serviceAgent:76*
servicebroker admin:24d operator:17d
serviceconsumermanagement admin:10b tenancyUnitsAdmin:5b tenancyUnitsViewer:1b viewer:5b
servicedirectory admin:29 editor:26 networkAttacher:3 pscAuthorizedService:3 serviceAgent:38* viewer:14
servicehealth admin:13 viewer:13
servicemanagement admin:34 checker:1 configEditor:2 editor:11 quotaAdmin:29b quotaViewer:12b reporter:1 serviceConsumer:1 serviceController:4 viewer:4
servicenetworking admin:24b editor:23b networksAdmin:22b serviceAgent:68* viewer:9b
servicesecurityinsights secuityInsightsViewer:7b securityInsightsViewer:8b
serviceusage apiKeysAdmin:12 apiKeysViewer:4 serviceUsageAdmin:24 serviceUsageConsumer:16 serviceUsageViewer:15
source admin:10 editor:6 reader:2 viewer:5 writer:3
sourcerepo serviceAgent:2*
spanner admin:93 backupAdmin:30 backupWriter:14 databaseAdmin:49 databaseReader:14 databaseReaderWithDataBoost:15 databaseRoleUser:0 databaseUser:23 editor:81 fineGrainedAccessUser:2 graphIntelligenceUser:16 restoreAdmin:20 serviceAgent:38* viewer:13
speakerid admin:11 editor:9 verifier:5 viewer:4
spectrumsas serviceAgent:39*
speech admin:29 client:13 editor:27 serviceAgent:6*
sqlx serviceAgent:2a*
stackdriver accounts.editor:14 accounts.viewer:3 admin:6 resourceMetadata.writer:1b viewer:4
storage admin:104 annotationGeneratorService:6b bucketViewer:2b editor:24 expressModeServiceInput:4b expressModeServiceOutput:3b expressModeUserAccess:13b folderAdmin:32 hmacKeyAdmin:9 insightsCollectorService:4 legacyBucketOwner:46 legacyBucketReader:7 legacyBucketWriter:20 legacyObjectOwner:9 legacyObjectReader:1 objectAdmin:31 objectCreator:10 objectUser:27 objectViewer:8 viewer:13
storagebatchoperations admin:15 viewer:10
storageinsights admin:22 analyst:14 serviceAgent:3* viewer:12
storagetransfer admin:22 serviceAgent:11* transferAgent:15 user:20 viewer:9
stream admin:20 contentAdmin:8 contentBuilder:5 instanceAdmin:10 serviceAgent:7* viewer:10
subscribewithgoogledeveloper admin:3b developer:3b viewer:3b
telcoautomation admin:89b blueprintDesigner:15b deploymentAdmin:16b editor:34b opsAdminTier1:37b opsAdminTier4:44b serviceAgent:563a* serviceOrchestrator:16b viewer:19b
telemetry admin:8 consumerAdmin:2b editor:3 logsWriter:1b metricsWriter:1 serviceLogsWriter:1b serviceMetricsWriter:1b serviceTelemetryWriter:3b serviceTracesWriter:1b tracesWriter:1 writer:3
threatdetection editor:7b viewer:3b
threatintelligence alertAdmin:12b alertUser:11b ctemAdmin:8b ctemEditor:8b ctemProjectAdmin:7b ctemViewer:7b
timeseriesinsights admin:10b datasetsEditor:8b datasetsOwner:8b datasetsViewer:5b viewer:7b
tpu admin:23 editor:23 serviceAgent:19* viewer:14 xpnAgent:22
trafficdirector admin:4b client:2b viewer:3b
transcoder admin:18 editor:14 serviceAgent:5* viewer:10
transferappliance admin:24b viewer:12b
translationhub admin:18b portalUser:13b viewer:4b
vectorsearch admin:24 collectionWriter:13 dataObjectWriter:13 indexWriter:14 serviceAgent:6* viewer:13
videostitcher admin:35 user:6 viewer:20
visionai admin:135b analysisEditor:5b analysisViewer:2b annotationEditor:5b annotationViewer:2b applicationEditor:14b applicationViewer:6b assetCreator:2b assetEditor:13b assetViewer:3b clusterEditor:6b clusterViewer:2b corpusAdmin:45b corpusEditor:45b corpusViewer:20b corpusWriter:33b devicesViewer:0a editor:129b eventEditor:5b eventViewer:2b indexEndpointAdmin:8b indexEndpointEditor:8b indexEndpointViewer:3b indexEndpointWriter:4b operatorEditor:5b operatorViewer:2b packetReceiver:6b packetSender:5b processorEditor:6b processorViewer:3b retailcatalogEditor:0b retailcatalogViewer:0b retailendpointEditor:0b retailendpointViewer:0b seriesEditor:13b seriesViewer:2b serviceAgent:174* streamEditor:13b streamViewer:2b uiStreamEditor:5b uiStreamViewer:2b viewer:56b
visualinspection admin:55 editor:52 serviceAgent:632* usageMetricsReporter:1 viewer:26
vmmigration admin:70 serviceAgent:40* viewer:30
vmwareengine admin:121 editor:107 serviceAgent:71* viewer:57 vmwareengineAdmin:119 vmwareenginePrivilegedUser:60 vmwareengineViewer:57
vpcaccess admin:10 serviceAgent:99* user:8 viewer:7
websecurityscanner serviceAgent:10*
workflows admin:30 editor:30 invoker:10 serviceAgent:5* viewer:16
workloadcertificate admin:15b registrationAdmin:13b registrationViewer:8b serviceAgent:24* viewer:9b
workloadidentity admin:9 viewer:6
workloadmanager admin:60b deploymentAdmin:39b deploymentViewer:6b evaluationAdmin:22b evaluationViewer:9b evaluationWorker:9b insightWriter:2b sapSystemViewer:1a serviceAgent:33* viewer:17b worker:28b workloadViewer:14b
workstations admin:46 editor:25 networkAdmin:25 operationViewer:1 policyAdmin:2 serviceAgent:75* user:8 workstationCreator:8 workstationLimitExemptedCreator:6 workstationUser:10`;
