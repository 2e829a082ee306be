import { once } from 'node:events';
import { landingZone, typedFile } from '../inputs/landingZone';
import { type Figures, percentile, type Row, single, summary } from '../row';
import type { Server } from '../server';
import type { ServerProcess } from '../serverProcess';
import { inTerraform, typing } from '../typing';
import { withServer, withWorkspace } from '../workspace';

const files = 2_500;

/** What a server does in a workspace of 2,500 Terraform files. */
export const workspaceRows: readonly Row[] = [
  {
    name: 'server start to the first diagnostics, 300 lines of Terraform',
    budget: 250,
    unit: 'ms',
    measure: () => inLandingZone(measureStart),
  },
  { name: 'index of 2,500 .tf files', budget: 4, unit: 's', measure: () => inLandingZone(measureIndex) },
  {
    name: 'keystroke p95 during the index against without one',
    budget: 2,
    unit: '×',
    measure: () => inLandingZone(measureTypingDuringIndex),
  },
  { name: 'memory with 2,500 .tf files', budget: 250, unit: 'MB', measure: () => inLandingZone(measureMemory) },
  {
    name: 'heap after 1,000 edits against after 100',
    budget: 1.3,
    unit: '×',
    measure: () => inLandingZone(measureGrowth),
  },
];

interface Place {
  readonly folder: string;
  readonly uri: string;
  readonly text: string;
}

function inLandingZone(measure: (place: Place) => Promise<Figures>): Promise<Figures> {
  const all = new Map(landingZone(files));
  const text = all.get(typedFile) ?? '';
  return withWorkspace(all, (folder) => measure({ folder, uri: `${folder}/${typedFile}`, text }));
}

/** From the start of the process; the index runs behind. */
async function measureStart({ folder, uri, text }: Place): Promise<Figures> {
  const samples: number[] = [];
  for (let count = 0; count < 20; count++) {
    const start = performance.now();
    await withServer({ folders: [folder] }, async (server) => {
      await server.open(uri, text);
      await server.diagnostics(uri);
      samples.push(performance.now() - start);
    });
  }
  return summary(samples, `${samples.length} starts`);
}

/** From `initialized` until the server says that it knows all files. */
async function measureIndex({ folder }: Place): Promise<Figures> {
  const samples: number[] = [];
  let known = 0;
  for (let count = 0; count < 5; count++) {
    await withServer({ folders: [folder] }, async (server) => {
      const start = performance.now();
      await server.indexed();
      samples.push((performance.now() - start) / 1000);
      known = (await server.statistics()).files;
    });
  }
  return summary(samples, `${samples.length} times, ${known} files`);
}

/**
 * Types from a server's first moment on, once while it reads the workspace and once, just as long, with the file alone: so both
 * run in code that is as new to Node.
 */
async function measureTypingDuringIndex({ folder, uri, text }: Place): Promise<Figures> {
  const during: number[] = [];
  const quiet: number[] = [];
  for (let round = 0; round < mostRounds && during.length < samplesWished; round++) {
    const measured = await withServer({ folders: [folder] }, async (server) => {
      let indexing = true;
      void server.indexed().then(() => {
        indexing = false;
      });
      return typeWhile(server, { uri, text }, () => indexing);
    });
    during.push(...measured);
    let left = measured.length + warmUps;
    quiet.push(
      ...(await withServer({}, (server) =>
        typeWhile(server, { uri: 'file:///leastwise-bench/access.tf', text }, () => left-- > 0),
      )),
    );
  }
  const [inIndex, alone] = [percentile(during, 0.95), percentile(quiet, 0.95)];
  return { ...single(inIndex / alone, `${inIndex.toFixed(1)} against ${alone.toFixed(1)} ms, ${during.length} samples`) };
}

async function typeWhile(server: Server, { uri, text }: Pick<Place, 'uri' | 'text'>, goesOn: () => boolean): Promise<number[]> {
  const samples: number[] = [];
  await server.open(uri, text);
  await server.diagnostics(uri);
  for (const keystroke of typing(text, inTerraform)) {
    if (!goesOn()) break;
    samples.push(await server.keystroke(uri, keystroke));
    // As fast as the keys of a keyboard repeat: without a pause the server would only answer and never get on with its index.
    await new Promise((resume) => setTimeout(resume, 30));
  }
  return samples.slice(warmUps);
}

const warmUps = 20;

const samplesWished = 200;

const mostRounds = 6;

const withProbe = (folder: string) => ({
  folders: [folder],
  nodeFlags: ['--expose-gc', '--import', './server/bench/memoryProbe.mjs'],
  channel: true,
});

/** What the system has given the process when the index is complete and a file is open. */
function measureMemory({ folder, uri, text }: Place): Promise<Figures> {
  return withServer(withProbe(folder), async (server) => {
    await server.open(uri, text);
    await server.indexed();
    await server.diagnostics(uri);
    const { rss, heap } = await memoryOf(server);
    return single(rss, `heap in use ${heap.toFixed(0)} MB`);
  });
}

function measureGrowth({ folder, uri, text }: Place): Promise<Figures> {
  return withServer(withProbe(folder), async (server) => {
    await server.open(uri, text);
    await server.indexed();
    const keystrokes = typing(text, inTerraform);
    const type = async (count: number) => {
      for (let done = 0; done < count; done++) await server.keystroke(uri, keystrokes.next().value);
      return memoryOf(server);
    };
    const early = await type(100);
    const late = await type(900);
    const told = (name: keyof Memory) => `${early[name].toFixed(0)} → ${late[name].toFixed(0)} MB`;
    return single(late.heap / early.heap, `heap ${told('heap')}, resident ${told('rss')}`);
  });
}

/** In megabytes. */
interface Memory {
  /** Resident, as it stands. */
  readonly rss: number;
  /** The heap in use when everything that nobody holds is gone. */
  readonly heap: number;
}

async function memoryOf({ process: server }: ServerProcess): Promise<Memory> {
  server.send('memory');
  const [{ rss, heap }] = (await once(server, 'message')) as [Memory];
  return { rss: rss / 1e6, heap: heap / 1e6 };
}
