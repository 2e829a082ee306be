import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Editor, startEditor } from '../../lsp/editor';
import { type Campaign, campaign } from '../campaign';
import { documents } from '../corpus';
import { edits, placeIn, somePlaces, textsAfter } from './edits';
import { keyDocuments, keyIn } from './secrets';

const document = fc.oneof({ weight: 3, arbitrary: documents() }, fc.constantFrom(...keyDocuments));
const input = fc.record({ document, edits: edits({ maxLength: 6 }), places: somePlaces() });

/** A server that is told only what changes answers what one answers that is given the whole text. */
export const overStdio: Campaign = campaign(
  'one file, edited over stdio',
  2,
  input,
  async ({ document, edits: all, places }, step) => {
    const folders = ['file:///workspace'];
    const [told, fresh] = await Promise.all([startEditor({ folders }), startEditor({ folders })]);
    const uri = `${folders[0]}/${document.name}`;
    try {
      await Promise.all([told.indexed(), fresh.indexed()]);
      let before = document.text;
      await told.open(uri, before);
      for (const text of [before, ...textsAfter(document.text, all)]) {
        step(JSON.stringify({ name: document.name, before, text }));
        if (text !== before) await told.change(uri, [changeBetween(before, text)]);
        await fresh.open(uri, text);
        const asked = places.map((place) => positionAt(text, placeIn(text, place)));
        const [now, anew] = await Promise.all([answers(told, uri, text, asked), answers(fresh, uri, text, asked)]);
        assert.deepEqual(now, anew, `from ${JSON.stringify(before)} to ${JSON.stringify(text)}`);
        await fresh.close(uri);
        before = text;
      }
      const said = JSON.stringify([told.log, fresh.log]);
      assert.equal(keyIn(said), undefined, said);
      // Fails when the log tells of a fault.
      await Promise.all([told.stop(), fresh.stop()]);
    } finally {
      told.server.kill();
      fresh.server.kill();
    }
  },
);

async function answers(editor: Editor, uri: string, text: string, places: readonly Position[]) {
  const { connection } = editor;
  const textDocument = { uri };
  const ask = (method: string, params: object = {}) => connection.sendRequest<unknown>(method, { textDocument, ...params });
  const askEach = (method: string) => Promise.all(places.map((position) => ask(`textDocument/${method}`, { position })));
  return {
    diagnostics: await editor.diagnostics(uri),
    outline: await ask('textDocument/documentSymbol'),
    hovers: await askEach('hover'),
    completions: await askEach('completion'),
    colours: withoutId(await ask('textDocument/semanticTokens/full')),
    actions: withoutVersions(await editor.actions(uri, { start: { line: 0, character: 0 }, end: positionAt(text, text.length) })),
  };
}

function withoutId(tokens: unknown): unknown {
  return typeof tokens === 'object' && tokens !== null && 'data' in tokens ? tokens.data : tokens;
}

/** An edit names the version that it was made for, which is another one for each editor. */
function withoutVersions(actions: unknown): unknown {
  return JSON.parse(JSON.stringify(actions, (key, value) => (key === 'version' ? undefined : value)));
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** As the protocol counts, told apart from how the server counts. */
function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  // The offset between a carriage return and its line feed is still in the line that they end.
  const isWithin = text.slice(offset - 1, offset + 1) === '\r\n';
  const line = lines.length - (isWithin ? 2 : 1);
  return { line, character: (lines[line] ?? '').length };
}

/** The smallest change, which no half of a line break begins or ends: editors don't go there. */
function changeBetween(before: string, after: string) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (isInBreak(before, start) || isInBreak(after, start)) start--;
  if (end > 0 && (isInBreak(before, before.length - end) || isInBreak(after, after.length - end))) end--;
  const range = { start: positionAt(before, start), end: positionAt(before, before.length - end) };
  return { range, text: after.slice(start, after.length - end) };
}

function isInBreak(text: string, offset: number): boolean {
  return text.slice(offset - 1, offset + 1) === '\r\n';
}
