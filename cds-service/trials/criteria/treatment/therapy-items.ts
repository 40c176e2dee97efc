/** What a list of treatments can hold: drugs, their classes, kinds of treatment, procedures; and when they were given. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { cancerDrugs } from './cancer-drugs.ts';
import { CYTOTOXIC } from './drug-classes/cytotoxic.ts';
import { ANY_CANCER_DRUG, drugsIn, firstOfEach, whole } from './drug-mentions.ts';
import { everyMatch } from '../text/every-match.ts';
import { gate, openedBy } from '../text/needles.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

/** What was given, as far as a record can show it; `group` tells which exceptions touch it. */
export interface Therapy {
  readonly label: string;
  readonly group: 'systemic' | 'hormone' | 'radiotherapy' | 'surgery' | 'transplant' | 'other';
  /** Ingredients, or the name of a procedure, or neither: then it is only known to be a treatment. */
  readonly drugs?: readonly string[];
  readonly procedure?: string;
}

export interface Given {
  readonly withinDays?: number;
  readonly current?: true;
  readonly setting?: 'metastatic';
  /** For the cancer that is recorded. */
  readonly sole?: true;
  readonly except?: readonly string[];
}

/** The question to the record; open where no record shows such a treatment. */
export function asked(therapy: Therapy, { withinDays, current, setting, sole, except }: Given): Requirement {
  const window = { ...(withinDays === undefined ? {} : { withinDays }), ...(sole === undefined ? {} : { sole }) };
  const { label, drugs, procedure } = therapy;
  const parts: Requirement[] = [];
  if (drugs !== undefined)
    parts.push({
      kind: 'treated',
      label,
      drugs,
      ...window,
      ...(current === undefined ? {} : { current }),
      ...(setting === undefined ? {} : { setting }),
      ...(except === undefined || except.length === 0 ? {} : { except }),
    });
  // A procedure is not "going on", and whether it was for metastases is not recorded.
  if (procedure !== undefined && current === undefined && setting === undefined)
    parts.push({ kind: 'procedure', name: procedure, ...window });
  const [only] = parts;
  if (only === undefined) return { kind: 'unread', ask: `whether there was ${label}` };
  return parts.length === 1 ? only : { kind: 'any', of: parts };
}

const CELL = String.raw`(?:(?:peripheral blood |h[ae]+matopoietic |blood )*(?:progenitor |stem )?cells?|bone marrow|marrow|h[ae]+matopoietic)`;
const GRAFT = String.raw`(?:transplant(?:ation|s|ations)?|grafts?)`;
const ABBREVIATION = String.raw`(?: \((?:allo-?|auto-?|a|h)?(?:HSCT|HCT|SCT|BMT|ASCT|PBSCT)s?\))?`;
const transplant = (of: string): string => String.raw`${of}[ -](?:${CELL}(?: or ${CELL})?(?: or ${CELL})? )?${GRAFT}${ABBREVIATION}`;

interface Written {
  /** Stretches of lower-case text of which one must be there. */
  readonly needs: string;
  readonly pattern: string;
  readonly therapy: Therapy;
}
const procedure = (name: string, group: Therapy['group'], needs: string, pattern: string): Written => ({
  needs,
  pattern,
  therapy: { label: name, group, procedure: name },
});
const unseen = (label: string, needs: string, pattern: string, group: Therapy['group'] = 'other'): Written => ({
  needs,
  pattern,
  therapy: { label, group },
});

