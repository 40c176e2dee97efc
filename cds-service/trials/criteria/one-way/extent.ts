/** Measurable disease, and T, N and M categories, where a line asks for them and for more. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { UNREAD, type Side } from '../requirements-together.ts';
import { everyMatch } from '../text/every-match.ts';
import { words } from '../words/vocabulary.ts';
import { OF_SOME, type OneWayReader } from './reader.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

export const EXTENT: OneWayReader = {
  needs: ['measurable', 't0', 't1', 't2', 't3', 't4', 'n0', 'n1', 'n+'],
  read(text, side) {
    if (text.length > 500 || OF_SOME.test(text)) return null;
    return measurable(text, side) ?? categories(text, side);
  },
};

const LEAD = String.raw`^\W*(?:(?:patients?|participants?|subjects?|individuals?|must|should|have|has|with|presence|of|at least|≥|one|two|1|2|a|an|site|lesion|disease|tumou?r|that|is|are|radiographically|radiographic|radiologically|radiologic|clinically|radiological|confirmed|documented|accurately|evidence|the|at) ?)*`;
const MEASURABLE = new RegExp(String.raw`${LEAD}\bmeasurable\b`, 'i');
const EITHER =
  /\b(?:or|and\/or) (?:radiographically |clinically )?(?:non-?measurable|evaluable|assessable|not measurable)|\bevaluable (?:or|and\/or)|\bnon-?measurable|\b(?:no|not|without|unless|except|if|for (?:participants|patients|those)|when|may|bone[- ]only|marker|CA-?125|PSA)\b/i;
const PLAIN = words(`
  a an the at least one two 1 of with in on is are be have has must should that which as by per using according to and or defined for from will
  patient patients participant participants subject subjects individuals presence evidence documented confirmed baseline screening study entry enrollment
  measurable disease lesion lesions tumor tumors tumour tumours target site response evaluation criteria solid recist v1.1 1.1 version v 1 mrecist irecist guidelines guideline
  radiographically radiographic radiologically clinically ct mri pet scan scans imaging computed tomography magnetic resonance local investigator assessed assessment determined
`);

function measurable(text: string, side: Side): Requirement | null {
  if (side !== 'inclusion' || !MEASURABLE.test(text) || EITHER.test(text)) return null;
  const asked: Requirement = { kind: 'measurable' };
  const left = (text.toLowerCase().match(/[a-z0-9][\w.+-]*/g) ?? [])
    .map((word) => word.replace(/[.]$/, ''))
    .filter((word) => !PLAIN.has(word));
  return left.length === 0 ? asked : { kind: 'all', of: [asked, UNREAD] };
}

const CATEGORY = String.raw`[cp]?(?:[TNM])(?:is|any|a|X|[0-4])(?:mi|[a-d])?`;
/** Words beside categories that say nothing more of whom they are asked. */
const BESIDE = words(`
  t n m patients patient participants participant subjects subject with clinical clinically pathologic pathological pathologically stage stages staged staging tumour tumours tumor tumors disease ajcc uicc tnm the of per edition ed th 8th 7th radiologic radiological
  any following as by report criteria american joint committee on cancer union for international control must have has be is are in to and according anatomic prognostic primary lymph node nodal node-negative eligible includes include including category categories defined
`);
const LINE = new RegExp(
  String.raw`(?<![\w>≥<≤+/-])(${CATEGORY}(?:(?: ?- ?|\/| to | or |, ?|,? and\/or | |,? and )?(?:${CATEGORY}|[0-4][a-d]?(?![\w%.])))*)(?![\w%]|\s*(?:cm|mm|RNA|weight))`,
  'g',
);
const TAKES_BACK =
  /\b(?:unless|except\w*|or (?:higher|greater|above|stage|metasta|locally|recurr|surgical)|if|when|allowed|permitted|eligible|may|high[- ]risk|features?|MRI|thyroid|TSH|free T[34]|liver iron|CD[348]|inflammatory|prior|history|select)\b|T-?cell|\bN\s?\+|>|≥|<|≤/i;

