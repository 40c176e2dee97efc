/**
 * Variant assessments whose value is the class or the tier of the variant named beside it: "Likely pathogenic", "AMP Tier I", LA6668-3. What a laboratory
 * classes it has found. Tiers: Li et al., J Mol Diagn 2017;19:4 (AMP/ASCO/CAP): I strong and II potential clinical significance, III unknown
 * significance, IV benign or likely benign.
 */
import { classInEnglish } from '../../../codes/genomics/class-words.ts';
import { classificationOf } from '../../../codes/genomics/variant-terms.ts';
import type { Classification } from '../../../facts.ts';
import { wordings, type Concept } from '../../elements.ts';
import { codesIn } from '../parts/variant-parts.ts';
import { entryOf } from '../../../entry-of.ts';

const TIER =
  /^(?:(?:AMP|ASCO|CAP)[\s/:,-]*)*\btier[\s:-]*(I{1,3}|IV|[1-4])\s?-?\s?[A-D]?\)?(?:[\s:,(–-]+(?:variants? (?:of|with) )?(?:strong|potential|unknown|uncertain)(?: clinical)? significance\)?)?$/i;
const CLASS =
  /^(?:(?:likely|probably|presumed) )?(?:pathogenic|oncogenic|deleterious|benign)(?: (?:variant|mutation))?$|^(?:variant of )?(?:uncertain|unknown) (?:clinical )?significance$|^vus$/i;

export interface ValueClass {
  /** `unknown`: a tier that says that the variant matters, and not what it does to the gene. */
  readonly classification: Classification;
}

/** Null unless class and tier are all that the value says. */
export function classAsValue(value: Concept): ValueClass | null {
  const words = wordings(value);
  const coded = classificationOf(codesIn(value), []);
  const said = (words.length > 0 ? words : coded === null ? codesIn(value) : []).flatMap((text) =>
    text.replaceAll('_', ' ').split(/[;,/|](?!\s?(?:ASCO|CAP))/),
  );
  if (said.length === 0 && coded === null) return null;
  const found: Classification[] = coded === null ? [] : [coded];
  for (const part of said) {
    const text = part.trim();
    const tier = TIER.exec(text)?.[1]?.toUpperCase();
    const english = classInEnglish(text, true);
    if (tier !== undefined) found.push(entryOf(OF_TIER, tier) ?? 'unknown');
    else if (CLASS.test(english)) found.push(classificationOf([], [english]) ?? 'unknown');
    else return null;
  }
  const told = [...new Set(found.filter((one) => one !== 'unknown'))];
  return { classification: told.length > 1 ? 'conflicting' : (told[0] ?? 'unknown') };
}
const OF_TIER: Readonly<Record<string, Classification>> = { III: 'vus', '3': 'vus', IV: 'likely-benign', '4': 'likely-benign' };