/** Longer names before those that they hold. */
const KINDS: readonly Written[] = [
  procedure(
    'allogeneic stem cell transplant',
    'transplant',
    'allo',
    String.raw`(?:${transplant('allo(?:gen(?:e?ic)?)?')}|\ballo-?(?:HSCT|HCT|SCT|BMT|transplant\w*)\b)`,
  ),
  procedure(
    'autologous stem cell transplant',
    'transplant',
    'auto|asct',
    String.raw`(?:${transplant('auto(?:logous)?')}|\bauto-?(?:HSCT|HCT|SCT|transplant\w*)\b|\bASCT\b)`,
  ),
  procedure(
    'solid organ transplant',
    'transplant',
    'organ|solid',
    String.raw`(?:solid[- ](?:organ )?|organ )(?:allo)?(?:transplant(?:ation)?s?|grafts?)`,
  ),
  procedure(
    'stem cell transplant',
    'transplant',
    'transplant|graft|hsct|hct|sct|bmt',
    String.raw`(?:${CELL}(?: or ${CELL})? ${GRAFT}${ABBREVIATION}|(?:autologous or allogen?e?ic|allogen?e?ic or autologous|autologous\/allogen?e?ic) (?:${CELL} )?${GRAFT}${ABBREVIATION}|\b(?:HSCT|HCT|SCT|BMT)\b)`,
  ),
  procedure(
    'whole-brain radiotherapy',
    'radiotherapy',
    'brain|wbrt',
    String.raw`(?:whole[- ]brain (?:radio-?therapy|radiation(?: therapy)?|irradiation)(?: \(WBRT\))?|\bWBRT\b)`,
  ),
  unseen(
    'chemoradiotherapy',
    'chemo',
    String.raw`(?:concurrent |concomitant )?(?:chemo-?radio-?therapy|chemo-?radiation(?: therapy)?|radio-?chemotherapy)(?: \(CRT\))?`,
  ),
  unseen(
    'radioligand or radionuclide therapy',
    'radio|lu|psma',
    String.raw`radio-?(?:ligand|nuclide|pharmaceutical|immuno-?)[- ]?(?:therap(?:y|ies)|treatments?|s)?|(?:177)?-?Lu(?:tetium)?-?(?:177)?-?PSMA(?:-617)?|radium-?223`,
    'systemic',
  ),
  procedure('chemoembolisation', 'other', 'emboli|tace', String.raw`(?:trans-?arterial )?chemo-?emboli[sz]ation(?: \(TACE\))?|\bTACE\b`),
  procedure(
    'radioembolisation',
    'other',
    'emboli|tare|sirt',
    String.raw`(?:trans-?arterial )?radio-?emboli[sz]ation(?: \((?:TARE|SIRT)\))?|\bTARE\b|\bSIRT\b`,
  ),
  procedure(
    'radiotherapy',
    'radiotherapy',
    'radi|xrt|ebrt',
    String.raw`(?:radio-?therap(?:y|ies)|radiation(?:[- ](?:therap(?:y|ies)|treatments?))?|irradiation|external[- ]beam (?:radiation|radiotherapy)(?: therapy)?|\bXRT\b|\bEBRT\b)(?: \((?:RT|XRT|EBRT)\))?`,
  ),
  procedure(
    'major surgery',
    'surgery',
    'major',
    String.raw`major (?:surg(?:ery|eries)|surgical (?:procedures?|interventions?|operations?)|operations?)`,
  ),
  // "Surgery or significant injury to either hip": the place is that of both.
  procedure(
    'surgery',
    'surgery',
    'surg',
    String.raw`(?:surg(?:ery|eries)(?!(?: and| or| and\/or) (?:[a-z]+ ){0,3}(?:injur(?:y|ies)|trauma|fractures?|procedures?) (?:to|of|on|in|at)\b)|surgical (?:procedures?|resections?|interventions?))`,
  ),
  procedure('prostatectomy', 'surgery', 'prostatectomy', String.raw`(?:radical )?prostatectomy`),
  procedure('nephrectomy', 'surgery', 'nephrectomy', String.raw`(?:total |full )?nephrectomy`),
  procedure('splenectomy', 'surgery', 'splenectomy', 'splenectomy'),
  procedure('gastrectomy', 'surgery', 'gastrectomy', String.raw`(?:total )?gastrectomy`),
  procedure('cystectomy', 'surgery', 'cystectomy', String.raw`(?:radical )?cystectomy`),
  procedure('mastectomy', 'surgery', 'mastectomy', String.raw`(?:total )?mastectomy`),
  procedure('orchiectomy', 'surgery', 'orchi', String.raw`(?:bilateral )?orchi(?:d)?ectomy`),
  procedure(
    'blood transfusion',
    'other',
    'transfusion',
    String.raw`(?:(?:red )?blood(?: cell)?(?: product)?|platelet|RBC|PRBC) transfusions?`,
  ),
  unseen(
    'investigational treatment',
    'investigational|experimental|study',
    String.raw`(?:(?:an?other|any|other|an) )*(?:non-?approved |unapproved )*(?:investigational|experimental|study)(?: or (?:non-?approved|unapproved|experimental))?(?: anti-?cancer| medicinal)?[- ](?:agents?|drugs?|devices?|products?|therap(?:y|ies)|treatments?|interventions?|medications?|compounds?|medicines?)(?: \(s\))?(?:(?:,|,? (?:or|and))? (?:investigational )?devices?)?`,
  ),
  {
    needs: 'chemo|cytotoxic',
    pattern: String.raw`(?:systemic |cytotoxic |intravenous |combination |cancer |anti-?cancer |multi-?agent |conventional |standard )*(?:chemo-?therap(?:y|ies)|chemotherapeutic (?:agents?|drugs?|treatments?)|cytotoxic (?:agents?|drugs?|therap(?:y|ies)|treatments?))`,
    therapy: { label: 'chemotherapy', group: 'systemic', drugs: CYTOTOXIC },
  },
  {
    needs: 'cancer|neoplastic|tumor|tumour|systemic',
    pattern: String.raw`(?:systemic |approved |standard |other |medical |drug )*(?:anti-?(?:cancer|neoplastic|tumou?r)|cancer)(?:[- ](?:directed|specific|targeted))?[- ](?:systemic |medical |drug |pharmacological )?(?:therap(?:y|ies)|treatments?|agents?|drugs?|medications?|regimens?)|systemic (?:therap(?:y|ies)|treatments?|agents?)|anti-?neoplastics?`,
    therapy: { label: 'any systemic cancer therapy', group: 'systemic', drugs: [ANY_CANCER_DRUG] },
  },
];

