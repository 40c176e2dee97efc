/** Tumour type, stage and extent. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { byPattern, GAP, needing, type Atom, type ReadingContext, type Recogniser } from '../atom.ts';
import { lookUp, SHORT } from './lookup.ts';
import { nonSquamous, squamousBefore } from './non-squamous.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

type Tumour = Extract<Requirement, { kind: 'tumour' }>;
const broad = (name: string, breadth: 'solid' | 'liquid' | 'any'): Tumour => ({
  kind: 'tumour',
  name,
  oncotree: null,
  doid: null,
  breadth,
});

const HEAD =
  "cancers?|carcinomas?|adenocarcinomas?|lymphomas?|leuka?emias?|melanomas?|[a-z]*(?:sarcoma|glioma|blastoma|cytoma)s?|myelomas?|mesotheliomas?|cholangiocarcinomas?|thymomas?|tumou?rs?|neoplasms?|syndromes?|seminomas?|malignanc(?:y|ies)|meningiomas?|chordomas?|paragangliomas?|ependymomas?|craniopharyngiomas?|macroglobulina?emia|(?:myelo)?fibrosis|polycytha?emia vera|thrombocytha?emia|mycosis fungoides|histiocytosis|mastocytosis|Hodgkin(?:'s)? disease|Erdheim-Chester disease|Wilms'? tumou?rs?";
const HEADS = new RegExp(String.raw`\b(?:${HEAD})\b`, 'gi');
const SHORTS = new RegExp(String.raw`\b(m)?(${Object.keys(SHORT).join('|')})\b`, 'g');
const STOP =
  /^(?:advanced|metastatic|bilateral|unilateral|contralateral|ipsilateral|limited|limited-stage|extensive|extensive-stage|superficial|early|early-stage|late|mucosal|acral|left|right|recurrent|relapsed|refractory|unresectable|resectable|resected|progressive|locally|confirmed|proven|documented|diagnosed|untreated|treated|the|a|an|of|with|or|and|for|any|known|active|primary|other|new|newly|to|in|have|has|had|having|following|stage|stages|measurable|their|is|are|by|from|at|on|male|female|adult|current|history|past|grade|synchronous|metachronous|patient's|patients|sites|non|non-(?!small|hodgkin)[\w-]+|[ivx]+[abc]?|\d+[a-c]?|situ|in-situ|pediatric|childhood|castration[- ]?\w*|castrate[- ]?\w*|hormone[- ]?(?:sensitive|refractory|naive))$/i;
/** What follows makes it something else than the patient's diagnosis: a cell, a risk, a programme, a drug. */
const NOT_A_DIAGNOSIS =
  /^[- ](?:risk|screening|prevention|program|registry|clinic|centers?|resistan\w+|survivors?|surviv\w+|susceptib\w*|predispos\w*|genes?|antigens?|kinase|viral|virus|specialist|stem|vaccine|suspicion|cells?\b(?! lung| carcinoma))/i;
/** And what stands before. */
const NOT_DIAGNOSED =
  /(?:suspicion (?:of|for)|suspected|suspicious for|risk (?:of|for)|resembling|history of|like|anti-?|iwCLL .{0,20})\s*$/i;

const WHERE_METASTASES_LIE =
  /^(?:(?:parenchymal|malignant|primary) )?(?:brain|cns|central nervous system|lung|pulmonary|liver|hepatic|bone|spine|spinal(?: cord)?|pleural|peritoneal|adrenal|skin|lymph node|abdominal|pelvic|thoracic) (?:tumou?rs?|neoplasms?|malignanc(?:y|ies))$/i;

/** Looks left of a head noun for the longest name that the tumour table knows. */
export const tumourTypes: Recogniser = (text, context) => {
  const atoms: Atom[] = [];
  SHORTS.lastIndex = 0;
  for (let match = SHORTS.exec(text); match !== null; match = SHORTS.exec(text)) {
    const named = lookUp(entryOf(SHORT, match[2] ?? '') ?? '', context);
    // Short for malignant melanoma as well.
    if (match[2] === 'MM' && !/myeloma|IMWG|plasma cell|M[- ]protein|light chain|CLL|amyloidosis|proteasome|CD38|BCMA/i.test(text))
      continue;
    if (!named || NOT_A_DIAGNOSIS.test(text.slice(match.index + match[0].length))) continue;
    const requirement: Requirement =
      match[1] === undefined ? named : { kind: 'all', of: [{ kind: 'extent', extent: 'metastatic' }, named] };
    atoms.push({ start: match.index, end: match.index + match[0].length, requirement });
  }
  HEADS.lastIndex = 0;
  for (let match = HEADS.exec(text); match !== null; match = HEADS.exec(text)) {
    const atom = named(text, match.index, match[0], context);
    if (atom && !NOT_A_DIAGNOSIS.test(text.slice(atom.end)) && !NOT_DIAGNOSED.test(text.slice(Math.max(0, atom.start - 40), atom.start)))
      atoms.push(atom);
  }
  return /squamous/i.test(text) ? atoms.map((atom) => withHistology(text, atom)) : atoms;
};