/** One group of categories in a line: each letter's list is needed. */
function categories(text: string, side: Side): Requirement | null {
  if (TAKES_BACK.test(text)) return null;
  const found = everyMatch(text, LINE).filter(([one]) => /T(?:is|a|[0-4])/.test(one) || /N[0-3]/.test(one));
  const [only] = found;
  if (only === undefined || found.length !== 1) return null;
  const read = listsOf(only[1] ?? '');
  if (read === null || (read.t === undefined && read.n === undefined)) return null;
  const behind = text.slice(only.index + only[0].length);
  if (/^\s*(?:-|to|or|and|,|\/|±)?\s*(?:[cp]?[TNM]\d|[xX]\b)/.test(behind) || /±\s*$/.test(text.slice(0, only.index))) return null;
  const rest = `${text.slice(0, only.index)} ${behind}`.replace(/^\W*\d{1,2}[.)]/, ' ');
  const bare = rest.toLowerCase().match(/[a-z0-9][a-z0-9-]*/g) ?? [];
  if (!bare.every((word) => BESIDE.has(word)) || /\bconsidered\b/i.test(rest)) return null;
  const asked: Requirement = { kind: 'tnm', ...read };
  return side === 'exclusion' ? asked : { kind: 'all', of: [asked, UNREAD] };
}

const MOST: Readonly<Record<string, number>> = { T: 4, N: 3, M: 1 };

function listsOf(line: string): Omit<Extract<Requirement, { kind: 'tnm' }>, 'kind'> | null {
  const lists: Partial<Record<'T' | 'N' | 'M', string[]>> = {};
  const sides = new Set<string>();
  let letter: 'T' | 'N' | 'M' | null = null;
  let last = '';
  let ranged = false;
  for (const [token, kind = '', own, value = '', number = ''] of everyMatch(
    line,
    /([cp]?)([TNM])((?:is|any|a|X|[0-4])(?:mi|[a-d])?)|(?<![\w])([0-4][a-d]?)|-|\bto\b/g,
  )) {
    if (token === '-' || token === 'to') {
      ranged = last !== '';
      continue;
    }
    if (own !== undefined) letter = own as 'T' | 'N' | 'M';
    if (kind !== '') sides.add(kind);
    if (letter === null) return null;
    const now = own === undefined ? number : value;
    const list = lists[letter] ?? [];
    if (/X/.test(now)) {
      // Not assessed: it widens nothing.
      if (ranged) return null;
      list.push(`${letter}X`);
    } else if (now === 'any')
      list.push(...Array.from({ length: (entryOf(MOST, letter ?? '') ?? 0) + 1 }, (_, n) => `${letter ?? ''}${n}`), `${letter}X`);
    else if (ranged && last.startsWith(letter)) {
      // A range that begins or ends at a letter of a category leaves its border open.
      const [from, to] = [Number(/\d/.exec(last)?.[0]), Number(/\d/.exec(now)?.[0])];
      if (Number.isNaN(from) || Number.isNaN(to) || from >= to) return null;
      for (let n = from + 1; n < to; n += 1) list.push(`${letter}${n}`);
      const end = /^\d([a-d])$/.exec(now)?.[1];
      list.push(
        ...(end === undefined
          ? [`${letter}${now}`]
          : 'abcd'
              .slice(0, 'abcd'.indexOf(end) + 1)
              .split('')
              .map((one) => `${letter ?? ''}${to}${one}`)),
      );
      const start = /^[TNM]\d([a-d])$/.exec(last)?.[1];
      if (start !== undefined)
        list.push(
          ...'abcd'
            .slice('abcd'.indexOf(start))
            .split('')
            .map((one) => `${letter ?? ''}${from}${one}`),
        );
    } else list.push(`${letter}${now}`);
    lists[letter] = list;
    last = `${letter}${now}`;
    ranged = false;
  }
  const [side] = sides;
  const named = (letters: readonly string[] | undefined): readonly string[] | undefined =>
    letters?.every((one) => one.endsWith('X')) === true ? undefined : letters;
  const [T, N, M] = [named(lists.T), named(lists.N), named(lists.M)];
  return {
    ...(T === undefined ? {} : { t: [...new Set(T)] }),
    ...(N === undefined ? {} : { n: [...new Set(N)] }),
    ...(M === undefined ? {} : { m: [...new Set(M)] }),
    ...(sides.size === 1 ? { side: side === 'p' ? ('pathologic' as const) : ('clinical' as const) } : {}),
  };
}
