/** What may stand beside a recognised stretch of one kind. */
export interface Vocabulary {
  /** Words that change nothing about what is asked. */
  readonly silent: ReadonlySet<string>;
  /** Words that ask for something more: then the criterion can be contradicted by what was read, never confirmed by it. */
  readonly narrowing: ReadonlySet<string>;
  /** Phrases that say nothing about the patient where this kind was recognised; global and without regard to case. They are dropped unless they would swallow something recognised. */
  readonly phrases: readonly RegExp[];
}

/** A set from words with white space between them. */
export const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));
