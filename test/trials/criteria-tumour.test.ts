/** Tumour type, histology, stage and extent as criteria word them, over the synthetic profiles; verdicts were written down from the records. */
import { testCriteria } from './criterion-table.ts';
import { PROFILES } from './profiles.ts';
import { TUMOUR_EXCLUSION, TUMOUR_INCLUSION } from './tumour-cases.ts';

testCriteria('criteria about the tumour', { inclusion: TUMOUR_INCLUSION, exclusion: TUMOUR_EXCLUSION }, PROFILES);