const HORMONES: ReadonlySet<string> = new Set(['endocrine therapy', 'androgen deprivation therapy', 'aromatase inhibitor']);
const WRITTEN = KINDS.map(({ pattern, needs, therapy }) => ({ needed: gate(needs.split('|')), pattern: whole(pattern), therapy }));
/** Kinds of treatment are told before the names of drugs, "anti-cancer therapy" and "chemotherapy" after them. */
const LAST = 2;
const CAR_T = 'CAR T-cell therapy';

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly therapy: Therapy;
}

/** Every treatment that the text names, in order. */
export function therapiesIn(text: string): Found[] {
  const opened = openedBy(text);
  const kinds = (written: typeof WRITTEN): Found[] =>
    written.flatMap(({ needed, pattern, therapy }) =>
      opened.has(needed)
        ? everyMatch(text, pattern).flatMap((match) =>
            match[0] === '' ? [] : [{ start: match.index, end: match.index + match[0].length, therapy }],
          )
        : [],
    );
  const drugs = drugsIn(text).map(({ start, end, label, drugs: named }): Found => ({
    start,
    end,
    therapy: {
      label,
      group: HORMONES.has(label) ? 'hormone' : 'systemic',
      drugs: named,
      ...(label === CAR_T ? { procedure: 'CAR T-cell infusion' } : {}),
    },
  }));
  return firstOfEach([...kinds(WRITTEN.slice(0, -LAST)), ...drugs, ...kinds(WRITTEN.slice(-LAST))]);
}

/** Hormones and hormone blockers by name: what "except hormone therapy" takes out of "any anticancer therapy". */
export const HORMONE_DRUGS: readonly string[] = cancerDrugs('L02');

const DAYS: Readonly<Record<string, number>> = { hour: 1 / 24, day: 1, week: 7, month: 30, year: 365 };
const NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8, twelve: 12, twenty: 20 };
const SPAN = String.raw`(?:(\d{1,3}|one|two|three|four|five|six|eight|twelve)(?:-|\s)?(?:\((?:\d{1,3})\)\s?)?(hour|day|week|month|year)s?)(?: \(\d{1,3} (?:days?|weeks?|months?)\))?`;
const HALF = String.raw`(?:≤ ?|< ?|within |≥ ?)?(?:\d{1,2}|one|two|three|four|five|seven)[ -]?(?:\(\d\) )?(?:(?:drug|elimination|plasma|terminal|x|times|the|drug's|known) )*half[- ]?li(?:fe|ves)(?: \(t1\/2\))?(?: of (?:the|that|each|any|their|its) [a-z -]{0,40}?(?=,|;|\(|\)|$| whichever| prior| before| or | of ))?`;
const WHICHEVER = String.raw`(?:,? ?\(?(?:whichever|which ever)(?: of (?:these|the two))? (?:is|was|comes|occurs|period is)?(?: the)? ?(short|long|less|great|first|later|last|earlier)\w*\)?)`;
const ANCHOR = String.raw`(?:,? ?(?:prior to|before|of|from|preceding|to|until|prior|in advance of)(?: (?:the|their|a|to|of|planned|scheduled|anticipated|expected|estimated|receiving|administration|administering|first|initial|initiation|initiating|start|starting|beginning|commencing|commencement|day|date|time|dose|doses|dosing|treatment|therapy|study|trial|protocol|investigational|drugs?|medications?|agents?|products?|interventions?|enrol?ment|enrollment|registration|randomi[sz]ation|screening|baseline|consent|signing|informed|entry|inclusion|visit|cycle|C1D1|D1|step|1|day1|day-1|infusion|leuk?apheresis|apheresis|lymphodepletion|conditioning|allocation|in|on|for|with|this|current|cohort assignment|and|or|assignment|sub-?study|pre-?registration)\b)+(?:(?<=\b(?:dose|doses|administration|infusion|start|initiation|treatment|therapy)) (?:of|with) [\w-]{4,}(?! (?:or|and|therapy|treatment))(?=$|[\s.,;)]))?)`;
/** "within 4 weeks or 5 half-lives, whichever is longer, prior to the first dose". */
export const WINDOW = new RegExp(
  String.raw`(?:(?:≤|<|within|in|during)(?: (?:approximately|a|about|≤|<))? ?(?:the )?(?:last |past |previous |prior |preceding )?(?:${HALF},? (?:or|and) (?:within )?)?${SPAN}(?:,? ?(?:\(?(?:or|and|\/)) (?:at least )?${HALF}\)?(?: of (?:the )?[a-z -]{0,30}?(?=,|;|\(|\)|$| whichever))?)?${WHICHEVER}?(?:${ANCHOR})?${WHICHEVER}?)`,
  'gi',
);

/** Days of a window that hold in any case: the fixed part where the longer one counts, only today where the shorter one does. */
export function daysOf(match: RegExpMatchArray): number {
  const [text, number = '', unit = '', which1, which2] = match;
  const days = Math.floor((entryOf(NUMBERS, number.toLowerCase()) ?? Number(number)) * (entryOf(DAYS, unit.toLowerCase()) ?? 1));
  if (!/half-?li/i.test(text)) return days;
  const which = which1 ?? which2 ?? '';
  return /^(?:long|great|later|last)/i.test(which) ? days : 0;
}
