/** The outline of the cancer institute's registry, which calls nothing inclusion (our wording): every line is asked, labels and "not specified" are not. */
import { describe, expect, it } from 'vitest';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { order, patient, tumour } from '../oncology/facts.ts';
import { labs, performance } from './chart-facts.ts';
import { syntheticTrial } from './criterion-table.ts';
import { context, knowledge } from './knowledge.ts';

const LISTED = `DISEASE CHARACTERISTICS:

* Histologically confirmed non-small cell lung cancer

PATIENT CHARACTERISTICS:

Age

* 18 and over

Performance status

* ECOG 0-1

Life expectancy

* Not specified

Hematopoietic

* Platelet count ≥ 100,000/mm^3

PRIOR CONCURRENT THERAPY:

Biologic therapy

* No prior pembrolizumab`;

const IN_LINES = `DISEASE CHARACTERISTICS: Histologically confirmed non-small cell lung cancer

PATIENT CHARACTERISTICS: Age: 18 and over Performance status: ECOG 0-1 Life expectancy: Not specified Hematopoietic: WBC at least 3500/mm3 Platelet count at least 100,000/mm3 Renal: Not specified Other: Not pregnant or nursing Fertile patients must use effective contraception

PRIOR CONCURRENT THERAPY: Biologic therapy: No prior pembrolizumab Chemotherapy: See Biologic therapy`;

const facts = patient({
  patient: { id: 'synthetic-outline', ageYears: 61, birthDate: '1965-02-03', sex: 'male' },
  tumours: [tumour('LUAD', { text: 'Adenocarcinoma of lung' })],
  performance: [performance(1)],
  labs: labs({ platelets: 80, WBC: 5 }),
  medications: [order('pembrolizumab', { status: 'completed', isOrder: false, role: 'past', start: '2025-01-05' })],
});
const judged = (eligibility: string) => {
  const trial = compileTrial(syntheticTrial({ eligibility }), context);
  return (explainTrial(facts, knowledge.oncology, trial)?.criteria ?? []).map(
    ({ text, verdict }, at) => `${text}: ${trial.criteria[at]?.hard === true ? verdict : 'no question'}`,
  );
};

describe("the outline of the cancer institute's registry", () => {
  it('in lists', () => {
    expect(judged(LISTED)).toEqual([
      'DISEASE CHARACTERISTICS:: no question',
      'Histologically confirmed non-small cell lung cancer: met',
      'PATIENT CHARACTERISTICS:: no question',
      'Age: no question',
      '18 and over: met',
      'Performance status: no question',
      'ECOG 0-1: met',
      'Life expectancy: no question',
      'Hematopoietic: no question',
      'Platelet count ≥ 100,000/mm^3: not-met',
      'PRIOR CONCURRENT THERAPY:: no question',
      'Biologic therapy: no question',
      'No prior pembrolizumab: not-met',
    ]);
  });
  it('in lines that hold several labels', () => {
    const verdicts = judged(IN_LINES);
    expect(verdicts).toContain('Age: 18 and over: met');
    expect(verdicts).toContain('Performance status: ECOG 0-1: met');
    expect(verdicts).toContain('Hematopoietic: WBC at least 3500/mm3: met');
    expect(verdicts).toContain('Platelet count at least 100,000/mm3: not-met');
    expect(verdicts).toContain('Other: Not pregnant or nursing: met');
    expect(verdicts).toContain('Biologic therapy: No prior pembrolizumab: not-met');
    expect(verdicts.filter((one) => /specified|See/.test(one))).toEqual([]);
  });
  it('is not guessed where nothing names it', () => {
    expect(judged('* ECOG 0-1\n* Platelet count ≥ 100,000/mm^3')).toEqual(['ECOG 0-1: unknown', 'Platelet count ≥ 100,000/mm^3: unknown']);
  });
});
