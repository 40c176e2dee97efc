/** What a criterion is about where nothing in it could be read: the datum to ask for. Never a verdict. */
import type { Requirement } from '../../knowledge/trials/types.ts';

const TOPICS: readonly (readonly [ask: string, pattern: RegExp])[] = [
  ['HLA type', /\bHLA-?\s?(?:[ABC]\b|typ)/i],
  ['cytogenetics', /\b(?:cytogenetic|karyotyp|chromosom|ploidy)/i],
  ['PD-L1 with its scale (TPS, CPS)', /(?<!anti[- ])\bPD-L1\b(?=.{0,30}\b(?:expression|positive|negative|status|TPS|CPS)\b)/i],
  ['variant allele fraction', /\b(?:variant|mutant) allele (?:fraction|frequency)|\bVAF\b/i],
  ['HER2 in-situ test with its ratio', /\bHER2\/CEP ?17/i],
  [
    'molecular test of the tumour',
    /\b(?:driver|actionable|targetable|oncogenic|genomic|genetic|molecular) (?:\w+ ){0,2}(?:mutations?|alterations?|aberrations?|abnormalit\w+|variants?|profil\w+|biomarkers?)|\b(?:gene|somatic|germline) (?:mutations?|alterations?|variants?)/i,
  ],
  ['informed consent', /\binformed consent|consent form|\bassent\b|\bICF\b/i],
  ['contraception', /\bcontracepti|birth control|abstinen|childbearing|sperm|ova\b/i],
  ['life expectancy', /\blife expectancy|expected survival\b/i],
  ['measurable disease', /\bmeasurable|evaluable (?:disease|lesion)|target lesion\b/i],
  ['tumour tissue or biopsy', /\b(?:tissue|tumou?r|archival|FFPE)\b.{0,40}\b(?:sample|specimen|block|slides?|biops)|biops(?:y|ies)\b/i],
  ['HIV status', /\bHIV\b|human immunodeficiency/i],
  ['hepatitis B and C status', /\bhepatitis|\bHBV\b|\bHCV\b|HBsAg/i],
  ['active infection', /\binfections?\b/i],
  ['autoimmune disease', /\bautoimmun/i],
  ['interstitial lung disease or pneumonitis', /\binterstitial lung|pneumonitis\b/i],
  ['organ or stem cell transplant', /\btransplant/i],
  ['heart disease', /\b(?:cardi|heart|myocardial|angina|arrhythmi|coronary|NYHA|atrial|ventricular)/i],
  ['stroke or thrombosis', /\b(?:stroke|thrombo(?:sis|embol)|embolism|transient ischemic|cerebrovascular)/i],
  ['bleeding risk', /\b(?:bleeding|h(?:a)?emorrhag)/i],
  ['blood pressure', /\b(?:hypertension|blood pressure)\b/i],
  ['diabetes', /\bdiabet/i],
  ['seizures or other neurological disease', /\b(?:seizure|epilep|neurologic|neuropathy|psychiatric|dementia)/i],
  ['gastrointestinal disease or absorption', /\b(?:absorption|bowel obstruction|inflammatory bowel|swallow|diarrh|gastrointestinal)/i],
  ['corticosteroids or immunosuppression', /\b(?:corticosteroid|prednison|immunosuppress|immunodeficien|steroids?)\b/i],
  ['live vaccine', /\bvaccin/i],
  ['interacting medication', /\b(?:CYP\w*|P-gp|inducers?|proton pump|anticoagula|warfarin)\b/i],
  ['allergies', /\b(?:allerg|hypersensitiv|anaphyla)/i],
  ['time since surgery', /\bsurger(?:y|ies)|surgical procedure\b/i],
  ['time since radiotherapy', /\bradi(?:ation|otherapy)|irradiat/i],
  [
    'time since the last treatment',
    /\b(?:wash-?out|half-li(?:fe|ves)|investigational (?:agent|drug|product|device)|prior (?:anti-?cancer|systemic|chemo)|chemotherapy)\b/i,
  ],
  ['toxicity of earlier treatment', /\b(?:toxicit|adverse events?|CTCAE|recovered from|grade ≤? ?1)/i],
  ['progression on earlier treatment', /\b(?:progress(?:ed|ion)|refractory|resistant|relapsed?|recurren)/i],
  ['brain imaging', /\b(?:leptomeningeal|brain|CNS|central nervous system)\b/i],
  ['liver function', /\bchild[- ]pugh|cirrhosis|ascites|liver function|hepatic/i],
  ['participation in another study', /\b(?:another|other) (?:clinical |interventional |investigational )?(?:trial|study)\b/i],
  ['ability to comply', /\b(?:comply|compliance|adhere|willing|able to|ability to|understand)\b/i],
  ['the judgement of the investigator', /\binvestigator\b/i],
];

/** One pass over the text instead of one for each topic; no topic has a group of its own. */
const ANY = new RegExp(TOPICS.map(([, { source }]) => `(${source})`).join('|'), 'i');

/** What is mentioned first. */
export function topicOf(text: string): Requirement {
  const found = ANY.exec(text);
  const topic = found === null ? undefined : TOPICS[found.slice(1).findIndex((group) => group !== undefined)];
  return topic ? { kind: 'unread', ask: topic[0] } : { kind: 'unread' };
}
