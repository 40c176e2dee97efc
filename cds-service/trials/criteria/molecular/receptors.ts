/**
 * Receptors of breast cancer and HER2: one or several with a state each ("ER and/or PR positive", "HR+/HER2-"), with the cut-off where one is given
 * ("ER ≥ 10 %", "HER2-negative, defined as IHC 0, 1+ or 2+/ISH-"). Takes texts with short names (`shortNames`).
 */
import type { Term } from '../../../knowledge/oncology/notation/term.ts';
import type { ProfileTree } from '../../../knowledge/oncology/types.ts';
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { byPattern, needing, needingNumber, type Atom, type Recogniser } from '../atom.ts';
import { her2Definition, her2Scores } from './her2.ts';
import { everyMatch } from '../text/every-match.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

const marker = (name: string, status: string, method: string | null = null, min: number | null = null): Term => ({
  kind: 'marker',
  marker: name,
  status,
  method,
  min,
});
type State = 'positive' | 'negative' | 'low' | 'ultralow';

const NAME = String.raw`(?:ER|PR|PgR|PGR|HR|AR)`;
const STATE = String.raw`(?:[- ]?(?:is |are |status |status is |receptor |disease |expression )?(?:-?positiv(?:e|ity)|pos\b|negativ(?:e|ity)|neg\b)|\s?\((?:positive|negative|\+|-)\)|\s?\+(?!\w*\d)|\s?-(?=[\s,;.)\]/:+]|HER2|PR|ER|$))`;
/** "ER+", "ER and/or PR positive", "ER-positive/PR-positive". */
const RUN = new RegExp(
  String.raw`(?<![A-Za-z0-9]|anti-)(?:(?:either|both) )?(${NAME})(${STATE})?(?: ?(and\/or|or|and|&|\/|,) ?(?:an? )?(${NAME})(?![- ]?low)(${STATE})?)?(?![- ]?low)`,
  'g',
);
/** Behind a receptor: the share of stained cells. "HR positive (ER ≥ 1% and/or PR ≥ 1%)" names both; behind one receptor another one is another matter. */
const share = (names: string, both: string): RegExp =>
  new RegExp(
    String.raw`^[\s,(:-]*(?:(?:defined|tumou?rs?|disease|status|as|by|with|at|is|are|of|in|expression|express(?:ed|ing)|staining|stain|positiv(?:e|ity)|immunoreactivity|nuclear|cells?|nuclei|being|the|a|IHC|breast|cancer|${names}|i\.?e\.?,?|[(,:[]|-)\s*){0,9}(≥|>|≤|<)\s*(\d{1,2})\s*(?:%|percent\b)(\s*(?:-|to)\s*(?:[≤<]\s*)?\d{1,2}\s*%)?${both}(?:\s*(?:of|the|invasive|tumou?r|cancer|malignant|cells?|nuclei|nuclear|positive(?:ly)?|stain(?:ed|ing|s)?|immunoreactiv(?:e|ity)|being|for|expression|positivity|by|IHC|in|on|are|per|ASCO\/CAP|guidelines?|criteria|local|testing|current)\b)*\s*[)\]]?`,
    'i',
  );
const SHARES: Readonly<Record<string, RegExp>> = {
  HR: share(
    String.raw`ER|PR|PgR|and\/or|or|and|\/`,
    String.raw`(?:\s*(?:and\/or|or|and|\/|,)\s*(?:ER|PR|PgR)\s*(?:(?:expression|positive|positivity|is|of)\s*)*\1\s*\2\s*%)?`,
  ),
  ER: share(String.raw`ER(?![A-Za-z])`, ''),
  PR: share(String.raw`PR(?![A-Za-z])|PgR`, ''),
  AR: share(String.raw`AR(?![A-Za-z])`, ''),
};
const SHARE_OF_BOTH = share(String.raw`ER|PR|PgR|and\/or|and|\/`, '');

/** A line that explains a word and asks for nothing. */
const DEFINITION =
  /^\W*(?:HER2|ER|PR|HR|AR|hormone|triple)[^.;:]{0,60}\b(?:is|are|was|will be) (?:defined|considered|established|determined)\b/i;

function stateOf(text: string | undefined): State | null {
  if (text === undefined) return null;
  if (/neg|-\s*\)?$/i.test(text) && !/\+|pos/i.test(text)) return 'negative';
  return 'positive';
}

const nameOf = (text: string): string => (text.startsWith('P') ? 'PR' : text);

