/** Orders that fail: evidence or the label speaks against the drug, or its approval is gone. */
import type { Withdrawal } from '../../knowledge/oncology/types.ts';
import { withdrawalCitation } from '../citations.ts';
import { bestLevelOnly, inWords, said, type JudgedOrder, type Reason, type TherapyRow } from '../reason/index.ts';
import { alternativesFor } from './choices.ts';
import { labelSources, wordsOf, type LabelUse, type OrderFitInput } from './label-use.ts';
import type { OrderedDrug } from './ordered-drugs.ts';
import { made } from './verdict.ts';
import { withdrawnInWords } from './withdrawn.ts';

export function contradicted(
  drug: OrderedDrug,
  against: readonly TherapyRow[],
  uses: readonly LabelUse[],
  input: OrderFitInput,
  leftOut: boolean,
): JudgedOrder {
  const all = [...new Set(against.flatMap((match) => match.variants))];
  // What the drug is given for is not what speaks against it, where a further change stands beside it.
  const own = new Set(uses.flatMap(({ met, answer }) => (met ? answer.found.map(({ alteration }) => alteration.fact.id) : [])));
  const further = all.filter((id) => !own.has(id));
  const variants = further.length > 0 ? further : all;
  const both = against.some(({ conflicting }) => conflicting !== undefined);
  return made(
    drug,
    'contradicted',
    {
      because: [
        ...bestLevelOnly(against.map(reasonAgainst)),
        ...(leftOut ? [LEFT_OUT] : []),
        ...(both ? [{ kind: 'studies-differ' } as const] : []),
      ],
      variants,
      alternatives: alternativesFor(drug, input, all),
      sources: [...against.flatMap(({ sources }) => sources), ...labelSources(uses)].slice(0, 8),
    },
    input,
  );
}

const LEFT_OUT: Reason = { kind: 'tumour-left-out' };

/** "Level A evidence of resistance: p.Gly12Asp is a KRAS exon 2 mutation". */
export function reasonAgainst({ level, effect, because }: TherapyRow): Extract<Reason, { kind: 'against' }> {
  // The fusion that makes the disease is not what resists: the further change is named.
  const found = because.filter((reason) => FINDINGS.has(reason.kind) && !(reason.kind === 'found' && reason.implied));
  const claim = found.find((reason) => !(reason.kind === 'found' && reason.fusion)) ?? found[0] ?? because[0];
  return {
    kind: 'against',
    level,
    effect: effect === 'resistance' ? 'resistance' : 'reduced sensitivity',
    claim: claim === undefined ? '' : inWords(claim),
  };
}

const FINDINGS: ReadonlySet<Reason['kind']> = new Set(['found', 'gene-clear', 'marker-shown']);

/** The US approval is gone: no indication is left, whatever the tumour shows. */
export function withdrawn(drug: OrderedDrug, withdrawal: Withdrawal, input: OrderFitInput): JudgedOrder {
  return made(
    drug,
    'withdrawn',
    {
      because: [said(withdrawnInWords(withdrawal))],
      variants: [],
      alternatives: alternativesFor(drug, input),
      sources: [withdrawalCitation(withdrawal)],
    },
    input,
  );
}

/** The label asks for wild type and the gene is altered: cetuximab with a KRAS mutation. */
export function labelViolated(
  drug: OrderedDrug,
  { answer, approval }: LabelUse,
  uses: readonly LabelUse[],
  input: OrderFitInput,
): JudgedOrder {
  const variants = [...new Set(answer.found.map(({ alteration }) => alteration.fact.id))];
  return made(
    drug,
    'contradicted',
    {
      biomarker: wordsOf([{ approval }], input),
      because: [approval.excludes.length > 0 ? LEFT_OUT : said(`The label asks for ${wordsOf([{ approval }], input)}`)],
      variants,
      alternatives: alternativesFor(drug, input, variants),
      sources: labelSources(uses),
    },
    input,
  );
}
