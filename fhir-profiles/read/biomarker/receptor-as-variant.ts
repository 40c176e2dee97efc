/**
 * "HER2: Positive", "HER2/neu 3+" filed as the assessment of a variant (LOINC 69548-6): words that laboratories use of the receptor, under a code of the gene.
 * A score or the name of a stain says which of the two is meant; without them it stays open.
 */
import { OBSERVATION } from '../../codes/genomics/genomics-codes.ts';
import { wordings } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import type { ObservationView } from '../observation.ts';

const RECEPTOR =
  /^\W*HER-?2(?:\s?\/\s?neu)?\s?(?:\(?ERBB2\)?\s?)?((?:receptors?|protein|status|expression|over-?expression|IHC|FISH|C?ISH|by|immunohistochemistry|immune?ostain\w*|score|results?|is|was|[\s:=,;()/–-])*)((?:(?:positive|negative|equivocal|low|ultra-?low|over-?expressed|not over-?expressed|non-?amplified|not amplified|amplified|[0-3]\s?\+?|score|ratio|by|IHC|FISH|immunohistochemistry|[\d.,]+|%|[\s:=,;()/+–-])+))\W*$/i;
/** What a stain or an in-situ test says, and sequencing does not. */
const OF_THE_RECEPTOR =
  /\b(?:receptors?|protein|(?:over-?)?express\w*|IHC|FISH|C?ISH|immun\w*|score|equivocal|low|ultra-?low)\b|(?<!\d)[0-3]\s?\+/i;

/** Gene, origin and method, which name no change. */
const BESIDE: readonly string[] = ['48018-6', '48002-0', '85069-3', '81304-8'];

export interface ReceptorWords {
  readonly said: string;
  /** Null where the words leave open whether the receptor or the gene is meant. */
  readonly answer: string | null;
}

/** Null for a variant, and for words that say more. */
export function receptorAsVariant(view: ObservationView): ReceptorWords | null {
  if (!view.codes.has(OBSERVATION.variant) || !view.components.every(({ codes }) => BESIDE.some((code) => codes.has(code)))) return null;
  const [said, ...others] = wordings(valueConcept(view.value));
  if (said === undefined || others.length > 0 || said.length > 80) return null;
  const match = RECEPTOR.exec(said);
  if (match === null) return null;
  // Copies that were counted are a finding of the gene as well.
  if (/amplified/i.test(said) && !OF_THE_RECEPTOR.test(said)) return null;
  return {
    said,
    answer: OF_THE_RECEPTOR.test(said)
      ? `${match[1] ?? ''} ${match[2] ?? ''}`
          .replace(/^[\s:=,-]+/, '')
          .replace(/\s+/g, ' ')
          .trim()
      : null,
  };
}
