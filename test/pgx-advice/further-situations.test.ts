/** Further orders over charts in FHIR: transplants, reports in words, other people's results, names that differ between countries and laboratories. */
import { checkSituations } from './situations/check.ts';
import { BESIDE_THE_RESULT, ROWS_OF_A_TEST } from './situations/beside-the-result.ts';
import { BESIDE_WARFARIN } from './situations/beside-warfarin.ts';
import { CONVERTED_VARIANTS } from './situations/converted-variants.ts';
import { CALLER_NAMES } from './situations/caller-names.ts';
import { EXPORTED_FINDINGS } from './situations/exported-findings.ts';
import { FDA_TABLE } from './situations/fda-table.ts';
import {
  DENIED_NAMES,
  HYPERTHERMIA,
  INHERITED_CONDITIONS,
  POLG_GENOTYPES,
  REACTIONS,
  TOGETHER,
} from './situations/inherited-conditions.ts';
import { GENE_BY_PLACE } from './situations/gene-by-place.ts';
import { PLACES_AND_COPIES } from './situations/places-and-copies.ts';
import { QUESTIONS_IN_PARTS } from './situations/questions-in-parts.ts';
import { NAMED_BY_THE_TEST } from './situations/rows-under-a-gene.ts';
import { LABORATORY_NAMES } from './situations/laboratory-names.ts';
import { EARLIER_COURSES, IN_USE, MEASURED } from './situations/measured-and-earlier.ts';
import { OPEN_GRADES } from './situations/open-grades.ts';
import { OTHER_LANGUAGES } from './situations/other-languages.ts';
import { QUIET } from './situations/quiet.ts';
import { REPORTS_IN_WORDS } from './situations/reports-in-words.ts';
import { ROWS_ABOUT_THE_TEST } from './situations/rows-about-the-test.ts';
import { BRANDS_ON_THE_LIST } from './situations/brands-on-the-list.ts';
import { STARTING_DOSES } from './situations/starting-doses.ts';
import { TRANSPLANTS } from './situations/transplants.ts';
import { WHOSE_RESULT } from './situations/whose-result.ts';

checkSituations(
  {
    'conditions that forbid the drug itself': INHERITED_CONDITIONS,
    'the table of FDA': FDA_TABLE,
    'a reaction to the drug itself': REACTIONS,
    'POLG in both copies': POLG_GENOTYPES,
    'conditions whose name is denied': DENIED_NAMES,
    'malignant hyperthermia wherever it stands': HYPERTHERMIA,
    'forbidden together by the metabolizer type': TOGETHER,
    'measurements that are only shown': MEASURED,
    'earlier courses that show no tolerance': EARLIER_COURSES,
    'taken for months': IN_USE,
    'beside warfarin': BESIDE_WARFARIN,
    'amounts to start with': STARTING_DOSES,
    'rows that tell of the test': ROWS_ABOUT_THE_TEST,
    'brands on the list': BRANDS_ON_THE_LIST,
    transplants: TRANSPLANTS,
    'reports in words, scores, documents': REPORTS_IN_WORDS,
    'whose result, which locus': WHOSE_RESULT,
    'alleles, positions and typings as laboratories name them': LABORATORY_NAMES,
    'as genotype callers write it': CALLER_NAMES,
    'grades left open, results that disagree about nothing asked': OPEN_GRADES,
    'nothing to say, or softly': QUIET,
    'variants by place alone, DPD in other words': GENE_BY_PLACE,
    'findings as records export them': EXPORTED_FINDINGS,
    'variants as converters write them, DPYD in other languages': CONVERTED_VARIANTS,
    'the gene in the name of the test': NAMED_BY_THE_TEST,
    'gene, allele and answer in parts': QUESTIONS_IN_PARTS,
    'places on GRCh38, copies counted apart': PLACES_AND_COPIES,
    'coverage, comments, unusual names, other positions': BESIDE_THE_RESULT,
    'rows that are named by their test': ROWS_OF_A_TEST,
    'found and not found in other languages': OTHER_LANGUAGES,
  },
  230,
);
