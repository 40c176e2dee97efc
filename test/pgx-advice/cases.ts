/** Clinical cases by name: genes and chart in, the one act that matters out. */
import { CANCER_IMMUNITY_INFECTION } from './cases/cancer-immunity-infection.ts';
import type { AdviceCase } from './cases/case.ts';
import { HEART_AND_VESSELS } from './cases/heart-and-vessels.ts';
import { MIND_AND_NERVES } from './cases/mind-and-nerves.ts';
import { PAIN } from './cases/pain.ts';

export const CASES: readonly AdviceCase[] = [...HEART_AND_VESSELS, ...PAIN, ...MIND_AND_NERVES, ...CANCER_IMMUNITY_INFECTION];
