/** What ranking asks of a trial's title, conditions and interventions whoever the patient is: read once for an index, then kept as numbers. */
import type { TrialRecord } from '../../knowledge/trials/types.ts';
import { settingOf } from './other-setting.ts';
import type { TrialRow } from '../trial-index/trial-columns.ts';
import type { TrialIndex } from '../trial-index/index.ts';

/** Of a trial by its place in the index. */
export interface Traits {
  /** 0: it treats; 1: the record does not say; 2: it watches, or supports, screens, diagnoses. */
  readonly aim: (at: number) => 0 | 1 | 2;
  /** The latest phase that it has, 0 to 4. */
  readonly phase: (at: number) => number;
  /** False: for a disease that is no cancer. */
  readonly isForCancer: (at: number) => boolean;
  /** Its title or conditions say of its patients that they have a finding, whoever else may enter a part of it. */
  readonly isForFinding: (at: number) => boolean;
  /** The settings that it names (`other-setting.ts`). */
  readonly setting: (at: number) => number;
}

/** Lowest digits: looked at, two of the aim, one for cancers, three of the phase, one for a finding; above them the settings. */
const [LOOKED_AT, AIM, CANCERS, PHASE, FINDING, SETTING] = [0, 1, 3, 4, 7, 8] as const;
const KNOWN = new WeakMap<TrialIndex, Uint32Array>();

export function traitsOf(index: TrialIndex): Traits {
  const known = KNOWN.get(index) ?? new Uint32Array(index.size);
  KNOWN.set(index, known);
  const read = (at: number): number => {
    const before = known[at] ?? 0;
    if (before !== 0) return before;
    const row = index.rows[at];
    const now =
      row === undefined
        ? 1 << LOOKED_AT
        : (1 << LOOKED_AT) | (aimOf(row) << AIM) | ((speaksOfCancer(row) ? 1 : 0) << CANCERS) | (latestPhase(row.phase) << PHASE) | ((namesFinding(row) ? 1 : 0) << FINDING) | (settingOf(row) << SETTING); // prettier-ignore
    known[at] = now;
    return now;
  };
  return {
    aim: (at) => ((read(at) >> AIM) & 3) as 0 | 1 | 2,
    phase: (at) => (read(at) >> PHASE) & 7,
    isForCancer: (at) => ((read(at) >> CANCERS) & 1) === 1,
    isForFinding: (at) => ((read(at) >> FINDING) & 1) === 1,
    setting: (at) => read(at) >>> SETTING,
  };
}

/** "In participants with advanced KRAS G12C mutant solid tumors": a gene, and in the next words that it is altered; a title beside it that says "with or without" does not. */
export function namesFinding({ title }: Pick<TrialRecord, 'title'>): boolean {
  return FINDING_NAMED.test(title) && !EITHER_WAY.test(title);
}
const GENE = String.raw`(?:[KNH]-?RAS|(?:pan-?)?RAS|EGFR|B-?RAF|ALK|ROS-?1|RET|(?:c-?)?MET|NTRK\d?|FGFR\d?|HER-?[23]|ERBB2|IDH[12]?|BRCA(?:1|2|1\/2)?|FLT3|NPM1|PIK3CA|ESR1|KMT2A|MLL|MTAP|TP53|p53|STK11|KEAP1|SMARCA4|SMARCB1|ARID1A|CDKN2A|PTEN|AKT1?|KIT|PDGFRA|NF[12]|NRG1|CLDN18|PALB2|ATM|POLE|MSI|dMMR|HRD|H3)`;
const FINDING_NAMED = new RegExp(
  String.raw`\b${GENE}\b[^.;:]{0,24}\b(?:mutant|mutated|mutations?|altered|alterations?|rearrang\w+|fusions?(?! protein)|positive|amplifi\w+|delet\w+|deficient|overexpress\w+)\b|\b(?:mutations?|alterations?|rearrangements?|fusions?|deletions?) (?:in|of) (?:the )?${GENE}\b`,
  'i',
);
const EITHER_WAY = /\bwith (?:or|and) without\b|\bregardless\b|\bwild[- ]?type\b|\bwithout\b|\bnegative\b/i;

/** A trial that names no tumour type may still be one for cancers; "heart failure" and "oral precancerous disease" are not. */
export function speaksOfCancer({ title, conditions }: Pick<TrialRecord, 'title' | 'conditions'>): boolean {
  return conditions.length === 0 || CANCER.test(`${title} ${conditions.join(' ')}`);
}
const CANCER =
  /(?<!\bpre[- ]?)(?:cancer|carcinom|malignan|neoplas)|tumou?r|oncolog|sarcom|lymphom|leuka?em|myelom|melanom|gliom|blastom|metasta|mesotheliom|thymom|seminom|carcinoid|myelodysplas|myelofibro|polycyth|macroglobulin|histiocyt|mastocyt|chemotherap|radiotherap/i;

