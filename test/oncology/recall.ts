/** For every predictive A/B row: does a patient with that profile and disease get that therapy, effect and direction? */
import { matchTherapies } from '../../cds-service/oncology/index.ts';
import type { OncologyKnowledge } from '../../cds-service/knowledge/oncology/types.ts';
import type { TherapyMatch } from '../../cds-service/report/index.ts';
import { carrier, NOTATIONS, withDisease } from './carriers.ts';
import { cell, predictiveAB, type Row } from './reference.ts';

export interface RecallResult {
  readonly groups: ReadonlyMap<string, { found: number; asked: number }>;
  readonly missed: readonly string[];
  readonly asked: number;
}
const EFFECTS: Readonly<Record<string, string>> = {
  'Sensitivity/Response': 'sensitivity', Resistance: 'resistance', 'Reduced Sensitivity': 'reduced-sensitivity', 'Adverse Response': 'adverse',
}; // prettier-ignore

/** Assays that reach a chart in no form the facts know: methylation-based and on-treatment mutational burden. */
const NOT_COVERED = new Set(['TMB mTMB', 'TMB Low on-treatment bTMB']);

export function measureRecall(knowledge: OncologyKnowledge): RecallResult {
  const groups = new Map<string, { found: number; asked: number }>();
  const missed: string[] = [];
  let asked = 0;
  for (const row of predictiveAB()) {
    if (
      ['', 'Not Applicable'].includes(cell(row, 'therapies')) ||
      EFFECTS[cell(row, 'significance')] === undefined ||
      NOT_COVERED.has(cell(row, 'molecular_profile'))
    )
      continue;
    for (const notation of NOTATIONS) {
      const origin = /Germline/.test(cell(row, 'variant_origin')) ? 'germline' : 'somatic';
      const { facts, groups: kinds } = carrier(cell(row, 'molecular_profile'), notation, origin);
      const { oncology } = matchTherapies(withDisease(facts, cell(row, 'doid'), cell(row, 'disease')), knowledge);
      const ok = isFound(row, oncology.therapies, oncology.refuted ?? []);
      const group = kinds.length > 1 ? 'co-mutation' : (kinds[0] ?? '');
      const count = groups.get(group) ?? { found: 0, asked: 0 };
      groups.set(group, { found: count.found + (ok ? 1 : 0), asked: count.asked + 1 });
      asked += 1;
      if (!ok)
        missed.push(
          `EID${cell(row, 'evidence_id')} ${cell(row, 'molecular_profile')} (${notation}) in ${cell(row, 'disease')}: ${cell(row, 'therapies')}, ${cell(row, 'evidence_direction')} ${cell(row, 'significance')}`,
        );
    }
  }
  return { groups, missed, asked };
}

/** The row itself is cited, for its own drugs and effect, and a refuted claim stands nowhere among the supported ones. */
function isFound(row: Row, therapies: readonly TherapyMatch[], refuted: readonly TherapyMatch[]): boolean {
  const url = `/evidence_items/${cell(row, 'evidence_id')}`;
  const effect = EFFECTS[cell(row, 'significance')];
  const drugs = cell(row, 'therapies')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const cites = (sources: TherapyMatch['sources'] | undefined) => (sources ?? []).some((source) => source.url.endsWith(url));
  const isClaim = (match: TherapyMatch) =>
    match.effect === effect &&
    match.tumourMatch !== 'other' &&
    cites(match.sources) &&
    drugs.every((drug) => match.therapy.some(({ name }) => bare(name).includes(bare(drug))));
  if (cell(row, 'evidence_direction') === 'Supports') return therapies.some(isClaim);
  const counted = refuted.some(isClaim) || therapies.some(({ conflicting }) => cites(conflicting));
  return counted && !therapies.some(({ sources }) => cites(sources));
}

/** Salts of one drug are one therapy; biologics carry four letters of the maker's. */
function bare(drug: string): string {
  return drug
    .toLowerCase()
    .replace(/ (?:mesylate|anhydrous|hydrochloride|acetate|bismesylate|dimaleate|regimen)$/, '')
    .replace(/-[a-z]{4}$/, '');
}
