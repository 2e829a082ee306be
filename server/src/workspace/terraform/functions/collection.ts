import { combining } from './collection/combining';
import { lookingUp } from './collection/lookingUp';
import { ordering } from './collection/ordering';
import { sets } from './collection/sets';
import { testing } from './collection/testing';
import type { Definitions } from './definition';

/** @see https://developer.hashicorp.com/terraform/language/functions/alltrue and those beside it */
export const collection: Definitions = { ...combining, ...lookingUp, ...ordering, ...sets, ...testing };
