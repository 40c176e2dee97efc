/** Results whose answer stands in their parts: the test of a gene as a component's code, a stain's score beneath its receptor, letters of a registry. */
import { describe, expect, it } from 'vitest';
import { amplification, order, patient as charted, tumour } from '../oncology/facts.ts';
import { orderSignCards, patientViewCards } from '../oncology/report.ts';
import { bundle, component, gene, loinc, observation, patient, snomed, variant, words, type Resource } from './resources.ts';
import { read } from './vocabulary.ts';

const facts = (one: Resource) => read(bundle(patient, one)).facts;
const PRESENT = { valueCodeableConcept: loinc('LA9633-4', 'Present') };
const ABSENT = { valueCodeableConcept: loinc('LA9634-2', 'Absent') };
const POSITIVE = {
  interpretation: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code: 'POS' }] }],
};
const DELETION = { valueCodeableConcept: loinc('LA6692-3', 'Deletion') };

describe('a variant assessment with the test of a gene as the code of a component', () => {
  const assessed = (codes: readonly string[], value: Resource, answer: Resource = DELETION) => {
    const { variants, tested } = facts(
      variant(
        'v',
        codes.map((code) => component(loinc(code), answer)),
        { valueCodeableConcept: undefined, ...value },
      ),
    );
    return [
      ...variants.map(
        ({ gene: symbol, names, cHgvs, presence }) => `${symbol} ${(cHgvs ?? names[0] ?? '-').replace(`${symbol} `, '')} ${presence}`,
      ),
      ...tested.filter(({ negative }) => !negative).map(({ gene: symbol }) => `${symbol} examined`),
    ];
  };
  it.each([
    ['a gene that is mutated', ['21636-6'], PRESENT, ['BRCA1 mutation present']],
    ['a gene that is not', ['21636-6'], ABSENT, ['BRCA1 - absent']],
    ['absent, but interpreted as positive', ['21636-6'], { ...ABSENT, ...POSITIVE }, ['BRCA1 - indeterminate']],
    ['a class of changes', ['55764-5'], PRESENT, ['EGFR exon 19 deletion present']],
    ['one change', ['55766-0'], ABSENT, ['EGFR c.2573T>G absent']],
    ['two genes, none mutated', ['21702-6', '21719-0'], ABSENT, ['KRAS - absent', 'NRAS - absent']],
    ['two genes, one of them mutated', ['21702-6', '21719-0'], PRESENT, ['KRAS examined', 'NRAS examined']],
  ])('%s', (_, codes, value, expected) => {
    expect(assessed(codes, value)).toEqual(expected);
  });

  it.each([
    ['answers for itself', {}, PRESENT, ['BRCA1 mutation present']],
    ['says the same', PRESENT, PRESENT, ['BRCA1 mutation present']],
    ['says the opposite', PRESENT, ABSENT, ['BRCA1 - indeterminate']],
  ])('a component that %s', (_, value, answer, expected) => {
    expect(assessed(['21636-6'], value, answer)).toEqual(expected);
  });

  it('is no test where the gene is named', () => {
    const parts = [
      gene('HGNC:1100', 'BRCA1'),
      component(loinc('48005-3'), { valueCodeableConcept: words('p.Gln563Ter') }),
      component(loinc('21702-6'), DELETION),
    ];
    expect(facts(variant('v', parts)).variants.map(({ gene: symbol, pHgvs }) => `${symbol} ${pHgvs ?? ''}`)).toEqual(['BRCA1 p.Gln563Ter']);
  });
});

describe('markers that answer in parts and letters', () => {
  const marker = (code: string, more: Resource) =>
    facts(observation('o', loinc(code), more)).biomarkers.map(({ kind, method, value, status }) => [kind, method ?? '-', value, status]);
  const letter = (name: string, code: string) => ({
    valueCodeableConcept: { coding: [{ system: `https://example.org/fhir/mii-cs-onko-mamma-${name}`, code }] },
  });
  it('HER2 by its stain in a component', () => {
    expect(marker('48676-1', { component: [component(loinc('85319-2'), { valueString: '3+' })] })).toEqual([
      ['HER2', 'IHC', '3+', 'positive'],
    ]);
    expect(
      marker('48676-1', {
        component: [component(loinc('85319-2'), { valueString: '2+' }), component(loinc('96893-3'), { valueString: 'Not amplified' })],
      }),
    ).toEqual([
      ['HER2', 'IHC', '2+', 'equivocal'],
      ['HER2', 'ISH', 'Not amplified', 'negative'],
    ]);
  });
  it.each([
    ['40556-3', 'hormonrezeptor-status-oestrogen', 'P', [['ER', '-', 'positive', 'positive']]],
    ['40556-3', 'hormonrezeptor-status-oestrogen', 'N', [['ER', '-', 'negative', 'negative']]],
    ['48676-1', 'her2neu-status', 'N', [['HER2', '-', 'negative', 'negative']]],
    ['48676-1', 'her2neu-status', 'U', []],
  ])('%s %s %s', (code, name, answer, expected) => {
    expect(marker(code, letter(name, answer)).map(([kind, , ...rest]) => [kind, '-', ...rest])).toEqual(expected);
  });
  it('the narrower of two codings of HER2', () => {
    const both = { coding: [...snomed('260385009', 'Negative').coding, ...snomed('1255068007', 'HER2-low').coding] };
    expect(marker('48676-1', { valueCodeableConcept: both })).toEqual([['HER2', '-', 'HER2-low', 'low']]);
  });
  it.each([
    [1, 'MSI-H', ['MSI', 'MSI-H', 'high']],
    [0, 'MSS', ['MSI', 'MSS', 'stable']],
    [35, 'MSI-H', ['MSI', 35, 'high']],
  ])('MSI as %s beside %s', (value, text, expected) => {
    const [[kind, , shown, status] = []] = marker('81695-9', { valueQuantity: { value }, interpretation: [words(text)] });
    expect([kind, shown, status]).toEqual(expected);
  });
});

it('an amplification that answers for HER2 is named on the opening card', () => {
  const chart = charted({ variants: [amplification('ERBB2')], tumours: [tumour('BREAST')] });
  expect(patientViewCards(chart)[0]?.summary).toMatch(/^ERBB2 amplification: /);
  expect(orderSignCards({ ...chart, medications: [order('trastuzumab')] })).toEqual([]);
});
