/** A tumour's finding in structured form: 69548-6 with its components, as mCODE has it, as copies, as a coded answer; and what makes it no result. */
import type { Meaning } from '../case.ts';
import { ABSENT, coded, gene as geneOf, has, HGVS, hgvs, loinc, NEGATIVE, POSITIVE, PRESENT, result, SOMATIC, tumour, words, type Resource } from '../../third-party/shapes.ts'; // prettier-ignore
import type { TumourSubject } from './subjects.ts';

export interface CodedFinding {
  readonly name: string;
  readonly meaning: Meaning;
  readonly chart: readonly Resource[];
  readonly isDiagnosis?: boolean;
}

const MCODE = { meta: { profile: ['http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-genomic-variant'] } };
const DATA_ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
const VER_STATUS = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';

/** The answers of 69548-6: LOINC list LL1971-2. */
const ANSWERS: readonly (readonly [name: string, meaning: Meaning, value: ReturnType<typeof loinc>])[] = [
  ['present', 'positive', PRESENT],
  ['absent', 'negative', ABSENT],
  ['no call', 'unclear', loinc('LA18198-4', 'No call')],
  ['indeterminate', 'unclear', loinc('LA11884-6', 'Indeterminate')],
];

function structured(subject: TumourSubject): readonly CodedFinding[] {
  const { hgnc, protein, coding, short } = subject;
  if (hgnc === undefined) return [];
  const fusion = protein === undefined;
  const written = fusion ? [] : [has('48005-3', hgvs(protein))];
  const kind = fusion ? [has('48019-4', loinc('LA14020-4', 'Fusion')), has('81252-9', words(`${subject.gene} fusion`))] : written;
  const of = (name: string, meaning: Meaning, value: Parameters<typeof result>[1], component: readonly Resource[], more: Resource = {}) => ({
    name,
    meaning,
    chart: [result('69548-6', value, { component, ...more })],
  });
  return ANSWERS.flatMap(([name, meaning, value]) => [
    of(`69548-6 ${name}`, meaning, value, [geneOf(hgnc), ...kind]),
    of(`69548-6 ${name}, somatic, with a share`, meaning, value, [geneOf(hgnc), ...kind, has('48002-0', SOMATIC), has('81258-6', { value: 0.3, unit: '1' })]),
    of(`mCODE ${name}`, meaning, value, [geneOf(hgnc), ...kind, has('48002-0', SOMATIC)], MCODE),
    ...(coding === undefined ? [] : [of(`69548-6 ${name}, coding name alone`, meaning, value, [geneOf(hgnc), has('48004-6', hgvs(coding))])]),
    ...(fusion ? [] : [of(`69548-6 ${name}, short name in words`, meaning, value, [geneOf(hgnc), has('48005-3', short)])]),
  ]).concat(
    fusion ? [] : [
      of('69548-6 without an answer', 'unclear', null, [geneOf(hgnc), ...kind]),
      of('69548-6 of uncertain significance', 'unclear', PRESENT, [geneOf(hgnc), has('48005-3', hgvs('p.Ala2Val')), has('53037-8', loinc('LA26333-7', 'Uncertain significance'))]),
      { name: 'HGVS as the value', meaning: 'positive', chart: [result('69548-6', coded(HGVS, `${subject.gene}:${protein}`))] },
    ],
  );
} // prettier-ignore

/** Beside the positive in one line: what makes it no result of this patient, or none at all. */
const BESIDE: readonly (readonly [name: string, meaning: Meaning, more: Resource])[] = [
  ['cancelled', 'not-done', { status: 'cancelled' }],
  ['entered in error', 'not-done', { status: 'entered-in-error' }],
  ['registered', 'not-done', { status: 'registered', valueString: undefined }],
  ['data absent', 'not-done', { valueString: undefined, dataAbsentReason: coded(DATA_ABSENT, 'not-performed') }],
  ['another patient', 'other-person', { subject: { reference: 'Patient/p2' } }],
  ['focus on a relative', 'other-person', { focus: [{ reference: 'RelatedPerson/father', display: 'Father' }] }],
];

/** All structured forms of one finding, and of what is no result. */
export function codedFindingsOf(subject: TumourSubject): readonly CodedFinding[] {
  const { gene, title, short, full, marker } = subject;
  const named = title ?? gene;
  const asked = (name: string, meaning: Meaning, value: Parameters<typeof result>[1], more: Resource = {}): CodedFinding => ({
    name: `title with the finding, ${name}`,
    meaning,
    chart: [result(named, value, more)],
  });
  const flag = (code: string) => ({ interpretation: [coded('http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code)] });
  // "PD-L1 positive" has no number, so that no label's limit is known to be reached; a title of MSI says what was looked for.
  const answers = gene === 'PD-L1' ? [] : [
    asked('SNOMED positive', 'positive', POSITIVE),
    asked('SNOMED negative', 'negative', NEGATIVE),
    asked('detected', 'positive', marker === true ? 'Positive' : 'Detected'),
    asked('not detected', 'negative', marker === true ? 'Negative' : 'Not detected'),
    asked('flag POS', 'positive', null, flag('POS')),
    asked('flag NEG', 'negative', null, flag('NEG')),
    asked('flag IND', 'unclear', null, flag('IND')),
  ]; // prettier-ignore
  const relative: Resource = {
    resourceType: 'FamilyMemberHistory',
    status: 'completed',
    patient: { reference: 'Patient/p1' },
    relationship: words('Father'),
    condition: [{ code: words(`${subject.tumour}, ${full}`) }],
  };
  const status = (code: string) => ({ verificationStatus: coded(VER_STATUS, code) });
  return [
    ...structured(subject),
    ...answers,
    ...BESIDE.map(([name, meaning, more]) => ({ name, meaning, chart: [result(gene, short, more)] })),
    { name: 'family history', meaning: 'other-person', chart: [relative] },
    { name: 'diagnosis with it refuted', meaning: 'denied', chart: [tumour(subject.tumour), tumour(words(`${subject.tumour}, ${full}`), { id: 'second', ...status('refuted') })], isDiagnosis: true },
    { name: 'diagnosis with it in error', meaning: 'not-done', chart: [tumour(subject.tumour), tumour(words(`${subject.tumour}, ${full}`), { id: 'second', ...status('entered-in-error') })], isDiagnosis: true },
    { name: 'order of the test', meaning: 'not-done', chart: [{ resourceType: 'ServiceRequest', status: 'active', intent: 'order', code: words(`${named} testing`), subject: { reference: 'Patient/p1' } }] },
  ]; // prettier-ignore
}
