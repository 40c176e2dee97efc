/**
 * The last net: whatever its form, a result that names a gene is on file. What no reader understands is told of its gene, which then looks neither
 * untested nor normal; what only speaks of a gene is no result.
 */
import { describe, expect, it } from 'vitest';
import { bundle, component, loinc, observation, patient, words, type Resource } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

const UNREADABLE = 'Class 17 by our key';
const said = (value: string) => ({ valueString: value });
const report = (code: string, more: Record<string, unknown>): Resource => ({
  resourceType: 'DiagnosticReport',
  id: 'r',
  status: 'final',
  code: words(code),
  subject: { reference: 'Patient/p1' },
  ...more,
});

/** Genes that are told as tested, whether inherited or of a tumour, and what was warned of. */
function told(...resources: readonly Resource[]) {
  const { facts, warnings } = read(bundle(patient, ...resources));
  return {
    germline: facts.germline.map(germlineLine),
    tested: facts.tested.map(({ gene, negative }) => `${gene}${negative ? ' negative' : ''}`),
    variants: facts.variants.length,
    warnings: warnings.map(({ message }) => message),
  };
}

const SHAPES: readonly (readonly [string, (gene: string) => readonly Resource[]])[] = [
  ['named by the gene', (gene) => [observation('o', words(gene), said(UNREADABLE))]],
  ['named as its test', (gene) => [observation('o', words(`${gene} test`), said(UNREADABLE))]],
  ['under a name that promises something else', (gene) => [observation('o', words(`${gene} genotype information`), said(UNREADABLE))]],
  ['under a local code that is the gene', (gene) => [observation('o', { coding: [{ system: 'urn:lab', code: gene }] }, said(UNREADABLE))]],
  [
    'the gene as a component, its answer under a name nobody knows',
    (gene) => [
      observation('o', words('Molecular result'), {
        component: [component(words('Gene'), said(gene)), component(words('Outcome class'), said(UNREADABLE))],
      }),
    ],
  ],
  [
    'a gene component alone',
    (gene) => [observation('o', words('Molecular result'), { ...said(UNREADABLE), component: [component(loinc('48018-6'), said(gene))] })],
  ],
  ['leading the value of a genetic test', (gene) => [observation('o', words('Genetic test result'), said(`${gene}: ${UNREADABLE}`))]],
  ['a note and no value', (gene) => [observation('o', words(`${gene} screening`), { note: [{ text: UNREADABLE }] })]],
  ['a report of its name with words', (gene) => [report(`${gene} analysis`, { conclusion: UNREADABLE })]],
  [
    'a report of its name as a document',
    (gene) => [report(`${gene} analysis`, { presentedForm: [{ contentType: 'application/pdf', data: 'JVBERi0=' }] })],
  ],
];

