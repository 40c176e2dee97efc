/** Molecular criteria: genes and their alterations, protein changes, fusions, stainings and tumour-wide markers, as terms of the therapy part. */
import type { Recogniser } from '../atom.ts';
import { genes } from './genes.ts';
import { HLA } from './hla.ts';
import { KARYOTYPES } from './karyotype.ts';
import { MARKERS } from './markers.ts';
import { RECEPTORS } from './receptors.ts';
import { STAINS } from './stains.ts';

export const MOLECULAR: readonly Recogniser[] = [...MARKERS, ...HLA, ...RECEPTORS, ...KARYOTYPES, ...STAINS, genes];
