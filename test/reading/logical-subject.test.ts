/** Subjects named by a business identifier: `subject.identifier`, alone or beside a reference, and a laboratory's own copy of the Patient. */
import { describe, expect, it } from 'vitest';
import { bundle, gene, genotype, patient, type Resource } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

const MRN = 'urn:oid:2.999.10.1';
const id = (value: string, system: string | undefined = MRN) => ({ ...(system === undefined ? {} : { system }), value });
const nobody = id('4711', '');
const ann: Resource = {
  ...patient,
  identifier: [id('M-1'), id('OLD-1'), id('943476', 'urn:oid:2.999.10.2'), { system: 'https://nation.example/id', value: 'N-1' }],
};
const bob: Resource = { ...patient, id: 'p9', identifier: [id('M-9')] };
const result = (subject: unknown, more: object = {}, name = 'g'): Resource =>
  genotype(name, '*2/*2', { component: [gene('HGNC:2621', 'CYP2C19')], subject, ...more });
const used = (resources: readonly Resource[], asked?: string) => read(bundle(...resources), asked).facts.germline.map(germlineLine).length;

describe('a subject named by its identifier', () => {
  it.each<[string, unknown, number]>([
    ['the patient’s own', { identifier: id('M-1') }, 1],
    ['an older one of the patient’s', { identifier: id('OLD-1') }, 1],
    ['in another spelling of the system', { identifier: id('m-1 ', '2.999.10.1') }, 1],
    ['in groups of digits', { identifier: id('94 34-76', 'urn:oid:2.999.10.2') }, 1],
    ['the patient’s own, its system not said', { identifier: { value: 'M-1' } }, 1],
    ['another of the same system', { identifier: id('M-2') }, 0],
    ['of a system that the patient has none of', { identifier: id('L-5', 'https://lab.example/patients') }, 1],
    ['the patient’s own beside the reference', { reference: 'Patient/p1', identifier: id('M-1') }, 1],
    ['another’s beside the patient’s reference', { reference: 'Patient/p1', identifier: id('M-2') }, 0],
    ['a laboratory’s number beside the reference', { reference: 'Patient/p1', identifier: id('L-5', 'https://lab.example/patients') }, 1],
    ['the patient’s own beside another’s reference', { reference: 'Patient/p2', identifier: id('M-1') }, 0],
    ['a group', { type: 'Group', identifier: id('M-1') }, 0],
    ['a Patient by its type', { type: 'http://hl7.org/fhir/StructureDefinition/Patient', identifier: id('M-1') }, 1],
    ['an identifier without a value', { identifier: { system: MRN } }, 1],
    ['a display alone', { display: 'Ann' }, 1],
  ])('%s', (_name, subject, expected) => {
    for (const asked of ['p1', undefined]) {
      expect(used([ann, result(subject)], asked)).toBe(expected);
      if (expected === 0)
        expect(read(bundle(ann, result(subject)), asked).warnings).toContainEqual(
          expect.objectContaining({ code: 'wrong-patient', reference: 'Observation/g' }),
        );
    }
  });

  it('with several patients in the input it decides, and what cannot be compared is nobody’s', () => {
    expect(used([ann, bob, result({ identifier: id('M-1') })], 'p1')).toBe(1);
    expect(used([ann, bob, result({ identifier: id('M-9') })], 'p1')).toBe(0);
    expect(used([ann, bob, result({ identifier: nobody })], 'p1')).toBe(0);
    expect(used([ann, bob, result({ identifier: id('M-9') })])).toBe(1);
    expect(used([ann, bob, result({ identifier: id('M-1') }), result({ identifier: id('M-9') }, {}, 'h')])).toBe(0);
  });

  it('two names of one system, and a patient who bears none of it: neither is believed', () => {
    const two = [result({ identifier: id('A') }), result({ identifier: id('B') }, {}, 'h')];
    expect(used([patient, ...two], 'p1')).toBe(0);
    expect(used(two)).toBe(0);
    expect(used([patient, two[0] as Resource], 'p1')).toBe(1);
  });

  it('a copy of the Patient inside the result is the patient when it bears the same identifier', () => {
    const copy = (value: string) => ({ contained: [{ resourceType: 'Patient', id: 'pat', identifier: [id(value)] }] });
    for (const asked of ['p1', undefined]) {
      expect(used([ann, result({ reference: '#pat' }, copy('M-1'))], asked)).toBe(1);
      expect(used([ann, result({ reference: '#pat' }, copy('M-2'))], asked)).toBe(0);
      expect(used([ann, result({ reference: '#pat' }, { contained: [{ resourceType: 'Patient', id: 'pat' }] })], asked)).toBe(0);
    }
  });

  it('copies alone: one person by their identifiers, whatever each result calls its copy', () => {
    const copy = (name: string, local: string, value: string) =>
      result({ reference: `#${local}` }, { contained: [{ resourceType: 'Patient', id: local, identifier: [id(value)] }] }, name);
    expect(used([copy('g', 'a', 'M-1'), copy('h', 'b', 'M-1')])).toBe(2);
    expect(used([copy('g', 'a', 'M-1'), copy('h', 'b', 'M-2')])).toBe(0);
    expect(used([copy('g', 'pat', 'M-1'), copy('h', 'pat', 'M-1')])).toBe(2);
    expect(used([copy('g', 'pat', 'M-1'), copy('h', 'pat', 'M-2')])).toBe(0);
  });

  it('the focus may be named so too', () => {
    expect(used([ann, result({ reference: 'Patient/p1' }, { focus: [{ type: 'RelatedPerson', identifier: id('X') }] })], 'p1')).toBe(0);
    expect(used([ann, result({ reference: 'Patient/p1' }, { focus: [{ type: 'Patient', identifier: id('M-2') }] })], 'p1')).toBe(0);
    expect(used([ann, result({ reference: 'Patient/p1' }, { focus: [{ type: 'Patient', identifier: id('M-1') }] })], 'p1')).toBe(1);
    expect(used([ann, result({ reference: 'Patient/p1' }, { focus: [{ type: 'Specimen', identifier: id('M-2') }] })], 'p1')).toBe(1);
  });
});
