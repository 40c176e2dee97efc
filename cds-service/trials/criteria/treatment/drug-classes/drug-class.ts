/** What a class of drugs is, and how criteria write one against a target. */

export interface DrugClass {
  readonly label: string;
  /** Stretches of lower-case text of which one must be there. */
  readonly needs: string;
  /** How criteria write the class, before "inhibitor", "therapy" and the like. */
  readonly words: string;
  readonly drugs: readonly string[];
}

/** Names in one string, spaces within a name as underscores. */
export const names = (text: string): string[] => text.split(' ').map((name) => name.replace(/_/g, ' '));

const NOUN = String.raw`(?:inhibitors?|antagonists?|blockers?|blockade|agents?|drugs?|(?:monoclonal )?antibod(?:y|ies)|mAbs?|TKIs?|tyrosine kinase inhibitors?|therap(?:y|ies)|treatments?|checkpoint inhibitors?|medications?|products?)`;
export const INHIBITOR = String.raw`(?:[ -](?:\w+[ -])?(?:${NOUN}|directed|targeted|targeting|based|containing))`;
/** "KRAS G12C inhibitor", "KRAS G12C-targeted therapy", "inhibitor of KRAS G12C". */
export const against = (target: string): string =>
  String.raw`(?:anti[- ]?${target}(?:[- ](?:directed|targeted|targeting))?(?:[- ]${NOUN})*|${target}(?:i\b|(?:[- ](?:directed|targeted|targeting|specific|selective))?(?:[- ](?:tyrosine |small[- ]molecule |kinase |receptor )*${NOUN})+|[- ](?:directed|targeted|targeting)\b)|inhibitors? of ${target})`;
/** What follows the name of a chemotherapy. */
export const ARMS = String.raw`(?: (?:chemotherapy|regimens?|therap(?:y|ies)|agents?|drugs?|doublets?|combinations?|treatments?|analogs?|analogues?|compounds?))`;
