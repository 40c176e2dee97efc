/**
 * A report whose conclusion says "No EGFR mutation detected" above a result of its own that found one: one of the two is untrue, and the finding is held
 * open. Only where every sentence on the gene plainly denies, and none of them speaks of another change, part or origin.
 */
import type { DataWarning, VariantFact } from '../../../facts.ts';
import { conflict, type Chart } from '../../chart.ts';
import { list, text } from '../../elements.ts';
import { resultStatus } from '../../result-status.ts';
import { proteinChanges } from '../named-test/names.ts';
import { symbolsIn } from '../result/variant-genes.ts';
import { presenceInWords } from '../parts/presence-in-words.ts';

const OF_ANOTHER =
  /\b(?:other|additional|further|second|germ-?line|hereditary|exons?|codons?|resistan\w*|acquired|amplif\w*|fusions?|rearrang\w*|copy|prior|previous\w*|normal|if|not tested)\b/i;

export interface HeldOpen {
  readonly variants: readonly VariantFact[];
  readonly warnings: readonly DataWarning[];
}

export function heldAgainstConclusions(chart: Chart, variants: readonly VariantFact[]): HeldOpen {
  const warnings: DataWarning[] = [];
  const denied = new Set<VariantFact>();
  for (const report of chart.intake.ofType('DiagnosticReport')) {
    const conclusion = text(report.resource['conclusion']);
    if (conclusion === undefined || conclusion.length > 2000 || !resultStatus(report).usable) continue;
    const own = new Set(list(report.resource['result']).flatMap((item) => chart.intake.resolve(item, report)?.reference ?? []));
    const sentences = conclusion.split(/[;\n]|\.(?=\s|$)/);
    for (const fact of variants) {
      if (fact.presence !== 'present' || !own.has(fact.source.reference.replace(/#\d+$/, ''))) continue;
      const about = sentences.filter((sentence) => symbolsIn(sentence, chart).includes(fact.gene));
      if (about.length === 0 || !about.every((sentence) => denies(sentence, fact))) continue;
      denied.add(fact);
      const message = `A report says "${about[0]?.trim().slice(0, 120) ?? ''}", and a result of it found a change of ${fact.gene}: it is held open. Look at the report itself.`;
      warnings.push(conflict(report, message));
    }
  }
  return {
    variants: variants.map((fact): VariantFact => (denied.has(fact) ? { ...fact, presence: 'indeterminate' } : fact)),
    warnings,
  };
}

function denies(sentence: string, { pHgvs, names }: VariantFact): boolean {
  if (presenceInWords(sentence) !== 'absent' || OF_ANOTHER.test(sentence)) return false;
  const place = (name: string): string | undefined => /\d+/.exec(name)?.[0];
  const changes = proteinChanges(sentence);
  const own = [pHgvs ?? '', ...names].map(place);
  return changes.every((change) => own.includes(place(change)));
}
