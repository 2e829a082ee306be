import { longestText } from '../../syntax/sourceFile';

/**
 * The files of the world outside: the disk, or the client where the disk is out of reach. Addresses are canonical
 * (see address.ts). Nothing here throws or rejects: what can't be read isn't there.
 */
export interface Files {
  /** The addresses of the files below `folder`, in no order; folders for which `enters` says no are left out whole where that saves work. */
  list(folder: string, enters: (folder: string) => Promise<boolean>): Promise<readonly string[]>;
  /** Undefined when there is no such file, or it is larger than {@link largestFile}. Bytes that are no UTF-8, nor UTF-16 behind its mark, become U+FFFD. */
  read(address: string): Promise<string | undefined>;
  /** Tells the addresses of files that were written or deleted, and of folders that came or went, as far as anyone notices. */
  onChange(listener: (addresses: readonly string[]) => void): void;
}

/** In bytes. */
export const largestFile = longestText;
