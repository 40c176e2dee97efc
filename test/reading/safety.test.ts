/** The safety rules of reading: right patient, final results only, corrections, conflicts, and nothing dropped in silence. */
import { describe, expect, it } from 'vitest';
import { bundle, component, gene, genotype, loinc, observation, patient, variant, words, type Resource } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

const CYP2C19 = { component: [gene('HGNC:2621', 'CYP2C19')] };
const other = { subject: { reference: 'Patient/someone-else' } };
const lines = (input: unknown, id?: string) => read(input, id).facts.germline.map(germlineLine).sort();

describe('right patient', () => {
  it('a result of somebody else is never used and is said', () => {
    const { facts, warnings } = read(bundle(patient, genotype('g', '*2/*2', { ...CYP2C19, ...other })));
    expect(facts.germline).toEqual([]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'wrong-patient', reference: 'Observation/g' }));
  });

  it('the patient asked for decides, not the one in the data', () => {
    expect(lines(bundle(patient, genotype('g', '*2/*2', CYP2C19)), 'p2')).toEqual([]);
    expect(lines(bundle(patient, genotype('g', '*2/*2', CYP2C19)), 'p1')).toEqual(['CYP2C19 *2/*2']);
    expect(lines(bundle(patient, genotype('g', '*2/*2', CYP2C19)), 'Patient/p1')).toEqual(['CYP2C19 *2/*2']);
  });

  it.each([
    ['absolute URL', 'https://ehr.example.org/fhir/Patient/p1'],
    ['versioned', 'Patient/p1/_history/3'],
  ])('%s means the same patient', (_, reference) => {
    expect(lines(bundle(patient, genotype('g', '*2/*2', { ...CYP2C19, subject: { reference } })))).toEqual(['CYP2C19 *2/*2']);
  });

  it('urn:uuid references are followed', () => {
    const uuid = 'urn:uuid:11111111-2222-3333-4444-555555555555';
    const input = {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        { fullUrl: uuid, resource: { resourceType: 'Patient' } },
        { resource: genotype('g', '*2/*2', { ...CYP2C19, subject: { reference: uuid } }) },
      ],
    };
    expect(lines(input)).toEqual(['CYP2C19 *2/*2']);
  });

  it('a result without subject belongs to the one patient', () => {
    expect(lines(bundle(patient, genotype('g', '*2/*2', { ...CYP2C19, subject: undefined })))).toEqual(['CYP2C19 *2/*2']);
  });

  it.each<[string, readonly Resource[], number]>([
    ['two Patients', [patient, { ...patient, id: 'p2' }], 0],
    ['one Patient and a result of another', [patient, genotype('h', '*1/*1', { ...CYP2C19, ...other })], 0],
    ['one Patient and a drug that needs no subject', [patient, { resourceType: 'Medication', id: 'm', code: words('aspirin') }], 1],
    ['the same Patient twice', [patient, patient], 1],
  ])('a result without subject beside %s', (_, beside, used) => {
    const { facts, warnings } = read(bundle(...beside, genotype('g', '*2/*2', { ...CYP2C19, subject: undefined })), 'p1');
    expect(facts.germline.map(germlineLine)).toEqual(used === 1 ? ['CYP2C19 *2/*2'] : []);
    const said = expect.objectContaining({ code: 'wrong-patient', reference: 'Observation/g' }) as unknown;
    if (used === 0) expect(warnings).toContainEqual(said);
    else expect(warnings).not.toContainEqual(said);
  });

  it('two patients and none asked for: nobody is read', () => {
    const { facts, warnings } = read(bundle(genotype('a', '*1/*1', CYP2C19), genotype('b', '*2/*2', { ...CYP2C19, ...other })));
    expect(facts.germline).toEqual([]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'wrong-patient' }));
  });

  it('a result about a relative or a donor is not the patient’s', () => {
    expect(lines(bundle(patient, genotype('g', '*2/*2', { ...CYP2C19, focus: [{ reference: 'RelatedPerson/mother' }] })))).toEqual([]);
  });

  it('a contained result follows its report', () => {
    const report = {
      resourceType: 'DiagnosticReport',
      id: 'r',
      status: 'final',
      code: loinc('51969-4'),
      subject: { reference: 'Patient/someone-else' },
      contained: [{ ...genotype('g', '*2/*2', CYP2C19), subject: undefined }],
      result: [{ reference: '#g' }],
    };
    expect(lines(bundle(patient, report))).toEqual([]);
    expect(read(bundle(patient, { ...report, subject: { reference: 'Patient/p1' } })).facts.germline[0]?.source.reference).toBe(
      'DiagnosticReport/r#g',
    );
  });
});

