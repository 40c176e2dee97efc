/** Molecular criteria: genes and their alterations, protein changes, fusions, stainings and tumour-wide markers, as terms of the therapy part. */
import type { Recogniser } from './atom.ts';
import { genes } from './molecular-genes.ts';
import { HLA } from './molecular-hla.ts';
import { KARYOTYPES } from './molecular-karyotype.ts';
import { MARKERS } from './molecular-markers.ts';
import { RECEPTORS } from './molecular-receptors.ts';
import { STAINS } from './molecular-stains.ts';

export const MOLECULAR: readonly Recogniser[] = [...MARKERS, ...HLA, ...RECEPTORS, ...KARYOTYPES, ...STAINS, genes];
