/** One gene result in the many shapes in which laboratories send it. A shape that cannot say the result gives null. */
import { GENOTYPES } from './shapes/genotypes.ts';
import { HLA } from './shapes/hla.ts';
import type { Shape } from './shapes/parts.ts';
import { PHENOTYPES } from './shapes/phenotypes.ts';
import { VARIANTS } from './shapes/variants.ts';
import { WRAPPED } from './shapes/wrapped.ts';

export type { Shape, Told } from './shapes/parts.ts';

/** In this order: a run of every n-th report takes them by it. */
export const SHAPES: readonly Shape[] = [...GENOTYPES, ...PHENOTYPES, ...WRAPPED, ...VARIANTS, ...HLA];
