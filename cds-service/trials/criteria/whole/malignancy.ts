/** Other cancers: active or in the history, within years, with the kinds that do not count. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { UNREAD, type Side } from '../requirements-together.ts';
import type { WholeReader } from './reader.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

const CANCER = String.raw`(?:malignan(?:cy|cies)|cancers?|malignant (?:disease|tumou?r|neoplasm)s?|primary (?:tumou?r|cancer|malignanc(?:y|ie))s?|neoplasms?)`;
const KIND = String.raw`(?:(?:active|primary|invasive|known|current(?:ly)?|concurrent|prior|solid|systemic|clinically|significant|other|primary|additional|different|malignant)[ ,]+)*`;
const OTHER = String.raw`(?:(?:other|another|second|second primary|additional|concurrent|concomitant|synchronous|secondary|prior|previous|different|any other|separate|unrelated|coexisting|simultaneous)(?:(?: or | and\/or | and |\/)(?:other|another|second|concurrent|prior|previous|secondary|active|current))?)`;
const FOUND = new RegExp(
  String.raw`\b${OTHER} ${KIND}${CANCER}\b(?![- ](?:treatments?|therap(?:y|ies)|regimens?|drugs?|agents?|medications?|directed|related)\b)|\b${KIND}${CANCER}(?: \([^()]{0,40}\))?,? (?:other than|different from|besides|in addition to|apart from)\b|\b(?:more than one|multiple|> 1) ${KIND}${CANCER}`,
  'i',
);

export const MALIGNANCY_READER: WholeReader = { needs: ['malignan', 'cancer', 'neoplasm', 'tumor', 'tumour'], read };

/** The sponsor's judgement, treatment alone, or a tumour's course: nothing that a record settles. */
const JUDGED =
  /\b(?:interfere\w*|opinion|judg\w*|discretion|unlikely|likely|potential to|confound\w*|life[- ]threatening|limit\w* (?:survival|life)|affect\w*|impact\w*|compromise|clinical(?:ly)? significan\w*|recovered|toxicit\w*|therapy for|radiotherapy for|chemotherapy for|treatment for|received|receiving|risk of (?:death|metasta|recur)|cohorts?|arms?|part [A-Z1-9]|secondary to|family|relative|first-degree|predispos\w*|syndrome|stage|if|as specified|protocol)\b/i;
const EXCEPTION =
  /[,;(]?\s*\b(?:except\w*|excluding|other than(?! (?:the |that |this )?(?:disease|one|cancer|malignancy|tumou?r|study|NSCLC|\w+ (?:cancer|carcinoma)))|with the exception|apart from|unless|not including|does not include|exclusive of)\b/i;
/** What takes out only cured, small or skin cancers. */
const SPARING =
  /\b(?:basal|squamous|skin|non-?melanoma\w*|in[- ]situ|carcinomas?|cancers?|malignan\w+|cervi\w+|breast|ductal|DCIS|LCIS|lobular|prostat\w*|bladder|superficial|non-?muscle|invasive|non-?invasive|localized|local|low[- ]?risk|low[- ]?grade|early|gleason|treated|curative\w*|curatively|cured?|resected|resection|removed|excised|surg\w+|complete\w*|remission|disease[- ]free|no evidence|free of|adequate\w*|successful\w*|definitive\w*|thyroid|papillary|follicular|melanoma|uter\w+|endometri\w+|colon|colorectal|polyps?|intramucosal|intraepithelial|esophag\w+|gastric|tumou?rs?|neoplasms?|lymphoma|leuka?emia|CLL|indolent|smoldering|surveillance|history|prior|previous|recurr\w+|relaps\w+|considered|undergone|have|has|been|was|were|for|with|at|least|years?|months?|≥|≤|>|<|\d+|the|and|or|of|a|an|any|that|which|who|are|is|in|to|by|not|no|other|than|such|as|including|e\.?g\.?|i\.?e\.?|cell|stage|Ta|T1|Tis|CIS|grade|score|therapy|treatment|potentially|therapies|before|prior|screening|enrol\w+|study|dose|first|start|days?|from|since|within|past|last|completed|all|nonmelanomatous|non-?melanomatous|active|evidence|disease|patients?|participants?|subjects?|allowed|eligible|permitted|may|be|on|curable|also|these|note|exceptions?|include|includes|included|limited|but|fully|properly|managed|controlled|stable|tests?|PSA|hormone|endocrine|hormonal|adjuvant|carry|carcinoma in situ|site|sites|only|does|do|require|requiring|ongoing|minimal|negligible)\b/gi;
/** Words of organs in an exception: a cancer of one of them may be spared. */
const ORGANS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/cervi/i, ['cervi']],
  [/breast|DCIS|ductal|lobular/i, ['breast', 'mamm']],
  [/bladder|urothel|superficial|muscle/i, ['bladder', 'urothel', 'transitional', 'renal pelvis', 'ureter']],
  [/uter|endometri/i, ['uter', 'endometri']],
  [/colon|colorect|rect|polyp|intramucosal/i, ['colon', 'colorect', 'rect', 'bowel']],
  [/melanom/i, ['melanom']],
  [/esophag|gastric|stomach/i, ['esophag', 'gastric', 'stomach']],
  [/lymphom|leuk|CLL|ha?ematolog/i, ['lymph', 'leuk', 'myelo']],
  [/kidney|renal/i, ['renal', 'kidney']],
  [/\bGIST|stromal/i, ['stromal']],
  [/lung/i, ['lung']],
  [/ovar/i, ['ovar']],
  [/head|neck|oral|laryn/i, ['head', 'neck', 'laryn', 'oral']],
];
const YEARS =
  /(?:within|≤|<|in|during|over|for)(?: (?:≤|<|the|a))*\s*(?:last |past |previous |prior |preceding )?(\d{1,2}|one|two|three|four|five|ten)(?: ?\(\d+\))?[- ](year|month)/i;
