/** What the results of a marker on file say, as cards and the report name them. */
import type { BiomarkerFact, PatientFacts } from '../../../fhir-profiles/index.ts';
import { notFoundOutside } from './not-tissue.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** Markers that are asked for as one. */
export const TOGETHER: Readonly<Record<string, readonly string[]>> = { 'ER and PR': ['ER', 'PR', 'HR'] };

/** What a marker's results say, where some are on file and none decides: "equivocal", "IHC MLH1 proficient". Empty = none on file. */
export function onFile(test: string, { biomarkers }: Pick<PatientFacts, 'biomarkers'>): string {
  const kinds = entryOf(TOGETHER, test) ?? [test];
  const results = biomarkers.filter(({ kind }) => kinds.includes(kind));
  const said = results.map((fact) => {
    const outside = notFoundOutside(fact);
    const result = `${resultWords(fact)}${outside === null ? '' : ` in ${outside}`}`;
    const named = kinds.length > 1 ? `${fact.kind} ${result.toLowerCase()}` : result;
    return { words: fact.method === undefined ? named : `${fact.method} ${named}`, day: fact.source.issued?.slice(0, 10) ?? '' };
  });
  const words = new Set(said.map((one) => one.words));
  // Results of several days that say different things: which is the newer one decides what to ask next.
  const dated = words.size > 1 && new Set(said.map(({ day }) => day)).size > 1;
  return [...new Set(said.map((one) => (dated && one.day !== '' ? `${one.words} of ${one.day}` : one.words)))].join(', ');
}

/** The score of a stain tells more than the word for it: "2+", "<1%". */
function resultWords({ status, value, unit, comparator }: BiomarkerFact): string {
  if (typeof value === 'number') return `${comparator ?? ''}${value}${unitWords(unit)}`;
  // What a laboratory denies is quoted: "MSI-High not detected" is not its word "stable".
  return /\d|\b(?:not|no|non)\b/i.test(value) ? value : status === 'unread' ? value : (status ?? value);
}

/** `{mutations}/Mb` → " mutations/Mb": UCUM annotations without their braces. */
function unitWords(unit = ''): string {
  const plain = unit.replace(/[{}]/g, '');
  return plain === '' || plain === '1' ? '' : plain === '%' ? plain : ` ${plain}`;
}
