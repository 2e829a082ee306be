import { parentArguments } from '../../../../catalog/google/iamFamilies';
import { fullNameOf } from '../../../../catalog/google/resourceNames';
import type { GrantTarget, Lack } from '../../../grantTable';
import type { GrantingResource } from './grantingResource';
import { asText, lackIn } from './lack';

/** What a resource grants access to. */
export interface GrantedOn {
  /** By its full name where that is known, or else by all the arguments that name it. */
  readonly target: GrantTarget;
  /**
   * `projects/p`, `//pubsub.googleapis.com/projects/p/topics/t`. Where the text leaves out what a provider adds, such as the project,
   * the end of the name that is known: `topics/t`. Of a family without a known name, the argument as it stands.
   */
  readonly resource: string | undefined;
  /** An argument that isn't known. */
  readonly lack: Lack | undefined;
}

export function grantedOn(instance: GrantingResource, family: string): GrantedOn {
  const { required, optional } = parentArguments(family) ?? { required: [], optional: otherArguments(instance) };
  const parts = [...required, ...optional].map((argument) => {
    const value = instance.argument(argument);
    // What is null or left out is the provider's business.
    if (!value || value.kind === 'null') return undefined;
    const text = asText(value);
    return text?.kind === 'string' ? text.text : lackIn(text);
  });
  const lack = parts.find((part) => typeof part === 'object');
  const own = parts[required.length - 1];
  const given = new Map([...required, ...optional].map((key, at) => [key, parts[at]]));
  const written = typeof own === 'string' ? nameOf(family, own, given) : undefined;
  const lacksProject = written?.isWhole === false && optional.includes('project') && given.get('project') === undefined;
  const name =
    (lacksProject &&
      inDefaultProject(instance, (project) => nameOf(family, String(own), new Map([...given, ['project', project]])))) ||
    written;
  const target = { kind: family, parts: name?.isWhole ? [name.text] : parts };
  return { target, resource: name?.text ?? (typeof own === 'string' ? own : undefined), lack };
}

/** The name in the project that the provider gives, if that is told and all that was missing. */
function inDefaultProject(instance: GrantingResource, nameIn: (project: string) => Name | undefined): Name | undefined {
  const project = asText(instance.providerArgument?.('project'));
  const name = project?.kind === 'string' ? nameIn(project.text) : undefined;
  return name?.isWhole ? name : undefined;
}

/** Of a family that isn't known, whatever may name what it is about. */
function otherArguments({ names }: GrantingResource): readonly string[] {
  return names.filter((name) => !besides.has(name)).sort();
}

const besides: ReadonlySet<string> = new Set([
  ...['role', 'member', 'members', 'policy_data', 'count', 'for_each', 'provider', 'depends_on', 'lifecycle'],
  // What the provider itself adds, as a plan shows it.
  ...['id', 'etag', 'condition'],
]);

interface Name {
  readonly text: string;
  readonly isWhole: boolean;
}

/** The full name with what the arguments say. `own` names the resource itself, alone or as a path. Undefined where none is known. */
function nameOf(family: string, own: string, given: ReadonlyMap<string, unknown>): Name | undefined {
  const [, service = '', pattern = ''] = /^(\/\/[^/]+\/)?(.*)$/.exec(fullNameOf(family) ?? '') ?? [];
  const parts = pattern.split('/');
  const path = own.replace(/^https:\/\/[^/]+\/(?:.*?\/)?(?=projects\/)|^\/\/[^/]+\//, '').split('/');
  const isWhole = path.length === parts.length && parts.every((part, index) => isHole(part) || part === path[index]);
  if (path.includes('')) return undefined;
  if (isWhole) return { text: service + path.join('/'), isWhole };
  const holes = parts.filter(isHole);
  // `region/name`, `project/region/name`: any other path is none that is known here.
  if (path.length > holes.length || (path.length > 1 && path.some((part) => parts.includes(part)))) return undefined;
  const fromPath = new Map(holes.slice(-path.length).map((hole, index) => [hole, path[index]]));
  const filled = parts.map((part) => {
    if (!isHole(part)) return part;
    const told = fromPath.get(part) ?? given.get(part.slice(1, -1));
    return typeof told === 'string' ? told.split('/').at(-1) : undefined;
  });
  const unknown = filled.lastIndexOf(undefined);
  return unknown < 0
    ? { text: service + filled.join('/'), isWhole: true }
    : { text: filled.slice(unknown + 1).join('/'), isWhole: false };
}

function isHole(part: string): boolean {
  return part.startsWith('{');
}
