/**
 * Diagnoses as SNOMED CT words them ("Primary anaplastic astrocytoma of temporal lobe"), which name site and kind more finely than the tables of tumours do:
 * broader and broader names, each of which is still true of the patient. Only for what a patient has; what a trial asks for must not become broader.
 */
import { NOT_THE_PATIENTS } from '../../codes/tumour/names.ts';

const MALIGNANT =
  /cancer|carcinom|sarcom|lymphom|leuka?em|myelom|melanom|blastom|gliom|astrocytom|ependymom|teratom|rhabdoid|germ cell|stromal tumou?r|malignant|neuroendocrine|carcinoid|endotheliom|mesotheliom|keratoacanthoma|intraepithelial neoplasia|\bcell neoplasm|granulosa cell tumou?r/i;
const NO_TUMOUR = /\b(?:benign|syndrome|embolism|polyposis|nonpolyposis|family history|secondary|metasta(?:sis|ses|tic)|benign)\b/i;

/** The same in the words that the tables use. */
const USUAL: readonly (readonly [RegExp, string])[] = [
  [/\((?:disorder|morphologic abnormality|finding)\)|�/g, ' '],
  [/\(condylomatous\)/g, ' '],
  [/^local recurrence of /, ''],
  [/,? overlapping lesion (?=of )/, ' '],
  [/^malignant tumou?r involving .* by direct extension from (?:uterine )?(.+)$/, 'malignant neoplasm of $1'],
  // What is negative or absent of a marker says nothing against the tumour.
  [/^.*\b(?:negative|positive) (?=(?:non-small|squamous|small|adeno))/, ''],
  [/,? (?:negative for|without mutation in|with mutation in|co-occurrent with|in post-traumatic) .*$/, ''],
  [/ with \S.* gene fusion$/, ''],
  [/\bmicrosatellite instability-high /g, ''],
  [/^(?:primary |overlapping |solitary |familial )+/, ''],
  [/\bmalignant epithelial neoplasm/g, 'carcinoma'],
  [/\bmalignant mesenchymal neoplasm/g, 'sarcoma'],
  [/\bmalignant germ cell neoplasm/g, 'germ cell tumor'],
  [/\bmalignant (?:inflammatory) neoplasm/g, 'inflammatory carcinoma'],
  [/\bmalignant gastrointestinal stromal neoplasm/g, 'gastrointestinal stromal tumor'],
  [/\bmalignant atypical teratoid rhabdoid neoplasm/g, 'atypical teratoid rhabdoid tumor'],
  [/\bmalignant neuroendocrine neoplasm/g, 'neuroendocrine neoplasm'],
  [/\bnonsmall cell neoplasm/g, 'non-small cell carcinoma'],
  [/\bbronchiolo-alveolar carcinoma/g, 'adenocarcinoma'],
  [/\burothelial (?:carcinoma|cancer)/g, 'transitional cell carcinoma'],
  [/\btransitional carcinoma\b/g, 'transitional cell carcinoma'],
  [/\bcystadenocarcinoma/g, 'adenocarcinoma'],
  [/\b(?:malignant )?carcinoid tumou?r/g, 'carcinoid'],
  [/^low grade (?:malignant )?(?:glioma|astrocytoma)/, 'low grade glioma'],
  [/^mixed oligoastrocytoma/, 'brain cancer'],
  [/^infiltrating (?:duct|lobular) mixed with other types of carcinoma/, 'invasive carcinoma'],
  [/\b(?:malignant )?(?:epithelioid|sarcomatoid|biphasic|desmoplastic) mesothelioma/g, 'mesothelioma'],
  [/\bplasma cell myeloma\/plasmacytoma/g, 'plasma cell neoplasm'],
  [/^(?:asymptomatic|indolent|smou?ldering) (?:multiple )?myeloma.*$/, 'plasma cell neoplasm'],
  [/^.*\bmyeloma$/, 'multiple myeloma'],
  [/^cancer en cuirasse$/, 'breast cancer'],
  [/^lymphomatous infiltration$/, 'lymphoma'],
  [/^leuka?emic infiltration$/, 'leukemia'],
  [/ type i{1,3}$/, ''],
  [/^skin involvement by |^localized skin involvement by /, ''],
];

const ORGANS: readonly (readonly [RegExp, string])[] = [
  [/^skin of/, 'skin'],
  [/breast|nipple|areola|(?:upper|lower)[- ](?:outer|inner) quadrant|axillary tail/, 'breast'],
  [/pituitary|craniopharyng/, 'pituitary gland'],
  [/central nervous system/, 'central nervous system'],
  [/brain|cerebr|cerebell|frontal lobe|temporal lobe|parietal lobe|occipital lobe|basal ganglia|corpus (?:striatum|callosum)|globus|hypothalam|hippocamp|uncus|medulla oblongata|\bpons\b|tapetum|olfactory|pineal|suprasellar/, 'brain'],
  [/colon and\/?(?:or)? ?rectum|colon and rectum|colorect/, 'colorectum'],
  [/rectosigmoid/, 'rectum'],
  [/bladder|ureter(?:ic|al) orifice|rectovesical/, 'urinary bladder'],
  [/rectum|rectal/, 'rectum'],
  [/colon|flexure/, 'colon'],
  [/lung|bronch/, 'lung'],
  [/prostat/, 'prostate'],
  [/(?:head|neck|body|tail|uncinate process|duct|part) of (?:the )?pancreas|^(?:the )?pancreas|pancreatic duct/, 'pancreas'],
  [/^(?:the )?(?:left |right |parietal |visceral )?pleura/, 'pleura'],
  [/(?:parotid|submandibular|sublingual|salivary) gland/, 'salivary gland'],
  [/(?:cervical |thoracic |lumbar |thoracolumbar )?spinal cord/, 'spinal cord'],
  [/kidney|renal/, 'kidney'],
  [/(?:body|fundus|antrum|corpus|curvature|pylorus|part) of (?:the )?stomach|^(?:the )?stomach|gastric (?:antrum|body|corpus|fundus)|pylor/, 'stomach'],
  [
    /(?:third|part|portion) of (?:the )?o?esophagus|^(?:the )?(?:(?:distal|mid|middle|lower|upper|proximal|cervical|thoracic|abdominal)[- ]?){0,2}o?esophagus/,
    'esophagus',
  ],
]; // prettier-ignore

