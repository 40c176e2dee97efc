/** Inherited findings in cancer genes: named with care, for counselling; nothing about relatives. */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import type { GermlineFinding } from '../report/types.ts';
import { labelOf } from './alteration/class.ts';
import type { OncologyPatient } from './patient.ts';
import { evidenceOf } from './report-rows.ts';

/** Genes of hereditary tumour syndromes, as the Disease Ontology and CIViC's predisposing evidence name them. */
const CANCER_GENES = new Set([
  'BRCA1', 'BRCA2', 'PALB2', 'ATM', 'CHEK2', 'BARD1', 'BRIP1', 'RAD51C', 'RAD51D', 'MLH1', 'MSH2', 'MSH6', 'PMS2', 'EPCAM', 'APC', 'TP53', 'VHL',
  'RET', 'MEN1', 'SDHA', 'SDHAF2', 'SDHB', 'SDHC', 'SDHD', 'FH', 'NF1', 'PTEN', 'STK11', 'CDH1', 'RB1', 'TSC1', 'TSC2', 'BAP1',
]); // prettier-ignore
const COUNSELLING = {
  label: 'National Cancer Institute: genetic testing for inherited cancer risk',
  url: 'https://www.cancer.gov/about-cancer/causes-prevention/genetics/genetic-testing-fact-sheet',
};

export function germlineFindings(facts: PatientFacts, patient: OncologyPatient): GermlineFinding[] {
  return facts.variants
    .filter(
      ({ origin, presence, classification }) =>
        origin === 'germline' && presence === 'present' && /^(?:likely-)?pathogenic$/.test(classification),
    )
    .flatMap((fact) => {
      const gene = patient.genes.symbol(fact.gene) ?? fact.gene;
      if (!CANCER_GENES.has(gene)) return [];
      const found = patient.byFact.get(fact);
      const name = found ? `${gene} ${labelOf(found.alteration)}` : gene;
      const text = `A ${fact.classification.replace('-', ' ')} variant in ${gene} was found in the germline. It can matter beyond this treatment: offer genetic counselling.`;
      return [{ variant: fact.id, gene, name, text, source: COUNSELLING, evidence: [evidenceOf(fact.source)] }];
    });
}
