/** Age, sex, performance, pregnancy, brain metastases, other malignancy. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { byPattern, needing, needingNumber, type Atom, type Recogniser } from './atom.ts';

const N = String.raw`(\d{1,3}(?:\.\d+)?)`;
const YEARS = String.raw`\s*(?:years?(?: old| of age)?|yrs?|y\.?o\.?)`;

/** An age at the diagnosis is none of today. */
const AT_DIAGNOSIS = new RegExp(
  String.raw`\b(?:at|when|upon|by|before|after|since)\s+(?:the |their |his |her )?(?:(?:time|date|day|point|age)(?: of)? )?(?:the |their )?(?:(?:initial|first|original|primary|cancer|tumou?r|disease) )*(?:diagnos\w*|presentation|onset)\b|\bdiagnos\w*(?: \w+){0,4} (?:at|before|after|by|between|prior to|under|over)(?: (?:the|an))?(?: ages?(?: of)?)? ?(?:[≥≤<>] ?)?\d`,
  'i',
);
const ofToday =
  (recogniser: Recogniser): Recogniser =>
  (text, context) => {
    const found = recogniser(text, context);
    return found.length > 0 && AT_DIAGNOSIS.test(text) ? [] : found;
  };

const ageBound: Recogniser = byPattern(
  new RegExp(
    String.raw`(?:\b(?:aged?|age (?:of|is|must be))\s*:?\s*)?(≥|≤|>|<)\s*${N}${YEARS}(?: (?:and|or) (older|over|above|younger))?(?: (?:of age|old))?(?:,? (?:and|to|-) (≤|<) ${N}${YEARS})?`,
    'gi',
  ),
  ({ 0: whole, 1: sign, 2: value, 4: secondSign, 5: second, index, input }) => {
    // A number of years is an age only where the text says so: it may be a time since something.
    if (
      !/\bage/i.test(whole) &&
      !/\b(?:old|older|over)\b/i.test(whole) &&
      !/\b(?:aged?|ages|adults?|must be|patients|(?:fe)?males?|wom[ae]n|men)\W*(?:\w+\W+){0,3}$/i.test(
        input.slice(Math.max(0, index - 40), index),
      )
    )
      return null;
    if (
      /^\W*(?:prior|before|after|ago|since|from|post|following|earlier|of (?:diagnosis|treatment|therapy))\b/i.test(
        input.slice(index + whole.length),
      )
    )
      return null;
    const one = bound(sign, Number(value));
    return secondSign === undefined ? { kind: 'age', ...one } : { kind: 'age', ...one, ...bound(secondSign, Number(second)) };
  },
);
const ageAtLeast: Recogniser = byPattern(
  new RegExp(
    String.raw`\b(?:(?:aged?|adults?|must be|be)\s*:?\s*)?\(?${N}${YEARS}(?: of age)? (?:or|and|&) (?:older|over|above|up|greater|more)(?: (?:in|of) age)?\)?|\bage[ds]? ${N}\+|\b(?:aged?|over the age of) (?:over )?${N}(?: or older)(?:${YEARS})?`,
    'gi',
  ),
  ([, a, b, c]) => ({ kind: 'age', min: Number(a ?? b ?? c) }),
);
/** "Age ≥ 19", "Ages 24-65" alone, without the word years. */
const ageBare: Recogniser = byPattern(
  /^\W*(?:aged?|ages)\s*:?\s*(?:(≥|≤|>|<) (\d{1,2})|(\d{1,2}) ?(?:-|to) ?(\d{2}))\W*$/gi,
  ([, sign, value, min, max]) =>
    sign === undefined ? { kind: 'age', min: Number(min), max: Number(max) } : { kind: 'age', ...bound(sign, Number(value)) },
);
const ageRange: Recogniser = byPattern(
  new RegExp(
    String.raw`\b(?:aged?|ages|age (?:range|between)|between the ages of|from|between)\s*:?\s*(?:from |between )?${N}(?:${YEARS})?\s*(?:-|to|and)\s*(?:≤ )?${N}${YEARS}(?:,? inclusive)?`,
    'gi',
  ),
  ([, min, max]) => ({ kind: 'age', min: Number(min), max: Number(max) }),
);

