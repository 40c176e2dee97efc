/** Age, sex, performance, pregnancy, brain metastases, other malignancy. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { byPattern, needing, type Recogniser } from './atom.ts';

const N = String.raw`(\d{1,3}(?:\.\d+)?)`;
const YEARS = String.raw`\s*(?:years?(?: old| of age)?|yrs?|y\.?o\.?)`;

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
const ECOG_NAME = String.raw`(?:(?:Eastern (?:Cooperative|Co-?operative|Collaborative) (?:Oncology|Oncologic)s? Group|ECOG|WHO|Zubrod|World Health Organization)${GAP}(?:\(?(?:ECOG|WHO)\)?)?${GAP}(?:(?:\/| or )(?:WHO|ECOG|Zubrod))?(?:${GAP}(?:performance|functional|status|score|scale|grade|PS|index|of|is|must be|should be|has to be|being|a|with|physical|between)\b)*${GAP}(?:PS\)${GAP})?)`;
const GRADE = String.raw`([0-4])`;
const ecog: Recogniser = byPattern(
  new RegExp(
    String.raw`\b(?:(?:adequate|a|good)\s+)?${ECOG_NAME}(?:(≤|<|≥|>)\s*(?:grade )?${GRADE}|${GRADE}\s*(?:-|to|through|and|or|,|\/|~)\s*(?:(?:1|2)\s*(?:,|or|and|, or|\/)\s*)?(?:or\s*)?(?:≤ )?${GRADE}|${GRADE})(?! ?%|\d|\.\d)`,
    'gi',
  ),
  ([, sign, limit, from, to, only]) => performance('ECOG', sign, limit, from, to, only),
);
const ecogAfter: Recogniser = byPattern(
  new RegExp(
    String.raw`\bperformance status(?: \(PS\))?(?: score)?(?: of)?\s*:?\s*(?:(≤|<|≥|>)\s*${GRADE}|${GRADE}\s*(?:-|to|and|or)\s*${GRADE})(?!\d)(?:\s*(?:on|by|according to|per|using|as defined by)?\s*(?:the )?\(?(?:ECOG|Eastern Cooperative Oncology Group|Zubrod|WHO)(?: \(ECOG\))?(?: (?:performance )?(?:scale|status|score|criteria))?\)?)?`,
    'gi',
  ),
  ([, sign, limit, from, to]) => performance('ECOG', sign, limit, from, to, undefined),
);
const karnofsky: Recogniser = byPattern(
  /\b(?:Karnofsky(?:\W*(?:performance|status|score|scale|index|PS|of|\(KPS\)|KPS|is|must be)\b\)?)*|KPS)(?: (?:score|of))*\W*?\s*(≥|>|≤|<)\s*(\d{2,3})\s*%?/gi,
  ([, sign, limit]) => performance('Karnofsky', sign, limit, undefined, undefined, undefined),
);

function performance(
  scale: 'ECOG' | 'Karnofsky',
  sign: string | undefined,
  limit: string | undefined,
  from: string | undefined,
  to: string | undefined,
  only: string | undefined,
): Requirement {
  const step = scale === 'ECOG' ? 1 : 10;
  if (from !== undefined && to !== undefined)
    return { kind: 'performance', scale, min: Math.min(Number(from), Number(to)), max: Math.max(Number(from), Number(to)) };
  if (only !== undefined) return { kind: 'performance', scale, min: Number(only), max: Number(only) };
  const value = Number(limit);
  if (sign === '≤') return { kind: 'performance', scale, max: value };
  if (sign === '<') return { kind: 'performance', scale, max: value - step };
  return { kind: 'performance', scale, min: sign === '>' ? value + step : value };
}

const pregnant: Recogniser = byPattern(
  /(?<!non[- ]?)\bpregnan(?:t|cy)(?: (?:women|woman|females?|patients?|participants?))?\b(?! test| prevention)/gi,
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

/** "Active" or "untreated" metastases: a record seldom says so, so the qualifier stays open. */
const brain: Recogniser = byPattern(
  /\b((?:active|symptomatic|untreated|unstable|uncontrolled|progressi(?:ve|ng)|new|unresolved)(?: (?:or|and|and\/or) \w+| \w+)? )?(?:(?:brain|cerebral|CNS|central nervous system)(?: \(CNS\))?|brain (?:and\/or|or) (?:CNS|leptomeningeal)|CNS (?:and\/or|or) brain)(?: (?:or|and\/or) \w+)? ?(?:metasta[a-z]+|mets)\b(?: (?:disease|lesions?))?/gi,
  ([, qualifier]) =>
    qualifier === undefined
      ? { kind: 'brain-metastases' }
      : {
          kind: 'all',
          of: [{ kind: 'brain-metastases' }, { kind: 'unread', ask: `whether brain metastases are ${qualifier.trim().toLowerCase()}` }],
        },
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

/** Order matters: the first that claims a stretch of text keeps it. */
export const PATIENT_STATE: readonly Recogniser[] = [
  needing('ecog|who|zubrod|oncolog|world', ecog),
  needing('performance', ecogAfter),
  needing('karnofsky|kps', karnofsky),
  needing('year|yr|y.o|yo', ageRange),
  needing('year|yr|y.o|yo', ageBound),
  needing('year|yr|y.o|yo|age', ageAtLeast),
  needing('pregnancy test', pregnancyTest),
  needing('non', notExpecting),
  needing('pregnan', pregnant),
  needing('breast|lactat|nursing', breastfeeding),
  needing('metast|mets', brain),
  needing('malignan|cancer|tumor|tumour', malignancy),
  sexWords,
];
