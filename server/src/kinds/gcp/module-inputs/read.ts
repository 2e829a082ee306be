import type { Root } from '../../../syntax/format';
import type { Surroundings } from '../../kind';
import type { AllowPolicy } from '../allow-policy/policy';
import { grantsOfCalls } from './calls';
import { grantsOfFactories } from './factories';
import { grantsOfVariables } from './variableFiles';

/** What is granted by values that are handed to modules and factories whose own text isn't here. */
export function grantsOfInputs(root: Root, surroundings: Surroundings): readonly AllowPolicy[] {
  return [grantsOfCalls, grantsOfVariables, grantsOfFactories].flatMap((read) => read(root, surroundings));
}
