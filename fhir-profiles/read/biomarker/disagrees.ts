/** Answers of two methods, two samples or two sides of one marker that do not agree: nothing is decided by them. */
import { findingsInEnglish } from '../../codes/finding-words.ts';
import { isMixedAnswer } from '../variant/parts/mixed-answer.ts';
import type { Measured } from './measured.ts';

/** Markers of several proteins or genes, of which one may well be lost and another kept, and those that are told by a number. */
const OF_SEVERAL: ReadonlySet<string> = new Set(['MMR', 'MSI', 'HRD', 'TMB']);

const STABLE = /(?<!\b(?:not|no|non|excludes?)[\s-])\b(?:MSS|microsatellite[- ]stable)\b/i;
const UNSTABLE = /(?<!\b(?:not|no|non|excludes?)[\s-])\bMSI-?H(?:igh)?\b/i;
const DEFICIENT = /(?<!\b(?:not|no|non|excludes?)[\s-])\b(?:dMMR|MMR-?d|MMR[- ]deficien(?:t|cy))\b(?!\s*(?:not|:\s*no)\b)/i;
const PROFICIENT = /(?<!\b(?:not|no|non|excludes?)[\s-])\b(?:pMMR|MMR-?p|MMR[- ]proficien(?:t|cy))\b/i;

/**
 * "IHC negative, FISH positive", "MSS / dMMR". A score with what in-situ hybridisation made of it is an answer of two steps.
 * @param written the whole value
 * @param answer what of it is the marker's own
 */
export function disagrees(kind: string, written: string, answer: string, found: Measured | null): boolean {
  if (kind === 'MSI' || kind === 'MMR')
    return (STABLE.test(written) && DEFICIENT.test(written)) || (UNSTABLE.test(written) && PROFICIENT.test(written));
  return found === null && !OF_SEVERAL.has(kind) && isMixedAnswer(findingsInEnglish(answer));
}