describe('only final results', () => {
  it.each(['registered', 'preliminary', 'cancelled', 'entered-in-error', 'unknown', '', 42])(
    'status %s is not used and is said',
    (status) => {
      const { facts, warnings } = read(bundle(patient, genotype('g', '*2/*2', { ...CYP2C19, status })));
      expect(facts.germline).toEqual([]);
      expect(warnings).toContainEqual(expect.objectContaining({ code: 'not-final', reference: 'Observation/g' }));
    },
  );

  it.each(['final', 'amended', 'corrected'])('status %s is used', (status) => {
    expect(lines(bundle(patient, genotype('g', '*2/*2', { ...CYP2C19, status })))).toEqual(['CYP2C19 *2/*2']);
  });

  it('a result of a withdrawn report is withdrawn', () => {
    const report = (status: string): Resource => ({
      resourceType: 'DiagnosticReport',
      id: 'r',
      status,
      code: loinc('51969-4'),
      subject: { reference: 'Patient/p1' },
      result: [{ reference: 'Observation/g' }],
    });
    expect(lines(bundle(patient, genotype('g', '*2/*2', CYP2C19), report('final')))).toEqual(['CYP2C19 *2/*2']);
    expect(lines(bundle(patient, genotype('g', '*2/*2', CYP2C19), report('entered-in-error')))).toEqual([]);
  });
});

describe('corrections and conflicts', () => {
  const earlier = genotype('old', '*1/*1', { ...CYP2C19, specimen: { reference: 'Specimen/s' }, issued: '2026-01-01' });

  it('a corrected result of the same specimen replaces the one before', () => {
    const corrected = genotype('new', '*2/*2', {
      ...CYP2C19,
      status: 'corrected',
      specimen: { reference: 'Specimen/s' },
      issued: '2026-02-01',
    });
    const { facts, warnings } = read(bundle(patient, earlier, corrected));
    expect(facts.germline.map(germlineLine)).toEqual(['CYP2C19 *2/*2']);
    expect(facts.germline[0]?.amended).toBe(true);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'not-final', reference: 'Observation/old' }));
  });

  it('a corrected result of another specimen replaces nothing', () => {
    const corrected = genotype('new', '*2/*2', {
      ...CYP2C19,
      status: 'corrected',
      specimen: { reference: 'Specimen/t' },
      issued: '2026-02-01',
    });
    expect(lines(bundle(patient, earlier, corrected))).toEqual(['CYP2C19 *1/*1', 'CYP2C19 *2/*2']);
  });

  it('a corrected variant does not replace another variant of the same gene', () => {
    const change = (id: string, text: string, status: string) =>
      variant(id, [gene('HGNC:3236', 'EGFR'), component(loinc('48005-3'), { valueCodeableConcept: words(text) })], {
        status,
        specimen: { reference: 'Specimen/s' },
      });
    expect(read(bundle(patient, change('a', 'p.Leu858Arg', 'final'), change('b', 'p.Thr790Met', 'corrected'))).facts.variants).toHaveLength(
      2,
    );
  });

  it('two final results that disagree are both kept', () => {
    expect(lines(bundle(patient, earlier, genotype('new', '*2/*2', { ...CYP2C19, specimen: { reference: 'Specimen/s' } })))).toEqual([
      'CYP2C19 *1/*1',
      'CYP2C19 *2/*2',
    ]);
  });

  it('of two versions of one resource the newer stands; copies count once', () => {
    const version = (value: string, lastUpdated: string) => genotype('g', value, { ...CYP2C19, meta: { lastUpdated } });
    expect(lines(bundle(patient, version('*2/*2', '2026-02-01T00:00:00Z'), version('*1/*1', '2026-01-01T00:00:00Z')))).toEqual([
      'CYP2C19 *2/*2',
    ]);
    expect(lines(bundle(patient, earlier, earlier))).toEqual(['CYP2C19 *1/*1']);
  });

  it('versions that cannot be ordered are all kept, and said', () => {
    const { facts, warnings } = read(bundle(patient, genotype('g', '*1/*1', CYP2C19), genotype('g', '*2/*2', CYP2C19)));
    expect(facts.germline.map(germlineLine).sort()).toEqual(['CYP2C19 *1/*1', 'CYP2C19 *2/*2']);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'conflict' }));
  });

  it('one value written in two ways that disagree is no result', () => {
    const { facts, warnings } = read(
      bundle(patient, genotype('g', '', { ...CYP2C19, valueCodeableConcept: { text: '*1/*1', coding: [{ display: '*2/*2' }] } })),
    );
    expect(facts.germline.map(germlineLine)).toEqual(['CYP2C19 no call']);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'conflict' }));
  });
});

