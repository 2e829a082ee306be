import { longTerraform } from '../inputs/files';
import { percentile, type Row, summary } from '../row';
import { inTerraform, typing } from '../typing';
import { withFile } from '../workspace';

/** What an editor asks for with every keystroke besides diagnostics: from the edit until it is here, nothing else being asked before. */
export const shownRows: readonly Row[] = [
  row('outline', 'textDocument/documentSymbol'),
  row('semantic tokens', 'textDocument/semanticTokens/full'),
];

function row(what: string, method: string): Row {
  return {
    name: `${what} after an edit, ${longTerraform.title}`,
    budget: 30,
    unit: 'ms',
    measure: () =>
      withFile(longTerraform.name, longTerraform.makeText(), async ({ server, uri, text }) => {
        const samples: number[] = [];
        const keystrokes = typing(text, inTerraform);
        for (let count = -warmUps; count < wished; count++) {
          const time = await server.keystroke(uri, keystrokes.next().value, () =>
            server.connection.sendRequest(method, { textDocument: { uri } }),
          );
          if (count >= 0) samples.push(time);
        }
        return summary(samples, `slowest ${percentile(samples, 1).toFixed(1)}`);
      }),
  };
}

const warmUps = 20;
const wished = 210;
