/** "NGS panel: EGFR and ALK results pending": a result that its words announce, as a preliminary one does by its status. */
import type { DataWarning } from '../facts.ts';
import { unparsed, type Chart } from './chart.ts';
import { speaksOfTumours } from './everyday-lines.ts';
import { valueConcept } from './element-value.ts';
import { wordings } from './elements.ts';
import { namesGeneticReport } from './unread.ts';
import { symbolsIn } from './variant/result/variant-genes.ts';

/** Genes and changes asked for, and that their answer is to come: no word more. */
const ONLY_TO_COME =
  /^(?:[\s,;:/&()+.-]|\b(?:and|or|the|for|of|is|are|still|results?|testing|tests?|analysis|mutations?|fusions?|exons?|codons?|[A-Z][A-Z0-9]{1,9}|p\.\w+|\d{1,4}|pending|awaited|to follow|in progress)\b)+$/;
const TO_COME = /\b(?:pending|awaited|to follow|in progress)\b/i;
const LONGEST = 160;

/** One warning for each such result, with the genes that are to come. */
export function resultsToCome(chart: Chart): readonly DataWarning[] {
  return chart.observations.flatMap((view) => {
    const [said, ...more] = wordings(valueConcept(view.value));
    const titled = wordings(view.code).some((name) => speaksOfTumours(name) || namesGeneticReport(name));
    if (!view.usable || !titled || said === undefined || more.length > 0 || said.length > LONGEST) return [];
    if (!TO_COME.test(said) || !ONLY_TO_COME.test(said)) return [];
    const genes = [...new Set(symbolsIn(said, chart))].sort();
    return genes.length === 0
      ? []
      : [{ ...unparsed(view.entry, `The result of ${genes.join(', ')} is announced and not on file yet.`), pending: genes }];
  });
}