describe('a result of a form that nobody knows', () => {
  it.each(SHAPES.flatMap(([shape, make]) => ['CYP2C19', 'DPYD', 'SLCO1B1', 'HLA-B'].map((gene) => [gene, shape, make] as const)))(
    '%s, %s: the pharmacogene has a result that decides nothing',
    (gene, _shape, make) => {
      const found = told(...make(gene));
      expect(found.germline).toEqual([`${gene} no call`]);
      expect(found.warnings.join('\n')).toContain(gene);
    },
  );

  it.each(SHAPES.flatMap(([shape, make]) => ['EGFR', 'BRAF', 'BRCA2'].map((gene) => [gene, shape, make] as const)))(
    '%s, %s: the gene was examined, and nothing is said of what was found',
    (gene, _shape, make) => {
      const found = told(...make(gene));
      expect(found.tested).toEqual([gene]);
      expect(found.variants).toBe(0);
      expect(found.warnings.join('\n')).toContain(gene);
    },
  );

  const detected = component(words('Variants detected'), said('Yes'));
  it.each(['CYP2C19', 'DPYD', 'G6PD', 'HLA-B'])('%s beside "Variants detected: Yes", which does not say which', (gene) => {
    expect(told(observation('o', words(gene), { component: [detected] })).germline).toEqual([`${gene} no call`]);
    const inPart = observation('o', words('PGx result'), { component: [component(loinc('48018-6'), said(gene)), detected] });
    expect(told(inPart).germline).toEqual([`${gene} no call`]);
    expect(told(observation('o', words(`${gene} variants detected`), said('Yes'))).germline).toEqual([`${gene} no call`]);
  });

  it.each(['CYP2C9/VKORC1 genotype information', 'CYP2C9 and VKORC1 genotype', 'CYP2C9/VKORC1'])('two genes in one name: %s', (name) => {
    expect(told(observation('o', words(name), said(UNREADABLE))).germline).toEqual(['CYP2C9 no call', 'VKORC1 no call']);
  });

  it.each<[string, readonly string[]]>([
    ['CYP2C19 report', ['CYP2C19 no call']],
    ['Laboratory report: DPYD genotyping', ['DPYD no call']],
    ['Pharmacogenomics report SLCO1B1', ['SLCO1B1 no call']],
    ['Pharmacogenomics report', []],
    ['TPMT and NUDT15', []],
    ['CYP2C19 patient information leaflet', []],
    ['Consent for DPYD testing', []],
    ['DPYD test requisition', []],
    ['CYP2D6 interaction review', []],
    ['HLA-B antibody report', []],
    ['HLA-B27 report', []],
    ['Letter: DPYD test authorization', []],
  ])('a document called "%s"', (name, expected) => {
    const document = (more: Record<string, unknown>): Resource => ({
      resourceType: 'DocumentReference',
      id: 'd',
      status: 'current',
      subject: { reference: 'Patient/p1' },
      content: [{ attachment: { contentType: 'application/pdf', url: 'Binary/d' } }],
      ...more,
    });
    expect(told(document({ type: words(name) })).germline).toEqual(expected);
    expect(told(document({ description: name })).germline).toEqual(expected);
    expect(told(document({ type: words(name), status: 'superseded' })).germline).toEqual([]);
  });

  it.each<[string, boolean]>([
    ['Pharmacogenomics report', true],
    ['PGx panel', true],
    ['Genetic profile', true],
    ['Pharmacogenomics consult request', false],
    ['Consent to PGx testing', false],
    ['PGx education leaflet', false],
    ['Prenatal genetic test', false],
    ['Discharge letter', false],
  ])('a PDF called "%s" is on file unread: %s', (name, expected) => {
    const { warnings } = read(
      bundle(patient, {
        resourceType: 'DocumentReference',
        id: 'd',
        status: 'current',
        type: words(name),
        subject: { reference: 'Patient/p1' },
        content: [{ attachment: { contentType: 'application/pdf', url: 'Binary/d' } }],
      }),
    );
    expect(warnings.some(({ document }) => document === true)).toBe(expected);
  });

  describe('a genetic document in plain text', () => {
    const text = (name: string, lines: string, more: Record<string, unknown> = {}): Resource => ({
      resourceType: 'DocumentReference',
      id: 'd',
      status: 'current',
      type: words(name),
      subject: { reference: 'Patient/p1' },
      content: [{ attachment: { contentType: 'text/plain', data: btoa(lines) } }],
      ...more,
    });
    it.each<[string, string, readonly string[]]>([
      [
        'Genetic profile',
        'CYP2C19: *2/*2 (Poor Metabolizer)\nSLCO1B1: T521C (Decreased statin metabolism)',
        ['CYP2C19 no call', 'SLCO1B1 no call'],
      ],
      ['PGx report', 'HLA-B*1502: Positive; VKORC1 = -1639G>A', ['HLA-B no call', 'VKORC1 no call']],
      ['Genetic profile', '- DPYD: Normal', ['DPYD no call']],
      ['Genetic profile', 'DPYD: not tested\nTPMT:\nNUDT15: -', []],
      ['Genetic profile', 'CYP2C19 (mother): *2/*2\nIf CYP2D6: poor, avoid codeine', []],
      ['Genetic counselling note', 'CYP2C19: *2/*2', []],
      ['Consent for genetic testing', 'CYP2C19: *2/*2', []],
      ['Discharge letter', 'CYP2C19: *2/*2', []],
      ['Genetic profile', 'The CYP2C19 gene encodes an enzyme.', []],
    ])('%s: %s', (name, lines, expected) => {
      expect(told(text(name, lines)).germline).toEqual(expected);
    });

    it('superseded, or beside a result of the gene that was read, adds nothing', () => {
      expect(told(text('Genetic profile', 'CYP2C19: *2/*2', { status: 'superseded' })).germline).toEqual([]);
      expect(told(observation('g', words('CYP2C19 genotype'), said('*1/*1')), text('Genetic profile', 'CYP2C19: *1/*1')).germline).toEqual([
        'CYP2C19 *1/*1',
      ]);
    });
  });

  it('a report of many words, who ordered it among them', () => {
    const letter = `Ordered by the cardiology ward. ${'The sample was taken from blood and kept in the cold. '.repeat(4)}Class 17 by our key.`;
    expect(told(report('CYP2C19 analysis', { conclusion: letter })).germline).toEqual(['CYP2C19 no call']);
    expect(told(report('EGFR analysis', { conclusion: letter })).tested).toEqual(['EGFR']);
  });

  it('a line of a genetic report that a pharmacogene leads', () => {
    expect(told(report('Genetic test', { conclusion: `CYP2C19: ${UNREADABLE}` })).germline).toEqual(['CYP2C19 no call']);
  });

  it('beside a result of the same gene that was read nothing is added', () => {
    const found = told(
      observation('g', words('CYP2C19 genotype'), said('*1/*2')),
      observation('o', words('CYP2C19 class'), said(UNREADABLE)),
    );
    expect(found.germline).toEqual(['CYP2C19 *1/*2']);
  });
});

