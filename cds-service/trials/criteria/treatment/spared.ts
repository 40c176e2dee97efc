/** What a list of treatments leaves out: exceptions, and further sentences that allow something. */
import { HORMONE_DRUGS, therapiesIn, type Therapy } from './therapy-items.ts';
import { blankOut } from './wording.ts';

export const EXCEPT =
  /[,;(]?\s*\b(?:except(?:ion)?s?(?: for| of)?|excepting|excluding|other than|with the exceptions? of|apart from|aside from|not including|unless|but not|besides|exclusive of|does not include|do not include|is not considered|are not considered)\b/i;
/** A further sentence takes something out only if it allows something, defines, or makes a difference. */
export const SPARES =
  /\b(?:allow\w*|permi\w+|(?<!not |in)eligible|may|can|except\w*|unless|acceptable|exempt\w*|does not|do not|is not|are not|not be|not (?:consider|count|requir|appl|includ|prohibit|exclu)\w*|other than|however|but|only|defin\w+|consider\w*|refer\w*|minor|note|washout|wash-out|if|for|in)\b/i;

/** An exception goes to the end of its bracket, or of the sentence. */
export function endOfException(text: string, at: number): number {
  const open = text.lastIndexOf('(', at + 1);
  const close = text.indexOf(')', at);
  if (open >= 0 && close >= 0 && !text.slice(open, at).includes(')')) return close + 1;
  const stop = /[.;]\s+[A-Z]|$/.exec(text.slice(at));
  return at + (stop?.index ?? text.length);
}

export interface Spared {
  /** The exception was not understood: it may take anything out. */
  readonly all: boolean;
  readonly groups: ReadonlySet<Therapy['group']>;
  /** A surgery is named, not only what is none. */
  readonly surgery: boolean;
  readonly drugs: readonly string[];
}

const NO_CANCER_TREATMENT =
  /\b(?:bisphosphonates?|denosumab|zoledronic acid|supportive (?:care|therapy|treatment|medications?)|growth factors?|G-?CSF|steroids?|corticosteroids?|prednisone|dexamethasone|vitamins?|antiemetics?|vaccin\w+|hydroxyurea|hydroxycarbamide|alopecia|vitiligo|megestrol(?: acetate)?|somatostatin analog(?:ue)?s?|octreotide|allopurinol|rasburicase|leukapheresis|intrathecal|antibiotics?|insulin|contracept\w*|hormone replacement(?: therapy)?|thyroid hormones?|non-?cancer(?:-related)?|physiologic|diabetes|osteoporosis|bone metastas[ei]s|palliative|palliation|localized|local|focal|limited[- ]field|biops(?:y|ies)|minor|diagnostic|port|catheter|placement|vascular access|central venous|line|access|insertion|stent\w*|tooth|dental|extractions?|cataract|local an[ae]+sthesia|small|porta?-?a?-?cath|portacath|procedures?|surgical|surgery|excision|skin|PICC|central)\b/gi;
const PLAIN =
  /\b(?:except(?:ion)?s?|for|of|the|with|other|than|excluding|unless|and|or|to|in|a|an|any|is|are|not|including|include|considered|but|if|as|such|eg|e\.g\.|allowed|permitted|acceptable|eligible|may|be|use|used|using|therapy|treatment|treatments|agents?|drugs?|standard|prior|patients?|participants?|subjects?|who|have|has|received|receiving|on|concurrent|continue[ds]?|ongoing|stable|at|dose|doses|will|prostate|breast|cancer|related|conditions?|lesions?|painful|pain|bone|bones|symptoms?|control|symptomatic|purposes?|note)\b/gi;

export function sparedBy(text: string): Spared {
  const none: Spared = { all: false, groups: new Set(), surgery: false, drugs: [] };
  if (text.trim() === '') return none;
  const found = therapiesIn(text);
  const rest = blankOut(text, found)
    .replace(NO_CANCER_TREATMENT, ' ')
    .replace(PLAIN, ' ')
    .replace(/[^a-z≥≤<>\d]+/gi, ' ')
    .trim();
  if (rest !== '') return { ...none, all: true };
  const surgery = found.some(({ therapy }) => therapy.group === 'surgery' && therapy.procedure !== 'surgery');
  const groups = new Set(found.map(({ therapy }) => therapy.group));
  if (/\b(?:palliat\w+|local(?:ized)?|focal|limited[- ]field|bone metastas)/i.test(text)) groups.add('radiotherapy');
  if (/\b(?:biops|port|catheter|minor|access|dental|tooth|cataract|stent)/i.test(text)) groups.add('surgery');
  return {
    all: found.some(({ therapy }) => therapy.drugs?.includes('*') === true),
    groups,
    surgery,
    drugs: [
      ...found.flatMap(({ therapy }) => therapy.drugs ?? []),
      ...(found.some(({ therapy }) => therapy.group === 'hormone') || /\bhormon/i.test(text) ? HORMONE_DRUGS : []),
    ],
  };
}
