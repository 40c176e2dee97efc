/** A tumour type by its name or abbreviation, as criteria write it. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { join } from '../requirements-together.ts';
import type { ReadingContext } from '../atom.ts';
import { nonSquamous } from './non-squamous.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

type Tumour = Extract<Requirement, { kind: 'tumour' }>;

/**
 * Abbreviations that criteria use, and the name the tumour table knows. Only those that mean one tumour whatever the trial; what a text defines
 * itself ("ovarian cancer (OC)") is known from there.
 */
export const SHORT: Readonly<Record<string, string>> = {
  NSCLC: 'non-small cell lung cancer', SCLC: 'small cell lung cancer', CRC: 'colorectal cancer', HCC: 'hepatocellular carcinoma',
  RCC: 'renal cell carcinoma', ccRCC: 'renal clear cell carcinoma', HNSCC: 'head and neck squamous cell carcinoma', SCCHN: 'head and neck squamous cell carcinoma',
  PDAC: 'pancreatic adenocarcinoma', GBM: 'glioblastoma', DLBCL: 'diffuse large B-cell lymphoma', MM: 'multiple myeloma', RRMM: 'multiple myeloma', AML: 'acute myeloid leukemia',
  CLL: 'chronic lymphocytic leukemia', SLL: 'small lymphocytic lymphoma', MDS: 'myelodysplastic syndrome', CML: 'chronic myeloid leukemia', GIST: 'gastrointestinal stromal tumor',
  MCL: 'mantle cell lymphoma', TNBC: 'triple negative breast cancer', CRPC: 'castration-resistant prostate cancer', CSPC: 'castration-sensitive prostate cancer',
  HSPC: 'hormone-sensitive prostate cancer', NEPC: 'neuroendocrine prostate cancer', NHL: 'non-hodgkin lymphoma', cHL: 'classical hodgkin lymphoma', FL: 'follicular lymphoma',
  MZL: 'marginal zone lymphoma', LBCL: 'large b-cell lymphoma', PMBCL: 'primary mediastinal b-cell lymphoma', PTCL: 'peripheral t-cell lymphoma', CTCL: 'cutaneous t-cell lymphoma',
  ALCL: 'anaplastic large cell lymphoma', AITL: 'angioimmunoblastic t-cell lymphoma', ATLL: 'adult t-cell leukemia/lymphoma', PCNSL: 'primary CNS lymphoma', CMML: 'chronic myelomonocytic leukemia',
  JMML: 'juvenile myelomonocytic leukemia', MPAL: 'mixed phenotype acute leukemia', APL: 'acute promyelocytic leukemia', WM: 'waldenstrom macroglobulinemia', LCH: 'langerhans cell histiocytosis',
  'B-ALL': 'b-cell acute lymphoblastic leukemia', 'T-ALL': 't-cell acute lymphoblastic leukemia', 'T-PLL': 't-cell prolymphocytic leukemia', MPN: 'myeloproliferative neoplasm',
  ESCC: 'esophageal squamous cell carcinoma', cSCC: 'cutaneous squamous cell carcinoma', BCC: 'basal cell carcinoma', UTUC: 'upper tract urothelial carcinoma',
  HGSOC: 'high-grade serous ovarian cancer', LGSOC: 'low-grade serous ovarian cancer', iCCA: 'intrahepatic cholangiocarcinoma', BTC: 'biliary tract cancer', NPC: 'nasopharyngeal carcinoma',
  DIPG: 'diffuse midline glioma', MPNST: 'malignant peripheral nerve sheath tumor', DDLPS: 'dedifferentiated liposarcoma', MRCLS: 'myxoid liposarcoma', LCNEC: 'large cell neuroendocrine carcinoma',
  ATRT: 'atypical teratoid rhabdoid tumor', pNET: 'pancreatic neuroendocrine tumor', PPGL: 'paraganglioma or pheochromocytoma', MPM: 'malignant pleural mesothelioma',
}; // prettier-ignore

