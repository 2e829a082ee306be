import { type Figures, percentile, summary } from './row';
import type { Server } from './server';
import { type Burst, type Keystroke, typing } from './typing';

/** Types into an open file and measures each keystroke until what is found is known. */
export async function measureTyping(
  server: Server,
  uri: string,
  text: string,
  bursts: readonly Burst[],
  mostSamples = samplesWished,
): Promise<Figures> {
  const keystrokes = typing(text, bursts);
  const byKind = new Map<string, number[]>();
  const samples: number[] = [];
  let wished = mostSamples;
  for (let count = -warmUps; count < wished; count++) {
    const keystroke: Keystroke = keystrokes.next().value;
    const time = await server.keystroke(uri, keystroke);
    if (count < 0) continue;
    samples.push(time);
    byKind.set(keystroke.kind, [...(byKind.get(keystroke.kind) ?? []), time]);
    if (count === samplesToJudge && percentile(samples, 0.5) > slow) wished = samplesWhenSlow;
  }
  const parts = [...byKind].map(([kind, times]) => [kind, { p95: percentile(times, 0.95), samples: times.length }] as const);
  const remark = wished < samplesWished ? `${wished} samples` : undefined;
  return { ...summary(samples, remark), parts: Object.fromEntries(parts) };
}

/** The first hundred of a server are rows of their own. */
const warmUps = 100;

const samplesToJudge = 20;

const samplesWished = 210;

/** For what takes so long, in milliseconds, that the whole run would. */
const slow = 50;

const samplesWhenSlow = 66;
