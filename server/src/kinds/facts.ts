import type { SourceFile } from '../syntax/sourceFile';
import type { FileHints } from '../workspace/index/factReader';
import { factReaders } from '../workspace/index/factReaders';
import type { Fact } from '../workspace/index/facts';
import { summarise as summariseWith } from '../workspace/index/summarise';
import { kinds } from './index.generated';

const all = factReaders(kinds.flatMap(({ facts = [] }) => facts));

export const { mayHoldFacts, blockMayHoldFacts, valueTypeOf } = all;

/** What a file tells about others. Depends on the file and the hints alone. Never throws. */
export function summarise(file: SourceFile, hints: FileHints): readonly Fact[] {
  return summariseWith(file, hints, all);
}

/** Whether a text that names the address of a resource of the type tells so. */
export function namesAreTold(type: string): boolean {
  return new RegExp(`^(?:${all.removable.source})$`).test(`${type}.x`);
}