/** "Non-squamous NSCLC", "squamous or non-squamous NSCLC". */
function withHistology(text: string, atom: Atom): Atom {
  const lung = [atom.requirement, ...(atom.requirement.kind === 'all' ? atom.requirement.of : [])].find(
    (one) => one.kind === 'tumour' && one.oncotree === 'NSCLC',
  );
  const before = lung?.kind === 'tumour' ? squamousBefore(text, atom.start) : null;
  if (before === null || lung?.kind !== 'tumour') return atom;
  const narrower = before.without ? nonSquamous(lung) : lung;
  const requirement: Requirement =
    atom.requirement.kind === 'all' ? { kind: 'all', of: atom.requirement.of.map((one) => (one === lung ? narrower : one)) } : narrower;
  return { ...atom, start: before.start, requirement };
}

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
    if (/^(?:and|the|of|cell)\b/i.test(phrase)) continue;
    if (/^solid (?:tumou?rs?|malignanc(?:y|ies)|cancers?|neoplasms?)$/i.test(phrase))
      return { start, end, requirement: broad('solid tumour', 'solid') };
    if (/^ha?ematolog\w+ (?:malignanc(?:y|ies)|cancers?|neoplasms?)$/i.test(phrase))
      return { start, end, requirement: broad('blood cancer', 'liquid') };
    if (start === at && /^(?:cancers?|malignanc(?:y|ies)|tumou?rs?|neoplasms?|syndromes?)$/i.test(phrase)) return null;
    const behind = text.slice(end);
    const place = OF_CELLS.test(behind)
      ? undefined
      : /^ of (?:the )?(?:left |right )?[a-z][a-z-]+(?: (?:and|or) [a-z-]+)?/i.exec(behind)?.[0];
    for (const where of place === undefined ? [] : [place, place.replace(/ (?:and|or) [a-z-]+$/i, '')]) {
      const placed = lookUp(phrase + where, context);
      if (placed) return { start, end: end + where.length, requirement: placed };
    }
    // "Brain tumours" may be primary ones or metastases.
    if (WHERE_METASTASES_LIE.test(phrase)) return null;
    const requirement = lookUp(phrase, context);
    if (requirement) return { start, end, requirement };
  }
  return null;
}

/** "Thyroid carcinoma of follicular origin": from which cells it comes, which several of its types do. A place is one: "of lung origin". */
const OF_CELLS =
  /^ of (?:the )?(?:follicular|epithelial|mesenchymal|glial|neuroepithelial|neuroectodermal|urothelial)\b(?: cells?)?[ -](?:origin|lineage|derivation|differentiation)\b/i;

const G = String.raw`(?:IV|I{1,3}|[1-4])(?:[ABCD][1-4]?)?`;
const stage: Recogniser = byPattern(
  new RegExp(
    String.raw`(?<!\b(?:tumou?r|T|N|Tanner|Tanner breast|GOLD|CKD|NYHA|disease|kidney|encephalopathy|fibrosis|ulcer|ISS|R-ISS|Rai|Binet|Ann Arbor|Lugano|Durie-Salmon|INSS|INRG|COG) )\b(?:(?:AJCC|clinical|pathologic(?:al)?|TNM|FIGO(?: \d{4})?)\s+)*stages?\s*:?\s*(${G}(?:\s*(?:,|-|to|or|and|and\/or|\/|through|, or)\s*(?:stage\s*)?${G})*)\b(?!\.\d)`,
    'gi',
  ),
  (match) => stageOf(match[1] ?? ''),
);

