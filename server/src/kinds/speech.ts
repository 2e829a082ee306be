/** The languages that words exist in. */
export type Locale = 'en' | 'ko';

/** Sentences by name, in groups or not. */
export interface Words {
  readonly [name: string]: string | Words;
}

/** The same words in any language. A translation has this type, so that the compiler finds what it lacks. */
export type WordsLike<W extends Words> = {
  readonly [K in keyof W]: W[K] extends string ? string : W[K] extends Words ? WordsLike<W[K]> : never;
};

/** The words of a kind or of a cloud in English; `id` is the path of their translations: `gcp/access-level`. */
export interface Vocabulary<W extends Words = Words> {
  readonly id: string;
  readonly english: WordsLike<W>;
}

export function vocabulary<const W extends Words>(id: string, english: W): Vocabulary<W> {
  // Literal types are those of its words; who reads them wants texts.
  return { id, english: english as unknown as WordsLike<W> };
}

/** The language of whoever reads. */
export interface Speech {
  readonly locale: Locale;
  words<W extends Words>(of: Vocabulary<W>): WordsLike<W>;
}

export type TranslationOf<V> = V extends Vocabulary<infer W> ? WordsLike<W> : never;