function bound(sign: string | undefined, value: number): { min?: number; max?: number; above?: number; below?: number } {
  if (sign === '≥') return { min: value };
  if (sign === '≤') return { max: value };
  return sign === '>' ? { above: value } : { below: value };
}

const GAP = '[^\\w≤≥<>]*';
/** WHO alone is many things; it is the performance scale only where that is said. */
const ECOG_WORDS = String.raw`(?:Eastern? (?:Co-?operat(?:ive|e|ion)|Collaborative|Clinical) (?:Oncology|Oncologic|Oncological)s? (?:Group|Study Group)|Eastern Cooperative Group|Eastern Cooperative Oncology|ECOG|Zubrod|(?:WHO|World Health Organization)(?=[^\w]*(?:\(?(?:ECOG|WHO)\)?)?[^\w]*(?:performance|PS\b)))`;
const SAID = String.raw`(?:performance|functional|status|score|scale|scores|grade|PS|PS\)|ECOG|ECOG[- ]PS|index|of|is|must be|should be|has to be|being|a|with|physical|between|equal to|either)`;
const ECOG_NAME = String.raw`(?:${ECOG_WORDS}${GAP}(?:\(?(?:ECOG|WHO|Eastern Cooperative Oncology Group)\)?)?${GAP}(?:(?:\/| or )(?:WHO|ECOG|Zubrod))?(?:${GAP}${SAID}\b)*${GAP}(?:PS\)${GAP})?)`;
const GRADE = String.raw`([0-4])`;
/** The end of a list or range; a further number, a per cent sign or a decimal means that something else stands here. */
const END = String.raw`(?! ?%|\d|\.\d|\s*(?:,|-|\/|or|and|to|,? or|through|~)\s*(?:≤ )?[0-5](?!\d|\.\d| ?(?:day|week|month|year|hour)))`;
const LIST = String.raw`[0-4](?:\s*(?:,|\/|or|and|, or|, and)\s*[0-4])+(?:\s?-\s?[0-4])?`;
const ecog: Recogniser = byPattern(
  new RegExp(
    String.raw`\b(?:(?:adequate|a|good)\s+)?${ECOG_NAME}(?:(≤|<|≥|>)\s*(?:grade )?${GRADE}|(${LIST})|${GRADE}\s*(?:-|to|through|~)\s*(?:≤ )?${GRADE}|${GRADE}(\s*(?:or|and) (?:less|lower|below|better|fewer|under))?)${END}`,
    'gi',
  ),
  ([, sign, limit, list, from, to, only, better]) => performance('ECOG', { sign, limit, list, from, to, only, better }),
);
const ecogAfter: Recogniser = byPattern(
  new RegExp(
    String.raw`\bperformance status(?: \(PS\))?(?: score)?(?: of)?\s*:?\s*(?:ECOG )?(?:(≤|<|≥|>)\s*${GRADE}|(${LIST})|${GRADE}\s*(?:-|to)\s*${GRADE})${END}(?:\s*(?:on|by|according to|per|using|as defined by)?\s*(?:the )?\(?(?:ECOG|Eastern Cooperative Oncology Group|Zubrod|WHO)(?: \(ECOG\))?(?: (?:performance )?(?:scale|status|score|criteria))?\)?)?`,
    'gi',
  ),
  ([, sign, limit, list, from, to]) => performance('ECOG', { sign, limit, list, from, to }),
);
const KPS_NAME = String.raw`(?:Karnofsky(?:\W*(?:performance|status|score|scale|index|PS|of|\(KPS\)|KPS|is|must be)\b\)?)*|KPS)(?: (?:score|of|score of|or Lansky(?: (?:play(?:-performance)?|performance))?(?: (?:status|scale|score|scores))?|\(?KPS\)?))*`;
const karnofsky: Recogniser = byPattern(new RegExp(String.raw`\b${KPS_NAME}\W*?\s*(≥|>|≤|<)\s*(\d{2,3})\s*%?`, 'gi'), ([, sign, limit]) =>
  performance('Karnofsky', { sign, limit }),
);
/** "ECOG ≤ 2 (Karnofsky ≥ 60 %)": one limit on two scales. "ECOG ≤ 1 or Karnofsky ≥ 70": either is enough, and the second may be the laxer one. */
const EITHER_SCALE = new RegExp(
  String.raw`^\s*(?:[([,/]|,?\s*or\b)\s*(?:the )?(?:equivalent )?${KPS_NAME}\W*?\s*(≥|>)\s*(\d{2,3})\s*%?(?:,? (?:see|refer|appendix)[^)\]]{0,40})?\s*[)\]]?`,
  'i',
);
const performanceStatus: Recogniser = (text, context) =>
  ecog(text, context).map((atom): Atom => {
    const other = EITHER_SCALE.exec(text.slice(atom.end));
    const [own, equivalent] = [atom.requirement, other && performance('Karnofsky', { sign: other[1], limit: other[2] })];
    if (!other || own.kind !== 'performance' || equivalent?.kind !== 'performance' || (own.min ?? 0) > 0) return atom;
    const requirement: Requirement = /^\W*(?:or\b|\/)/i.test(other[0])
      ? { kind: 'any', of: [own, equivalent] }
      : { ...own, equivalent: { scale: 'Karnofsky', min: equivalent.min ?? 0 } };
    return { ...atom, end: atom.end + other[0].length, requirement };
  });

