/** Tumour type, stage and extent. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { byPattern, needing, type Atom, type ReadingContext, type Recogniser } from './atom.ts';

type Tumour = Extract<Requirement, { kind: 'tumour' }>;
const broad = (name: string, breadth: 'solid' | 'liquid' | 'any'): Tumour => ({
  kind: 'tumour',
  name,
  oncotree: null,
  doid: null,
  breadth,
});

/** Abbreviations that criteria use, and the name the tumour table knows. A leading m means metastatic. */
const SHORT: Readonly<Record<string, string>> = {
  NSCLC: 'non-small cell lung cancer', SCLC: 'small cell lung cancer', CRC: 'colorectal cancer', HCC: 'hepatocellular carcinoma',
  RCC: 'renal cell carcinoma', ccRCC: 'renal clear cell carcinoma', HNSCC: 'head and neck squamous cell carcinoma', PDAC: 'pancreatic adenocarcinoma',
  GBM: 'glioblastoma', DLBCL: 'diffuse large B-cell lymphoma', MM: 'multiple myeloma', AML: 'acute myeloid leukemia', CLL: 'chronic lymphocytic leukemia',
  MDS: 'myelodysplastic syndrome', CML: 'chronic myeloid leukemia', GIST: 'gastrointestinal stromal tumor', MCL: 'mantle cell lymphoma',
}; // prettier-ignore

const HEAD =
  'cancers?|carcinomas?|adenocarcinomas?|lymphomas?|leuka?emias?|melanomas?|sarcomas?|liposarcomas?|osteosarcomas?|gliomas?|glioblastomas?|astrocytomas?|myelomas?|mesotheliomas?|neuroblastomas?|medulloblastomas?|cholangiocarcinomas?|thymomas?|tumou?rs?|neoplasms?|syndromes?|seminomas?|malignanc(?:y|ies)';
const HEADS = new RegExp(String.raw`\b(?:${HEAD})\b`, 'gi');
const SHORTS = new RegExp(String.raw`\b(m)?(${Object.keys(SHORT).join('|')})\b`, 'g');
const STOP =
  /^(?:advanced|metastatic|bilateral|unilateral|contralateral|limited|extensive|superficial|early|late|ocular|mucosal|acral|left|right|recurrent|relapsed|refractory|unresectable|resectable|progressive|locally|confirmed|proven|documented|diagnosed|untreated|treated|the|a|an|of|with|or|and|for|any|known|active|primary|other|new|to|in|have|has|had|having|following|stage|measurable|their|is|are|by|from)$/i;

/** Looks left of a head noun for the longest name that the tumour table knows. */
export const tumourTypes: Recogniser = (text, context) => {
  const atoms: Atom[] = [];
  SHORTS.lastIndex = 0;
  for (let match = SHORTS.exec(text); match !== null; match = SHORTS.exec(text)) {
    const named = lookUp(SHORT[match[2] ?? ''] ?? '', context);
    if (!named) continue;
    const requirement: Requirement =
      match[1] === undefined ? named : { kind: 'all', of: [{ kind: 'extent', extent: 'metastatic' }, named] };
    atoms.push({ start: match.index, end: match.index + match[0].length, requirement });
  }
  HEADS.lastIndex = 0;
  for (let match = HEADS.exec(text); match !== null; match = HEADS.exec(text)) {
    const atom = named(text, match.index, match[0], context);
    if (atom) atoms.push(atom);
  }
  return atoms;
};

