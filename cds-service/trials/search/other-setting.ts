/**
 * Trials whose title or conditions name another setting than the patient's: operable disease where metastases are recorded, a first line where one was
 * given, metastases of a place where none is on file. Their criteria are judged like all others; this only decides what stands first on the list.
 */
import type { TrialPatient } from '../patient.ts';
import type { TrialRow } from '../trial-index/trial-columns.ts';
import { hasExtent } from '../verdict/extent.ts';
import { ANY_CANCER_DRUG } from '../criteria/treatment/drug-mentions.ts';
import { hadLines, wasTreated } from '../verdict/treatment.ts';

/** Bits: what a trial is for, and what would contradict the patient. */
const [NOT_SPREAD, SPREAD, FIRST_LINE] = [1, 2, 4] as const;
const PLACES: readonly (readonly [bit: number, named: RegExp, recorded: RegExp])[] = [
  [8, /\b(?:brain|cerebral|intracranial) metasta/i, /brain|cerebr|cerebell|intracranial|central nervous|\bCNS\b/i],
  [16, /\bleptomeningeal/i, /mening/i],
  [32, /\b(?:liver|hepatic) metasta/i, /liver|hepat/i],
  [64, /\b(?:bone|spine|spinal|vertebral|osseous|skeletal) metasta/i, /bone|spin|vertebr|osse|skelet/i],
  [128, /\b(?:lung|pulmonary) metasta/i, /lung|pulmon/i],
  [256, /\bperitoneal (?:metasta|carcinomatosis)|\bcarcinomatosis\b/i, /periton|omentum|oment/i],
];

/** Advanced disease, which an early stage may contradict; "unresectable" says less, as of liver cancer. */
const ADVANCED = 512;

/** What the record contradicts. */
export function settingsAgainst(patient: TrialPatient): number {
  const spread = hasExtent({ kind: 'extent', extent: 'metastatic' }, patient).verdict;
  const setting = spread === 'yes' ? { setting: 'metastatic' as const } : {};
  const treated =
    hadLines({ kind: 'lines', min: 1, ...setting }, patient).verdict === 'yes' ||
    wasTreated({ kind: 'treated', label: 'systemic cancer therapy', drugs: [ANY_CANCER_DRUG], ...setting }, patient).verdict === 'yes';
  const secondary = patient.facts.tumours.filter(({ role }) => role === 'secondary').map(({ text, bodySites }) => [text, ...bodySites].join(' ')); // prettier-ignore
  const places = PLACES.filter(([, , recorded]) => !secondary.some((words) => recorded.test(words)));
  return (
    (spread === 'yes' ? NOT_SPREAD : spread === 'no' ? SPREAD : 0) +
    (hasExtent({ kind: 'extent', extent: 'advanced' }, patient).verdict === 'no' ? ADVANCED : 0) +
    (treated ? FIRST_LINE : 0) +
    places.reduce((sum, [bit]) => sum + bit, 0)
  );
}

/** What a trial says it is for. */
export function settingOf({ title, conditions }: Pick<TrialRow, 'title' | 'conditions'>): number {
  const all = `${title} | ${conditions.join(' | ')}`;
  const far = FAR.test(all.replace(NOT_FAR, ' '));
  const titled = title.replace(NOT_FAR, ' ');
  const placed = title.replace(BESIDES, ' ');
  return (
    (!far && (OPERABLE.test(title) || (!OPERABLE_NOT.test(all) && conditions.some((one) => EARLY.test(one)))) ? NOT_SPREAD : 0) +
    ((/metasta|stage (?:IV|4)\b/i.test(titled) && !WIDER.test(all)) || RESISTANT.test(titled) ? SPREAD : 0) +
    (FAR_TITLED.test(title) && !OPERABLE.test(title) && !EARLIER.test(title) ? ADVANCED : 0) +
    (FIRST.test(title) && !LATER.test(all) ? FIRST_LINE : 0) +
    PLACES.reduce((sum, [bit, named]) => sum + (named.test(placed) ? bit : 0), 0)
  );
}

const FAR_TITLED =
  /(?<!locally[- ]|regionally[- ])\badvanced(?:,? (?:or|and|and\/or) (?:recurrent|metastatic)|\/metastatic)?,? (?:(?!in\b|of\b|for\b|and\b|with\b|imaging\b|care\b)[\w-]+ ){0,3}?(?:tumou?rs?|malignanc\w+|cancers?|carcinomas?|adenocarcinomas?|neoplasms?|NSCLC|melanoma)\b/i;
const EARLIER = /\b(?:early|stages? I{1,3}\b|high[- ]risk|prevent\w*|surviv\w*)/i;
/** Castration resistance comes after years of treatment, seldom before the cancer has spread. */
const RESISTANT = /castrat\w+[- ](?:resistant|refractory)|\bm?CRPC\b/i;
const NOT_FAR = /\bnon-?metastatic\b|\blocally[- ]advanced\b|\bprevent\w* (?:of )?(?:\w+ )?metasta\w+/gi;
const FAR =
  /metasta|\bstages? ?(?:IV|4)\b|\badvanced\b|unresectable|\b(?:recurrent|recurrence|relapsed?|refractory|progressive|extensive[- ]stage|all stages)\b|oligo/i;
const OPERABLE =
  /\b(?:neo-?adjuvant|\(neo\)-?adjuvant|adjuvant(?=[ -](?:therap|treat|chemo|immuno|radio|endocrine|setting|study|trial|hormon))|peri-?operative|pre-?operative|post-?operative|locali[sz]ed|early[- ]stage|early (?:\w+ ){0,2}cancer|resectable|resected|operable|after resection|prostatectomy|lobectomy|lumpectomy|mastectomy|nephrectomy|cystectomy|pancreatectomy|esophagectomy|gastrectomy|enucleation|non-?muscle[- ]invasive|muscle[- ]invasive|carcinoma in situ|DCIS|non-?metastatic|organ preservation|watch and wait|(?:complete|curative) resection|radical surgery|stages? (?:0|I{1,3}|[1-3])[ABC]?(?:[- ,/]|and|or|to|0|I{1,3}|[1-3]|[ABC])*)\b/i;
const EARLY =
  /^(?:(?!.*\b(?:IV|4)\b).*\bstages? (?:0|I{1,3}|[1-3])[ABC]?\d?\b.*|.*\b(?:early[- ]stage|early (?:\w+ )?cancer|locali[sz]ed|(?<!un)resectable|non-?metastatic|in situ|operable|muscle[- ]invasive)\b.*)$/i;
/** Words with which a list of early stages may be one of several. */
const OPERABLE_NOT = /solid tumou?r|\bbasket\b|\ball cancers\b/i;
const WIDER =
  /\b(?:locally|localized|locali[sz]ed|regional|early|advanced|unresectable|recurrent|relapsed|refractory|stage I{1,3}\b|stage [123]|or non-?metastatic|with or without|high[- ]risk|prevent\w*|risk of)\b/i;
const FIRST =
  /\b(?:first[- ]line|1L|front[- ]?line|treatment[- ]na[iï]ve|therapy[- ]na[iï]ve|(?:previously|chemotherapy|systemically) untreated|untreated|newly[- ]diagnosed|de novo)\b/i;
const LATER =
  /mainten|\bafter\b|following|relaps|refractor|progress|recurr|previously[- ]treated|pre-?treated|second|2L|resistan|post-?transplant|consolidat/i;
const BESIDES =
  /\b(?:with or without|with and without|including|without|prevent\w*|excluding) (?:[\w-]+ ){0,3}?(?:metasta\w+|carcinomatosis|leptomeningeal)/gi;
