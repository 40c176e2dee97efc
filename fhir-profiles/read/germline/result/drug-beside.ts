/**
 * The drugs that an indicator is filed for, beside the grade of its gene: "Clopidogrel - Poor Metabolizer (CYP2C19)", "TPMT Intermediate Metabolizer -
 * Thiopurines". They take nothing from the grade. What the grade comes from ("poor metabolizer due to paroxetine") stays where it is.
 */
import type { DrugTable } from '../../../vocabulary.ts';
import { recogniseDrug } from '../../medication/drug.ts';
import { pgxGenesIn } from '../notation/gene-in-text.ts';

const WORD = '[A-Za-z][A-Za-z-]{2,30}';
const NAMES = String.raw`(?<drugs>${WORD}(?:(?:\s?[/,&]\s?|\s(?:and|or)\s)${WORD}){0,4})`;
const GRADE = String.raw`(?:ultra-?\s?rapid|rapid|normal|extensive|intermediate|poor)`;
const PLACES: readonly RegExp[] = [
  new RegExp(String.raw`^\s*${NAMES}\s?(?:[-–:,]\s|(?=\s${GRADE}\b))`, 'i'),
  new RegExp(String.raw`\s?[-–:,]\s${NAMES}\s*$`, 'i'),
  new RegExp(String.raw`\(${NAMES}\)\s*$`, 'i'),
  new RegExp(String.raw`(?<=\b(?:metaboli[sz]er|function)) (?:of|for) ${NAMES}\b`, 'i'),
  new RegExp(String.raw`(?<=\b${GRADE}) ${NAMES}(?= metaboli[sz]er\b)`, 'i'),
];

/** Groups of drugs by which indicators are filed. */
const GROUP =
  /^(?:thiopurines?|fluoropyrimidines?|statins?|aminoglycosides?|PPIs?|proton[- ]pump inhibitors?|SSRIs?|TCAs?|tricyclics?|opioids?|NSAIDs?|coumarins?|antidepressants?|anticoagulants?)$/i;

/** The text without such drugs; unchanged where it names no gene, no grade, or a word that is neither a drug nor a group of drugs. */
export function withoutDrugBeside(text: string, drugs: DrugTable): string {
  if (text.length > 120 || !/\bmetaboli[sz]er\b|\bfunction\b/i.test(text) || pgxGenesIn(text).length !== 1) return text;
  for (const place of PLACES) {
    const found = place.exec(text);
    const named = found?.groups?.['drugs'];
    if (found === null || named === undefined || !named.split(/\s?[/,&]\s?|\s(?:and|or)\s/).every((name) => isDrug(name, drugs))) continue;
    return `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ').trim();
  }
  return text;
}

const isDrug = (name: string, drugs: DrugTable): boolean =>
  GROUP.test(name) || recogniseDrug({ codes: [], texts: [name], parts: [], missingMedication: false }, drugs).ingredients.length > 0;
