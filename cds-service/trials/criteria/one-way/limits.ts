/**
 * One laboratory value with several limits, for different patients, and limits with a word on transfusions and growth factors. Who keeps the strictest
 * keeps whichever is asked, who misses the laxest misses them all.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { join, UNREAD } from '../requirements-together.ts';
import type { ReadingContext } from '../atom.ts';
import { laboratory } from '../laboratory/index.ts';
import { FILLER } from '../text/lexicon.ts';
import { MEASURE_WORDS } from '../words/measure.ts';
import { words } from '../words/vocabulary.ts';
import { atLeast, atMost, OF_SOME, type OneWayReader } from './reader.ts';

/** Of whom a limit is asked, and nothing else. */
const OF_WHOM = words(`
  for if in with who whom have has having and or but the a an of is are be to by on not no without may can must should will then when where unless except exception due
  subjects subject patients patient participants participant individuals those men women man woman male males female females adults
  known documented suspected confirmed diagnosis diagnosed gilbert's gilberts gilbert syndrome disease liver hepatic bone marrow metastases metastasis metastatic mets
  involvement involved present presence case cases which allowed permitted eligible enrolled included acceptable also receiving anticoagulants anticoagulation
  anticoagulant therapy therapeutic local institutional their
`);
const SIGN = /[≥≤<>]/g;

export const LIMITS: OneWayReader = {
  needs: ['≥', '≤', '<', '>'],
  read(text, side, context) {
    if (text.length > 320 || OF_SOME.test(text)) return null;
    return (side === 'inclusion' ? beside(text, context) : null) ?? several(text, context);
  },
};

interface Read {
  readonly requirement: Requirement;
  readonly about: string;
  readonly value: number;
  readonly end: number;
}

/** Every limit is one of the value that is named first. */
function several(text: string, context: ReadingContext): Requirement | null {
  if ((text.match(SIGN) ?? []).length < 2) return null;
  const [first] = laboratory(text, context);
  if (first === undefined) return null;
  const name = text.slice(first.start).split(/[≥≤<>]/)[0] ?? '';
  const read: Read[] = [];
  let rest = text.slice(0, first.start);
  let at = first.start;
  for (const { index } of text.slice(first.start).matchAll(SIGN)) {
    const start = first.start + index;
    if (start < at) continue;
    const one = limitOf(`${name.trim()} ${text.slice(start)}`, context);
    if (one === null) return null;
    rest += ` ${at === first.start ? '' : text.slice(at, start).replace(new RegExp(escaped(name.trim()), 'gi'), ' ')} `;
    at = start + one.end - name.trim().length - 1;
    read.push(one);
  }
  rest += text.slice(at);
  const ordered = read.toSorted((a, b) => a.value - b.value);
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  if (lowest === undefined || highest === undefined || lowest.value === highest.value) return null;
  if (new Set(read.map(({ about }) => about)).size > 1 || !saysOnlyOfWhom(rest)) return null;
  const upward = lowest.about.endsWith('from');
  const [strict, lax] = upward ? [highest, lowest] : [lowest, highest];
  return join('any', [strict.requirement, join('all', [lax.requirement, UNREAD])]);
}

function limitOf(text: string, context: ReadingContext): Read | null {
  const [atom] = laboratory(text, context);
  if (atom?.start !== 0) return null;
  const labs = atom.requirement.kind === 'all' || atom.requirement.kind === 'any' ? atom.requirement.of : [atom.requirement];
  const [one] = labs;
  if (one?.kind !== 'lab') return null;
  for (const other of labs)
    if (other.kind !== 'lab' || other.value !== one.value || other.uln !== one.uln || other.lln !== one.lln) return null;
  const way = one.bound === 'min' || one.bound === 'above' ? 'from' : 'to';
  const about = [...labs.map((other) => (other.kind === 'lab' ? other.lab : '')), one.uln ? 'ULN' : one.lln ? 'LLN' : one.unit, way].join(
    ' ',
  );
  return { requirement: atom.requirement, about, value: one.value, end: atom.end };
}

function saysOnlyOfWhom(text: string): boolean {
  const said = text.toLowerCase().match(/[a-z][a-z'-]*/g) ?? [];
  return said.every((word) => OF_WHOM.has(word) || FILLER.has(word) || MEASURE_WORDS.silent.has(word)) && !/\d/.test(text);
}
function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

const SUPPORT = /transfus|growth[- ]factors?|colony[- ]stimulating|G-?CSF|filgrastim|erythropoie|\bEPO\b/i;
/** A bracket, a sentence or a clause of its own. */
const NOTE =
  /\([^()]*\)|[.;]\s+(?:notes?:? )?[^.;]+\.?|,? (?:and |but )?(?:without|with no|not|in the absence of|independent of)\b[^.;()]*/gi;
const DENIED = /\b(?:no|not|without|independen(?:t|ce)|unsupported|absence|free|prohibited|cannot|none)\b/i;
const LET = /\b(?:allow\w*|permit\w*|may|can|acceptable|eligible|regardless|with or without|supported)\b/i;

/** "Haemoglobin ≥ 9 g/dL (no transfusion within 7 days)" asks for more than the value, "… (transfusion allowed)" for less. */
function beside(text: string, context: ReadingContext): Requirement | null {
  if (!SUPPORT.test(text)) return null;
  const kinds = new Set<'more' | 'less' | 'open'>();
  const bare = text.replace(NOTE, (note) => {
    if (!SUPPORT.test(note)) return note;
    kinds.add(DENIED.test(note) && !LET.test(note.replace(/\bnot (?:be )?(?:allowed|permitted)/gi, '')) ? 'more' : LET.test(note) && !DENIED.test(note) ? 'less' : 'open'); // prettier-ignore
    return ' ';
  });
  const [kind] = kinds;
  const atoms = laboratory(bare, context);
  const [only] = atoms;
  if (kinds.size !== 1 || kind === 'open' || atoms.length !== 1 || only === undefined || SUPPORT.test(bare)) return null;
  if (!saysOnlyOfWhom(`${bare.slice(0, only.start)} ${bare.slice(only.end).replace(/within \d+ (?:days|weeks)/gi, '')}`)) return null;
  if (
    /\b(?:if|for|in|with|who|those|when)\b/i.test(bare.slice(only.end)) ||
    /\b(?:if|for|with|who|those)\b/i.test(bare.slice(0, only.start))
  )
    return null;
  return kind === 'more' ? atMost(only.requirement) : atLeast([only.requirement]);
}
