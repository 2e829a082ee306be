import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { type ProcessOptions, type ServerProcess, startProcess } from './serverProcess';

/** A temporary workspace on the disk, gone when `use` has ended. */
export async function withWorkspace<T>(
  files: Iterable<readonly [path: string, text: string]>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'leastwise-bench-')));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await use(pathToFileURL(folder).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A server of its own, so that no row depends on what ran before it. */
export async function withServer<T>(options: ProcessOptions, use: (server: ServerProcess) => Promise<T>): Promise<T> {
  const server = await startProcess(options);
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}

export interface OpenFile {
  readonly server: ServerProcess;
  readonly uri: string;
  readonly text: string;
  /** What was found at first. */
  readonly findings: readonly Diagnostic[];
}

/** One file in a workspace of its own, open and checked once. */
export function withFile<T>(name: string, text: string, use: (file: OpenFile) => Promise<T>): Promise<T> {
  return withWorkspace([[name, text]], (folder) =>
    withServer({ folders: [folder] }, async (server) => {
      const uri = `${folder}/${name}`;
      await server.open(uri, text);
      await server.indexed();
      const findings = (await server.diagnostics(uri)) ?? [];
      return use({ server, uri, text, findings });
    }),
  );
}
