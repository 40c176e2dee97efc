/**
 * Criteria about earlier treatment, times since it, procedures, brain metastases and other cancers, as trials word them (our wording): whose record, and
 * what can be said for certain. Verdicts were written down from the records, not taken from the code.
 */
import { testCriteria } from './criterion-table.ts';
import { TREATED_EX, TREATED_IN } from './treatment-cases.ts';
import { TREATMENT_CHARTS } from './treatment-charts.ts';

testCriteria('criteria about treatment as trials word them', { inclusion: TREATED_IN, exclusion: TREATED_EX }, TREATMENT_CHARTS);
