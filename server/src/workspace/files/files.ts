import { longestText } from '../../syntax/sourceFile';

/**
 * The files of the world outside: the disk, or the client where the disk is out of reach. Addresses are canonical
 * (see address.ts). Nothing here throws or rejects: what can't be read isn't there.
 */
export interface Files {
  /**
   * The addresses of the files below `folder`, in no order; folders for which `enters` says no are left out whole where that saves work, and
   * so is what has neither an ending that is read here nor a name of one of the patterns.
   */
  list(folder: string, enters: (folder: string) => Promise<boolean>, patterns: readonly string[]): Promise<readonly string[]>;
  /**
   * Undefined when there is no such file, or it is larger than {@link largestFile}. Bytes that are no UTF-8, nor UTF-16 behind its mark, become U+FFFD.
   * Where `within` is given, no link is followed out of that folder.
   */
  read(address: string, within?: string): Promise<string | undefined>;
  /** Tells the addresses of files that were written or deleted, and of folders that came or went, as far as anyone notices. */
  onChange(listener: (addresses: readonly string[]) => void): void;
}

/** In bytes. */
export const largestFile = longestText;
