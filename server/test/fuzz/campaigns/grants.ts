import fc from '../../fastCheck';
import { everyActionKeepsTheLaw } from '../../properties/grants/laws';
import { furtherScenarios, scenarios } from '../../properties/grants/scenarios';
import { type Campaign, campaign } from '../campaign';

/** Repairs of grants to groups and members, as in properties/grants.test.ts and for as long as there is time. */
export const grants: Campaign = campaign(
  'grants, each action taken',
  8,
  fc.oneof(scenarios, furtherScenarios),
  (scenario, step) => everyActionKeepsTheLaw(scenario, {}, step),
);
