/** Tumour-wide markers with their limits: mutational burden, microsatellites, mismatch repair, homologous recombination, PD-L1. Takes short names. */
import type { Term } from '../../../knowledge/oncology/notation/term.ts';
import type { ProfileTree } from '../../../knowledge/oncology/types.ts';
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { byPattern, needing, type Recogniser } from '../atom.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

export const molecular = (label: string, tree: ProfileTree): Requirement => ({ kind: 'molecular', label, tree });
export const marker = (name: string, status: string, method: string | null = null, min: number | null = null): Term => ({
  kind: 'marker',
  marker: name,
  status,
  method,
  min,
});
const SIGN: Readonly<Record<string, string>> = { '≥': 'from', '>': 'above', '≤': 'to', '<': 'below' };
/** A limit in words of the patient's marker; equal labels ask the same. */
export function limit(name: string, method: string | null, sign: string, value: number, unit: string): Requirement {
  const scale = method === null ? '' : ` ${method}`;
  return molecular(`${name}${scale} ${sign} ${value}${unit}`, marker(name, entryOf(SIGN, sign) ?? 'from', method, value));
}
function between(name: string, method: string | null, low: number, high: number, unit: string): Requirement {
  const label = `${name}${method === null ? '' : ` ${method}`} ${low}-${high}${unit}`;
  return molecular(label, { and: [marker(name, 'from', method, low), marker(name, 'to', method, high)] });
}

/** "High" without a number is what the laboratory calls high; with one, the number counts. */
const tmb = byPattern(
  /\b(?:(?:high|elevated|low)[- ])?\bb?TMB(?:[- ](?:high|low|H|L)\b)?(?: \(TMB-[HL]\))?(?:[^\w≥≤<>]*(?:\b(?:defined|as|of|is|score|with|a|status|level)\b[^\w≥≤<>]*){0,5}(?:(≥|>|≤|<)\s*(\d+(?:\.\d+)?)|(\d+) or (?:more|greater))(?:\s*(?:mut(?:ation)?s?)?\s*(?:\/|per)?\s*(?:Mb|megabase|mega base))?\)?)?/gi,
  (match) => {
    const [whole, sign, value, orMore] = match;
    const low = /low|-L\b/i.test(whole);
    const number = value ?? orMore;
    if (number !== undefined)
      return sign === '≥' || sign === undefined
        ? molecular(`TMB ≥ ${number}/Mb`, marker('TMB', 'high', null, Number(number)))
        : limit('TMB', null, sign, Number(number), '/Mb');
    if (low) return molecular('TMB low', marker('TMB', 'low'));
    return /high|elevated|-H\b/i.test(whole) ? molecular('TMB high', marker('TMB', 'high', null, 10)) : null;
  },
);

