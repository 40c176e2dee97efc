/** Every way of writing a chart that is held. */
import type { Transformation } from '../transformation.ts';
import { CODES } from './codes.ts';
import { BESIDE, SPELLING, TIMES, VERSIONS } from './elements.ts';
import { NAMING } from './naming.ts';
import { SHAPES } from './shapes.ts';
import { WRAPPING } from './wrapping.ts';

export const TRANSFORMATIONS: readonly Transformation[] = [
  ...WRAPPING,
  ...NAMING,
  ...CODES,
  ...SHAPES,
  ...BESIDE,
  ...SPELLING,
  ...TIMES,
  ...VERSIONS,
];
