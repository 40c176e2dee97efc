import { entryOf } from '../../entry-of.ts';

/**
 * ICD-O-3 morphology codes and the organs of ICD-10/ICD-O topography in words, so that a record of codes alone ("C34.1", "8140/3") is one tumour type.
 * Codes and meanings: SEER Site/Histology Validation List (as in DeepPhe's DpheHistologySites); our own wording. A code that is not here says nothing.
 */
const MORPHOLOGY: Readonly<Record<string, string>> = {
  '8012': 'large cell carcinoma', '8013': 'large cell neuroendocrine carcinoma', '8041': 'small cell carcinoma', '8045': 'combined small cell carcinoma',
  '8046': 'non-small cell carcinoma', '8070': 'squamous cell carcinoma', '8071': 'squamous cell carcinoma', '8072': 'squamous cell carcinoma',
  '8120': 'urothelial carcinoma', '8130': 'urothelial carcinoma', '8140': 'adenocarcinoma', '8144': 'adenocarcinoma', '8145': 'diffuse type adenocarcinoma',
  '8160': 'cholangiocarcinoma', '8170': 'hepatocellular carcinoma', '8200': 'adenoid cystic carcinoma', '8240': 'carcinoid', '8246': 'neuroendocrine carcinoma',
  '8250': 'adenocarcinoma', '8255': 'adenocarcinoma', '8260': 'papillary adenocarcinoma', '8310': 'clear cell carcinoma', '8312': 'renal cell carcinoma',
  '8380': 'endometrioid carcinoma', '8460': 'low grade serous carcinoma', '8461': 'high grade serous carcinoma', '8720': 'melanoma', '8430': 'mucoepidermoid carcinoma', '8441': 'serous carcinoma', '8480': 'mucinous adenocarcinoma',
  '8490': 'signet ring cell carcinoma', '8500': 'invasive ductal carcinoma', '8520': 'invasive lobular carcinoma', '8550': 'acinar adenocarcinoma',
  '8551': 'acinar adenocarcinoma', '8560': 'adenosquamous carcinoma', '9050': 'mesothelioma', '9440': 'glioblastoma', '9445': 'glioblastoma',
  '9450': 'oligodendroglioma', '9451': 'oligodendroglioma',
}; // prettier-ignore

const ORGANS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^C0[7-8]/, ['salivary gland']], [/^C(?:0[1-6])/, ['oral cavity']], [/^C(?:09|10)/, ['oropharyngeal']], [/^C11/, ['nasopharyngeal']], [/^C1[23]/, ['hypopharyngeal']], [/^C32/, ['laryngeal']], [/^C15/, ['esophageal']], [/^C16\.?0/, ['gastroesophageal junction', 'stomach']], [/^C16/, ['stomach']],
  [/^C17/, ['small bowel']], [/^C18\.?1/, ['appendiceal']], [/^C18/, ['colon']], [/^C(?:19|20)/, ['rectum']], [/^C21/, ['anal']], [/^C22/, ['intrahepatic', 'liver', '']], [/^C23/, ['gallbladder']], [/^C24/, ['bile duct', '']],
  [/^C25/, ['pancreatic']], [/^C34/, ['lung']], [/^C37/, ['thymic']], [/^C44/, ['skin']], [/^C69\.?[34]/, ['uveal']], [/^C50/, ['breast']], [/^C53/, ['cervical']], [/^C5[45]/, ['endometrial', 'uterine']], [/^C56/, ['ovarian']],
  [/^C61/, ['prostate']], [/^C64/, ['kidney', '']], [/^C6[56]/, ['upper tract']], [/^C67/, ['bladder']], [/^C71/, ['']], [/^C(?:38\.?4|45\.?0)/, ['pleural']],
]; // prettier-ignore

/** Of the thyroid the code is the type. */
const THYROID: Readonly<Record<string, string>> = {
  '8260': 'papillary thyroid cancer', '8340': 'papillary thyroid cancer', '8050': 'papillary thyroid cancer', '8330': 'follicular thyroid cancer',
  '8331': 'follicular thyroid cancer', '8345': 'medullary thyroid cancer', '8510': 'medullary thyroid cancer', '8020': 'anaplastic thyroid cancer',
  '8021': 'anaplastic thyroid cancer', '8290': 'hurthle cell thyroid cancer',
}; // prettier-ignore

/** A whole name for site and morphology together, where the morphology alone would mean something else. */
export function thyroidType(topography: string, morphology: string): string | null {
  const [, kind = '', behaviour] = /^(\d{4})\/(\d)$/.exec(morphology) ?? [];
  return topography.startsWith('C73') && behaviour === '3' ? (entryOf(THYROID, kind) ?? null) : null;
}

/** `8140/3` → adenocarcinoma; null for codes of benign or in situ behaviour and those not listed. */
export function morphologyInWords(code: string): string | null {
  const [, kind = '', behaviour] = /^(\d{4})\/(\d)$/.exec(code) ?? [];
  return behaviour === '3' ? (entryOf(MORPHOLOGY, kind) ?? null) : null;
}
/** `Adenocarcinoma, NOS` → adenocarcinoma; null for words that are no kind of this list alone. */
export function kindInWords(text: string): string | null {
  const name = text
    .toLowerCase()
    .replace(/,? \(?nos\)?$|\((?:morphologic abnormality|disorder)\)/g, '')
    .replace(/tumour/g, 'tumor')
    .trim();
  return KINDS.has(name) ? name : null;
}
const KINDS: ReadonlySet<string> = new Set([...Object.values(MORPHOLOGY), 'neuroendocrine tumor']);

/** Body sites as records write them: "Lung", "Structure of upper lobe of left lung". Only organs that name one place of origin. */
const IN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\blungs?\b|\bbronch(?:us|ial)\b/i, 'lung'], [/\bbreasts?\b/i, 'breast'], [/\bcolon(?:ic)?\b|\bc(?:a)?ecum\b/i, 'colon'], [/\brectum\b|\brectal structure\b/i, 'rectum'],
  [/\bstomach\b/i, 'stomach'], [/\bpancrea(?:s|tic)\b/i, 'pancreatic'], [/\bprostat(?:e|ic)\b/i, 'prostate'], [/\bovar(?:y|ies|ian)\b/i, 'ovarian'],
  [/(?<!gall ?)\bbladder\b/i, 'bladder'], [/\bthyroid\b/i, 'thyroid'], [/\bkidney\b/i, 'kidney'], [/\bgall ?bladder\b/i, 'gallbladder'], [/\bbile duct\b/i, 'bile duct'], [/\bo?esophag(?:us|eal)\b(?! junction)/i, 'esophageal'], [/\bendometri(?:um|al)\b/i, 'endometrial'],
  [/\buter(?:us|ine)\b(?! (?:cervix|adnexa|tubes?|ligaments?))/i, 'uterine'],
]; // prettier-ignore
export function organsInWords(site: string): readonly string[] {
  const found = IN_WORDS.filter(([pattern]) => pattern.test(site)).map(([, organ]) => organ);
  return found.length === 1 ? found : [];
}

/** `C34.1` → lung. Empty where the code names no single organ. */
export function organsOfTopography(code: string): readonly string[] {
  return ORGANS.find(([pattern]) => pattern.test(code))?.[1] ?? [];
}