const msiHigh = molecular('MSI high', marker('MSI', 'high'));
const not = (of: Requirement): Requirement => ({ kind: 'not', of });
const msi = byPattern(
  /(non[- ]?\(?)?\bMSI-H\b(?:igh)?(?:[- ]positive\b)?|(?:\bMSI[- ]?L(?:ow)?\b|\bMSS\b(?:\/MSI-L(?:ow)?)?)/gi,
  (match) => {
    if (/MSS|MSI[- ]?L/i.test(match[0])) return molecular('MSI stable', marker('MSI', 'stable'));
    return match[1] === undefined ? msiHigh : not(msiHigh);
  },
);
const mmr = byPattern(/(non[- ]?\(?)?\b([dp])MMR\b(?:[- ]positive\b)?/g, (match) => {
  const of =
    match[2] === 'd'
      ? molecular('mismatch repair deficient', marker('MMR', 'deficient'))
      : molecular('mismatch repair proficient', marker('MMR', 'proficient'));
  return match[1] === undefined ? of : not(of);
});
const hrd = byPattern(
  /\bHRD(?:[- ](?:score|status|positive|negative|high|phenotype))?(?:[^\w≥≤<>]*(?:\b(?:defined|as|of|is|score|GIS|genomic instability score)\b[^\w≥≤<>]*){0,4}(≥|>|≤|<)\s*(\d{2})(?!\s*%)\)?)?(?![\w-])/g,
  (match) => {
    if (match[2] !== undefined) return limit('HRD', null, match[1] ?? '≥', Number(match[2]), '');
    if (/negative/.test(match[0])) return molecular('HRD negative', marker('HRD', 'negative'));
    return /status|score/.test(match[0]) ? null : molecular('HRD positive', marker('HRD', 'positive'));
  },
);
const loh = byPattern(
  /\b(?:g?LOH|loss of heterozygosity(?: \(LOH\))?)(?:[- ](?:score|high))?[^\w≥≤<>]{0,4}(≥|>|≤|<)\s*(\d{1,2})\s*%/gi,
  (match) => limit('LOH', null, match[1] ?? '≥', Number(match[2]), ' %'),
);

/** The scale decides which result answers; a number without one fits several tests and stays a question. */
const LEAD = String.raw`(?:[\s,([:-]*\b(?:positive|positivity|negative|expressing|expression|expressed|status|levels?|low|high|score|tumou?rs?|cells?|tumou?r cells?|staining|of|by|IHC|in|with|as|defined|is|are|a|an|the|at|22C3|28-8|SP263|SP142|assay|pharmDx|test|value)\b)*[\s,([:-]*`;
const SCALE = String.raw`(?:TPS|CPS|TAP|TC|IC)`;
const pdl1 = byPattern(
  new RegExp(
    String.raw`\bPD-L1\b${LEAD}(?:\(?(${SCALE})\)?)?(?:[\s,([:)\]]*\b(?:score|of|is|with|at|a|status)\b)*[\s,([:)\]]*(?:(≥|>|≤|<)\s*(\d{1,3})(?!\d)\s*%?(?:\s*(?:,|and|to|-)\s*(≤|<)\s*(\d{1,3})\s*%?)?|(\d{1,2})\s*%?\s*(?:-|to)\s*(\d{1,2})\s*%|(\d{1,2})\s*%? or (?:greater|more|higher))(?:\s*(?:of )?(?:the )?(?:tumou?r )?cells?)?(?:\s*\(?(?:by )?(${SCALE})\)?)?[)\]]?|\b(TPS|CPS)\b[\s,(:]*(?:score |of |is )*(≥|>|≤|<)\s*(\d{1,3})(?!\d)\s*%?(?: by IHC)?[)\]]?`,
    'g',
  ),
  (match) => {
    const [, before, sign, value, upperSign, upper, from, to, orMore, behind, scaleFirst, otherSign, otherValue] = match;
    if (scaleFirst !== undefined) return pdl1Limit(scaleFirst, otherSign ?? '≥', Number(otherValue));
    const scale = before ?? behind ?? null;
    if (scale === null) return { kind: 'unread', ask: 'PD-L1 with its scale (TPS, CPS)' };
    const unit = scale === 'CPS' ? '' : ' %';
    if (from !== undefined) return between('PD-L1', scale, Number(from), Number(to), unit);
    if (orMore !== undefined) return pdl1Limit(scale, '≥', Number(orMore));
    const one = pdl1Limit(scale, sign ?? '≥', Number(value));
    return upper === undefined ? one : { kind: 'all', of: [one, limit('PD-L1', scale, upperSign ?? '<', Number(upper), unit)] };
  },
);
function pdl1Limit(scale: string, sign: string, value: number): Requirement {
  if (sign === '≥') return molecular(`PD-L1 ${scale} ≥ ${value}`, marker('PD-L1', 'at-least', scale, value));
  return limit('PD-L1', scale, sign, value, scale === 'CPS' ? '' : ' %');
}
/** Positive and negative without a scale: which test and cut-off is meant is not said. */
const pdl1Word = byPattern(
  /\bPD-L1[- ](?:positive|negative|expressing|expression)(?: (?:status|tumou?r expression|tumou?rs?))?|\bPD-L1\+(?!\w)/g,
  () => ({
    kind: 'unread',
    ask: 'PD-L1 with its scale (TPS, CPS)',
  }),
);

export const MARKERS: readonly Recogniser[] = [
  needing('tmb', tmb),
  needing('msi|mss', msi),
  needing('mmr', mmr),
  needing('hrd', hrd),
  needing('loh|heterozygosity', loh),
  needing('pd-l1|tps|cps', pdl1),
  needing('pd-l1', pdl1Word),
];
