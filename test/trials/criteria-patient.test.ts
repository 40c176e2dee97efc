/**
 * Criteria about organ function, performance, age, pregnancy, diseases beside the tumour, medication and allergies, as trials word them (our
 * wording): whose record, and what can be said for certain. Verdicts were written down from the records, not taken from the code.
 */
import { testCriteria } from './criterion-table.ts';
import { EXCLUDING, INCLUDING } from './patient-cases.ts';
import { PATIENT_CHARTS } from './patient-charts.ts';

testCriteria('criteria about the patient as trials word them', { inclusion: INCLUDING, exclusion: EXCLUDING }, PATIENT_CHARTS);
