/**
 * Property tests draw the same values on every run, so that a change is judged by what it changed. `PROPERTY_SEED=random` (or a number)
 * draws others: a failure found so prints its seed and is kept as a named case.
 */
import fc from 'fast-check';

const USUAL = 20_261_122;

const wish = process.env['PROPERTY_SEED'] ?? '';
const seed = wish === 'random' ? undefined : wish === '' ? USUAL : Number(wish);
if (seed !== undefined && !Number.isSafeInteger(seed)) throw new Error('PROPERTY_SEED must be "random" or a whole number');
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
