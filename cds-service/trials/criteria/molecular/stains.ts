/**
 * Proteins on or in the tumour's cells, viruses of the tumour, methylation and arm-level losses: asked as a marker of that name. Where the record has no such
 * result the answer is unknown and names the test.
 */
import type { ProfileTree } from '../../../knowledge/oncology/types.ts';
import { byPattern, needing, type Recogniser } from '../atom.ts';
import { limit, marker, molecular } from './markers.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

/** As criteria write them → name of the marker. */
const PROTEINS: Readonly<Record<string, string>> = {
  'CLDN18.2': 'CLDN18.2', FOLR1: 'FOLR1', 'FRα': 'FOLR1', CD19: 'CD19', CD20: 'CD20', CD22: 'CD22', CD30: 'CD30', CD33: 'CD33', CD38: 'CD38', CD70: 'CD70', CD123: 'CD123',
  CD138: 'CD138', CD7: 'CD7', CD5: 'CD5', BCMA: 'BCMA', GPRC5D: 'GPRC5D', FcRH5: 'FcRH5', DLL3: 'DLL3', 'B7-H3': 'B7-H3', 'B7-H4': 'B7-H4', 'Nectin-4': 'NECTIN4', NECTIN4: 'NECTIN4',
  TROP2: 'TROP2', 'TROP-2': 'TROP2', CEACAM5: 'CEACAM5', GPC3: 'GPC3', mesothelin: 'mesothelin', PSMA: 'PSMA', 'NY-ESO-1': 'NY-ESO-1', 'MAGE-A4': 'MAGE-A4', MAGEA4: 'MAGE-A4', PRAME: 'PRAME',
  GD2: 'GD2', ROR1: 'ROR1', CDH6: 'CDH6', SSTR2: 'SSTR', SSTR: 'SSTR', LIV1: 'LIV-1', 'AR-V7': 'AR-V7', WT1: 'WT1', AFP: 'AFP staining',
}; // prettier-ignore
const NAMES = Object.keys(PROTEINS)
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll('.', String.raw`\.`))
  .join('|');
const protein = byPattern(
  new RegExp(
    String.raw`(?<![\w-]|anti-|anti |non-|loss of |lost |low |reduced |decreased |diminished |dim |weak |downregulated |absent )(${NAMES})(?![\w.]|-(?:directed|targeted|target|specific|CAR|based))(?:[- ](?:expression|expressing|positive|positivity|negative|overexpress\w+|high|protein|by IHC))*(?:\s*(\+)(?!\w)|(?:[\s,(:]*\b(?:defined|as|of|on|in|is|at|by|IHC|staining|tumou?r|cells?|with|expression|must|be|detected|confirmed|found|present|demonstrated)\b)*[\s,(:]*(≥|>|≤|<)\s*(\d{1,3})\s*%(?: (?:of )?(?:the )?(?:tumou?r |viable |malignant |neoplastic )*(?:cells?|blasts?)(?: staining)?(?: (?:positive|with ≥ ?\d\+(?: staining)?))?)?\)?)?`,
    'g',
  ),
  (match) => {
    const name = entryOf(PROTEINS, match[1] ?? '');
    if (name === undefined) return null;
    if (match[4] !== undefined) {
      const asked = limit(name, null, match[3] ?? '≥', Number(match[4]), ' %');
      // The strength of the staining is part of some cut-offs and of few reports.
      return { kind: 'all', of: [asked, { kind: 'unread', ask: `${name} with its cut-off` }] };
    }
    if (/negative/i.test(match[0])) return molecular(`${name} negative`, marker(name, 'negative'));
    return match[2] !== undefined || /positiv|overexpress|high|expressing/i.test(match[0]) || match[0].endsWith('expression')
      ? molecular(`${name} positive`, marker(name, 'positive'))
      : null;
  },
);

const virus = byPattern(
  /(?<![\w-])(p16|HPV(?:[- ]?16)?|EBV|EBER)(?:[- ](?:positive|negative|associated|related|driven)|\s*\((?:positive|negative)\)|\+(?!\w)|-(?=[\s,;.)]|$))(?=[- ]|[,;.)]|$)(?! (?:serolog|antibod|infection|viremia|titer|IgM|IgG|PCR|DNA))/g,
  (match) => {
    const name = (match[1] ?? '').replace(/HPV.*/, 'HPV').replace('EBER', 'EBV');
    const status = /negative|-$/.test(match[0]) ? 'negative' : 'positive';
    return molecular(`${name} ${status}`, marker(name, status));
  },
);

const mgmt = byPattern(
  /\b(?:un-?methylated (?:O6?-?\S*methyl\S*[- ]?DNA\S* methyltransferase \()?MGMT\)?(?: promoter)?|MGMT[- ](?:gene )?(?:promoter[- ])?(?:un-?methylated|methylated|hypermethylated|methylation|hypermethylation)|methylated MGMT(?: promoter)?|MGMT promoter methylation)(?! status)/gi,
  (match) => {
    const status = /un-?methylated/i.test(match[0]) ? 'negative' : 'positive';
    return molecular(`MGMT promoter ${status === 'positive' ? 'methylated' : 'unmethylated'}`, marker('MGMT methylation', status));
  },
);

const arm = (name: string): ProfileTree => ({ kind: 'arm-deletion', arm: name });
const arms = byPattern(
  /\b1p\s*(?:\/|and|-)\s*19q[- ]?(?:co-?)?(?:deletions?|deleted|codel\w*)|\bco-?deletions? of (?:chromosomal arms )?1p (?:and|\/) ?19q|\bdel(?:etion)?\s?\(?(\d{1,2}|X)\s?\)?\s?\(?([pq])(?:\d{2}(?:\.\d)?(?:[-,;]?\s?[pq]?\d{2}(?:\.\d)?)?)?\)?|\b(\d{1,2})([pq])(?:\d{2})?[- ]del(?:etion|eted)?\b/gi,
  (match) => {
    if (/19q/i.test(match[0])) return molecular('1p/19q codeletion', { and: [arm('1p'), arm('19q')] });
    const name = `${match[1] ?? match[3] ?? ''}${(match[2] ?? match[4] ?? '').toLowerCase()}`;
    return molecular(`del(${name})`, arm(name));
  },
);

export const STAINS: readonly Recogniser[] = [
  needing(
    'cldn|folr|fr|cd|bcma|gprc|fcrh|dll3|b7-h|nectin|trop|ceacam|gpc3|mesothelin|psma|ny-eso|mage|prame|gd2|ror1|cdh6|sstr|liv1|ar-v7|wt1|afp',
    protein,
  ),
  needing('p16|hpv|ebv|eber', virus),
  needing('mgmt', mgmt),
  needing('1p|del|17p|5q|11q|13q', arms),
];
