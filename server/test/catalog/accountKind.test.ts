import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AccountKind, accountKind, accountKindByEnding } from '../../src/catalog/google/accountKind';

const accounts: Readonly<Record<string, AccountKind>> = {
  '123456789012-compute@developer.gserviceaccount.com': 'computeDefault',
  'example-project@appspot.gserviceaccount.com': 'appEngineDefault',
  'example.org:example-project@appspot.gserviceaccount.com': 'appEngineDefault',
  'app@example-project.iam.gserviceaccount.com': 'userMade',
  'App@Example-Project.iam.gserviceaccount.com': 'userMade',
  'app@example-project.example.org.iam.gserviceaccount.com': 'userMade',
  'service-123456789012@gcp-sa-pubsub.iam.gserviceaccount.com': 'serviceAgent',
  'service-org-123456789012@gcp-sa-logging.iam.gserviceaccount.com': 'serviceAgent',
  'service-folder-1@gcp-sa-logging.iam.gserviceaccount.com': 'serviceAgent',
  'p123456789012-abcdef@gcp-sa-cloud-sql.iam.gserviceaccount.com': 'serviceAgent',
  'service-1@container-engine-robot.iam.gserviceaccount.com': 'serviceAgent',
  'bq-1@bigquery-encryption.iam.gserviceaccount.com': 'serviceAgent',
  'project-1@storage-transfer-service.iam.gserviceaccount.com': 'serviceAgent',
  'cloud-logs@system.gserviceaccount.com': 'serviceAgent',
  '1@cloudservices.gserviceaccount.com': 'serviceAgent',
  '1@cloudbuild.gserviceaccount.com': 'serviceAgent',
  'service-1@a-service-of-tomorrow.iam.gserviceaccount.com': 'serviceAgent',
  'example-project.svc.id.goog[default/app]': 'unknown',
  'robot@some.google.com.iam.gserviceaccount.com': 'unknown',
  'app@developer.gserviceaccount.com': 'unknown',
  'app@cloudservices.gserviceaccount.com': 'unknown',
  'kim@example.org': 'unknown',
  '': 'unknown',
};

for (const [email, kind] of Object.entries(accounts)) test(`${email} is ${kind}`, () => assert.equal(accountKind(email), kind));

const endings: Readonly<Record<string, AccountKind>> = {
  '-compute@developer.gserviceaccount.com': 'computeDefault',
  '@developer.gserviceaccount.com': 'unknown',
  '@appspot.gserviceaccount.com': 'appEngineDefault',
  '@cloudservices.gserviceaccount.com': 'serviceAgent',
  '@gcp-sa-pubsub.iam.gserviceaccount.com': 'serviceAgent',
  '.iam.gserviceaccount.com': 'unknown',
  '@example-project.iam.gserviceaccount.com': 'unknown',
  '': 'unknown',
};

for (const [ending, kind] of Object.entries(endings))
  test(`what ends in “${ending}” is ${kind}`, () => assert.equal(accountKindByEnding(ending), kind));
