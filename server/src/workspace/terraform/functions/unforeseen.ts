import { unknownValue } from '../values/make';
import { anyType, numberType, stringType } from '../values/type';
import { anything, type Definition, type Definitions, text } from './definition';

/** Of a text that only a run tells: the clock, chance, another program's way to pack. */
function told(name: string, definition: Partial<Definition>): Definition {
  return {
    parameters: [],
    result: stringType,
    work: (_, type) => unknownValue(type, { id: 'function', what: name }),
    ...definition,
  };
}

/** Terraform has them no more, and says so. */
const gone: Definition = {
  parameters: [],
  rest: { type: anyType, takesNull: true, takesUnknown: true, takesUntyped: true },
  result: anyType,
  work: () => undefined,
};

/** What isn't worked out, each with the type that is known nevertheless. */
export const unforeseen: Definitions = {
  base64gzip: told('base64gzip', { parameters: [text] }),
  bcrypt: told('bcrypt', { parameters: [text], rest: { type: numberType } }),
  list: gone,
  map: gone,
  plantimestamp: told('plantimestamp', { mayBeNull: true }),
  rsadecrypt: told('rsadecrypt', { parameters: [text, text] }),
  /** What its template names, only the evaluator knows. */
  templatestring: told('templatestring', { parameters: [anything, anything] }),
  timestamp: told('timestamp', {}),
  uuid: told('uuid', {}),
};