/** Names that the table has in other words, or that stand for several of its types; each of them is meant then. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'urothelial carcinoma': 'bladder urothelial carcinoma|upper tract urothelial carcinoma|urethral urothelial carcinoma',
  'gastroesophageal junction cancer': 'gastroesophageal junction adenocarcinoma', 'gej adenocarcinoma': 'gastroesophageal junction adenocarcinoma',
  'esophagogastric junction adenocarcinoma': 'gastroesophageal junction adenocarcinoma',
  'gastro-esophageal junction adenocarcinoma': 'gastroesophageal junction adenocarcinoma',
  'esophagogastric adenocarcinoma': 'gastric adenocarcinoma|gastroesophageal junction adenocarcinoma|esophageal adenocarcinoma',
  'esophagogastric cancer': 'gastric cancer|gastroesophageal junction adenocarcinoma|esophageal cancer',
  't-cell lymphoma': 't-cell non-hodgkin lymphoma', 'germ cell tumor': 'germ cell cancer', 'chronic lymphocytic leukemia/small lymphocytic lymphoma': 'chronic lymphocytic leukemia|small lymphocytic lymphoma',
  mesothelioma: 'pleural mesothelioma|malignant pleural mesothelioma|peritoneal mesothelioma', 'paraganglioma or pheochromocytoma': 'paraganglioma|pheochromocytoma',
  'smoldering multiple myeloma': 'smoldering myeloma', 'primary mediastinal large b-cell lymphoma': 'primary mediastinal b-cell lymphoma',
  'hepatobiliary cancer': 'liver cancer|biliary tract cancer|gallbladder cancer|cholangiocarcinoma',
  'gynecologic cancer': 'ovarian cancer|uterine cancer|endometrial cancer|cervical cancer|vulvar cancer|vaginal cancer|fallopian tube cancer|primary peritoneal cancer|gestational trophoblastic neoplasia',
  'genitourinary cancer': 'prostate cancer|bladder cancer|kidney cancer|testicular cancer|penile cancer|upper tract urothelial carcinoma|urethral urothelial carcinoma',
}; // prettier-ignore
/** Ways of writing that are one name: "GE junction", "oesophagus", "urothelial cell carcinoma". */
function oneName(key: string): string {
  return key
    .replace(/\bo(?=esophag)/g, '')
    .replace(/\bgastro-?(?=esophageal)/g, 'gastro')
    .replace(/\b(?:ge|gej)(?: junction)? (?=cancer|adenocarcinoma)/g, 'gastroesophageal junction ')
    .replace(/\b(?:transitional|urothelial)(?: cell)? (?:cancer|carcinoma)s?$/, 'urothelial carcinoma')
    .replace(/\bgyna?ecologic(?:al)? (?:cancer|malignanc(?:y|ie)|tumou?r)s?$/, 'gynecologic cancer')
    .replace(/\bgenito-?urinary (?:cancer|malignanc(?:y|ie)|tumou?r)s?$/, 'genitourinary cancer')
    .replace(/\bt[- ]cell lymphomas?$/, 't-cell lymphoma')
    .replace(/\bmature b[- ]cell (?:malignanc(?:y|ie)|cancer)s?$/, 'mature b-cell neoplasm')
    .replace(/\btumou?rs?$/, 'tumor')
    .replace(/(?<=mesothelioma|lymphoma|myeloma|carcinoma|cancer)s$/, '');
}

