/**
 * Enzyme activity that the laboratory measured and put into a word: G6PD (CPIC 2022: a measured activity overrides an undecided genotype) and
 * TPMT (CPIC thiopurines 2025: phenotyping is an accepted test; "low" may stand for intermediate or for no activity).
 * Numbers without the laboratory's class are not judged: of TPMT it is said that one is on file; of G6PD what is asked for before the drug says so.
 */
import type { LabFact } from '../../../fhir-profiles/index.ts';
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import { openReading, type Reading } from './reading.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

interface MeasuredTerm {
  /** One phenotype when the word decides, several when it leaves them open. */
  readonly phenotypes: readonly string[];
}

const one = (phenotype: string): MeasuredTerm => ({ phenotypes: [phenotype] });

const TERMS: Readonly<
  Record<string, { readonly kind: LabFact['kind']; readonly words: Readonly<Record<string, MeasuredTerm>>; readonly note: string }>
> = {
  G6PD: {
    kind: 'G6PD-activity',
    words: { deficient: one('Deficient'), low: one('Deficient'), normal: one('Normal'), intermediate: one('Variable') },
    note: 'From the measured enzyme activity.',
  },
  TPMT: {
    kind: 'TPMT-activity',
    words: {
      deficient: one('Poor Metabolizer'),
      low: { phenotypes: ['Intermediate Metabolizer', 'Poor Metabolizer'] },
      intermediate: one('Intermediate Metabolizer'),
      normal: one('Normal Metabolizer'),
    },
    note: 'From the enzyme activity measured in red cells, which a transfusion or a thiopurine taken before the test changes.',
  },
};

const isTold = (gene: string, { value }: LabFact): boolean => typeof value === 'string' || gene === 'TPMT';

/** Genes whose activity was measured, whether or not there is a genotype. */
export function measuredGenes(labs: readonly LabFact[]): string[] {
  return Object.entries(TERMS).flatMap(([gene, { kind }]) => (labs.some((lab) => lab.kind === kind && isTold(gene, lab)) ? [gene] : []));
}

export function readMeasuredActivity(gene: PgxGene, labs: readonly LabFact[]): Reading[] {
  const terms = entryOf(TERMS, gene.symbol);
  if (terms === undefined) return [];
  return labs
    .filter((lab) => lab.kind === terms.kind && isTold(gene.symbol, lab))
    .flatMap((lab): Reading[] => {
      if (typeof lab.value === 'number') return [unread(gene.symbol, { ...lab, written: lab.written ?? inWords(lab) })];
      const word = String(lab.value).toLowerCase();
      const phenotypes = entryOf(terms.words, word)?.phenotypes ?? [];
      const [phenotype] = phenotypes;
      if (word === 'unread') return [unread(gene.symbol, lab)];
      if (phenotype === undefined) return [];
      const base = { ...openReading(gene.symbol, 'phenotype'), rule: `measured enzyme activity: ${word}`, evidence: [lab.source] };
      if (phenotypes.length === 1) return [{ ...base, state: 'called', phenotype, possiblePhenotypes: phenotypes, notes: [terms.note] }];
      const note = `The laboratory says “${word}”, which can mean ${phenotypes.join(' or ')}.`;
      return [
        {
          ...base,
          state: 'indeterminate',
          phenotype: 'Indeterminate',
          possiblePhenotypes: phenotypes,
          openKeys: phenotypes,
          notes: [note, terms.note],
        },
      ];
    });
}

/** "4.1 U/mL RBC": a unit's annotation stands in braces. */
const inWords = ({ value, unit = '' }: LabFact): string => `${String(value)} ${unit.replace(/\{([^}]*)\}/g, ' $1')}`.trim();

function unread(gene: string, { source, written }: LabFact): Reading {
  const open: Reading = { ...openReading(gene, 'phenotype'), state: 'no-call', evidence: [source] };
  if (written === undefined) return { ...open, notes: ['The measured enzyme activity on file could not be read.'] };
  const measured = `${gene} activity “${written}”`;
  return { ...open, measured, notes: [`${measured} on file, not interpreted here.`] };
}
