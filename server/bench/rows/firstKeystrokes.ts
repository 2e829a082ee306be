import { type Input, shortJson, shortTerraform, shortYaml } from '../inputs/files';
import { type Figures, percentile, type Row, summary } from '../row';
import { type Burst, insideJson, insideYamlPolicy, inTerraform, typing } from '../typing';
import { withFile } from '../workspace';

/** The first hundred keystrokes of a server, in the pace of people, while V8 still compiles what they need. */
export const firstKeystrokeRows: readonly Row[] = [
  row(shortJson, 5, insideJson),
  row(shortTerraform, 5, inTerraform),
  row(shortYaml, 10, insideYamlPolicy),
];

function row(input: Input, budget: number, bursts: readonly Burst[]): Row {
  return {
    name: `first 100 keystrokes after start, ${input.title}`,
    budget,
    unit: 'ms',
    async measure() {
      const samples: number[] = [];
      for (let start = 0; start < starts; start++) samples.push(...(await firstOf(input, bursts)));
      return figuresOf(samples);
    },
  };
}

function firstOf({ name, makeText }: Input, bursts: readonly Burst[]): Promise<readonly number[]> {
  return withFile(name, makeText(), async ({ server, uri, text }) => {
    const samples: number[] = [];
    const keystrokes = typing(text, bursts);
    for (let count = 0; count < keystrokesOfStart; count++) {
      samples.push(await server.keystroke(uri, keystrokes.next().value));
      await new Promise((resume) => setTimeout(resume, pause));
    }
    return samples;
  });
}

/** The first ten apart, which are the slowest. */
function figuresOf(samples: readonly number[]): Figures {
  const first = samples.filter((_, index) => index % keystrokesOfStart < 10);
  const rest = samples.filter((_, index) => index % keystrokesOfStart >= 10);
  const part = (times: readonly number[]) => ({ p95: percentile(times, 0.95), samples: times.length });
  const remark = `${starts} starts; the first ten ${part(first).p95.toFixed(1)}, the others ${part(rest).p95.toFixed(1)}`;
  return { ...summary(samples, remark), parts: { 'the first ten': part(first), 'the others': part(rest) } };
}

const starts = 3;
const keystrokesOfStart = 100;

/** In milliseconds, as fast typists have it. */
const pause = 20;