const receptors: Recogniser = (text) => {
  if (DEFINITION.test(text)) return [];
  const atoms: Atom[] = [];
  for (const match of everyMatch(text, RUN)) {
    const at = match.index;
    const whole = match[0];
    const [, first = '', ownState, link, second, laterState] = match;
    let end = at + whole.length;
    const [one, two] = [stateOf(ownState), stateOf(laterState)];
    const given = (second === undefined ? entryOf(SHARES, nameOf(first)) : SHARE_OF_BOTH)?.exec(text.slice(end, end + 170)) ?? null;
    const cut = given !== null && !/(?:^|[^\w])(?:HER2|Ki-?67|PD-L1)\b/.test(given[0]) ? given : null;
    const state = two ?? one;
    if (state === null && cut === null) continue;
    if (cut !== null) end += cut[0].length;
    const names = second === undefined ? [first] : [first, second];
    const states = names.map((_, n) => (n === 0 ? (one ?? two) : (two ?? one)));
    const requirement = combined(names.map(nameOf), states, link ?? null, one !== null && two !== null, cut);
    if (requirement) atoms.push({ start: at, end, requirement });
  }
  return atoms;
};

function combined(
  names: readonly string[],
  states: readonly (State | null)[],
  link: string | null,
  both: boolean,
  cut: RegExpExecArray | null,
): Requirement | null {
  const [sign, value, upper] = [cut?.[1] ?? '', cut?.[2], cut?.[3]];
  if (upper !== undefined || (cut !== null && names.includes('AR')))
    return { kind: 'unread', ask: `${names.join(' and ')} with the share of stained cells` };
  const limit = value === undefined ? null : ({ '≥': 'from', '>': 'above', '≤': 'to', '<': 'below' }[sign] ?? null);
  const leaf = (name: string, state: State | null): ProfileTree | null => {
    if (limit === null) return state === null ? null : marker(name, state);
    // "Negative (≥ 1 %)" is the cut-off of positive, the other way round.
    const wanted = limit === 'from' || limit === 'above' ? 'positive' : 'negative';
    const sense = state === null || state === wanted ? limit : ({ from: 'below', above: 'to', to: 'above', below: 'from' }[limit] ?? limit);
    const min = Number(value);
    if (name !== 'HR') return marker(name, sense, null, min);
    const parts = [marker('ER', sense, null, min), marker('PR', sense, null, min)];
    return sense === 'from' || sense === 'above' ? { or: parts } : { and: parts };
  };
  const leaves = names.map((name, n) => leaf(name, states[n] ?? null));
  const trees = leaves.filter((one) => one !== null);
  if (trees.length !== names.length) return null;
  const positive =
    limit === null ? states[0] === 'positive' : states[0] === null ? limit === 'from' || limit === 'above' : states[0] === 'positive';
  const worded = names.map(
    (name, n) =>
      `${name} ${limit === null ? (states[n] ?? '') : `${sign} ${value ?? ''} %${states[n] === null ? '' : ` (${states[n] ?? ''})`}`}`,
  );
  const label = worded.join(link !== null && /or/.test(link) ? ' or ' : ' and ');
  const [only] = trees;
  if (only === undefined) return null;
  if (trees.length === 1) return { kind: 'molecular', label, tree: only };
  const mixed = both && states[0] !== states[1];
  if (link === ',' && !mixed && !both) return null;
  if (link === '/' && !both && positive)
    return {
      kind: 'all',
      of: [
        { kind: 'molecular', label, tree: { or: trees } },
        { kind: 'unread', ask: 'whether one of ER and PR is enough' },
      ],
    };
  const either = /or/.test(link ?? '');
  if (either && !positive && !mixed)
    return {
      kind: 'all',
      of: [
        { kind: 'molecular', label, tree: { or: trees } },
        { kind: 'unread', ask: `how "${label}" is meant` },
      ],
    };
  return { kind: 'molecular', label, tree: either ? { or: trees } : { and: trees } };
}

/** HER2 with its state and, where it is written out, what that state means. */
const HER2 =
  /\b(?:HER2)(?:[- ]?(?:receptor|protein|gene|status|expression|immunohistochemical|tumou?r|IHC))*[- ]?(?:is |are |by |of |score |status )*(negativ(?:e|ity)(?: or (?:HER2[- ]?)?low)?|positiv(?:e|ity)|pos\b|neg\b|\+(?!\w)|\/?-(?=[\s,;.)\]/:]|$)(?! (?:or|and) \w+-)|ultra-?low|(?:zero|0) or (?:HER2[- ]?)?low|low(?: or (?:HER2[- ]?)?(?:zero|0)|(?: or |\/| and )ultra-? ?low)?|overexpress(?:ing|ion|ed)|amplif(?:ied|ication)?|(?:IHC[- ]?)?3\+|zero|expression|expressing)/gi;

