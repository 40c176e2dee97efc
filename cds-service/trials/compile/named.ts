/** Findings and treatments that a registry's coders name: shown, and counted for ranking, but never decisive. */
import type { Criterion, TrialRecord } from '../../knowledge/trials/types.ts';
import type { ReadingContext } from '../criteria/atom.ts';
import { join, readCriterion, UNREAD } from '../criteria/read-criterion.ts';

export function namedCriteria(record: TrialRecord, context: ReadingContext): Criterion[] {
  return (record.named ?? []).map(({ of, kind, names }): Criterion => {
    const read = names.flatMap((name) =>
      readCriterion(of === 'prior-therapy' ? `Prior treatment with ${name}` : spoken(name), context).atoms.map(
        ({ requirement }) => requirement,
      ),
    );
    return {
      kind,
      span: null,
      text: `Coded by the registry, ${of === 'biomarker' ? 'biomarkers' : 'earlier treatment'}: ${names.join(', ')}`,
      requirement: read.length === 0 ? UNREAD : { kind: 'all', of: [join('any', [...read, UNREAD]), UNREAD] },
      hard: false,
    };
  });
}

/** `KRAS NP_004976.2:p.G12C` → `KRAS p.G12C mutation`, `BRAF Gene Mutation` → `BRAF mutation`. */
function spoken(name: string): string {
  return name
    .replace(/\b[A-Z]{2}_\d+(?:\.\d+)?:(?=[pc]\.)/g, '')
    .replace(/\bGene (?=Mutation|Amplification|Rearrangement|Fusion|Deletion|Alteration)/gi, '')
    .replace(/^(.*\b[pc]\.\S+)$/, '$1 mutation');
}
