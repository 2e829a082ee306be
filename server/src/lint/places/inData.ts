import type { Place } from '../../workspace/index/facts';
import type { Workspace } from '../../workspace/index/workspace';
import type { Value } from '../../workspace/terraform/values/value';

/** Where in a file of data a text stands that was read from there, if it stands there once; else the file. */
export function placeInData(place: Place, value: Value, workspace: Workspace): Place {
  if (place.within || value.kind !== 'string' || value.text === '') return place;
  const text = workspace.find('text', place.uri)[0]?.value.text ?? '';
  const start = text.indexOf(value.text);
  const end = start + value.text.length;
  const isOnce = start >= 0 && text.indexOf(value.text, start + 1) < 0;
  const isWhole = !isWord.test(text.slice(Math.max(0, start - 1), start)) && !isWord.test(text.slice(end, end + 1));
  return isOnce && isWhole ? { ...place, range: { start, end } } : place;
}

const isWord = /[\w./@:-]/;
