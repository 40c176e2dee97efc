/**
 * AMP/ASCO/CAP 2017 tier and an ESCAT-like tier side by side, each with why. ESCAT asks how a trial was designed, which the
 * evidence rows do not tell: letters are given only where the tumour relation decides them, and it ranks benefit only.
 */
import type { EvidenceEffect, EvidenceItem, EvidenceLevel } from '../knowledge/oncology/types.ts';
import type { TumourMatch } from './tumour.ts';

export interface TierInput {
  readonly effect: EvidenceEffect;
  readonly items: readonly EvidenceItem[];
  readonly approved: boolean;
  readonly tumour: TumourMatch;
  /** False when the patient's tumour type is not known: then no study is "in another type". */
  readonly typeKnown: boolean;
}
export interface Tier {
  readonly level: EvidenceLevel;
  readonly amp: 'I-A' | 'I-B' | 'II-C' | 'II-D';
  readonly ampWhy: string;
  readonly escat: string;
}

export function tierOf({ effect, items, approved, tumour, typeKnown }: TierInput): Tier {
  const levels = items.map(({ level }) => level).sort();
  const level = approved ? 'A' : (levels[0] ?? 'E');
  const [amp, ampWhy] = ampTier(level, items, approved, tumour);
  const said = (words: string): string =>
    typeKnown ? words : words.replace('another tumour type', "a tumour type; the patient's is not known");
  return { level, amp, ampWhy: said(ampWhy), escat: said(escatTier(level, effect, approved, tumour)) };
}

function ampTier(
  level: EvidenceLevel,
  items: readonly EvidenceItem[],
  approved: boolean,
  tumour: TumourMatch,
): readonly [Tier['amp'], string] {
  const here = tumour !== 'other';
  const inType = tumour === 'same' || tumour === 'ancestor';
  if (here && approved) return ['I-A', 'Tier I-A: approved with this biomarker in this tumour type'];
  if (level === 'A') {
    return here
      ? ['I-A', 'Tier I-A: CIViC level A in this tumour type']
      : ['II-C', 'Tier II-C, not I: validated or approved in another tumour type'];
  }
  if (level === 'B') {
    const trusted = items.filter((item) => item.level === 'B' && (item.rating ?? 0) >= 3).length;
    if (inType && (trusted > 0 || items.filter((item) => item.level === 'B').length > 1))
      return ['I-B', 'Tier I-B: clinical studies in this tumour type; not I-A, as neither label nor CIViC level A'];
    return [
      'II-C',
      inType
        ? 'Tier II-C, not I-B: a single small or low-rated study'
        : here
          ? 'Tier II-C, not I-B: studied across tumour types'
          : 'Tier II-C, not I-B: studied in another tumour type',
    ];
  }
  const cases = items.filter((item) => item.level === 'C').length;
  if (level === 'C') return cases >= 3 ? ['II-C', 'Tier II-C: several case series agree'] : ['II-D', 'Tier II-D: case reports only'];
  return ['II-D', level === 'D' ? 'Tier II-D: preclinical evidence only' : 'Tier II-D: inference only'];
}

function escatTier(level: EvidenceLevel, effect: EvidenceEffect, approved: boolean, tumour: TumourMatch): string {
  if (effect !== 'sensitivity') return 'not applicable: ESCAT ranks expected benefit only';
  if (level === 'A') {
    if (tumour === 'any-solid') return 'I-C: benefit shown across tumour types';
    if (tumour !== 'other')
      return `I: ${approved ? 'approved' : 'validated'} in this tumour type (A or B depends on the trial design, which is not recorded)`;
    return 'III-A, not I: benefit shown in another tumour type';
  }
  if (level === 'B')
    return tumour === 'other'
      ? 'III-A, not II: clinical studies in another tumour type'
      : 'II: activity in clinical studies, size of benefit not established';
  if (level === 'C') return 'not reached: case reports only (below II)';
  return level === 'D' ? 'IV: preclinical evidence only' : 'X: no direct evidence';
}