interface Written {
  readonly sign?: string | undefined;
  readonly limit?: string | undefined;
  readonly list?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly only?: string | undefined;
  /** "or less", "or better". */
  readonly better?: string | undefined;
}
function performance(scale: 'ECOG' | 'Karnofsky', { sign, limit, list, from, to, only, better }: Written): Requirement | null {
  const step = scale === 'ECOG' ? 1 : 10;
  if (list !== undefined) {
    // "0/1-2": the last two are a range.
    const all = [...list.matchAll(/\d/g)].map(([n]) => Number(n));
    const range = list.includes('-') ? [0, 1, 2, 3, 4].filter((n) => n >= (all.at(-2) ?? 0) && n <= (all.at(-1) ?? 0)) : [];
    const named = [...new Set([...all, ...range])].sort((a, b) => a - b);
    const [min, max] = [named[0] ?? 0, named.at(-1) ?? 0];
    return named.length === max - min + 1 ? { kind: 'performance', scale, min, max } : null;
  }
  if (from !== undefined && to !== undefined)
    return Number(from) <= Number(to) ? { kind: 'performance', scale, min: Number(from), max: Number(to) } : null;
  if (only !== undefined)
    return better === undefined
      ? { kind: 'performance', scale, min: Number(only), max: Number(only) }
      : { kind: 'performance', scale, max: Number(only) };
  const value = Number(limit);
  if (sign === '≤') return { kind: 'performance', scale, max: value };
  if (sign === '<') return { kind: 'performance', scale, max: value - step };
  return { kind: 'performance', scale, min: sign === '>' ? value + step : value };
}

const pregnant: Recogniser = byPattern(
  /(?<!non[- ]?)\bpregnan(?:t|cy)(?: (?:women|woman|females?|patients?|participants?))?\b(?! test| prevention| partners?\b| (?:with)?in the (?:last|past|previous))/gi,
  () => ({ kind: 'pregnant' }),
);
const pregnancyTest: Recogniser = byPattern(/\bnegative (?:\w+ |\w+ or \w+ ){0,3}pregnancy test\b/gi, () => ({
  kind: 'not',
  of: { kind: 'pregnant' },
}));
const breastfeeding: Recogniser = byPattern(
  /(?<!non[- ]?)\b(?:breast[- ]?feeding|lactating|nursing|lactation)\b(?: (?:women|woman|females?|mothers?|patients?))?/gi,
  () => ({ kind: 'breastfeeding' }),
);