/** 0: it treats; 1: the record does not say; 2: it watches, or supports, screens, diagnoses. A phase without a purpose is that of a treatment. */
export function aimOf({
  observes,
  purpose,
  phase,
  title,
  interventions,
}: Omit<TrialRow, 'nctId' | 'status' | 'registry' | 'conditions'>): 0 | 1 | 2 {
  if (purpose === undefined && (showsOnly(title, interventions) || supportsOnly(title) || continues(title))) return 2;
  if (observes === true || (purpose !== undefined && purpose !== 'treatment')) return 2;
  return purpose === 'treatment' || phase !== '' ? 0 : 1;
}
/** A study of pictures: its title speaks of them, and all that it gives is a tracer, a contrast medium or a picture. */
export function showsOnly(title: string, interventions: readonly string[]): boolean {
  return (
    PICTURE.test(title) &&
    !TREATS.test(title.replace(EARLIER, ' ')) &&
    interventions.length > 0 &&
    interventions.every((one) => SHOWN.test(one) && !TREATS.test(one))
  );
}
/** For those who took part in an earlier study: nobody else enters it. */
export function continues(title: string): boolean {
  return ROLLOVER.test(title);
}
const ROLLOVER =
  /\broll-?over (?:stud(?:y|ies)|trial|protocol)\b|\b(?:long-term (?:safety|follow-?up|extension)|extension study|continued access|follow-up)\b.{0,80}\b(?:participants|patients|subjects) (?:from|previously|who (?:participated|received|were))|\b(?:previously enrolled|parent stud(?:y|ies))\b/i;

/** A study of care beside the treatment: how patients live with it, what eases an operation, what they prefer. */
export function supportsOnly(title: string): boolean {
  return SUPPORT.test(title) && !AGAINST_TUMOUR.test(title);
}
const SUPPORT =
  /\b(?:mindful\w*|survivorship|sexual health|quality of life|quality of care|exercise|physical activity|yoga|tai chi|acupuncture|acupressure|massage|hypnosis|music therapy|integrative (?:care|medicine|oncology)|(?:patient|treatment) preferences?|symptom (?:management|monitoring|burden)|telehealth|telemedicine visits?|patient navigat\w+|navigation program|decision (?:aid|support)|education(?:al)? (?:program|intervention)|smoking cessation|tobacco|caregivers?|cardiotoxicity|cardiometabolic|cardioprotect\w*|analgesi\w+|an(?:a)?esthe\w+|nerve blocks?|post-?operative pain|pain (?:management|control)|nausea|vomiting|peripheral neuropathy|neuropathic pain|cachexia|insomnia|sleep|fatigue|hot flashes|hot flushes|lymph(?:o)?edema|mucositis|dermatitis|xerostomia|alopecia|scalp cooling|taste (?:dysfunction|changes?|alterations?)|covid-19 (?:booster|vaccin\w+)|vaccine responses?|stapl\w+|wound healing|time-restricted eating|nutritional counseling|(?:dietary|nutrition\w*) interventions?|fertility preservation|ovarian (?:function|tissue) (?:preserv\w+|cryo\w+)|cognitive behavio\w+|psychotherap\w+|advance care planning|financial (?:toxicity|navigation))\b/i;
const AGAINST_TUMOUR =
  /\b(?:overall survival|progression-free|anti-?tumou?r|anti-?cancer|tumou?r response|(?:in|for) the treatment of (?:patients with )?(?:advanced|metastatic|relapsed|refractory|recurrent)|first-in-human|dose[- ]escalation)\b/i;
const PICTURE =
  /\bimaging\b|\bPET\b|\bMRI\b|\bSPECT\b|\bscintigra|radiotracer|\bdiagnostic (?:potential|performance|accuracy)|positron|ultrasonogra|elastogra|\bmammogra|tomosynthesis|\bvisuali[sz]|\bfluorescen|indocyanine|multi-?modality detection/i;
/** What was done before. */
const EARLIER = /\b(?:post|after|following)[- ](?:ablat\w*|treatment|surg\w*|radiotherapy|radiation therapy)\b/gi;
const SHOWN =
  /\bimaging\b|\bPET\b|\bMRI?\b|\bCT\b|\bSPECT\b|\bscan|tomogra|positron|magnetic resonance|contrast|gadolin|indocyanine|tracer|\[?(?:11C|13C|13N|15O|18F|64Cu|68Ga|89Zr|99m?Tc|111In|123I|124I)\b|(?:18F|68Ga|89Zr|64Cu|99mTc)|\bF-?18\b|\bGa-?68\b|fluoro\w*(?:glucose|estradiol|thymidine|choline|ciclovine|clovine)|\bFDG\b|PSMA-?11|DCFPyL|FAPI|FES\b|biops|blood (?:draw|sample|collection)|questionnaire|ultrasound(?! ablation)/i;
const TREATS =
  /\b(?:radiation therapy|radiotherapy|therap(?:y|ies)|treat\w*|ablat\w*|surg\w*|irradiat\w*|177Lu|225Ac|131I|lutetium|focused ultrasound|HIFU|chemotherapy|proton)\b/i;
function latestPhase(phase: string): number {
  if (/^early/i.test(phase)) return 0;
  for (let digit = 4; digit > 0; digit -= 1) if (phase.includes(String(digit))) return digit;
  return 0;
}
