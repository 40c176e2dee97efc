/**
 * A diagnosis that is the fusion itself (chronic myeloid leukaemia, acute promyelocytic leukaemia) beside a result that did not find the fusion. Under treatment
 * that is the response; before any of it the diagnosis is in doubt, and the label rests on nothing else.
 */
import type { VariantFact } from '../../../fhir-profiles/index.ts';
import { labelOf } from '../alteration/class.ts';
import { readOncologyPatient } from '../patient.ts';
import { evaluate } from '../profile.ts';
import type { JudgedOrder } from '../reason/index.ts';
import { evidenceOf } from '../report-rows.ts';
import { labelSources, wordsOf, type LabelUse, type OrderFitInput } from './label-use.ts';
import { givenForThis, treatmentHistory } from './treatment-history.ts';
import type { OrderedDrug } from './ordered-drugs.ts';
import { made } from './verdict.ts';

/** Null where another finding fits too, where no result speaks against it, or where a cancer drug was given that may have made it disappear. */
export function deniedDiagnosis(drug: OrderedDrug, fitting: readonly LabelUse[], input: OrderFitInput): JudgedOrder | null {
  const { facts, knowledge, tumour } = input;
  const rests = fitting.every(({ answer }) => answer.found.length > 0 && answer.found.every(({ implied }) => implied));
  if (!rests || tumour === null || tumour.fact.clinicalStatus === 'remission' || IN_REMISSION.test(tumour.fact.text)) return null;
  const measured = readOncologyPatient(facts, knowledge.genes, []);
  const answers = fitting.map(({ approval }) => {
    const tree = knowledge.profiles[approval.profile]?.tree;
    return tree === undefined ? null : evaluate(tree, measured);
  });
  const unseen = notSeen(fitting, facts.variants);
  if (!answers.every((answer) => answer?.verdict === 'no' || (answer?.verdict === 'unknown' && unseen.length > 0))) return null;
  if (givenForThis(treatmentHistory(facts, knowledge, tumour)).length > 0) return null;
  const references = new Set([...answers.flatMap((answer) => answer?.references ?? []), ...unseen.map(({ source }) => source.reference)]);
  const sources = facts.variants.map(({ source }) => source).filter(({ reference }) => references.has(reference));
  const days = [...new Set(sources.flatMap(({ issued }) => issued?.slice(0, 10) ?? []))].sort();
  const [fusion] = fitting.flatMap(({ answer }) => answer.found.map(({ alteration }) => labelOf(alteration)));
  const fit = made(
    drug,
    'biomarker-open',
    {
      biomarker: wordsOf(fitting, input),
      because: [{ kind: 'diagnosis-denied', fusion: fusion ?? '', days }],
      tests: [],
      testOrders: [],
      variants: [],
      alternatives: [],
      sources: labelSources(fitting),
    },
    input,
  );
  return { ...fit, evidence: [...fit.evidence, ...sources.map(evidenceOf)] };
}

/** Results that leave the fusion possible and did not see it: the usual transcript of it not found, a normal karyotype. */
function notSeen(fitting: readonly LabelUse[], variants: readonly VariantFact[]): readonly VariantFact[] {
  const fusions = fitting.flatMap(({ answer }) => answer.found.map(({ alteration }) => alteration.genes));
  return variants.filter(
    ({ presence, kind, genes, names, iscn, origin }) =>
      presence === 'absent' &&
      origin !== 'germline' &&
      ((kind === 'fusion' &&
        !names.some((name) => RARE_TRANSCRIPT.test(name)) &&
        fusions.some((asked) => asked.length > 1 && asked.every((gene) => genes.includes(gene)))) ||
        (genes.length === 0 && iscn !== undefined && NORMAL.test(iscn))),
  );
}
/** Who has none of these may have the usual one. */
const RARE_TRANSCRIPT = /\bp-?(?:190|230)\b|\be1a2\b|\be19a2\b/i;
const NORMAL = /^\s*46,\s*X[XY](?:\[\d+\])?\s*$/i;

const IN_REMISSION = /\bin (?:\w+ ){0,3}remission\b|\bmolecular response\b/i;
