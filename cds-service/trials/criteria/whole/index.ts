/** Criteria that are read as a whole; the first reader that knows the pattern decides. */
import { firstOf } from '../first-reader.ts';
import { WHOLE_CLASSES } from './classes.ts';
import { WHOLE_MOLECULAR } from './molecular.ts';
import { WHOLE_PATIENT } from './patient.ts';
import { WHOLE_TREATMENT } from './treatment.ts';
import { WHOLE_TUMOUR } from './tumour.ts';

export const readWhole = firstOf([...WHOLE_MOLECULAR, ...WHOLE_TUMOUR, ...WHOLE_TREATMENT, ...WHOLE_PATIENT, ...WHOLE_CLASSES]);
