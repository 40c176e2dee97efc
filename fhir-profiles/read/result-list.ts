/**
 * A list of results in one text under a general title or a product's name: "NGS: EGFR del19+, ALK-, ROS1-, PD-L1 60%", "MSK-IMPACT: EGFR p.L858R; TP53
 * p.R273H", "Disease relevant genes with no reportable alterations: EGFR, ALK". Parted into single results; genes and markers are read by their readers.
 */
import { withChangeApart } from '../codes/gene/spellings.ts';
import { signsInWords } from '../codes/signs.ts';
import { SEQUENCING_PRODUCT, withoutSequencingProduct } from '../codes/sequencing-products.ts';
import { shortNamesInFull } from './variant/notation/short-names.ts';

/** Words of a title that promise findings in a tumour's genes. */
const PROMISE = [
  'mutation|variant|alteration|aberration|genom|genetic|molecular|molekular|NGS|sequencing|biomarker|finding',
  String.raw`copy number|\bCN[VA]s?\b|\bSNVs?\b|\bHRR\b|\bRNA\b|\bfusions?\b`,
  String.raw`(?:cancer|tumou?r|leuk\w+|myeloid|lymphoma|melanoma|sarcoma|glioma|NSCLC|CRC|AML) (?:hotspot )?panel`,
].join('|');
/** Words that may stand beside them and say nothing of what was only looked for. */
const BESIDE = [
  String.raw`lung|breast|colon|colorectal|thyroid|gastric|ovarian|prostate|pancrea\w+|bladder|endometrial|brain|skin`,
  'NSCLC|CRC|AML|MDS|CLL|GIST|glioma|melanoma|sarcoma|leuka?emia|lymphoma|myeloid|lymphoid|tumou?r|cancer|solid',
  String.raw`molekularpatholog\w+|molekulargenetisch\w*|befund|ergebnis|mutationsanalyse`,
  'somatic|driver|genomics?|genetics?|gene|molecular|oncogenic|actionable|pathogenic|detected|identified|found|present|reportable',
  'clinically|significant|relevant|NGS|DNA|RNA|next|generation|sequencing|comprehensive|targeted|hotspot|focus(?:ed)?|extended|expanded',
  'mutation(?:al|s)?|variants?|alterations?|aberrations?|changes?|findings?|results?|copy|number|CN[VA]s?|SNVs?|indels?',
  'fusions?|rearrangements?|HRR|tests?|testing|analysis|profil(?:e|ing)|panel|report|pathology|biomarkers?|markers?|status|summary',
  String.raw`of|and|the|\d+`,
].join('|');
/** Every word of the name says that findings follow, and none that they were only looked for. */
const GENERAL = new RegExp(String.raw`^(?=.*\b(?:${PROMISE}))(?:\W|\b(?:${BESIDE})\b)+$`, 'i');
const LONGEST = 600;

/** What reports head the genes with in which they found nothing (FoundationOne, Caris, Tempus and their like), and what that says of each. */
const FOUND = '(?: (?:were |was )?(?:identified|detected|found))?';
const OF_NOTE = '(?:(?:reportable|relevant|clinically relevant|clinically significant|pathogenic|genomic|somatic|hotspot|other) )*';
const REPORTABLE: readonly (readonly [heading: string, says: string])[] = [
  [`(?:disease[- ]relevant )?genes? (?:tested )?with no ${OF_NOTE}(?:alterations?|findings?)${FOUND}`, 'not detected'],
  [`(?:disease[- ]relevant )?genes? (?:tested )?with no ${OF_NOTE}(?:mutations?|variants?)${FOUND}`, 'no mutation detected'],
];
/** Of a test that nobody names "no reportable alteration" says too little: which of its changes a laboratory reports is its own. */
const DENIED: readonly (readonly [heading: string, says: string])[] = [
  [`no ${OF_NOTE}alterations? (?:were |was )?(?:identified|detected|found)(?: in)?`, 'not detected'],
  [
    `no ${OF_NOTE}(?:mutations?|variants?|single nucleotide variants?[^.:;\\n]{0,50}) (?:were |was )?(?:identified|detected|found)(?: in)?`,
    'no mutation detected',
  ],
  [`no ${OF_NOTE}(?:gene )?(?:fusions?|rearrangements?) (?:were |was )?(?:identified|detected|found)(?: in)?`, 'no fusion detected'],
  ['(?:^|(?<=[;.,\\n] ))negative for(?: (?:mutations?|alterations?|changes) (?:in|of))?', 'not detected'],
];
const BEFORE = String.raw`(?:pertinent negatives?[:. -]{1,3})?`;
const BEHIND = String.raw`(?: the following(?: genes)?| genes)?\s?:?\s`;
const SYMBOL = '[A-Z][A-Z0-9-]{1,9}';
const SYMBOLS = new RegExp(`^${SYMBOL}(?:(?:\\s?[,/;]\\s?(?:and |or )?| and | or )${SYMBOL})*(?=\\s?(?:[.\\n]|$))`);

