/** Diagnoses as clinicians write them: what is added to the tumour's name (spread, biomarker, treatment, phase) is taken off step by step. */
import { NOT_THE_PATIENTS } from '../../codes/tumour/names.ts';
import { entryOf } from '../../entry-of.ts';

/** Written for the name; each stands for one tumour only. "ALL" is a word of its own and needs its lineage. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bm?NSCLC\b/g, 'non-small cell lung cancer'],
  [/\b(?:ES-|LS-)?SCLC\b/g, 'small cell lung cancer'],
  [/\b(?:NSCLC|non-?small cell lung cancer)[\s,:(-]{1,3}adenocarcinoma\b/gi, 'lung adenocarcinoma'],
  [/\bm?CRC\b/g, 'colorectal cancer'],
  [/\bmCRPC\b|\bmHSPC\b|\bCRPC\b/g, 'prostate cancer'],
  [/\bm?TNBC\b/g, 'breast cancer'],
  [/\bm?BC\b(?=\s*,?\s*(?:HER2|HR|ER)\b)/g, 'breast cancer'],
  [/\bPDAC\b/g, 'pancreatic ductal adenocarcinoma'],
  [/\bHCC\b/g, 'hepatocellular carcinoma'],
  [/\bm?(?:cc)RCC\b/g, 'renal clear cell carcinoma'],
  [/\bm?RCC\b/g, 'renal cell carcinoma'],
  [/\bGBM\b/g, 'glioblastoma'],
  [/\bGIST\b/g, 'gastrointestinal stromal tumor'],
  [/\bMTC\b/g, 'medullary thyroid cancer'],
  [/\bCML\b/g, 'chronic myeloid leukemia'],
  [/\bAML\b/g, 'acute myeloid leukemia'],
  [/\bAPL\b/g, 'acute promyelocytic leukemia'],
  [/\bCLL\b/g, 'chronic lymphocytic leukemia'],
  [/\b(?:Ph(?:-|\s)?(?:\+|positive)?\s*)?B-?\s?ALL\b/gi, 'B-lymphoblastic leukemia/lymphoma'],
  [/\bT-?\s?ALL\b/g, 'T-lymphoblastic leukemia/lymphoma'],
  [/\bPh(?:-|\s)?(?:\+|positive)\s*ALL\b/gi, 'B-lymphoblastic leukemia/lymphoma'],
  [/\bDLBCL\b/g, 'diffuse large B-cell lymphoma'],
  [/\bATC\b(?=.*thyroid)/g, 'anaplastic thyroid cancer'],
  [/\bCa\.?\s+(?:mamma|mammae|breast)\b/gi, 'breast cancer'],
  [/\bCa\.?\s+(?:lung|bronch\w*)\b/gi, 'lung cancer'],
  [/\bCa\.?\s+prostat\w*/gi, 'prostate cancer'],
  [/\bCa\.?\s+colon\b/gi, 'colon cancer'],
  [/\b(?:GEJ|EGJ|GOJ)\b/g, 'gastroesophageal junction'],
  [/\b(?:the )?(?:o?esophago-?gastric|gastro-?o?esophageal) junction\b/gi, 'gastroesophageal junction'],
  [/\b(?:o?esophago-?gastric|gastro-?o?esophageal) (?:adeno)?(?:carcinoma|cancer)\b/gi, 'esophagogastric adenocarcinoma'],
  [
    /\b(?:adeno)?(?:carcinoma|cancer) of (?:the )?(?:gastric )?cardia\b|\b(?:gastric )?cardia (?:adeno)?(?:carcinoma|cancer)\b/gi,
    'esophagogastric adenocarcinoma',
  ],
  // Adenocarcinomas of that junction by Siewert's definition; type I has its centre in the oesophagus.
  [/^(?!.*junction).*\b(?:AEG|Siewert)(?: (?:type|typ))? ?(?:I|1)(?![I1-9]).*$/g, 'esophageal adenocarcinoma'],
  [/^(?!.*junction).*\b(?:AEG|Siewert)\b.*$/g, 'gastroesophageal junction adenocarcinoma'],
  [/(?<=\w) (?:(?:WHO|CNS) )*gr(?:ade|\.) ?(?:[1-4]|I{1,3}|IV)(?![\w-])/gi, ''],
  [/\bsalivary (?:gland )?secretory carcinoma\b/gi, 'salivary carcinoma'],
  [/\bCMML\b/g, 'chronic myelomonocytic leukemia'],
  [/\bCUP\b(?!\w)/g, 'cancer of unknown primary'],
  [
    /\bTGCT\b(?=.*\b(?:synovi|knee|joint|diffuse))|\b(?:diffuse )?tenosynovial giant cell tumou?rs?\b(?: \(TGCT\))?/gi,
    'tenosynovial giant cell tumor diffuse type',
  ],
  [
    /\b(?:extra-?abdominal |abdominal wall |intra-?abdominal )?(?:desmoid(?:[- ]type)?(?: tumou?rs?| fibromatosis)?|aggressive fibromatosis)\b/gi,
    'Desmoid/Aggressive Fibromatosis',
  ],
  [/\bsolitary fibrous tumou?rs?\b/gi, 'Solitary Fibrous Tumor/Hemangiopericytoma'],
  [/\bcraniopharyngioma, papillary\b|\bpapillary craniopharyngioma\b/gi, 'craniopharyngioma, papillary type'],
  [/\b(?:small bowel|small intestin(?:e|al)|jejunal|ileal) adenocarcinoma\b/gi, 'small bowel cancer'],
  [/\bh(?:u|ü)rthle cell (?:carcinoma|cancer)\b(?: of thyroid)?/gi, 'hurthle cell thyroid cancer'],
  [/\b(?:myelodysplastic syndromes?|MDS) with (?:isolated )?(?:del ?\(5q\)|5q deletion|deletion 5q)/gi, 'MDS with isolated del(5q)'],
  // Without its site: the ontology's older name for the whole urinary tract.
  [/^(?:.*\b(?:advanced|metastatic|unresectable)\s+)?urothelial (?:carcinoma|cancer)$/gi, 'transitional cell carcinoma'],
  [/^(?:metastatic |advanced )?mesothelioma$/gi, 'malignant mesothelioma'],
];

