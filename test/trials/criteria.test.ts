import { EXCLUSION, INCLUSION } from './criteria-cases.ts';
import { testCriteria } from './criterion-table.ts';
import { PATIENTS } from './patients.ts';
import { PROFILES } from './profiles.ts';
import { REVIEWED_EXCLUSION, REVIEWED_INCLUSION } from './reviewed-cases.ts';

testCriteria('criteria as trials word them', { inclusion: INCLUSION, exclusion: EXCLUSION }, PATIENTS, 200);
testCriteria(
  'criteria that were read wrongly once, and rules',
  { inclusion: REVIEWED_INCLUSION, exclusion: REVIEWED_EXCLUSION },
  PROFILES,
  100,
);
