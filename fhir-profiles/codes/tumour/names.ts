/** Tumour names as a set of meaningful words, so that word order, filler words and spelling variants do not matter. */

const SPELLING: readonly (readonly [RegExp, string])[] = [
  [/\btumou?rs?\b/g, 'tumor'],
  [/\bneoplasms?\b/g, 'neoplasm'],
  [/leukaemia/g, 'leukemia'],
  [/oesophag/g, 'esophag'],
  [/haem/g, 'hem'],
  [/\bmalignant (?:neoplasm|tumor|disease|growth)\b/g, 'cancer'],
  [/\bprimary cancer\b/g, 'cancer'],
  [/\bcancers\b/g, 'cancer'],
  [/\bcarcinomas\b/g, 'carcinoma'],
  [/\binfiltrating\b/g, 'invasive'],
  [/\bduct\b/g, 'ductal'],
  [/\blobule\b/g, 'lobular'],
  [/\bnon[- ]small[- ]cell\b/g, 'nonsmallcell'],
  [/\bsmall[- ]cell\b/g, 'smallcell'],
  [/\bnon[- ]hodgkin'?s?\b/g, 'nonhodgkin'],
  [/\bhodgkin'?s\b/g, 'hodgkin'],
  [/\b(?:myelogenous|myelocytic)\b/g, 'myeloid'],
  [/\blymphoid leukemia\b/g, 'lymphocytic leukemia'],
  [/\bbronch(?:us|ial|ogenic)\b(?: and lung| or lung)?/g, 'lung'],
  [/\bpulmonary\b/g, 'lung'],
  [/\bgastric\b/g, 'stomach'],
  [/\bhepatic\b/g, 'liver'],
  [/\brenal\b/g, 'kidney'],
  [/\bmammary\b/g, 'breast'],
  [/\bcutaneous\b/g, 'skin'],
  [/\bprostatic\b/g, 'prostate'],
  [/\b(?:ovary|ovaries)\b/g, 'ovarian'],
  [/\b(?:pancreas)\b/g, 'pancreatic'],
  [/\bcervix(?: uteri)?\b/g, 'cervical'],
  [/\b(?:endometrium)\b/g, 'endometrial'],
  [/\brectal\b/g, 'rectum'],
  [/\b(?:oesophagus|esophagus)\b/g, 'esophageal'],
  [/\buterus\b/g, 'uterine'],
  [/\btestis\b/g, 'testicular'],
  [/\bcolon and rectum\b|\bcolorectum\b/g, 'colorectal'],
  [/\bcolonic\b/g, 'colon'],
  // The sign tells one receptor status from its opposite.
  [/\b(her2|hr|er|pr)\+/g, '$1 positive '],
  [/\b(her2|hr|er|pr)-(?![a-z0-9])/g, '$1 negative '],
];

/** Most names are spelled as usual: one look instead of forty. */
const ANY_SPELLING = new RegExp(SPELLING.map(([{ source }]) => source).join('|'));

/** Words that say how, where exactly or how far, not what. */
const FILLER = new Set(
  (
    'a an the of in with and or to on by for at from disorder finding morphologic abnormality disease nos not otherwise specified unspecified part site sites ' +
    'left right upper lower middle outer inner central lobe quadrant bilateral female male primary known current active history new ' +
    'metastatic metastasized stage grade tnm recurrent relapsed refractory advanced locally unresectable resected inoperable early late progressive extensive limited ' +
    'i ii iii iv ia ib ic iia iib iic iiia iiib iiic iva ivb ivc 0 1 2 3 4 1a 1b 2a 2b 3a 3b 3c 4a 4b ' +
    'structure diagnosed confirmed patient adult status post s p sided g1 g2 g3 g4'
  ).split(' '),
);

/** `pT3`, `ypN1b`, `M0`. */
const TNM = /^[cpyra]{0,3}[tnm](?:[0-4][a-d]?|x|is)$/;

/** Texts that speak of a tumour without saying that the patient has one. */
export const NOT_THE_PATIENTS =
  /\b(?:family history|no evidence|no history|history of|personal history|screening|suspected|rule out|r\/o|at risk|risk of|susceptib\w*|predispos\w*|negative for|not|without|benign|vaccin\w*|fear of|carrier|encounter for|denies|possible|versus|vs)\b/i;

/** Key of a name: its meaningful words, sorted, each once. Empty when nothing is left. */
export function tumourNameKey(name: string): string {
  let plain = ` ${name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/\((?:disorder|morphologic abnormality|finding|body structure|qualifier value)\)/g, ' ')} `;
  if (ANY_SPELLING.test(plain)) for (const [pattern, usual] of SPELLING) plain = plain.replace(pattern, usual);
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '' && !FILLER.has(word) && !TNM.test(word));
  return [...new Set(words)].sort().join(' ');
}

/** Words that make no difference even to an exact name. */
const UNSAID = new Set([
  'nos',
  'the',
  'of',
  'a',
  'an',
  'and',
  'or',
  'in',
  'with',
  'type',
  'not',
  'otherwise',
  'specified',
  'unspecified',
  'disorder',
  'finding',
  'morphologic',
  'abnormality',
]);

/** Key of an exact name: spelling aside, every word counts, so that grade 2 and grade 3, group 3 and group 4 stay apart. */
export function exactTumourKey(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/leukaemia/g, 'leukemia')
    .replace(/tumour/g, 'tumor')
    .replace(/oesophag/g, 'esophag')
    .replace(/haem/g, 'hem')
    .replace(/\bgr(?:ade|\.)?\s*(?=[1-4i])/g, 'grade ')
    .replace(/\bwho\s+(?=grade)|\bcns\s+(?=who|grade)/g, '')
    .replace(/\bnon[- ](?=\w)/g, 'non')
    .replace(/\bgrade iv\b/g, 'grade 4')
    .replace(/\bgrade iii\b/g, 'grade 3')
    .replace(/\bgrade ii\b/g, 'grade 2')
    .replace(/\bgrade i\b/g, 'grade 1');
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '' && !UNSAID.has(word));
  return [...new Set(words)].sort().join(' ');
}

/** Words of malignancy: any of them makes the text speak of a tumour. */
export const MALIGNANT_WORD =
  /\bmetasta(?:s[ei]s|tic)|cancer|carcinom|karzinom|sarcom|leuk(?:a)?emia|lymphom|myelom|melanom|blastom|gliom|mesotheliom|malignant (?:neoplasm|tumou?r)|bösartige neubildung|carcinoid|astrocytom|seminom|myelodysplas|polycyth?emia vera|myelofibros|thymoma|gastrointestinal stromal|neuroendocrine (?:tumou?r|neoplasm)/i;