describe('a marker in a form that nobody knows', () => {
  it.each<[string, string, Resource]>([
    [
      'HER2',
      'answered by a code alone',
      observation('o', words('HER2'), { valueCodeableConcept: { coding: [{ system: 'urn:lab', code: 'A17' }] } }),
    ],
    ['HER2', 'in a note', observation('o', words('HER2/neu'), { note: [{ text: UNREADABLE }] })],
    [
      'HER2',
      'as a report whose answer is a document',
      report('HER2 FISH', { presentedForm: [{ contentType: 'application/pdf', data: 'JVBERi0=' }] }),
    ],
    ['PD-L1', 'leading the value of a tumour marker', observation('o', words('Tumor marker'), said(`PD-L1: ${UNREADABLE}`))],
    ['PD-L1', 'as a report with words', report('PD-L1 immunohistochemistry', { conclusion: UNREADABLE })],
    [
      'ER',
      'as a part of a panel',
      observation('o', words('Receptor panel'), {
        component: [component(words('Marker'), said('Estrogen receptor')), component(words('Class'), said(UNREADABLE))],
      }),
    ],
    ['MSI', 'by its interpretation alone', observation('o', words('Microsatellite instability'), { interpretation: [words(UNREADABLE)] })],
  ])('%s %s is on file and decides nothing', (kind, _form, resource) => {
    const { facts, warnings } = read(bundle(patient, resource));
    expect(facts.biomarkers).toEqual([expect.objectContaining({ kind })]);
    expect(facts.biomarkers[0]).not.toHaveProperty('status');
    expect(warnings.map(({ message }) => message).join('\n')).toContain(kind);
  });

  it('beside a result of the same marker that was read nothing is added, nor of the one that answers for it', () => {
    const { facts } = read(
      bundle(
        patient,
        observation('m', words('Mismatch repair status'), said('proficient')),
        observation('o', words('Microsatellite instability'), { note: [{ text: UNREADABLE }] }),
      ),
    );
    expect(facts.biomarkers.map(({ kind }) => kind)).toEqual(['MMR']);
  });

  it.each<[string, Resource]>([
    ['the room of that name', observation('o', words('Location of care'), said('ER'))],
    ['a treatment', observation('o', words('Tumor board'), said('Anti-PD-L1 therapy given'))],
    ['a test that was ordered', observation('o', words('HER2'), said('Ordered'))],
    ['a pending report', report('HER2 FISH', { conclusion: 'Pending' })],
    ['a visit to the emergency room', report('ER', { conclusion: 'Chest pain' })],
    ['a wave of the heart', report('PR', { conclusion: 'normal' })],
    ['an emergency visit', observation('o', words('ER visit'), said('Yes'))],
  ])('%s is no marker', (_what, resource) => {
    expect(read(bundle(patient, resource)).facts.biomarkers).toEqual([]);
  });
});

