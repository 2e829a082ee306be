import type { Entry, MappingNode, SequenceNode } from '../../../syntax/tree';
import type { TextRange } from '../../../text/range';
import type { TextValue } from '../../../workspace/terraform/names/text';
import type { Field, ListValue, Policy } from '../../policy';
import type { ShapeField } from '../../shape';
import type { ShapedObject } from '../../shapedObjects';
import type { Condition } from '../conditions/condition';

/** An access level of Access Context Manager, or a part of one. */
export interface AccessLevel extends Policy {
  readonly kind: 'gcp.accessLevel';
  /**
   * `level`: a whole level (REST object, Terraform resource). `spec`: the bare list of `--basic-level-spec`.
   * `condition`: `google_access_context_manager_access_level_condition`, one condition of a level that stands elsewhere.
   */
  readonly form: 'level' | 'spec' | 'condition';
  readonly name: Field<TextValue>;
  /** The last part of the name. */
  readonly id: string | undefined;
  readonly title: Field<TextValue>;
  /** Terraform: the access policy that the level is made in. */
  readonly parent: Field<TextValue>;
  /** Which access policy that is, for comparison with others: see `levelPolicy`. */
  readonly policy: string | undefined;
  /** The level that a split condition adds to. */
  readonly extended: Field<TextValue>;
  readonly definition: Field<BasicLevel | CustomLevel>;
  /** The outermost objects with what they are; empty where another dialect may be spoken. */
  readonly objects: readonly ShapedObject[];
  /** Every field that takes one of a few words, with what it says. */
  readonly choices: readonly Choice[];
  /** The list of whole levels that this one is an item of: a `replace-all` file, `_access_levels`. */
  readonly siblings: SequenceNode | undefined;
  /** The names under which the workspace's facts about this level are found. */
  readonly factNames: readonly string[];
}

/** A field that takes words of a choice, with the words as far as the text tells them. */
export interface Choice {
  readonly object: ShapedObject;
  readonly entry: Entry;
  readonly field: ShapeField;
  /** One for each item of a list. */
  readonly texts: readonly TextValue[];
}

export interface BasicLevel {
  readonly kind: 'basic';
  /** The mapping with `conditions` and `combiningFunction`; undefined for the bare list and a split condition. */
  readonly node: MappingNode | undefined;
  /** What is marked where something is absent: the key `basic`, or the block's header. */
  readonly anchor: TextRange;
  readonly conditions: ListValue<AccessCondition>;
  /** AND when absent, as the API has it. */
  readonly combiningFunction: 'AND' | 'OR' | 'unknown';
  /** Where the function is written. */
  readonly combiningEntry: Entry | undefined;
}

export interface CustomLevel {
  readonly kind: 'custom';
  readonly anchor: TextRange;
  readonly expr: Condition;
  /** The operands of the expression's outermost `||`, or itself; undefined when it isn't known or doesn't parse. */
  readonly alternatives: readonly string[] | undefined;
}

/** One condition: its fields are ANDed, the items of one list are ORed (all must hold for requiredAccessLevels). */
export interface AccessCondition {
  readonly node: MappingNode;
  /** Every field that the text sets, in the order of the text. */
  readonly fields: readonly ConditionField[];
  /** Whether `fields` are all there are, and none that this page does not know. */
  readonly complete: boolean;
  readonly members: Field<ListValue<TextValue>>;
  readonly negate: Field<boolean>;
  readonly regions: Field<ListValue<TextValue>>;
  readonly ipSubnetworks: Field<ListValue<TextValue>>;
  readonly requiredAccessLevels: Field<ListValue<TextValue>>;
  /** The ranges of all `vpcNetworkSources`, one list for each network that has some. */
  readonly vpcIpSubnetworks: readonly ListValue<TextValue>[];
}

export interface ConditionField {
  /** API spelling. */
  readonly name: string;
  /** Whether the field asks for something: an empty list, an empty object and `negate` by itself do not. */
  readonly requires: boolean | 'unknown';
  readonly entry: Entry;
}