/** The stage groups that a text names, each with its place. */
export const stagesIn = (text: string): readonly Atom[] => stage(text, EMPTY);
const EMPTY = {} as ReadingContext;

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
/** Asked for alone, it may leave out those with metastases. */
const LOCALLY_ONLY: Requirement = {
  kind: 'all',
  of: [
    { kind: 'extent', extent: 'advanced' },
    { kind: 'unread', ask: 'whether the disease is locally advanced without metastases' },
  ],
};
/** "Advanced" is the tumour's extent only before a tumour, a stage or the end: not an "advanced imaging" or an "advanced conduction disease". */
const advanced: Recogniser = byPattern(
  new RegExp(
    String.raw`\b(?:(?:locally|regionally)[- ])?advanced(?:[- ](?:stage|disease))?\b(?=\W*(?:$|[.;),]|(?:(?:or|and|and\/or|unresectable|inoperable|metastatic|recurrent|relapsed|refractory|incurable|progressive|persistent|stage|solid|malignant|primary|measurable|\u0001+|[\w-]+(?:'s)?)[\s,/()]+){0,6}(?:${HEAD}|disease|setting|\u0001|${Object.keys(SHORT).join('|')})\b))`,
    'gi',
  ),
  ({ 0: found, index, input }) =>
    /^\W*(?:nodal|imaging|conduction|liver|renal|heart|lung disease|atheroscl|directive|practice|molecular|age|life|care)/i.test(
      input.slice(index + found.length),
    )
      ? null
      : /locally|regionally/i.test(found) && !/metasta|\bstages? ?(?:4|.{0,12}IV)|unresect|inoperable/i.test(input) && !input.includes(GAP)
        ? LOCALLY_ONLY
        : { kind: 'extent', extent: 'advanced' },
);
const early: Recogniser = byPattern(/\bearly[- ]stage\b|\bnon-?metastatic\b/gi, (match) =>
  /non/i.test(match[0]) ? { kind: 'not', of: { kind: 'extent', extent: 'metastatic' } } : { kind: 'extent', extent: 'early' },
);
/** Words about the course that a chart seldom settles. */
const course: Recogniser = byPattern(
  /\b(?:un-?resectable|recurrent|relapsed|refractory|progressive|inoperable|incurable|persistent|R\/R)(?: disease)?\b/gi,
  (match) => ({ kind: 'unread', ask: `whether the disease is ${match[0].toLowerCase().replace(/ disease$/, '')}` }),
);

/** "Hormone-sensitive" is said of breast cancer as well. */
const castration: Recogniser = (text) => (/prostat|\bm?[HC][RS]PC\b/i.test(text) ? CASTRATION(text, EMPTY) : []);
const CASTRATION: Recogniser = byPattern(
  /(?<![\w-])(?:castrat(?:ion|e)[- ](?:(resistan(?:t|ce)|refractory)|sensitive|na[iï]ve)|hormone[- ](?:(refractory)|sensitive))(?![\w-])/gi,
  ({ 1: resistant, 2: refractory }) => ({ kind: 'castration', state: (resistant ?? refractory) === undefined ? 'sensitive' : 'resistant' }),
);

/** "cT1-2 N0-1 M0": nothing has spread far; what T and N ask is not compared. */
const CATEGORY = (letter: string, values: string): string =>
  String.raw`[cpy]{0,2}${letter}${values}(?:(?:\s*(?:-|,|\/|\bto\b|\bor\b)\s*)+[cpy]{0,2}${letter}?${values})*`;
const withoutSpread: Recogniser = byPattern(
  new RegExp(
    String.raw`(?<![\w-])(?:${CATEGORY('T', '(?:is|[0-4xX](?:[a-d](?![a-z]))?)')}[\s,;]*)?${CATEGORY('N', '[0-3xX][a-c]?')}[\s,;]*(?:and\s+)?(?:[cp]?M[xX]\s+or\s+)?[cp]?M0\b(?!\s*(?:-|or|\/|,)\s*[cp]?M?1)`,
    'g',
  ),
  () => ({
    kind: 'all',
    of: [
      { kind: 'not', of: { kind: 'extent', extent: 'metastatic' } },
      { kind: 'unread', ask: 'T and N category' },
    ],
  }),
);

export const DISEASE: readonly Recogniser[] = [
  needing('m0', withoutSpread),
  needing('stage', stage),
  needing('castrat|hormone', castration),
  needing('early|metastatic', early),
  needing('metast|m1', metastatic),
  needing('advanced', advanced),
  course,
  tumourTypes,
];