/** A tumour type by name; null when the table does not know it. */
export function lookUp(phrase: string, { tumours, phrases }: Pick<ReadingContext, 'tumours' | 'phrases'>): Requirement | null {
  const key = phrase.toLowerCase();
  const known = phrases.get(key);
  if (known !== undefined) return known;
  const lung = NON_SQUAMOUS_LUNG.test(key) ? lookUp('non-small cell lung cancer', { tumours, phrases }) : null;
  if (lung?.kind === 'tumour') {
    const narrower = nonSquamous(lung);
    phrases.set(key, narrower);
    return narrower;
  }
  if (OTHER_DISEASE.test(key) || WITHOUT.test(key)) {
    const rest = key.replace(WITHOUT, ' ').trim();
    const base = OTHER_DISEASE.test(key) || rest === key ? null : lookUp(rest, { tumours, phrases });
    const open: Requirement | null = base && {
      kind: 'all',
      of: [base, castrationIn(key) ?? { kind: 'unread', ask: `whether it is ${key}` }],
    };
    phrases.set(key, open);
    return open;
  }
  const several = entryOf(OTHER_NAMES, oneName(key));
  if (several !== undefined) {
    const members = several.split('|').flatMap((name) => lookUp(name, { tumours, phrases }) ?? []);
    const group = members.length === 0 ? null : join('any', members);
    phrases.set(key, group);
    return group;
  }
  if (key === SLL.name) return SLL;
  const triple = /^triple[- ]negative (breast (?:cancer|carcinoma)s?)$/.exec(key);
  const found = triple ? tumours.byText(triple[1] ?? '') : byName(key, tumours);
  // OncoTree's "malignant lymphoma" is the one of the brain; what trials mean is the Disease Ontology's.
  const oncotree = found?.oncotree === 'MLYM' ? null : (found?.oncotree ?? null);
  const type: Tumour | null =
    found?.oncotree === 'MT' || found?.doid === CANCER
      ? ANY_CANCER
      : found && (oncotree !== null || found.doid !== null)
        ? { kind: 'tumour', name: key, oncotree, doid: found.doid, breadth: null }
        : null;
  const requirement: Requirement | null = type && triple ? { kind: 'all', of: [type, ...TRIPLE_NEGATIVE] } : type;
  phrases.set(key, requirement);
  return requirement;
}
const NON_SQUAMOUS_LUNG =
  /^non-?squamous(?: cell)?,? (?:non-?small[- ]cell lung (?:cancer|carcinoma)s?|nsclc)$|^(?:non-?small[- ]cell lung (?:cancer|carcinoma)|nsclc),? non-?squamous$/;
/** An organ's "disease" is not its cancer. */
const OTHER_DISEASE =
  /^metastatic (?:.* )?(?:in|to) the |\b(?:renal|lung|prostat\w+|breast|pancreatic|eye|liver|kidney|bladder|skin|thyroid|peripheral nervous system) diseases?$/;
/** What a name takes out ("non-clear cell") or adds ("castration-resistant"), the table of types passes over. */
const WITHOUT =
  /\bnon[- ](?!small|hodgkin|invasive)(?:clear[- ]cell|[\w-]+)[\s,]*|\b(?:castrat\w+|hormone)[- ](?:resistant|sensitive|refractory|na[iï]ve)\b|\bmale\b|\b(?:limited|extensive)[- ]stage\b/;

/** Where nothing but the answer to castration is added. */
function castrationIn(key: string): Requirement | null {
  const [said, more] = key.match(new RegExp(WITHOUT, 'g')) ?? [];
  const found =
    /prostat/.test(key) && more === undefined && /^(?:castrat\w+|hormone)[- ](resistant|refractory|sensitive)$/.exec(said ?? '');
  return found ? { kind: 'castration', state: found[1] === 'sensitive' ? 'sensitive' : 'resistant' } : null;
}

/** "Prostate carcinoma" and "prostate cancer" are one thing to a trial; the wider of the two names is kept. */
function byName(key: string, tumours: ReadingContext['tumours']): ReturnType<ReadingContext['tumours']['byText']> {
  const found = tumours.byText(key) ?? (key.endsWith('s') ? tumours.byText(key.slice(0, -1)) : null);
  if (!found || !/\bcarcinomas?\b/.test(key)) return found;
  const wider = tumours.byText(key.replace(/\bcarcinomas?\b/, 'cancer'));
  return wider && wider.oncotree === found.oncotree ? wider : found;
}
/** "Malignant tumour" as a name. */
const CANCER = 'DOID:162';
const ANY_CANCER: Tumour = { kind: 'tumour', name: 'cancer', oncotree: null, doid: null, breadth: 'any' };
/** One node of OncoTree with the leukaemia; the Disease Ontology has a name for both together. */
const SLL: Tumour = { kind: 'tumour', name: 'small lymphocytic lymphoma', oncotree: 'CLLSLL', doid: 'DOID:6354', breadth: null };
const negative = (marker: string): Requirement => ({
  kind: 'molecular',
  label: `${marker} negative`,
  tree: { kind: 'marker', marker, status: 'negative', method: null, min: null },
});
const TRIPLE_NEGATIVE = [negative('HER2'), negative('ER'), negative('PR')];