/** Nouns that say nothing of the kind of a tumour without its site. */
const BARE = /^(?:malignant )?(?:carcinoma|adenocarcinoma|cancer|neoplasm|tumou?r|malignant (?:neoplasm|tumou?r))$/;
/** Of another kind than the usual cancer of the organ. */
const OWN_KIND = /neuroendocrine|carcinoid|(?<!non-)small[- ]cell carcinoma$|\bgerm cell/;
/** Alone they are names of the breast's cancers. */
const OF_BREAST = /\b(?:ductal|duct|lobular|medullary|apocrine|secretory) (?:adeno)?carcinoma/;
const EPITHELIAL = /(?:carcinoma|cancer|malignant (?:neoplasm|tumou?r))$/;

/** From narrow to broad; empty where the text names no malignant tumour of the patient's own. */
export function broaderWordings(text: string): readonly string[] {
  if (text.length > 200) return [];
  let plain = text.toLowerCase().replace(/\s+/g, ' ').trim();
  for (const [pattern, usual] of USUAL) plain = plain.replace(pattern, usual).replace(/\s+/g, ' ').trim();
  if (!MALIGNANT.test(plain) || NO_TUMOUR.test(plain) || NOT_THE_PATIENTS.test(plain)) return [];
  const [whole = '', ...sites] = plain.split(/ of (?=the |female|male|left|right|bilateral|[a-z])/);
  const site = sites.join(' of ');
  const organ = ORGANS.find(([pattern]) => pattern.test(site))?.[1] ?? '';
  const found: string[] = [plain];
  const heads = headsOf(whole);
  const [core = ''] = heads.slice(-1);
  const sited = (head: string): string[] =>
    organ === '' ? [] : [`${head} of ${organ}`, ...(organ === 'brain' ? [`${head} of central nervous system`] : [])];
  const alone = (head: string): string[] => (BARE.test(head) || (site !== '' && OF_BREAST.test(head)) ? [] : [head]);
  // A carcinoma is told by its organ first; a sarcoma, lymphoma or glioma by its kind, wherever it is.
  const usual = EPITHELIAL.test(core) && !OWN_KIND.test(whole);
  if (usual) found.push(...heads.flatMap(sited), ...heads.flatMap(alone));
  else found.push(...heads.flatMap((head) => [...sited(head), ...alone(head)]));
  if (organ !== '' && usual && !IN_SITU.test(whole)) found.push(`${organ} cancer`);
  if (whole.includes('carcinoid')) found.push('neuroendocrine tumor');
  if (site !== '' && organ === '') found.push(`${site} cancer`);
  if (site === '' && core.endsWith('carcinoma')) found.push('carcinoma');
  return [...new Set(found)].filter(
    (one) => one !== text && !/^(?:cancer|neoplasm|tumou?r|malignant neoplasm|malignant tumou?r)$/.test(one),
  );
}

const IN_SITU = /\bin situ\b|intraductal|non-?(?:invasive|infiltrating)|intraepithelial/;
const INVADES = /\bwith (?:micro-?)?invasi|(?<!non-?)\binvasive\b|with infiltrating|minimally invasive/;

/** The kind of tumour with fewer and fewer words before it. One in situ stays so; one of two kinds is neither of them. */
function headsOf(whole: string): readonly string[] {
  const invasive = /^(?:invasive|infiltrating) /.test(whole);
  if (!invasive && INVADES.test(whole)) return ['invasive carcinoma', 'carcinoma'];
  if (!invasive && IN_SITU.test(whole)) return /ductal|intraductal|ductul/.test(whole) ? [whole, 'ductal carcinoma in situ', 'carcinoma in situ'] : [whole, 'carcinoma in situ']; // prettier-ignore
  const bare = whole.replace(/ (?:with|involving|co-occurrent) .*$/, '').replace(/ in .*$/, '').trim(); // prettier-ignore
  const words = bare.split(' ');
  const last = words.at(-1) ?? '';
  const noun = /^(?:neoplasm|tumou?r)$/.test(last) && words.length > 1 ? words.slice(-2).join(' ') : last;
  if (/\band\b|\bmixed\b|\bcombined\b|\/|paget/.test(bare))
    return [bare, noun !== 'adenocarcinoma' && noun.endsWith('carcinoma') ? 'carcinoma' : noun];
  return [...words.keys()].map((at) => words.slice(at).join(' ')).filter((head) => head.length >= noun.length);
}
