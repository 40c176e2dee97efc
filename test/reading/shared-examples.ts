/**
 * What each public example file says, read from the resource by a person: gene results, variants, biomarkers, tumours, performance status,
 * and which kinds of warning it must raise (`missing` and `implausible`, which the laboratory and drug readers own, are left out).
 * The files themselves are not part of this repository.
 */
import { MCODE_AND_US_CORE } from './shared-examples/mcode-and-us-core.ts';
import { RESEARCH_NETWORKS } from './shared-examples/research-networks.ts';
import type { Expected } from './shared-examples/expected.ts';
import { GENOMICS_REPORTING } from './shared-examples/genomics-reporting.ts';

export const SHARED_EXAMPLES: Readonly<Record<string, Expected>> = { ...RESEARCH_NETWORKS, ...GENOMICS_REPORTING, ...MCODE_AND_US_CORE };
