/**
 * "Uncontrolled hypertension, as indicated by two consecutive readings of systolic > 170 or diastolic > 105 mmHg": however it is defined, who keeps both
 * limits has none. One reading beyond them shuts nobody out. Where anything else stands beside it, a crisis, hypotension, a history, it stays open.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { pressureLimit } from '../classes.ts';
import { FILLER } from '../text/lexicon.ts';
import { words } from '../words/vocabulary.ts';
import { atLeast, atMost, OF_SOME, type OneWayReader } from './reader.ts';

type Lab = 'systolic-pressure' | 'diastolic-pressure';

/** The pressure, how it is measured, and what is taken against it. */
const MATTER = words(`
  patients patient participants participant subjects subject individuals individual those who with that which have has had having is are be been an a any the of in on at by for to from as and or not while
  uncontrolled controlled control poorly poor inadequately inadequate adequately adequate insufficiently insufficient non medically cannot can persistent persistently sustained resting rest seated
  sitting supine current currently concurrent arterial systemic significant clinically severe resistant refractory
  hypertension htn blood pressure pressures bp sbp dbp systolic diastolic average mean value values reading readings measurement measurements measured recordings consecutive repeated repeat repeatedly
  minimum least showing indicated documented evidenced taken assessed determined confirmed screening baseline entry visit consent time enrollment enrolment registration randomization initiation first dose study drug treatment day
  days week weeks month months within prior before over minutes times occasions separate one two three
  mm hg mmhg millimeter millimeters millimetre millimetres mercury defined definition ie i e
  despite spite optimal optimum optimized optimised optimally maximal maximally standard appropriate medical management therapy therapies medication medications drugs agent agents antihypertensive antihypertensives anti hypertensive regimen use using more types type presence absence stable without treated
  adjustment rescreening re permitted allowed
`);
const ELSEWHERE =
  /\b(?:histor\w+|ever|e\.?g\b|such as|includ\w+|like|unless|except\w*|cris[ei]s|encephalopath\w*|pulmonary|portal|intracranial|gestational|hypotens\w+)\b/i;
/** In an inclusion more is asked than the number. */
const MORE = /\b(?:medicat\w*|antihypertens\w*|anti-hypertens\w*|therap\w*|regimen|drugs?|agents?|changes?|despite|without|stable)\b/i;

const SIGN = String.raw`(?:[≥>≤<]|(?:greater|higher|more) than|above|exceed(?:s|ing)|less than|lower than|below)`;
const LIMIT = new RegExp(String.raw`(${SIGN}) ?(?:of )?(\d{2,3})(?: ?mm ?hg)?(?: ?\/ ?(?:[≥>≤<] ?)?(\d{2,3}))?(?![\d%]|\.\d| ?(?:bpm|beats|years|kg))`, 'gi'); // prettier-ignore
const FOR_A_TIME = /[≥>≤<] ?\d{1,2} ?(?:days?|weeks?|months?)\b/gi;

export const BLOOD_PRESSURE: OneWayReader = {
  needs: ['hypertension', 'blood pressure', ' bp', 'sbp', 'systolic'],
  read(text, side) {
    if (text.length > 420 || OF_SOME.test(text) || ELSEWHERE.test(text) || (side === 'inclusion' && MORE.test(text))) return null;
    const read = limitsIn(text.replace(FOR_A_TIME, ' '), side === 'exclusion');
    if (read === null) return null;
    return side === 'exclusion' ? atMost({ kind: 'any', of: read }) : atLeast([{ kind: 'all', of: read }]);
  },
};

/** Every limit of the text, all upwards where it excludes and all downwards where it asks; null where something else is said. */
function limitsIn(text: string, upward: boolean): Requirement[] | null {
  const found = [...text.matchAll(LIMIT)];
  const [first] = found;
  if (first === undefined || found.length > 4) return null;
  const before = text.slice(0, first.index);
  const names = (part: string): readonly Lab[] => [
    ...(/\bsystolic|\bSBP/i.test(part) ? (['systolic-pressure'] as const) : []),
    ...(/\bdiastolic|\bDBP/i.test(part) ? (['diastolic-pressure'] as const) : []),
  ];
  const ahead = names(before).length > 0;
  const limits: Requirement[] = [];
  let rest = before;
  for (const [at, one] of found.entries()) {
    const [whole, sign = '', high = '', low] = one;
    const end = one.index + whole.length;
    const behind = text.slice(end, found[at + 1]?.index ?? text.length);
    const since = text.slice(at === 0 ? 0 : (found[at - 1]?.index ?? 0) + (found[at - 1]?.[0].length ?? 0), one.index);
    rest += ` ${behind}`;
    if (/[≥>]|greater|higher|more|above|exceed/i.test(sign) !== upward) return null;
    const strict = /[>]|than|above|exceed|below|</i.test(sign);
    const mark = upward ? (strict ? '>' : '≥') : strict ? '<' : '≤';
    if (low !== undefined) {
      limits.push(pressureLimit('systolic-pressure', mark, Number(high)), pressureLimit('diastolic-pressure', mark, Number(low)));
      continue;
    }
    const named = names(ahead ? since : behind);
    // "≥ 150 and/or ≥ 100 mmHg": the higher one first.
    const bare: Lab | undefined = names(text).length > 0 || found.length !== 2 ? undefined : at === 0 ? 'systolic-pressure' : 'diastolic-pressure'; // prettier-ignore
    const lab = named.length === 1 ? named[0] : named.length === 0 ? bare : undefined;
    if (lab === undefined) return null;
    limits.push(pressureLimit(lab, mark, Number(high)));
  }
  const said = rest.toLowerCase().match(/[a-z]+/g) ?? [];
  if (!said.every((word) => MATTER.has(word) || FILLER.has(word)) || /[≥>≤<]/.test(rest)) return null;
  const plausible = limits.every((one) => one.kind === 'lab' && (one.lab === 'systolic-pressure' ? one.value >= 120 && one.value <= 220 : one.value >= 75 && one.value <= 130)); // prettier-ignore
  return plausible && /hypertension|HTN|pressure|\bBP\b|SBP/i.test(text) ? limits : null;
}
