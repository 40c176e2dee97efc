/** What decides one way in criteria that stay open as a whole. */
import { firstOf } from '../first-reader.ts';
import { ALLERGENS } from './allergens.ts';
import { BLOOD_PRESSURE } from './blood-pressure.ts';
import { BY_AGE } from './by-age.ts';
import { EXTENT } from './extent.ts';
import { IMMUNE } from './immune.ts';
import { IMMUNE_TOXICITIES } from './immune-toxicity.ts';
import { INFECTION } from './infection.ts';
import { KI67 } from './ki67.ts';
import { LIMITS } from './limits.ts';
import { MENOPAUSE } from './menopause.ts';
import { METASTASES } from './metastases.ts';
import { PERFORMANCE } from './performance.ts';
import type { OneWayReader } from './reader.ts';
import { STUDY_HISTORY } from './study-history.ts';
import { TRANSPLANTS } from './transplants.ts';
import { TOXICITY } from './toxicity.ts';
import { VIRUSES } from './viruses.ts';

const READERS = [
  ALLERGENS,
  VIRUSES,
  IMMUNE_TOXICITIES,
  TOXICITY,
  STUDY_HISTORY,
  IMMUNE,
  EXTENT,
  KI67,
  LIMITS,
  INFECTION,
  TRANSPLANTS,
  BY_AGE,
  BLOOD_PRESSURE,
  PERFORMANCE,
  MENOPAUSE,
  METASTASES,
] satisfies readonly OneWayReader[];

/** Null: no reader knows anything that is certain. */
export const decidesOneWay = firstOf(READERS);