/** "No KRAS mutation", of one gene. */
const NO_MUTATION =
  /(?<![A-Za-z]\s?)\b[Nn]o ([A-Z][A-Z0-9]{2,9}) (?:gene )?(?:mutation|variant)s?(?: (?:was |were )?(?:detected|identified|found|seen))?(?=\s?(?:[.;,\n]|$))/g;

/** "NTRK1/2/3", "FGFR2/3": each of them. */
const RUN = /(?<![A-Za-z0-9])(NTRK|FGFR|IDH)(\d(?:\/\d){1,2})(?![A-Za-z0-9])/g;
const inFull = (_: string, stem: string, numbers: string): string =>
  numbers
    .split('/')
    .map((number) => `${stem}${number}`)
    .join(', ');
const SEVERAL = `${SYMBOL}(?:(?:\\s?[,/]\\s?(?:and |or )?| and | or )${SYMBOL})+`;
/** "No EGFR, ALK or ROS1 alterations detected": what stands before the noun is denied as a whole. Without the verb it stays told. */
const NONE_OF = new RegExp(
  String.raw`(?<![A-Za-z]\s?)\b[Nn]o (${SEVERAL}) (?:gene )?(alteration|mutation|variant|fusion|rearrangement)s? (?:were |was )?(?:detected|identified|found|seen)(?=\s?(?:[.;\n]|$))`,
  'g',
);
/** One denial behind a list, said of all: "EGFR, ALK and ROS1 are negative", "EGFR, ALK, ROS1: all negative". Without "and", "are" or "all" it may be of the last alone. */
const ALL_BEHIND = new RegExp(
  String.raw`^\s?(${SEVERAL})(?:\s?:)? (?:(?:are|were|all|both)(?: (?:all|both))?|\((?:all|both)\)) (?:negative|not detected|wild[- ]?type)(?=\s?(?:[.;\n]|$))`,
);
function denialOfAll(text: string): string {
  return text
    .replace(NONE_OF, (_, listed: string, noun: string) =>
      clear(
        listed,
        noun === 'alteration'
          ? 'not detected'
          : noun === 'fusion' || noun === 'rearrangement'
            ? 'no fusion detected'
            : 'no mutation detected',
      ),
    )
    .replace(ALL_BEHIND, (_, listed: string) => clear(listed, 'not detected'));
}

/** "No mutations detected in EGFR, KRAS" as "EGFR: no mutation detected; KRAS: no mutation detected". */
function eachClear(text: string, ofProduct: boolean): string {
  const each = denialOfAll(text.replace(RUN, inFull)).replace(NO_MUTATION, '$1: no mutation detected');
  return [...(ofProduct ? REPORTABLE : []), ...DENIED].reduce((said, [heading, says]) => {
    const match = new RegExp(`(?<![a-z] ?)${BEFORE}${heading}${BEHIND}`, 'i').exec(said);
    if (match === null) return said;
    const behind = said.slice(match.index + match[0].length);
    const listed = SYMBOLS.exec(behind)?.[0];
    return listed === undefined
      ? said
      : `${said.slice(0, match.index)}; ${clear(listed, says)}; ${behind.slice(listed.length).replace(/^\s?[.]/, '')}`;
  }, each);
}
const clear = (listed: string, says: string): string =>
  listed
    .split(/\s?[,/;]\s?(?:and |or )?| and | or /)
    .map((symbol) => `${symbol}: ${says}`)
    .join('; ');
/** "POSITIVE: BRAF V600E", "Detected: EGFR L858R; …". */
const LEADING =
  /^\W*(?:positive|detected|(?:somatic |genomic |pathogenic )?(?:mutations?|variants?|alterations?|findings?)(?: (?:detected|identified|found))?)\s?:\s/i;

/** "HER2-" beside "ER+" is the receptor, in a list of sequencing the gene. */
const OF_RECEPTORS = /(?<![A-Za-z0-9])(?:ER|PR)\b/;
const BARE_HER2 = /(?<![A-Za-z0-9-])HER-?2(?:\/neu)?(?= (?:positive|negative|pos|neg)\b)/gi;