/** "Liver metastases from colon adenocarcinoma", "brain metastasis of melanoma". */
const FROM_PRIMARY = /^.*\bmetasta(?:s[ei]s|tic \w+)\s+(?:from|of)\s+(?:an?\s+|the\s+|known\s+|primary\s+)*(.+)$/i;
/** "Lung adenocarcinoma metastatic to brain"; also with "with", "and" or a comma before the metastases. */
const TO_PLACE = /^(.*?\S)\s*(?:[,;(]\s*)?\bmetasta(?:tic|si[sz]ed|sizing)\s+(?:to|in)\b/i;
const WITH_SPREAD = /^(.*?\S)\s*(?:[,;]|\b(?:with|and)\b)[^,;]*\bmetasta/i;

const GENE =
  '(?:EGFR|ALK|ROS1|RET|NTRK\\d?|MET|KRAS|NRAS|RAS|BRAF|HER-?2(?:/neu)?|ERBB2|BRCA\\s?1/2|BRCA\\d?|PIK3CA|FGFR\\d?|IDH\\d?|FLT3(?:-(?:ITD|TKD))?|NPM1|KIT|PDGFRA|PD-?L1|MSI|MMR|TP53|BCR[-:/]+ABL1?|Ph|ER|PR|HR|hormone[- ]receptor|estrogen[- ]receptor|oestrogen[- ]receptor|H3\\s?K27M?)';
const STATE =
  '(?:\\+{1,3}|-(?=[\\s,;)]|$)|[- ]?(?:positive|negative|pos\\b|neg\\b|low|high|mutated|mutant|mutation(?: positive)?|wild[- ]?type|wt\\b|amplified|rearranged|fusion(?:[- ]positive)?|altered|deficient|proficient|stable|overexpress\\w*))';
const MARKER = new RegExp(
  `\\b${GENE}${STATE}(?=[\\s,;)./]|$)|\\b(?:dMMR|pMMR|MSI-?H|MSS)\\b|\\bwith(?:out)?\\s+(?:an?\\s+|any\\s+|no\\s+)?${GENE}\\b.*$`,
  'gi',
);
const COURSE =
  /\b(?:castration|platinum|endocrine|imatinib|hormone|treatment|therapy|tki)[- ](?:resistant|sensitive|refractory|naive)\b|\b(?:chronic|accelerated|blast) (?:phase|crisis)\b|\b(?:in )?(?:complete |partial )?(?:remission|relapse)\b|\bR\/R\b|\b(?:de novo|oligometastatic|treatment[- ]naive|newly|on treatment|childhood|p(?:a)?ediatric)\b/gi;

/** Names that the tables would lead elsewhere, by the classification in use: exact, so that more words are left to the tables. */
const CALLED: Readonly<Record<string, string>> = {
  // Hilar by definition; the ontology files it under the intrahepatic ducts.
  'klatskin tumor': 'perihilar cholangiocarcinoma',
  'klatskin tumour': 'perihilar cholangiocarcinoma',
  "klatskin's tumor": 'perihilar cholangiocarcinoma',
  "klatskin's tumour": 'perihilar cholangiocarcinoma',
  'hilar cholangiocarcinoma': 'perihilar cholangiocarcinoma',
  'hilar cholangiocellular carcinoma': 'perihilar cholangiocarcinoma',
  // The ontology has them without a type: what OncoTree and NCIt file them under.
  'gastroesophageal adenocarcinoma': 'esophagogastric adenocarcinoma',
  'gastric cardia cancer': 'esophagogastric adenocarcinoma',
  'gastric cardia carcinoma': 'esophagogastric adenocarcinoma',
  'gastric cardia adenocarcinoma': 'esophagogastric adenocarcinoma',
  'primary peritoneal carcinoma': 'peritoneal serous carcinoma',
  'primary peritoneal cancer': 'peritoneal serous carcinoma',
  'small lymphocytic lymphoma': 'chronic lymphocytic leukemia/small lymphocytic lymphoma',
  // The older names of the grades of one tumour; IDH decides the rest, and labels ask for it by itself.
  'desmoid tumor': 'desmoid/aggressive fibromatosis',
  'desmoid tumour': 'desmoid/aggressive fibromatosis',
  'tenosynovial giant cell tumor': 'tenosynovial giant cell tumor diffuse type',
  astrocytoma: 'astrocytoma, idh-mutant',
  'diffuse astrocytoma': 'astrocytoma, idh-mutant',
};
export function calledNow(text: string): string | null {
  const name = text
    .toLowerCase()
    .replace(/,? nos$/, '')
    .trim();
  return entryOf(CALLED, name) ?? null;
}

/** Simpler and simpler wordings of one diagnosis, each to be looked up in turn; empty when the text is not about the patient's own. */
export function simplerWordings(text: string): readonly string[] {
  if (text.length > 400) return [];
  const found = new Set<string>();
  const primary = FROM_PRIMARY.exec(text)?.[1] ?? TO_PLACE.exec(text)?.[1] ?? WITH_SPREAD.exec(text)?.[1];
  // What is negative or absent of a marker says nothing against the tumour.
  const bare = (part: string) => part.replace(MARKER, ' ').replace(COURSE, ' ').replace(/\s+/g, ' ').trim();
  for (const part of primary === undefined ? [text] : [primary]) {
    let long = bare(part);
    for (const [short, full] of SHORT) long = long.replace(short, full);
    if (NOT_THE_PATIENTS.test(long)) continue;
    found.add(part);
    found.add(long);
    const [first] = long.split(/[,;:()]/);
    if (first !== undefined) found.add(first.trim());
  }
  found.delete(text);
  found.delete('');
  return [...found];
}

/** The tumour that a text of metastases calls their source: "lung cancer metastatic to brain", with `from` also "metastases from …". */
export function namedPrimary(text: string, from: boolean): string | null {
  if (text.length > 400) return null;
  return TO_PLACE.exec(text)?.[1] ?? (from ? (FROM_PRIMARY.exec(text)?.[1] ?? null) : null);
}