describe('nothing is dropped in silence', () => {
  it.each([
    [
      'a genomic result of unknown form',
      observation('x', words('Something new'), {
        category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'GE' }] }],
        valueString: 'abc',
      }),
    ],
    ['a variant without gene or change', variant('x', [])],
    ['a biomarker without value', observation('x', loinc('81695-9'))],
  ])('%s', (_, resource) => {
    expect(read(bundle(patient, resource)).warnings).toContainEqual(
      expect.objectContaining({ code: 'unparsed', reference: 'Observation/x' }),
    );
  });

  it('a genetic report that is only a document', () => {
    const report = {
      resourceType: 'DiagnosticReport',
      id: 'r',
      status: 'final',
      code: loinc('51969-4'),
      subject: { reference: 'Patient/p1' },
      presentedForm: [{ contentType: 'application/pdf' }],
    };
    expect(read(bundle(patient, report)).warnings).toContainEqual(
      expect.objectContaining({ code: 'unparsed', reference: 'DiagnosticReport/r' }),
    );
  });

  it.each([['Organization'], ['Practitioner'], ['Specimen'], ['Provenance'], ['Encounter']])('%s needs no word', (resourceType) => {
    expect(read(bundle(patient, { resourceType, id: 'x' })).warnings).toEqual([]);
  });

  it('a Bundle whose entries are the resources themselves is read', () => {
    const bundle = { resourceType: 'Bundle', type: 'collection', entry: [genotype('g', '*2/*2', CYP2C19)] };
    expect(read(bundle).facts.germline.map(germlineLine)).toEqual(['CYP2C19 *2/*2']);
  });

  it('rubbish beside a result loses nothing', () => {
    const { facts, warnings } = read([
      null,
      7,
      'text',
      {},
      { resourceType: 'Bundle', entry: [null, { resource: 3 }, { resource: genotype('g', '*2/*2', CYP2C19) }] },
      { resourceType: 'Observation' },
    ]);
    expect(facts.germline.map(germlineLine)).toEqual(['CYP2C19 *2/*2']);
    expect(warnings.some(({ code }) => code === 'unparsed')).toBe(true);
  });

  it.each([
    ['2026-11-22', []],
    ['2026-11-23', ['Observation is dated 2026-11-23, which has not come yet; it was read all the same. Check the date.']],
    ['2062-09-04T08:00:00Z', ['Observation is dated 2062-09-04, which has not come yet; it was read all the same. Check the date.']],
    ['2026-11-21', []],
  ])('a result of %s, read on 2026-11-21', (effectiveDateTime, said) => {
    const { facts, warnings } = read(bundle(patient, genotype('g', '*2/*2', { ...CYP2C19, effectiveDateTime, issued: undefined })));
    expect(facts.germline.map(germlineLine)).toEqual(['CYP2C19 *2/*2']);
    expect(warnings.filter(({ code }) => code === 'implausible').map(({ message }) => message)).toEqual(said);
  });

  it('an empty input is an empty patient', () => {
    for (const input of [undefined, null, {}, [], { resourceType: 'Bundle' }]) {
      expect(read(input).facts.germline).toEqual([]);
      expect(read(input).warnings).toContainEqual(expect.objectContaining({ code: 'missing' }));
    }
    // Who asks for a patient has one, with nothing on file.
    expect(read([], 'p1').warnings).toEqual([]);
  });
});

describe('a history of versions, the newest first', () => {
  const genotypeOf = (id: string) => ({ resource: genotype(id, '*2/*2', CYP2C19) });
  const deletionOf = (url: string) => ({ request: { method: 'DELETE', url } });
  const history = (...entry: readonly unknown[]) => ({ resourceType: 'Bundle', type: 'history', entry: [{ resource: patient }, ...entry] });

  it('what was deleted is not read from its older version', () => {
    expect(lines(history(deletionOf('Observation/g'), genotypeOf('g')))).toEqual([]);
  });

  it('what was written again after the deletion is read, and so is every other', () => {
    expect(lines(history(genotypeOf('g'), deletionOf('Observation/g'), deletionOf('Observation/h')))).toEqual(['CYP2C19 *2/*2']);
  });
});
