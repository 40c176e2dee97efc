/** Orders over charts in FHIR, each with the cards that must appear or the silence that must hold; expected values are those of CPIC, DPWG and FDA. */
import { checkSituations } from './situations/check.ts';
import { CONTRADICTIONS } from './situations/contradictions.ts';
import { DRUG_CODES } from './situations/drug-codes.ts';
import { GENOTYPE_SHAPES } from './situations/genotype-shapes.ts';
import { GENOTYPES } from './situations/genotypes.ts';
import { OPEN_RESULTS } from './situations/open-results.ts';
import { PATIENTS } from './situations/patients.ts';
import { RECORD_CHANGES } from './situations/record-changes.ts';
import { RECORD_ENTRIES } from './situations/record-entries.ts';
import { RECORD_LISTS } from './situations/record-lists.ts';
import { REPORTS_OF_ALLELES } from './situations/reports-of-alleles.ts';
import { SEVERAL_GENES } from './situations/several-genes.ts';
import { SPELLINGS } from './situations/spellings.ts';

checkSituations(
  {
    'shapes of genotypes': GENOTYPE_SHAPES,
    'spellings of one result': SPELLINGS,
    genotypes: GENOTYPES,
    'drug codes and texts': DRUG_CODES,
    'several genes, several drugs': SEVERAL_GENES,
    'results that disagree or were withdrawn': CONTRADICTIONS,
    'results that leave something open': OPEN_RESULTS,
    'problem, allergy and flag lists': RECORD_LISTS,
    'entries of the record': RECORD_ENTRIES,
    'changes named in the record': RECORD_CHANGES,
    'alleles found each for itself': REPORTS_OF_ALLELES,
    'age, pregnancy, indication, earlier use': PATIENTS,
  },
  180,
);
