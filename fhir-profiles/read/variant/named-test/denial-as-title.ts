/**
 * Tests whose title is itself the denial: "KRAS wild type", "ALK negative", "No EGFR mutation". The answer is about the denial: "Yes" affirms it, and what
 * "Positive" or "No" means of it is not told.
 */
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';

const WILD_TYPE = /(?<![\p{L}\d])(?:wild[- ]?typ(?:e|us)?|WT)[\s.]*$/iu;
const NEGATIVE = /(?<![\p{L}\d])(?:negative?|neg)[\s.]*$/iu;
const NONE_FOUND =
  /^\s*(?:no|without|absence of|kein\p{L}*)\s(?!\d).*(?:mutation|variant|alteration|rearrangement|fusion|translocation|amplification)\p{L}*(?:\s(?:was |were )?(?:detected|found|identified|present|seen))?[\s.]*$/iu;
const DENIALS = [WILD_TYPE, NEGATIVE, NONE_FOUND];

const AFFIRMED = /^\s*(?:yes|y|true|confirmed|ja|oui|s[ií])[\s.]*$/i;
/** Of a wild type: it is there. Of a finding that is denied they may mean the finding. */
const THERE = /^\s*(?:present|detected|found|identified|wild[- ]?type|wt)[\s.]*$/i;
const REPEATED = /^\s*(?:negative|neg|not (?:detected|found|present|identified)|undetected|none(?: detected| found)?)[\s.]*$/i;
const BARE =
  /^\s*(?:yes|y|no|n|true|false|ja|nein|oui|non|s[ií]|confirmed|positive|pos|present|detected|found|identified|negative|neg|absent|not (?:detected|found|present|identified|confirmed)|undetected|mutated|mutant|abnormal|\+|-)[\s.]*$/i;

/** Genes whose protein is stained for its loss: "PTEN negative" is the finding itself, or the lack of a mutation. */
const STAINED_FOR_LOSS: ReadonlySet<string> = new Set('PTEN SMARCB1 SMARCA4 ARID1A BAP1 RB1 MTAP CDKN2A MLH1 MSH2 MSH6 PMS2'.split(' '));

/** "ALK fusion negative" asks for the ALK fusion. */
export const withoutDenial = (name: string): string =>
  deniesInTitle([name])
    ? name
        .replace(WILD_TYPE, '')
        .replace(NEGATIVE, '')
        .replace(/^\s*(?:no|without|absence of|kein\p{L}*)\s/iu, '')
        .replace(/\s(?:was |were )?(?:detected|found|identified|present|seen)[\s.]*$/i, '')
        .replace(/(?<![\s,:-])[\s,:-]+$/, '')
    : name;

/** True where a name of the test denies what it tests for. */
export const deniesInTitle = (names: readonly string[]): boolean => names.some((name) => DENIALS.some((denial) => denial.test(name)));

/**
 * What a bare answer says under such a title. `absent`: the test found nothing; `unclear`: it may mean either; null: no such title, or the value says more
 * than yes or no.
 */
export function answeredDenial({ code, value }: ObservationView, genes: readonly string[]): 'absent' | 'unclear' | null {
  const names = wordings(code);
  if (!deniesInTitle(names)) return null;
  const said = value?.kind === 'boolean' ? [String(value.value)] : wordings(valueConcept(value));
  if (said.length === 0) return null;
  if (names.some((name) => NEGATIVE.test(name)) && genes.some((gene) => STAINED_FOR_LOSS.has(gene))) return 'unclear';
  const wild = names.every((name) => WILD_TYPE.test(name));
  if (wild && said.every((text) => AFFIRMED.test(text) || THERE.test(text))) return 'absent';
  if (names.every((name) => deniesInTitle([name])) && said.every((text) => AFFIRMED.test(text))) return 'absent';
  if (names.every((name) => !WILD_TYPE.test(name) && !NONE_FOUND.test(name)) && said.every((text) => REPEATED.test(text))) return null;
  return said.some((text) => BARE.test(text)) ? 'unclear' : null;
}
