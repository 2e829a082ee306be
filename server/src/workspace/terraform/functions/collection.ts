import { combining } from './collection/combining';
import { lookingUp } from './collection/lookingUp';
import { matching } from './collection/matching';
import { ordering } from './collection/ordering';
import { sets } from './collection/sets';
import { testing } from './collection/testing';
import type { Definitions } from './definition';

/** @see https://developer.hashicorp.com/terraform/language/functions/alltrue and those beside it */
export const collection: Definitions = { ...combining, ...lookingUp, ...matching, ...ordering, ...sets, ...testing };
