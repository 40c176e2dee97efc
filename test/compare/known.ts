/** Violations of the oracle that are known, by parts of the id, with the reason why they stand. The tool counts them apart. */
export interface Known {
  readonly cases: RegExp;
  readonly fault: RegExp;
  readonly reason: string;
}

const LOST = /silence|missing/;
const ELSE = /as if|taken for|said to fit/;

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
    cases: /(?:conclusion under the gene|note of a result|list in the value of a panel)\/other-person.*control sample/,
    fault: ELSE,
    reason: 'a control sample named in free words is not seen',
  },
  {
    cases: /^germline\/(?:MT-RNR1|RYR1|G6PD).*\/other-person: (?:F|family)/,
    fault: ELSE,
    reason: 'a relative named with a trait that is no metabolizer',
  },
  {
    cases: /RYR1.*\/(?:problem|coded)\//,
    fault: ELSE,
    reason: 'malignant hyperthermia thought of, or in the family, is warned of on purpose',
  },
  { cases: /G6PD.*doubt: Rule out/, fault: ELSE, reason: 'not seen yet' },
  { cases: /HLA.*doubt: \{t\} cannot be excluded/, fault: ELSE, reason: '"cannot be excluded" behind an allele is read as its absence' },
  {
    cases: /DPYD capecitabine\/coded\/negative: coding name as concept/,
    fault: /as if/,
    reason: 'an interpretation in words beside a change',
  },
];

/** Why a violation is known; undefined when it is not. */
export const reasonFor = (id: string, fault: string): string | undefined =>
  KNOWN.find(({ cases, fault: kind }) => cases.test(id) && kind.test(fault))?.reason;
