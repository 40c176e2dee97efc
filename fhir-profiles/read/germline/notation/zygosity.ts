/** On how many of the copies a germline variant was found. */
import type { GermlineCall } from '../../../facts.ts';

export type Zygosity = Extract<GermlineCall, { kind: 'variant' }>['zygosity'];