const notExpecting: Recogniser = byPattern(/\bnon[- ]?(pregnant|breast[- ]?feeding|lactating|nursing)\b/gi, ([, word = '']) => ({
  kind: 'not',
  of: { kind: /^preg/i.test(word) ? 'pregnant' : 'breastfeeding' },
}));

/** "Active" or "untreated" metastases: a record seldom says so, so the qualifier stays open wherever it stands in the criterion. */
const QUALIFIED =
  /\b(?:active|symptomatic|asymptomatic|untreated|treated|unstable|stable|uncontrolled|controlled|progressi(?:ve|ng)|progressed|new|unresolved|requir\w+|clinically|significant|irradiated|measurable|large|> ?\d)/i;
const brain: Recogniser = byPattern(
  /\b(?:(?:brain|cerebral|CNS|central nervous system)(?: \(CNS\))?|brain (?:and\/or|or|and) (?:CNS|leptomeningeal|meningeal)|CNS (?:and\/or|or|and) (?:brain|leptomeningeal)|central nervous system(?: \(CNS\))?(?: or| and\/or) (?:brain|meningeal|leptomeningeal)) ?(?:metasta[a-z]+|mets)\b(?: (?:disease|lesions?))?/gi,
  ({ input }) =>
    QUALIFIED.test(input)
      ? {
          kind: 'all',
          of: [{ kind: 'brain-metastases' }, { kind: 'unread', ask: 'whether brain metastases are active, treated and stable' }],
        }
      : { kind: 'brain-metastases' },
);
const malignancy: Recogniser = byPattern(
  /\b(?:(?:other|another|second|additional|concurrent|concomitant|secondary|prior|previous|different)(?: (?:active|primary|invasive|known|current|concurrent|prior))* (?:malignan(?:cy|cies)|cancers?|tumou?rs?|malignant (?:disease|tumou?r|neoplasm)s?)|(?:malignan(?:cy|cies)|cancers?) other than)\b/gi,
  () => ({ kind: 'other-malignancy' }),
);
const sexWords: Recogniser = byPattern(
  /^(?:\W*)(?:(adult )?(males?|men)|(females?|women|woman))(?: (?:only|patients|participants|subjects))?(?=\s*(?:$|,|≥|>|aged|\d))(?! (?:and|or|of))/gi,
  ([, , male]) => ({
    kind: 'sex',
    sex: male === undefined ? 'female' : 'male',
  }),
);

/** Performance status and age: numbers with limits. */
export const MEASURED_STATE: readonly Recogniser[] = [
  needingNumber('ecog|who|zubrod|oncolog|world', performanceStatus),
  needingNumber('performance', ecogAfter),
  needingNumber('karnofsky|kps', karnofsky),
  needingNumber('age', ofToday(ageBare)),
  needingNumber('year|yr|y.o|yo', ofToday(ageRange)),
  needingNumber('year|yr|y.o|yo', ofToday(ageBound)),
  needingNumber('year|yr|y.o|yo|age', ofToday(ageAtLeast)),
];
/** Order matters: the first that claims a stretch of text keeps it. */
export const PATIENT_STATE: readonly Recogniser[] = [
  ...MEASURED_STATE,
  needing('pregnancy test', pregnancyTest),
  needing('non', notExpecting),
  needing('pregnan', pregnant),
  needing('breast|lactat|nursing', breastfeeding),
  needing('metast|mets', brain),
  needing('malignan|cancer|tumor|tumour', malignancy),
  sexWords,
];
