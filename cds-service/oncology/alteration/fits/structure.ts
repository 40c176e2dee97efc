/** Whether a fusion, copy number or expression is what a term asks for; the reason, or null. */
import type { Term } from '../../../knowledge/oncology/notation/term.ts';
import type { Alteration } from '../index.ts';
import { labelOf } from '../class.ts';

export function fitsFusion(term: Extract<Term, { kind: 'fusion' }>, alteration: Alteration): string | null {
  const { fusion } = alteration;
  if (!fusion) return null;
  if (term.breaks !== null && !namesBreak(alteration, term.breaks)) return null;
  const matches = (five: string | null, three: string | null) =>
    (term.five === null || term.five === five) && (term.three === null || term.three === three);
  const straight = matches(fusion.five, fusion.three);
  const turned = matches(fusion.three, fusion.five);
  const oneSided = fusion.five === null || fusion.three === null;
  const known = term.five !== null && term.three !== null;
  const fit = known ? straight || (!fusion.ordered && turned) : straight || ((!fusion.ordered || !term.ordered || oneSided) && turned);
  if (!fit) return null;
  const asked = `${term.five ?? 'any'}::${term.three ?? 'any'}`;
  return known ? `${labelOf(alteration)} is ${asked}` : `${labelOf(alteration)} is a fusion of ${term.three ?? term.five ?? ''}`;
}
function namesBreak(alteration: Alteration, breaks: string): boolean {
  const [five = '', three = ''] = breaks.toUpperCase().replace(/E/g, '').split('::');
  return [...alteration.plainNames].some(
    (name) => name.includes(`E${five}E${three}`) || name.includes(`E${five}A${three}`) || name.includes(`E${five}R${three}`),
  );
}

export function fitsCopy(term: Extract<Term, { kind: 'copy' }>, alteration: Alteration): string | null {
  const { copy } = alteration;
  if (term.change === 'amplification') return copy === 'amplification' ? `${copied(alteration, 'amplification')}, not a mere gain` : null;
  if (term.change === 'gain') return copy === 'gain' || copy === 'amplification' ? copied(alteration, 'copy gain') : null;
  if (term.change === 'deletion')
    return copy === 'deletion' || (copy === 'loss' && alteration.fact.kind === 'copy-number') ? copied(alteration, 'deletion') : null;
  return copy === 'deletion' ||
    copy === 'loss' ||
    (alteration.expression === 'under' && /loss|lost|absent/i.test(alteration.fact.names.join(' ')))
    ? copied(alteration, 'loss')
    : null;
}
/** "MTAP deletion", and what it counts as where that is another word; a report that has a name of its own keeps it. */
function copied(alteration: Alteration, word: string): string {
  const label = labelOf(alteration);
  if (label !== alteration.copy) return `${label}: ${word}`;
  const finding = `${alteration.genes.join('::')} ${label}`.trim();
  return label === word ? finding : `${finding}: ${word}`;
}

export function fitsExpression(term: Extract<Term, { kind: 'expression' }>, alteration: Alteration): string | null {
  const { expression } = alteration;
  if (expression === null) return null;
  if (term.level === 'present') return expression === 'present' || expression === 'over' ? `${labelOf(alteration)}: expressed` : null;
  return expression === term.level ? `${labelOf(alteration)}: ${term.level}expressed` : null;
}
