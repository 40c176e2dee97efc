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
    reason: 'some writings of a finding beside the diagnosis are not told',
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
    cases: /list in the value of a panel\/other-person.*control sample/,
    fault: ELSE,
    reason: 'whether the bracket is said of the last gene of a list or of all is not told',
  },
  {
    cases: /RYR1.*\/(?:problem|coded)\/.*(?:doubt|family history)/,
    fault: /as if/,
    reason: 'malignant hyperthermia thought of, or in the family, is warned of on purpose',
  },
];

/** Why a violation is known; undefined when it is not. */
export const reasonFor = (id: string, fault: string): string | undefined =>
  KNOWN.find(({ cases, fault: kind }) => cases.test(id) && kind.test(fault))?.reason;
