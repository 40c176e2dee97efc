/** Evaluates a profile's tree over a patient: yes, no or unknown; unknown is never taken for no. */
import type { ProfileTree } from '../knowledge/oncology/types.ts';
import { labelOf } from './alteration/class.ts';
import { answer, type Answer } from './alteration/covers.ts';
import { eachTaken } from './alteration/fits/index.ts';
import { wholeAsked } from './alteration/either-part.ts';
import type { OncologyPatient } from './patient.ts';
import { onceEach, said, type Reason } from './reason/index.ts';

/** Said where what may not be there was tested for. */
export const RULED_OUT = 'tested and not found, as the evidence asks';

/** Profiles share their terms: each term is asked once per patient. */
const asked = new WeakMap<OncologyPatient, Map<ProfileTree, Answer>>();

export function evaluate(tree: ProfileTree, patient: OncologyPatient): Answer {
  if ('and' in tree)
    return joined(
      tree.and.map((part) => evaluate(part, patient)),
      'no',
      'yes',
    );
  if ('or' in tree) {
    const parts = tree.or.map((part) => evaluate(part, patient));
    return joined([...parts, ...togetherAsked(tree, patient)], 'yes', 'no');
  }
  if ('not' in tree) {
    const inner = evaluate(tree.not, patient);
    if (inner.verdict === 'unknown') return { ...inner, found: [], reasons: [] };
    const verdict = inner.verdict === 'yes' ? 'no' : 'yes';
    return {
      verdict,
      found: [],
      reasons: verdict === 'yes' ? [said(RULED_OUT)] : inner.reasons,
      references: inner.references,
    };
  }
  const known = asked.get(patient) ?? new Map<ProfileTree, Answer>();
  asked.set(patient, known);
  const before = known.get(tree);
  if (before) return before;
  const found = answer(tree, patient);
  known.set(tree, found);
  return found;
}

/** "V600E or V600K" is answered by an assay that does not tell the two apart, though neither part of it is. */
function togetherAsked({ or }: Extract<ProfileTree, { or: unknown }>, patient: OncologyPatient): readonly Answer[] {
  if (!patient.found.some(({ alteration }) => alteration.either)) return [];
  const terms = or.flatMap((part) => ('kind' in part ? [part] : []));
  const direct = terms.filter((term) => term.kind !== 'marker' && term.kind !== 'wild-type');
  const listed = patient.found.filter((one) => one.standing.usable && eachTaken(direct, one, patient));
  const either = [...wholeAsked(terms, patient.found), ...listed];
  if (either.length > 0) {
    const reasons = either.map(({ alteration, implied }): Reason => {
      return { kind: 'found', text: `${labelOf(alteration)} is one of those asked for`, fusion: false, implied };
    });
    return [{ verdict: 'yes', found: either, reasons, references: [] }];
  }
  const single = or.flatMap((part) => ('kind' in part && part.kind === 'protein' ? [part] : []));
  const genes = [...new Set(single.map(({ gene }) => gene))];
  return genes
    .map((gene) => single.filter((term) => term.gene === gene))
    .flatMap((terms) => {
      const [first, second] = terms;
      if (first === undefined || second === undefined) return [];
      const found = answer({ ...first, changes: terms.flatMap(({ changes }) => changes) }, patient);
      return found.verdict === 'yes' ? [found] : [];
    });
}

/** One part with the deciding verdict decides; all parts with the other verdict give that one; else unknown. */
function joined(parts: readonly Answer[], deciding: 'yes' | 'no', otherwise: 'yes' | 'no'): Answer {
  const decisive = parts.filter(({ verdict }) => verdict === deciding);
  const verdict = decisive.length > 0 ? deciding : parts.every((part) => part.verdict === otherwise) ? otherwise : 'unknown';
  const used = verdict === 'yes' ? parts.filter((part) => part.verdict === 'yes') : verdict === 'unknown' ? disagreeing(parts) : decisive;
  return {
    verdict,
    found: [...new Set(used.flatMap(({ found }) => found))],
    reasons: onceEach(used.flatMap(({ reasons }) => reasons)),
    references: [...new Set(used.flatMap(({ references }) => references))],
  };
}

/** What is open because two tests disagree, where nothing else is open beside it. */
function disagreeing(parts: readonly Answer[]): readonly Answer[] {
  const open = parts.filter(({ verdict }) => verdict === 'unknown');
  return open.every(({ reasons }) => reasons.some(({ kind }) => kind === 'tests-disagree')) ? open : [];
}
