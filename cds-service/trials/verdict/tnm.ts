/** T, N and M categories: certain only where one staging of the asked side is recorded and still stands. */
import type { StageFact } from '../../../fhir-profiles/index.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { daysBetween, no, unknown, yes, type Answer } from './answer.ts';
import { notToldApart } from './distant.ts';

type Asked = Extract<Requirement, { kind: 'tnm' }>;
const LETTERS = ['T', 'N', 'M'] as const;
type Letter = (typeof LETTERS)[number];

export function hasCategories(asked: Asked, patient: TrialPatient): Answer {
  const missing = 'T and N category';
  if (notToldApart(patient)) return unknown('several tumours are recorded, and not of which one the categories are asked', missing);
  const { facts, freshness, tumours } = patient;
  const [main] = tumours;
  const dayOf = (stage: StageFact): string => stage.source.issued ?? main?.fact.onset ?? '';
  const staged = (main?.fact.stages ?? []).filter((stage) => isOfSide(stage, asked) && Object.keys(categoriesIn(stage.text)).length > 0);
  const latest = staged.map(dayOf).sort().at(-1);
  const current = staged.filter((stage) => dayOf(stage) === latest);
  const [one] = current;
  if (one === undefined) return unknown('T, N and M are not recorded', missing);
  const found = categoriesIn(current.map(({ text }) => text).join(' '));
  const day = latest?.slice(0, 10) ?? '';
  const said = `${one.text} (${day === '' ? 'undated' : day})`;
  const age = daysBetween(day, facts.asOf);
  const again = ['recurrence', 'relapse'].includes(main?.fact.clinicalStatus ?? '');
  if (again || age === null || age < 0 || age > freshness.stageDays)
    return unknown(`${said}; the present categories are not recorded`, missing);
  let open = false;
  for (const letter of LETTERS) {
    const wanted = asked[letter.toLowerCase() as 't' | 'n' | 'm'];
    if (wanted === undefined) continue;
    const own = found[letter];
    const verdict = own === undefined ? null : fits(own, wanted);
    if (verdict === false) return no(said);
    if (verdict === null) open = true;
  }
  return open ? unknown(`${said} leaves a category open`, missing) : yes(said);
}

function isOfSide({ kind, text }: StageFact, { side }: Asked): boolean {
  // After treatment (y) and at recurrence (r) the categories are others.
  if (/\b[cp]?y[cp]?T|\brT/.test(text)) return false;
  const own = kind !== 'other' ? kind : /\bpT/.test(text) ? 'pathologic' : /\bcT/.test(text) ? 'clinical' : null;
  return side === undefined ? own !== null || kind === 'other' : own === side;
}

/** `T2a` of "cT2a N1 M0"; an unclear letter (X, several values) is left out. */
function categoriesIn(text: string): Partial<Record<Letter, string>> {
  const out: Partial<Record<Letter, string>> = {};
  for (const letter of LETTERS) {
    const all = [...new Set([...text.matchAll(new RegExp(String.raw`(?<![A-Z])[cp]?${letter}((?:is|a|[0-4])(?:[a-d]|mi)?)(?![a-z\d])`, 'g'))].map(([, value = '']) => `${letter}${value}`))]; // prettier-ignore
    if (all.length === 1 && all[0] !== undefined) out[letter] = all[0];
  }
  return out;
}

/** Null: "T2" where "T2a" is asked for. */
function fits(own: string, wanted: readonly string[]): boolean | null {
  if (wanted.some((one) => own === one || own.startsWith(one))) return true;
  return wanted.some((one) => one.startsWith(own)) ? null : false;
}
