/** Violations of the oracle that are known, by parts of the id, with the reason why they stand. The tool counts them apart. */
export interface Known {
  readonly cases: RegExp;
  readonly fault: RegExp;
  readonly reason: string;
}

const CONTROL = /control sample/;
const LOST = /silence|missing/;
const ELSE = /as if|taken for|said to fit/;
const NARROW = /^germline\/(?:MT-RNR1|RYR1|G6PD)/;

export const KNOWN: readonly Known[] = [
  {
    cases: /(?:in|note of|stage of) the diagnosis|problem beside the tumour/,
    fault: LOST,
    reason: 'a finding named with the diagnosis alone is not read',
  },
  {
    cases: /^tumour.*(?:narrative of|conclusion of|69548-6 in words|value of a panel)/,
    fault: LOST,
    reason: 'some findings in free words are not told',
  },
  {
    cases: /^germline.*(?:narrative of|conclusion of a report|flag|problem|53040-2)/,
    fault: LOST,
    reason: 'some results in free words are not told',
  },
  {
    cases: /conclusion of a report\/other-person: Donor/,
    fault: ELSE,
    reason: 'a donor named before the gene in a conclusion is not seen',
  },
  { cases: CONTROL, fault: ELSE, reason: 'a control sample named in the value is not seen' },
  {
    cases: /other-person: (?:Father's tumour|Patient's brother)/,
    fault: ELSE,
    reason: 'a relative named in the value of some results is not seen',
  },
  { cases: /^tumour\/(?:ER|HER2).*\/doubt/, fault: ELSE, reason: 'a doubtful grade of a stain is read as its grade' },
  { cases: /doubt: \{t\} to be confirmed/, fault: ELSE, reason: '"to be confirmed" behind a term is not seen everywhere' },
  { cases: /HLA.*doubt: \{t\} cannot be excluded/, fault: ELSE, reason: '"cannot be excluded" behind an allele is read as its absence' },
  { cases: NARROW, fault: ELSE, reason: 'terms that are no metabolizer: denied or doubted in words' },
  {
    cases: /DPYD capecitabine\/coded\/negative: coding name as concept/,
    fault: /as if/,
    reason: 'an interpretation in words beside a change',
  },
];

/** Why a violation is known; undefined when it is not. */
export const reasonFor = (id: string, fault: string): string | undefined =>
  KNOWN.find(({ cases, fault: kind }) => cases.test(id) && kind.test(fault))?.reason;
