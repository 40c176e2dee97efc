/** LOINC codes by which genetic results can be asked for whatever category they are filed under. */
import { MARKER_CODES } from './biomarker-tests.ts';
import { OBSERVATION } from './genomics/genomics-codes.ts';
import { PHARMACOGENE_TESTS } from './pgx/test-codes.ts';
import { TUMOUR_TEST_CODES } from './tumour/test-codes.ts';

const OF_ANY_GENE = Object.values(OBSERVATION).filter((code) => /^\d{3,6}-\d$/.test(code));

/** Genotypes, phenotypes, variants, and the tests of single pharmacogenes. */
export const INHERITED_RESULTS: readonly string[] = [...new Set([...OF_ANY_GENE, ...PHARMACOGENE_TESTS])];
/** The same with the tests of tumour genes and markers. */
export const ALL_RESULTS: readonly string[] = [...new Set([...INHERITED_RESULTS, ...TUMOUR_TEST_CODES, ...MARKER_CODES])];

/** LOINC codes of whole genetic reports: variant reporting panel, genetic analysis report. Those of pathology hold much else. */
export const GENETIC_REPORT_CODES: readonly string[] = ['81247-9', '51969-4'];
