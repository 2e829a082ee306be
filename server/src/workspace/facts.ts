import type { Root } from '../syntax/format';
import type { MappingNode, SyntaxNode } from '../syntax/tree';
import type { TextRange } from '../text/range';
import type { ResourceName } from './accounts';

/**
 * What one file tells about others, by kind. Facts are looked up by kind and name; a name is made of what identifies the thing
 * to those who ask (see `names.ts`), so that an asker is told exactly what concerns it.
 */
export interface FactKinds {
  /** Terraform `locals`: name `<folder>#<local>`. */
  readonly local: ValueFact;
  /** Terraform `variable`: name `<folder>#<variable>`; `node` is the default. */
  readonly variable: {
    readonly root: Root;
    readonly node: SyntaxNode | undefined;
    /** False where `nullable` is written, whatever it says. */
    readonly takesNull: boolean;
  };
  /** An assignment in terraform.tfvars or *.auto.tfvars: name `<folder>#<variable>`. */
  readonly assignment: ValueFact;
  /** A `module` block: name is the folder it calls. */
  readonly moduleCall: { readonly root: Root; readonly folder: string; readonly arguments: MappingNode };
  /** A Terraform resource or data source of a kind that policies refer to: name `<folder>#<address>`. */
  readonly resource: ResourceFact;
  /** A resource of a type that a repair may add, or one that is moved, imported or removed: name `<folder>#<address>`. */
  readonly declared: { readonly address: string };
  /** A text that names a resource's address: name `<folder>#<address>`, `*#<address>` where another module is spoken of. */
  readonly mention: { readonly uri: string };
  /** A `_iam_member` resource: name `<folder>#<type>`. */
  readonly grant: GrantFact;
  /** A custom role that Terraform makes: name `<folder>#<role_id>`. */
  readonly customRole: { readonly address: string };
  /** A constraint that Terraform sets a policy for: name `<folder>#<constraint>`, without `constraints/`; `*` where it isn't told. */
  readonly constraint: { readonly address: string };
  /**
   * A `_iam_policy`, `_iam_binding` or `_iam_member` resource that is surely there: names are those of `iamResourceNames`, so that
   * resources of one name are about the same thing.
   */
  readonly iamResource: IamResourceFact;
  /** A service account that the workspace makes: name is its e-mail address. */
  readonly account: { readonly folder: string; readonly address: string };
  /**
   * One member of a group: name is the group's e-mail address, or `<folder>#<address>` of the resource that makes it. Members of a
   * group that the text doesn't tell stand under `anyGroup`: they may be in each.
   */
  readonly membership: MembershipFact;
  /** The e-mail address of a group that Terraform makes: name `<folder>#<address>`. */
  readonly groupAddress: { readonly email: string };
  /** The resource that makes a group: name is its e-mail address. */
  readonly group: { readonly folder: string; readonly address: string };
  /** How an access level is used: name is one of the level's (see `levelNames.ts`). */
  readonly levelUse: LevelUseFact;
  /** A level whose required levels the text doesn't tell: name is the folder, `by` the address of the resource. */
  readonly unknownRequirement: { readonly by: string | undefined };
  /** `google_access_context_manager_access_level_condition` for a level: same names as `levelUse`. */
  readonly levelCondition: { readonly folder: string; readonly address: string };
  /** An access level: same names as `levelUse`. */
  readonly level: LevelFact;
  /** What an access level is called: name is made of its id or of its title, which no other level of the policy may have. */
  readonly levelName: { readonly policy: string | undefined };
  /** The name of an access level whose id its own file doesn't tell: name is the folder. */
  readonly untoldLevelName: ValueFact & { readonly policy: string | undefined };
  /** What people write into policies, for completion: name is the module's folder; what has a text stands under `*`, too. */
  readonly named: NamedFact;
}

export interface NamedFact {
  readonly what: 'serviceAccount' | 'group' | 'accessLevel';
  /** The Terraform resource or data source. */
  readonly resource: { readonly type: string; readonly address: string } | undefined;
  /** An e-mail address, or the full name of an access level. */
  readonly text: string | undefined;
}

export interface ValueFact {
  readonly root: Root;
  readonly node: SyntaxNode;
}

export interface ResourceFact {
  readonly root: Root;
  readonly type: string;
  readonly name: string;
  readonly body: MappingNode;
}

export interface IamResourceFact {
  readonly ending: 'policy' | 'binding' | 'member';
  readonly address: string;
}

export interface LevelUseFact {
  readonly by: 'level' | 'other';
  /** The id of the level that asks for it. */
  readonly user: string | undefined;
  /** The access policy of that level. */
  readonly policy: string | undefined;
}

export interface LevelFact {
  /** The access policy, in words that are the same for levels of the same one; undefined where the text doesn't tell. */
  readonly policy: string | undefined;
  readonly id: string | undefined;
  /** All names of its facts. */
  readonly names: readonly string[];
  /** For whom being named is enough to meet the level. */
  readonly members: readonly AdmittedMember[];
  /** Whether these are all. */
  readonly complete: boolean;
  /** Whether nobody else meets it, as far as the level itself tells, and anything may ask for it. */
  readonly only: boolean;
}

export interface AdmittedMember {
  /** Undefined where a part is unknown. */
  readonly text: string | undefined;
  /** What it surely begins with. */
  readonly prefix: string;
}

export interface GrantFact {
  readonly address: string;
  /** Undefined where the text doesn't tell. */
  readonly role: string | undefined;
  /** `serviceAccount:a@b`; undefined where it isn't written out. */
  readonly member: string | undefined;
  /** The resource that makes the account to which the role is granted. */
  readonly account: ResourceName | undefined;
  /** How many accounts it may be granted to that the text doesn't tell: none, one, or any number. */
  readonly unknown: 'none' | 'one' | 'any';
  readonly terms: GrantTerms;
}

/** All that makes up a grant but the member: the role, what it hangs on, its condition, and through which provider. */
export interface GrantTerms {
  /** By argument, what is written: the same for two values that surely mean the same in one module. */
  readonly texts: Readonly<Record<string, string>>;
  /** The arguments whose value the text doesn't spell out. */
  readonly unknown: readonly string[];
  /** Whether the grant surely is there, once, and is as the text says. */
  readonly sure: boolean;
}

export interface MembershipFact {
  /** `serviceAccount:a@b`, `group:a@b` or `user:a@b`; the e-mail is lower case. Undefined where only `resource` is known. */
  readonly member: string | undefined;
  /** The Terraform resource that the member's address is taken from. Somebody of whom nothing is known has neither. */
  readonly resource: ResourceName | undefined;
  /** False for a membership that ends on a day, or that may. */
  readonly lasting: boolean;
  /** Whether the file lists every member of the group. */
  readonly complete: boolean;
}

export type FactKind = keyof FactKinds;

export type Fact = { readonly [K in FactKind]: FactOf<K> }[FactKind];

export interface FactOf<K extends FactKind> {
  readonly kind: K;
  readonly name: string;
  readonly value: FactKinds[K];
  readonly at: Place;
}

/** A place in some file, in offsets of the file's text when the fact was read. */
export interface Place {
  readonly uri: string;
  readonly range: TextRange;
}

/** Hands out the facts of one root, each with the place it was read from. */
export interface FactCollector {
  readonly uri: string;
  readonly folder: string;
  readonly root: Root;
  add<K extends FactKind>(kind: K, name: string, value: FactOf<K>['value'], at: SyntaxNode): void;
}
