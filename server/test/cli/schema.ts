/** What of a value isn't as a schema of `schemas/` says; draft 7 as far as those use it. @throws on any other keyword */
export function faultsBySchema(value: unknown, whole: Schema): readonly string[] {
  const faults: string[] = [];
  const check = (one: unknown, schema: Schema, at: string): void => {
    for (const keyword of Object.keys(schema)) if (!known.has(keyword)) throw new Error(`${keyword} isn't known here`);
    const { $ref, type, enum: words, pattern, minimum, required = [], properties = {}, additionalProperties, items } = schema;
    if ($ref) check(one, whole.definitions?.[$ref.replace('#/definitions/', '')] ?? {}, at);
    if (type && ![type].flat().includes(typeOf(one))) faults.push(`${at} is no ${type}`);
    if (words && !words.includes(one)) faults.push(`${at} is none of ${words}`);
    if (pattern && typeof one === 'string' && !new RegExp(pattern, 's').test(one)) faults.push(`${at} isn't ${pattern}`);
    if (minimum !== undefined && typeof one === 'number' && one < minimum) faults.push(`${at} is below ${minimum}`);
    if (Array.isArray(one)) for (const [index, item] of one.entries()) check(item, items ?? {}, `${at}/${index}`);
    else if (typeof one === 'object' && one !== null) {
      for (const name of required) if (!(name in one)) faults.push(`${at} lacks ${name}`);
      for (const [name, part] of Object.entries(one)) {
        const inner = properties[name];
        if (inner) check(part, inner, `${at}/${name}`);
        else if (additionalProperties === false) faults.push(`${at} has ${name}`);
      }
    }
  };
  check(value, whole, '');
  return faults;
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const known: ReadonlySet<string> = new Set([
  ...['$schema', 'title', 'description', '$ref', 'type', 'enum', 'pattern', 'minimum', 'required', 'properties'],
  ...['additionalProperties', 'items', 'definitions'],
]);

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