const her2: Recogniser = (text) => {
  if (DEFINITION.test(text)) return [];
  const atoms: Atom[] = [];
  for (const match of text.matchAll(
    /\bHER2\b(?=[- ]*(?:(?:expression|status|score|level|of|by|IHC|staining|is|at)[- ]+)*(?:IHC )?[0-3])/g,
  )) {
    const scored = her2Scores(text.slice(match.index + 4, match.index + 200));
    if (scored === null || scored.tree === null || scored.tree === 'open') continue;
    atoms.push({
      start: match.index,
      end: match.index + 4 + scored.length,
      requirement: { kind: 'molecular', label: `HER2 ${scored.label}`, tree: scored.tree },
    });
  }
  for (const match of everyMatch(text, HER2)) {
    const word = (match[1] ?? '').toLowerCase();
    const end = match.index + match[0].length;
    const definition = her2Definition(text.slice(end, end + 400));
    const push = (label: string, tree: ProfileTree | null): void => {
      const length = definition === null ? 0 : definition.length;
      if (tree !== null) atoms.push({ start: match.index, end: end + length, requirement: { kind: 'molecular', label, tree } });
    };
    const own = her2Word(word);
    if (definition?.tree === 'open')
      atoms.push({
        start: match.index,
        end: end + definition.length,
        requirement: {
          kind: 'all',
          of: [
            ...(own === null ? [] : [{ kind: 'molecular', label: `HER2 ${word}`, tree: own } as const]),
            { kind: 'unread', ask: 'HER2 with its cut-off' },
          ],
        },
      });
    else if (definition !== null && definition.tree !== null) push(`HER2 ${definition.label}`, definition.tree);
    else push(`HER2 ${label(word)}`, own);
  }
  return atoms;
};
function label(word: string): string {
  if (word.includes('3+')) return 'IHC 3+';
  if (/^(?:\+|pos)/.test(word)) return 'positive';
  return /^(?:-|\/-|neg)/.test(word) && !/low/.test(word) ? 'negative' : word;
}
function her2Word(word: string): ProfileTree | null {
  if (word.startsWith('overexpress')) return { kind: 'expression', gene: 'ERBB2', level: 'over' };
  if (word.startsWith('amplif')) return { kind: 'copy', gene: 'ERBB2', change: 'amplification' };
  if (word.includes('3+')) return marker('HER2', 'positive', 'IHC', 3);
  if (word.startsWith('express')) return null;
  if (word.includes('ultra') && word.startsWith('low')) return { or: [marker('HER2', 'low'), marker('HER2', 'ultralow')] };
  if (word.startsWith('ultra')) return marker('HER2', 'ultralow');
  if (/low/.test(word) && /^(?:neg|zero|0|low or)/.test(word)) return marker('HER2', 'negative');
  if (word.startsWith('low')) return marker('HER2', 'low');
  if (word === 'zero') return { not: marker('HER2', 'positive', 'IHC', 1) };
  return marker('HER2', /^(?:neg|-|\/-)/.test(word) ? 'negative' : 'positive');
}

/** "ER expression between 1% and 10%", "ER-low (1-10%)". */
const shareBetween = byPattern(
  /(?<![A-Za-z0-9-])(ER|PR|PgR)(?:[- ]low)?(?:[- ](?:expression|positive|positivity|staining|status))*[\s,]*(?:is |of |between |defined as |\()*(\d{1,2})\s*%?\s*(?:-|to|and)\s*(?:≤ ?)?(\d{1,2})\s*%(?: (?:of )?(?:tumou?r )?cells?)?\)?/g,
  ([, name = '', low, high]) => ({
    kind: 'molecular',
    label: `${nameOf(name)} ${low ?? ''}-${high ?? ''} %`,
    tree: { and: [marker(nameOf(name), 'from', null, Number(low)), marker(nameOf(name), 'to', null, Number(high))] },
  }),
);

/** "Triple negative" without the name of the tumour behind it, and what it means where that is written out as usual. */
const tripleNegative = byPattern(
  /\btriple[- ]negative(?! breast)(?: (?:disease|tumou?rs?|status|subtype))?(?: ?\(\s*ER ?-?(?:negative)?[\s,/]*PR ?-?(?:negative)?[\s,/]*(?:and )?HER2 ?-?(?:negative)?\s*\))?/gi,
  () => ({
    kind: 'molecular',
    label: 'triple negative',
    tree: { and: [marker('ER', 'negative'), marker('PR', 'negative'), marker('HER2', 'negative')] },
  }),
);

export const RECEPTORS: readonly Recogniser[] = [
  needing('triple', tripleNegative),
  needingNumber('er|pr|pgr', shareBetween),
  needing('her2', her2),
  needing('er|pr|hr|pgr|ar', receptors),
];
