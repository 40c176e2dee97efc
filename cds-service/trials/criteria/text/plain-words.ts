/** Long names that hide a tumour or a gene inside another thing are brought to their short form before anything is looked for. */
import { readableText } from './clean-text.ts';
import { shortNames } from '../molecular/names.ts';
import { Recent } from '../recent.ts';
import { gate, openedBy } from './needles.ts';
import { nounForEach } from '../disease/noun-for-each.ts';

const SHORT: readonly (readonly [string, RegExp, string])[] = [
  ['response evaluation', /\bresponse evaluation criteria in solid tumou?rs?(?: criteria)?(?: \(i?RECIST\))?/gi, 'RECIST'],
  [
    'recist',
    /\b(?:(?:per|by|according to|as defined by|as per|based on|using|with|in accordance with) )?(?:the )?[im]?RECIST(?: criteria)?,?(?:\s*(?:version|v\.?|ver\.?)?\s*1\.[01])?(?: criteria| guidelines?)?(?:\s*\([im]?RECIST(?: v?1\.1)?\))?/gi,
    ' ',
  ],
  ['anaplastic lymphoma kinase', /\banaplastic lymphoma (?:receptor tyrosine )?kinase(?: \(ALK\))?/gi, 'ALK'],
  ['kirsten', /\bkirsten[- ]rat sarcoma(?: viral| virus)?(?: oncogene)?(?: homolog(?:ue)?)?(?: ?\(KRAS\))?/gi, 'KRAS'],
  [
    'sarcoma',
    /\b(?:kirsten|harvey|neuroblastoma)?[- ]?rat sarcoma(?: viral| virus)?(?: oncogene)?(?: homolog)?(?: \(?([KNH]?RAS)\)?)?/gi,
    'RAS-GENE',
  ],
  ['sarcoma', /\b(?:v-?raf )?murine sarcoma(?: viral)?(?: oncogene)?(?: homolog)?(?: B1?)?(?: \(BRAF\))?/gi, 'BRAF'],
  ['cancer resistance protein', /\bbreast cancer resistan(?:ce|t) protein/gi, 'BCRP'],
  ['workshop on', /\b(?:the )?international workshop on chronic lymphocytic leuka?emia(?: \(iwCLL\))?/gi, 'iwCLL'],
  ['epidermal growth factor receptor', /\bhuman epidermal growth factor receptor[- ]?(?:type )?2(?: \(HER-?2(?:\/neu)?\))?/gi, 'HER2'],
  ['epidermal growth factor receptor', /\bepidermal growth factor receptor(?: \(EGFR\))?/gi, 'EGFR'],
  ['programmed', /\bprogrammed (?:cell )?death[- ](?:protein )?ligand[- ]?1(?: \(PD-?L1\))?/gi, 'PD-L1'],
  ['rosai', /\bROS proto-oncogene 1(?: \(ROS1\))?/gi, 'ROS1'],
  ['proto-oncogene', /\b(MET|RET|ROS|B-Raf|KRAS) proto-oncogene(?: 1)?(?: \((?:MET|RET|ROS1|BRAF|KRAS)\))?/gi, '$1'],
  ['cll/sll', /\bchronic lymphocytic leuka?emia(?: \(CLL\))? ?\/ ?small lymphocytic lymphoma(?: \(SLL\))? ?\(CLL ?\/ ?SLL\)/gi, 'CLL/SLL'],
  ['castrat', /\bcastrat(?:e|ion) resistant\b/gi, 'castration-resistant'],
  ['breast cancer gene', /\bbreast cancer (?:susceptibility )?genes? ?1(?: and |\/)2/gi, 'BRCA1/2'],
];

const LONG = SHORT.map(([needs, pattern, short]) => [gate([needs]), pattern, short] as const);

const ORGANS = gate(['peritoneal', 'rectal', 'junction', 'gej', 'tubal']);

/** A criterion as it is read: one sign for each meaning, without its number, in short names. The places of what is recognised are those in this text. */
export function asRead(text: string): string {
  return text.length > LONGEST ? short(text) : READ.of(text, short);
}
const READ = new Recent<string>(50);
/** Longer ones are protocols, and are not held. */
const LONGEST = 3_000;
const short = (text: string): string => plainWords(readableText(text).replace(NUMBER, ''));
/** "2.1.4 " */
const NUMBER = /^\W*(?:\d{1,2}\.){1,3}\d{0,2}[.)]?\s+/;

function plainWords(text: string): string {
  let plain = text;
  const opened = openedBy(text);
  for (const [needed, pattern, short] of LONG) if (opened.has(needed)) plain = plain.replace(pattern, short);
  if (opened.has(ORGANS)) plain = nounForEach(plain);
  if (/[>≥]|above|exceeding/.test(plain) && /\bor\b/i.test(plain) && FOR_WHOM.test(plain))
    plain = plain.replace(FOR_WHOM, (found, at: number) => (/\bor\b/i.test(plain.slice(Math.max(0, at - 120), at)) ? ' ' : found));
  return shortNames(
    plain.replace(
      SEX_AND_AGE,
      (_, sex: string, age: string) => `${sex}, ${age.replace(/^(?:over|above|older than)(?: the age of| age)?/i, 'aged >')}`,
    ),
  );
}

/** "Women aged 18 years or older", "Male patients ≥ 18 years": a sex and an age. */
const SEX_AND_AGE =
  /^(\W*(?:women|men|females?|males?)(?: (?:patients|participants|subjects))?) (?:who are |must be )?((?:aged?:? )?(?:(?:≥|>|≤|<) ?|(?:over|above|older than) (?:(?:the age of|age) )?)?\d{1,3}\b)/i;

/** "A, or B for patients with creatinine > 1.5 x ULN" is A or B: who does not meet A is whom B is for. */
const FOR_WHOM =
  /,? (?:for|in) (?:participants?|subjects?|patients?|those|individuals) (?:with|who have|whose|having)[^.;()≥≤<>]{0,50}(?:creatinine|bilirubin)[^.;()≥≤<>]{0,40}(?:>|≥|above|exceeding) ?[\d.]+ ?(?:x|times|×|mg\/dl)? ?(?:the )?(?:institutional )?(?:ULN|upper limits? of normal)?(?: \(ULN\))?/gi;
