/**
 * Observations whose name says the finding and that hold nothing else ("CYP2C19 Poor Metabolizer"): genomic indicators as some records export them.
 * Filed as an indicator it is a statement of the record. Without that it may as well be a question nobody answered: on file, and not read.
 */
import type { GermlineResult } from '../../../facts.ts';
import { quoted } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import type { ObservationView } from '../../observation.ts';
import { isIndicator } from './genomic-indicator.ts';
import { genesNamed, isOfAnother, leftOpen, recordedStatements } from './recorded-words.ts';
import { isSomatic, plainResult } from '../result/genotype.ts';
import { standsAlone } from '../named-test/questions.ts';

/** What the name alone says; nothing where the Observation holds anything besides its name. */
export function statedByItsName(view: ObservationView): readonly GermlineResult[] {
  const words = wordings(view.code);
  const empty = view.value === null && view.noValue === undefined && view.interpretation.length === 0 && view.notes.length === 0;
  if (!empty || !standsAlone(view) || isSomatic(view) || isOfAnother(words)) return [];
  const found = recordedStatements([view.code], true);
  const [said = ''] = words;
  if (!isIndicator(view.entry))
    return found
      .filter(({ call }) => call.kind === 'diplotype' || (call.kind === 'phenotype' && GRADED.test(said)))
      .map(({ gene }) => plainResult(view, gene, { kind: 'no-call', why: `${quoted(said)} has no value` }, said));
  if (found.length > 0) return found.map(({ gene, call, text }) => plainResult(view, gene, call, text));
  const why = `the genomic indicator ${quoted(said)} states no result that can be read`;
  return leftOpen(genesNamed(words), words).map((gene) => plainResult(view, gene, { kind: 'no-call', why }, said));
}

const GRADED = /\bmetaboli[sz]er\b|\bfunction\b|\bsusceptibility\b|\bincreased risk\b/i;
