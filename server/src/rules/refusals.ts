/** Why a repair that exists isn't offered here. Every rule with fixes takes these words over. */
export const refusals = {
  notLiteral: 'The value is not written out here. Change it where it is defined.',
  usedElsewhere: 'The value serves others as well: {others}. Change it by hand, or give this one a value of its own.',
  computed: 'A part of the value is computed, so no safe edit can be told.',
  repeated: 'The resource stands for several through count or for_each. Change the list that it goes through.',
  referredTo: 'Other places refer to this resource, so it can’t just be taken away.',
  stillReading: 'The workspace is still being read. Try again in a moment.',
  otherShape: 'What stands there is no value that the field takes. Write its value anew under the right key.',
  lifecycle: 'The resource’s lifecycle keeps Terraform from making this change.',
  sharedText: 'The text is used at several places through an alias or a function, so no safe edit can be told.',
  unsure: 'The text around holds an error or a field that isn’t known, so no safe edit can be told.',
  longName: 'A name made from this one would be too long. Shorten it first.',
  overridden: 'Another text of the module overrides this resource, so no safe edit can be told.',
  readElsewhere: 'Terraform reads parts of this elsewhere, so what seems to mean the same may not. Change it by hand.',
  wholeObject: 'The grant is an object of its own, with a name that other tools may know. Remove the whole object by hand.',
  commented: 'Comments stand in what would be taken away. Move them out first.',
} as const;

export type Refusal = keyof typeof refusals;
