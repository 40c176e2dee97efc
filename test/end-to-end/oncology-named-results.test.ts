/** AR-V7 and stains of blood cancers as laboratories write them; inherited polymorphisms. Every patient is synthetic. */
import { describe, expect, it } from 'vitest';
import { bundle, condition, observation, patient, words, type Resource } from '../reading/resources.ts';
import { named, order, patient as facts, tumour } from '../oncology/facts.ts';
import { orderSignCards, reportOf as reportOfFacts } from '../oncology/report.ts';
import { reportOf } from './report.ts';

const of = (disease: string, ...tests: Resource[]) => reportOf(bundle(patient, condition('c1', words(disease)), ...tests));

describe('AR-V7 in prostate cancer (CIViC: resistance to enzalutamide and abiraterone)', () => {
  const resisted = (test: Resource) => of('Prostate cancer', test).oncology.therapies.filter(({ effect }) => effect === 'resistance');
  it.each([
    observation('m', words('AR-V7'), { valueString: 'Positive' }),
    observation('m', words('AR-V7 mRNA, circulating tumor cells'), { valueString: 'Detected' }),
    observation('m', words('Androgen receptor splice variant 7'), { valueString: 'Present' }),
    observation('m', words('AR gene analysis'), { valueString: 'AR-V7 positive' }),
  ])('found (%#)', (test) => {
    const [first] = resisted(test);
    expect(first?.therapy.map(({ name }) => name)).toContain('Enzalutamide');
    expect(first?.evidence?.map(({ reference }) => reference)).toEqual(['Observation/m']);
  });
  it.each(['Negative', 'Not detected', 'Indeterminate', 'Pending'])('%s: no claim', (said) => {
    expect(resisted(observation('m', words('AR-V7'), { valueString: said }))).toEqual([]);
  });
  it('two results that disagree: no claim', () => {
    const tests = ['Positive', 'Negative'].map((said, at) => observation(`m${at}`, words('AR-V7'), { valueString: said }));
    expect(of('Prostate cancer', ...tests).oncology.therapies.filter(({ effect }) => effect === 'resistance')).toEqual([]);
  });
  it('no warning says that nothing was matched to it', () => {
    const { warnings } = of('Prostate cancer', observation('m', words('AR gene analysis'), { valueString: 'AR-V7 positive' }));
    expect(warnings.filter(({ message }) => /no therapy is matched/.test(message))).toEqual([]);
  });
});

describe('stains of blood cancers', () => {
  const markers = (test: Resource) =>
    of('Diffuse large B-cell lymphoma', test).oncology.biomarkers.map(({ kind, status }) => `${kind} ${status ?? ''}`);
  it.each([
    [observation('m', words('CD20 expression by IHC'), { valueString: 'Negative' }), ['CD20 negative']],
    [observation('m', words('CD20 status'), { valueString: 'Positive' }), ['CD20 positive']],
    [observation('m', words('CD19 cells [#/volume] in Blood'), { valueString: 'Present' }), []],
    [observation('m', words('CD20 B cells/100 lymphocytes'), { valueString: 'Low' }), []],
  ])('%#: of the tumour, not of lymphocytes in blood', (test, expected) => expect(markers(test)).toEqual(expected));
});

describe('the BCL2L11 deletion polymorphism in chronic myeloid leukaemia', () => {
  const chart = facts({
    variants: [named('BCL2L11', 'BCL2L11 Deletion Polymorphism', { origin: 'germline' })],
    tumours: [tumour('CML')],
    medications: [order('imatinib')],
  });
  it('stands in the report as a caution', () => {
    const row = reportOfFacts(chart).oncology.therapies.find(({ effect }) => effect === 'resistance');
    expect(row?.therapy.map(({ name }) => name)).toEqual(['Imatinib']);
    expect(row?.because?.[0]).toMatch(/watch the response closely, not by itself to withhold/);
  });
  it('does not contradict imatinib at the order, and takes no approved choice away', () => {
    expect(orderSignCards(chart)).toEqual([]);
    expect(reportOfFacts(chart).oncology.therapies.filter(({ resisted }) => resisted !== undefined)).toEqual([]);
  });
});