function named(text: string, at: number, head: string, context: ReadingContext): Atom | null {
  const end = at + head.length;
  const starts = [at];
  let from = at;
  for (let words = 0; words < 6; words += 1) {
    const before = /([\w'-]+) $/.exec(text.slice(Math.max(0, from - 30), from));
    const word = before?.[1];
    if (word === undefined || (STOP.test(word) && !(/^(?:and|the|of)$/i.test(word) && words > 0))) break;
    from -= word.length + 1;
    starts.push(from);
  }
  for (const start of starts.reverse()) {
    const phrase = text.slice(start, end);
    if (/^(?:and|the|of)\b/i.test(phrase)) continue;
    if (/^solid (?:tumou?rs?|malignanc(?:y|ies)|cancers?|neoplasms?)$/i.test(phrase))
      return { start, end, requirement: broad('solid tumour', 'solid') };
    if (/^ha?ematolog\w+ (?:malignanc(?:y|ies)|cancers?|neoplasms?)$/i.test(phrase))
      return { start, end, requirement: broad('blood cancer', 'liquid') };
    if (start === at && /^(?:cancers?|malignanc(?:y|ies)|tumou?rs?|neoplasms?|syndromes?)$/i.test(phrase)) return null;
    const requirement = lookUp(phrase, context);
    if (requirement) return { start, end, requirement };
  }
  return null;
}

/** A tumour type by name; null when the table does not know it. */
export function lookUp(phrase: string, { tumours, phrases }: Pick<ReadingContext, 'tumours' | 'phrases'>): Requirement | null {
  const key = phrase.toLowerCase();
  const known = phrases.get(key);
  if (known !== undefined) return known;
  const triple = /^triple[- ]negative (breast (?:cancer|carcinoma)s?)$/.exec(key);
  const found = triple ? tumours.byText(triple[1] ?? '') : (tumours.byText(key) ?? tumours.byText(key.replace(/s$/, '')));
  const type: Tumour | null =
    found && (found.oncotree !== null || found.doid !== null) ? { kind: 'tumour', name: key, ...found, breadth: null } : null;
  const requirement: Requirement | null = type && triple ? { kind: 'all', of: [type, ...TRIPLE_NEGATIVE] } : type;
  phrases.set(key, requirement);
  return requirement;
}
const negative = (marker: string): Requirement => ({
  kind: 'molecular',
  label: `${marker} negative`,
  tree: { kind: 'marker', marker, status: 'negative', method: null, min: null },
});
const TRIPLE_NEGATIVE = [negative('HER2'), negative('ER'), negative('PR')];

const G = String.raw`(?:IV|I{1,3}|[1-4])(?:[ABCD][1-4]?)?`;
const stage: Recogniser = byPattern(
  new RegExp(
    String.raw`\b(?:(?:AJCC|clinical|pathologic(?:al)?|TNM|FIGO(?: \d{4})?)\s+)*stages?\s*:?\s*(${G}(?:\s*(?:,|-|to|or|and|and\/or|\/|through|, or)\s*(?:stage\s*)?${G})*)\b(?!\.\d)`,
    'gi',
  ),
  (match) => stageOf(match[1] ?? ''),
);

/** `IIIB-IV` is every group in between; letters are kept where both ends name one group. */
function stageOf(text: string): Requirement | null {
  const order = ['I', 'II', 'III', 'IV'];
  const parts = [...text.toUpperCase().matchAll(/(IV|I{1,3}|[1-4])([ABCD])?[1-4]?/g)].map(([, group = '', letter = '']) => ({
    group: /\d/.test(group) ? (order[Number(group) - 1] ?? '') : group,
    letter,
  }));
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const groups = new Set(parts.map(({ group, letter }) => group + letter));
  if (/-|\bto\b|through/i.test(text)) {
    const [from, to] = [order.indexOf(first.group), order.indexOf(last.group)];
    if (from > to) return null;
    for (let at = from; at <= to; at += 1) {
      const letters = ['A', 'B', 'C', 'D'].filter(
        (letter) => (at > from || letter >= (first.letter || 'A')) && (at < to || letter <= (last.letter || 'D')),
      );
      if (letters.length === 4) groups.add(order[at] ?? '');
      for (const letter of letters) groups.add(`${order[at] ?? ''}${letter}`);
    }
  }
  return { kind: 'stage', groups: [...groups] };
}

const metastatic: Recogniser = byPattern(
  /\bmetasta(?:tic|sized)(?: (?:disease|setting))?\b|\bdistant metasta[st]\w+\b|\bM1 disease\b/gi,
  () => ({ kind: 'extent', extent: 'metastatic' }),
);
const advanced: Recogniser = byPattern(/\b(?:(?:locally|regionally)[- ])?advanced(?: (?:stage|disease))?\b/gi, () => ({
  kind: 'extent',
  extent: 'advanced',
}));
const early: Recogniser = byPattern(/\bearly[- ]stage\b|\bnon-?metastatic\b/gi, (match) =>
  /non/i.test(match[0]) ? { kind: 'not', of: { kind: 'extent', extent: 'metastatic' } } : { kind: 'extent', extent: 'early' },
);
/** Words about the course that a chart seldom settles. */
const course: Recogniser = byPattern(
  /\b(?:un-?resectable|recurrent|relapsed|refractory|progressive|inoperable|incurable|persistent|R\/R)(?: disease)?\b/gi,
  (match) => ({ kind: 'unread', ask: `whether the disease is ${match[0].toLowerCase().replace(/ disease$/, '')}` }),
);

export const DISEASE: readonly Recogniser[] = [
  needing('stage', stage),
  needing('early|metastatic', early),
  needing('metast|m1', metastatic),
  needing('advanced', advanced),
  course,
  tumourTypes,
];