/** The text in a form that lists of results are parted in; null where the title promises no findings. */
export function listedResults(names: readonly string[], said: string): string | null {
  const general = names.length > 0 && names.every((name) => GENERAL.test(withoutSequencingProduct(name).trim()));
  if (!general || said.length > LONGEST) return null;
  return eachClear(
    said.replace(LEADING, ''),
    names.some((name) => SEQUENCING_PRODUCT.test(name)),
  )
    .split(/(?<=[;\n])|(?<=,\s)/)
    .map((part) => shortNamesInFull(withChangeApart(signsInWords(part))))
    .join('')
    .replace(BARE_HER2, (name) => (OF_RECEPTORS.test(said) ? `${name} IHC` : name));
}

/** What begins a result of a marker, and the name of its test; what stands in `own` is itself the answer. */
const MARKERS: readonly { readonly begins: RegExp; readonly name: string; readonly own?: true }[] = [
  { begins: /^PD-?L1\b(?: \(?(?:22C3|28-8|SP142|SP263|73-10)\)?)?(?: (?:IHC|TPS|CPS|expression))*/i, name: 'PD-L1' },
  { begins: /^(?:TMB|tumou?r mutation(?:al)? burden)(?: \(TMB\))?\b/i, name: 'TMB' },
  { begins: /^(?:MSI-?(?:H|L|S|high|low|stable)|MSS|MS-?stable)\b/i, name: 'MSI', own: true },
  { begins: /^(?:MSI|microsatellite (?:instability|status))\b(?: status)?/i, name: 'MSI' },
  { begins: /^(?:[dp]MMR)\b/, name: 'MMR', own: true },
  { begins: /^(?:MMR|mismatch repair)\b(?: status)?/i, name: 'MMR' },
  { begins: /^(?:HRD|homologous recombination deficiency)\b(?: (?:status|score))?/i, name: 'HRD' },
  {
    begins: /^MGMT(?:[- ]promot[eo]r)?(?: methylation)?(?: status)?(?=[\s:=]{1,3}(?:not |non-?|un|hyper)?methylated\b)/i,
    name: 'MGMT methylation',
  },
  { begins: /^1p\/?19q\b(?: status)?/i, name: '1p/19q codeletion' },
  { begins: /^ER\b(?: status)?/, name: 'ER status' },
  { begins: /^PR\b(?: status)?/, name: 'PR status' },
  { begins: /^Ki-?67\b/i, name: 'Ki-67' },
  {
    begins:
      /^HER-?2(?:\/neu)?(?= (?:IHC|FISH|\(?[0-3]\s?\+)|\s?[:=]\s?[0-3]\s?\+?$|[\s:=]{1,3}(?:positive|negative|equivocal) \([^()]{0,20}(?:\bIHC\b|\bF?ISH\b|[0-3]\s?\+))/i,
    name: 'HER2 status',
  },
];

export interface ListedMarker {
  /** As a test of that marker alone would be called. */
  readonly name: string;
  readonly said: string;
}

/** Numbers, scores and words of answers; any other word ("control sample", "Father's", "?") may turn it round. */
const ANSWER =
  /^(?:[\s:=,;/()<>≥≤~%+-]|\d+(?:\.\d+)?|\b(?:TPS|CPS|TC|IC|IHC|FISH|score|status|expression|22C3|28-8|SP142|SP263|73-10|positive|pos|negative|neg|high|low|intermediate|stable|unstable|equivocal|indeterminate|intact|retained|preserved|lost|loss|deficient|proficient|not|un|non|(?:un|hyper)?methylated|co-?delet(?:ed|ion)|detected|present|found|identified|amplified|mut(?:ations?|s)?|muts|m|per|Mb|megabase|strong|moderate|weak|cells|tumou?r|of|in|by|IHC)\b)+$/i;

/** The marker that a part of the list is a result of; null for every other part. */
export function listedMarker(part: string): ListedMarker | null {
  const text = part.trim();
  for (const { begins, name, own } of MARKERS) {
    const match = begins.exec(text);
    if (match === null) continue;
    const rest = text
      .slice(match[0].length)
      .replace(/^[\s:=-]+/, '')
      .replace(/(?<![\s.])[\s.]+$/, '');
    // "MSI-High: not detected".
    if (!ANSWER.test(rest) && rest !== '') return null;
    if (own === true && /^(?:not |un)?(?:detected|present|found|identified)$/i.test(rest)) return { name: match[0], said: rest };
    if (own === true) return rest === '' || /^\([^()]*\)$/.test(rest) ? { name, said: match[0].replace(/^MS-/i, '') } : null;
    return rest === '' ? null : { name: `${name}${/\b(?:TPS|CPS)\b/.exec(match[0])?.[0].replace(/^/, ' ') ?? ''}`, said: rest };
  }
  return null;
}
