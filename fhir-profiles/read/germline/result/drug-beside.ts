/**
 * The drug that an indicator is filed for, beside the grade of its gene: "Clopidogrel - Poor Metabolizer (CYP2C19)". It takes nothing from the grade. What the
 * grade comes from ("poor metabolizer due to paroxetine") stays where it is.
 */
import type { DrugTable } from '../../../vocabulary.ts';
import { recogniseDrug } from '../../medication/drug.ts';
import { pgxGenesIn } from '../notation/gene-in-text.ts';

const NAME = String.raw`(?<drug>[A-Za-z]{5,30})`;
const GRADE = String.raw`(?:ultra-?\s?rapid|rapid|normal|extensive|intermediate|poor)`;
const PLACES: readonly RegExp[] = [
  new RegExp(String.raw`^\s*${NAME}\s?(?:[-–:,]|(?=\s${GRADE}\b))`, 'i'),
  new RegExp(String.raw`\s?[-–:,]\s?${NAME}\s*$`, 'i'),
  new RegExp(String.raw`\(${NAME}\)\s*$`, 'i'),
  new RegExp(String.raw`(?<=\bmetaboli[sz]er) (?:of|for) ${NAME}\b`, 'i'),
  new RegExp(String.raw`(?<=\b${GRADE}) ${NAME}(?= metaboli[sz]er\b)`, 'i'),
];

/** The text without such a drug; unchanged where it names no gene, no grade, or no drug that the table knows. */
export function withoutDrugBeside(text: string, drugs: DrugTable): string {
  if (!/\bmetaboli[sz]er\b/i.test(text) || pgxGenesIn(text).length !== 1) return text;
  for (const place of PLACES) {
    const found = place.exec(text);
    const drug = found?.groups?.['drug'];
    if (found === null || drug === undefined || !isDrug(drug, drugs)) continue;
    return `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ').trim();
  }
  return text;
}

const isDrug = (name: string, drugs: DrugTable): boolean =>
  recogniseDrug({ codes: [], texts: [name], parts: [], missingMedication: false }, drugs).ingredients.length > 0;
