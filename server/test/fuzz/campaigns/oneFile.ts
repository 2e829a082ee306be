import fc from 'fast-check';
import { createWorkspaceIndex } from '../../../src/lsp/workspace/workspaceIndex';
import { formatOf, parseSourceFile, type SourceFile } from '../../../src/syntax/sourceFile';
import type { Fact } from '../../../src/workspace/index/facts';
import { join } from '../../../src/workspace/index/workspace';
import { type Campaign, campaign } from '../campaign';
import { type Document, documents } from '../corpus';
import { edits, placeIn, somePlaces, textsAfter } from './edits';
import { factsOf, folder, newLinter, sameView, view } from './view';

const input = fc.record({ document: documents(), edits: edits({ maxLength: 12 }), places: somePlaces() });

/** What is taken over from the version before says what a linter says that sees the file for the first time. */
export const oneFile: Campaign = campaign('one file, edited', 25, input, ({ document, edits: all, places }, step) => {
  const beside = Object.entries(document.beside).map(([name, text]) => factsOf(parsed(name, text)));
  const index = createWorkspaceIndex();
  index.setFolders([folder]);
  for (const [name, text] of Object.entries(document.beside)) {
    const { uri } = parsed(name, text);
    index.setClosed(uri, factsOf(parsed(name, text)));
  }
  index.completed();
  index.publish();
  const linter = newLinter();
  let before: SourceFile | undefined;
  for (const text of [document.text, ...textsAfter(document.text, all)]) {
    step(JSON.stringify({ name: document.name, before: before?.text, text }));
    const offsets = places.map((place) => placeIn(text, place));
    const file = parsed(document.name, text, before);
    const fresh = parsed(document.name, text);
    index.setOpen(file.uri, factsOf(file));
    const { placeNow } = index;
    const now = view(file, linter, index.workspaceFor(file.uri), offsets, { placeNow, textOf: () => undefined });
    const anew = view(fresh, newLinter(), join([...beside, factsOf(fresh)].sort(byAddress), true), offsets);
    sameView(now, anew, told(document, before?.text, text));
    before = file;
  }
});

const cutInput = fc.record({ document: documents(), places: somePlaces() });

/** A text may end anywhere. */
export const cut: Campaign = campaign('one file, cut', 60, cutInput, ({ document, places }, step) => {
  for (const place of places) {
    const text = document.text.slice(0, placeIn(document.text, place));
    step(JSON.stringify({ name: document.name, text }));
    const file = parsed(document.name, text);
    const facts: readonly (readonly Fact[])[] = [factsOf(file)];
    view(file, newLinter(), join(facts, true), [text.length]);
    view(file, newLinter(), join(facts, false), [Math.floor(text.length / 2)]);
  }
});

function byAddress([a]: readonly Fact[], [b]: readonly Fact[]): number {
  return (a?.at.uri ?? '') < (b?.at.uri ?? '') ? -1 : 1;
}

function parsed(name: string, text: string, before?: SourceFile): SourceFile {
  return parseSourceFile(`${folder}/${name}`, text, formatOf(name) ?? 'json', before);
}

function told({ name }: Document, before: string | undefined, text: string): string {
  return `of ${name}, from ${JSON.stringify(before)} to ${JSON.stringify(text)}`;
}