const narrative = (...lines: readonly string[]) => ({
  text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${lines.map((line) => `<p>${line}</p>`).join('')}</div>` },
});
const section = (more: Record<string, unknown>): Resource => ({
  resourceType: 'Composition',
  id: 'c',
  status: 'final',
  type: words('Summary'),
  subject: { reference: 'Patient/p1' },
  section: [{ title: 'Results', section: [{ title: 'Genetics', ...more }] }],
});

describe('in a narrative alone', () => {
  const lines = ['CYP2C19: *2/*2, poor metabolizer', '<b>HLA-B</b> *57:01 positive', 'EGFR p.L858R detected'];
  it.each<[string, Resource]>([
    ['a genetic report without results', report('Genetic report', narrative(...lines))],
    ['a genetic result without a value', observation('o', loinc('51969-4', 'Genetic analysis report'), narrative(...lines))],
    ['a section of a document that lists nothing', section(narrative(...lines))],
  ])('%s', (_where, resource) => {
    const found = told(resource);
    expect(found.germline.sort()).toEqual(['CYP2C19 no call', 'HLA-B no call']);
    expect(found.tested).toEqual(['EGFR']);
    expect(found.variants).toBe(0);
  });

  it.each<[string, Resource]>([
    ['a section that lists its results', section({ ...narrative(...lines), entry: [{ reference: 'Observation/elsewhere' }] })],
    ['words of no result', section(narrative('CYP2C19 inhibitors: omeprazole', 'CYP2D6: testing recommended', 'Allergies: none'))],
    ['people in general', section(narrative('CYP2C19 poor metabolizers should receive another drug'))],
    ['a relative', section(narrative('Mother: CYP2C19 *2/*2'))],
    ['a report that is no genetic one', report('Discharge summary', narrative(...lines))],
  ])('nothing: %s', (_what, resource) => {
    const found = told(resource);
    expect(found.germline).toEqual([]);
  });
});

describe('no result', () => {
  it.each<[string, Resource]>([
    ['an inhibitor', observation('o', words('CYP2D6 inhibitor on board'), said('fluoxetine'))],
    ['what a drug is broken down by', observation('o', words('Drug review'), said('Metabolized by CYP2D6'))],
    [
      'an interaction in a genetic consultation',
      observation('o', words('Genetics consultation'), said('CYP2D6 interaction with paroxetine discussed')),
    ],
    ['a plan', observation('o', words('Genetic counselling'), said('CYP2C19 testing recommended'))],
    ['a test that was ordered', observation('o', words('CYP2C19 test'), said('Ordered'))],
    ['a test that was not done', observation('o', words('CYP2C19 test'), said('Not performed'))],
    ['a question', observation('o', words('Have you had CYP2C19 testing?'), said('Yes'))],
    ['a refusal', observation('o', words('DPYD test'), said('Patient declined'))],
    ['a relative', observation('o', words('CYP2C19 test of mother'), said(UNREADABLE))],
    ['a donor', observation('o', words('Donor CYP2C19'), said(UNREADABLE))],
    ['antibodies', observation('o', words('HLA-B antibodies'), said(UNREADABLE))],
    ['a filtration rate', observation('o', words('EGFR'), said('>60'))],
    ['a filtration rate as a number', observation('o', words('EGFR'), { valueQuantity: { value: 55, unit: 'mL/min' } })],
    ['a phosphatase', observation('o', words('ALK'), { valueQuantity: { value: 85, unit: 'U/L' } })],
    ['a name of work: an alert', observation('o', words('CYP2C19 drug-drug alert'), said('Overridden'))],
    ['a check of interactions', observation('o', words('CYP3A4 interaction check'), said('No interactions found'))],
    ['a lesson', observation('o', words('Patient education: DPYD'), said('Understood'))],
    ['a leaflet', observation('o', words('G6PD information leaflet'), said('Handed out'))],
    ['an order', observation('o', words('CYP2C19 order'), said('Placed'))],
    ['a sample that was taken', observation('o', words('CYP2C19 sample collected'), said('Yes'))],
    ['a sample that was sent', observation('o', words('DPYD sample'), said('EDTA blood, sent out'))],
    ['a consent', observation('o', words('Consent for CYP2C19 genotyping'), said('Signed'))],
    ['a study', observation('o', words('Research study CYP2D6 enrolment'), said('Enrolled'))],
    ['a reason', observation('o', words('Reason for DPYD testing'), said('Planned capecitabine'))],
    ['a plan by its name', observation('o', words('DPYD plan'), said('Test before cycle 1'))],
    ['an insurer', observation('o', words('CYP2C19 prior authorization'), said('Approved'))],
    ['how long it takes', observation('o', words('CYP2C19 turnaround time'), { valueQuantity: { value: 5, unit: 'days' } })],
    ['a batch of reagents', observation('o', words('CYP2C19 kit lot number'), said('AB12'))],
    ['the laboratory', observation('o', words('CYP2C19 performing laboratory'), said('Reference laboratory'))],
    ['a date', observation('o', words('CYP2C19 test date'), { valueDateTime: '2024-05-01' })],
    ['a dose', observation('o', words('Dose adjusted for DPYD'), { valueBoolean: false })],
    ['whether it was tested', observation('o', words('DPYD tested'), { valueBoolean: false })],
    ['whether it was tested earlier', observation('o', words('Previous CYP2C19 testing'), said('No'))],
    ['whether a test is needed', observation('o', words('CYP2C19 testing needed'), { valueBoolean: true })],
    ['a measure of quality', observation('o', words('DPYD tested before capecitabine'), { valueBoolean: true })],
    ['an allele that was tested for, yes', observation('o', words('HLA-B*57:01 tested before abacavir'), said('Yes'))],
    ['an allele that was screened for, yes', observation('o', words('HLA-B*15:02 screening completed'), { valueBoolean: true })],
    [
      'a topic of a visit',
      observation('o', words('Visit summary'), {
        component: [component(words('Topic'), said('CYP2C19')), component(words('Action'), said('Discussed'))],
      }),
    ],
    [
      'what is known of a drug',
      observation('o', words('Medication knowledge'), {
        component: [component(words('Enzyme'), said('CYP2D6')), component(words('Role'), said('substrate'))],
      }),
    ],
    ['a gene that was spoken about', observation('o', words('Genetics note'), said('BRCA1 discussed'))],
    ['a blood group', observation('o', words('ABO blood group'), said('A'))],
    ['resistance to methicillin', observation('o', words('mecA gene'), said('Detected'))],
    ['resistance to carbapenems', observation('o', words('KPC carbapenemase gene'), said('Detected'))],
    ['resistance to rifampicin', observation('o', words('rpoB gene mutation'), said('Detected'))],
    ['resistance of HIV', observation('o', words('HIV genotype resistance'), said('K103N, M184V'))],
    ['a virus of hepatitis', observation('o', words('HCV genotype'), said('1a'))],
    ['HLA-B27', observation('o', loinc('26028-1', 'HLA-B27 [Presence]'), said('See comment'))],
    ['a report of HLA-B27', report('HLA-B27', { conclusion: 'Negative' })],
    ['HLA of class I, antibodies', observation('o', words('HLA class I antibody screen'), said('Positive'))],
    ['a donor’s typing as a report', report('Donor HLA-B typing', { presentedForm: [{ contentType: 'application/pdf', data: 'AAAA' }] })],
    ['a phosphatase by its longer name', observation('o', words('ALK PHOS'), said('High'))],
    ['hours of exercise', observation('o', words('MET hours per week'), said('12'))],
    ['reticulocytes', observation('o', words('RET%'), said('1.2'))],
    ['a request as a document', report('DPYD test request', { presentedForm: [{ contentType: 'application/pdf', data: 'AAAA' }] })],
    ['an offer', report('Pharmacogenomics consult', { conclusion: 'CYP2C19: testing offered; CYP2D6: substrate metoprolol' })],
    ['a review of drugs', report('Medication review', { conclusion: 'CYP2D6: fluoxetine. CYP3A4: diltiazem' })],
    ['a name with nothing under it', observation('o', words('CYP2C19'), {})],
    ['a report that is to come', report('CYP2C19 analysis', { conclusion: 'Pending' })],
    ['a report’s advice', report('Genetic test', { conclusion: 'CYP2C19: testing is recommended' })],
  ])('%s', (_what, resource) => {
    const found = told(resource);
    expect(found.germline).toEqual([]);
    expect(found.tested).toEqual([]);
  });
});