const NUMBER: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, ten: 10 };

function read(text: string, side: Side): Requirement | null {
  const found = FOUND.exec(text);
  if (!found || text.length > 1_500) return null;
  const exception = EXCEPTION.exec(text);
  const sentenceEnd = /[.;]\s+[A-Z]/.exec(text)?.index ?? text.length;
  const cut = Math.min(exception?.index ?? text.length, sentenceEnd);
  const [main, spared] = [text.slice(0, cut), text.slice(cut)];
  if (found.index >= cut) return null;
  if (JUDGED.test(main)) return null;
  const denied = /\b(?:no|not|without|free of|never|absence of)\b/i.test(main);
  const rest = spared
    .replace(/other than|with the exception of|does not include/gi, ' ')
    .replace(/\b(?:except\w*|excluding|apart|unless|exclusive)\b/gi, ' ')
    .replace(SPARING, ' ')
    .replace(/[^a-z]+/gi, ' ')
    .trim();
  const window = YEARS.exec(main);
  const active = /\b(?:active|concurrent|concomitant|current(?:ly)?|synchronous|progressing|requir\w+|simultaneous|coexisting)\b/i.test(
    main,
  );
  const unread = main
    .replace(found[0], ' ')
    .replace(
      /\b(?:patients?|participants?|subjects?|individuals?|with|who|have|has|had|having|a|an|the|known|history|of|any|evidence|presence|diagnosis|diagnosed|been|that|is|are|was|were|progressing|requir\w+|active|treatment|therapy|or|and|within|past|last|previous|prior|current|currently|concurrent|years?|months?|to|before|first|dose|study|drug|enrol\w+|registration|randomi[sz]ation|screening|start|date|day|signing|informed|consent|intervention|entry|inclusion|documented|confirmed|than|disease|under|one|cancer|malignancy|invasive|primary|other|additional|hematologic\w*|solid|must|not|no|should|may|without|be|in|on|for|from|at|time|this|trial|ever|treated|being|study|investigation|indication|C1D1|cycle|existing|also|further|tumou?rs?|histology|type|types|which|needs?)\b/gi,
      ' ',
    )
    .replace(/\d+/g, ' ')
    .replace(/[^a-z]+/gi, ' ')
    .trim();
  const organs = ORGANS.flatMap(([words, stems]) => (words.test(spared) ? stems : []));
  const years = window
    ? (entryOf(NUMBER, (window[1] ?? '').toLowerCase()) ?? Number(window[1])) / (/month/i.test(window[2] ?? '') ? 12 : 1)
    : undefined;
  // "Requiring treatment", and an exception that was not understood, take out some of those who have one.
  const dangling =
    exception !== null &&
    !/skin|situ|basal|squamous|melanoma|cervi|breast|prostat|treated|cur\w+|free|remission|resected|removed|excised|evidence/i.test(spared);
  const watched = /\b(?:controlled|requir\w+|minimal|negligible|surveillance|indolent|stable|low[- ]risk (?!prostate)|risk of)\b/i.test(
    spared,
  );
  // "Requiring treatment", without a time: a record seldom says which of two cancers does.
  const needing = /\brequir(?:es?|ing|ed)\b/i.test(main) && window === null && !/\bprogress\w*(?:,| or\b)/i.test(main);
  const open = rest !== '' || unread !== '' || dangling || watched || needing;
  const cured = /\b(?:treated|cur\w+|free|remission|resected|removed|excised|complete\w*|no evidence)\b/i.test(spared);
  const state = active || cured ? 'active' : 'any';
  const asked: Requirement = {
    kind: 'other-malignancy',
    state,
    ...(years === undefined || state === 'active' ? {} : { withinYears: years }),
    ...(organs.length === 0 ? {} : { spared: organs }),
  };
  const whole: Requirement = open ? { kind: 'all', of: [asked, UNREAD] } : asked;
  if (side === 'inclusion') return denied && !open ? { kind: 'not', of: whole } : null;
  return denied && !/\b(?:must|should|may) not\b/i.test(main) ? null : whole;
}
