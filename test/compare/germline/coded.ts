/** Results of a gene without words: pairs in parts, bases at a position, names of changes, coded phenotypes, scores, typings; and what makes none of them the patient's result. */
import type { Meaning } from '../case.ts';
import { hgnc } from '../../reading/resources.ts';
import { coded, has, HGVS, hgvs, loinc, NEGATIVE, POSITIVE, result, words, type Resource } from '../../third-party/shapes.ts';
import { nameOf } from './carriers.ts';
import type { GermlineState, GermlineSubject } from './subjects.ts';

export interface Coded {
  readonly name: string;
  readonly meaning: Meaning;
  readonly chart: readonly Resource[];
}

const ACTIVITY: Readonly<Record<string, string>> = {
  'Ultrarapid Metabolizer': 'LA10315-2',
  'Normal Metabolizer': 'LA25391-6',
  'Intermediate Metabolizer': 'LA10317-8',
  'Poor Metabolizer': 'LA9657-3',
};
const geneOf = ({ gene, hgnc: id }: GermlineSubject): Resource => has('48018-6', hgnc(`HGNC:${id}`, gene));

function forms(subject: GermlineSubject, state: GermlineState, meaning: 'positive' | 'negative'): readonly Coded[] {
  const { gene, allele, position, activityTest } = subject;
  const gives = (name: string, ...chart: readonly Resource[]): Coded => ({ name, meaning, chart });
  const found = meaning === 'positive';
  const both = state.pair.split('/');
  const halves = both.length === 2 ? both.map((half) => result('84414-2', words(half), { component: [geneOf(subject)] })) : [];
  const answer = ACTIVITY[state.term];
  const at = position;
  const bases = state.bases;
  return [
    gives('84413-4, pair with gene', result('84413-4', words(state.pair), { component: [geneOf(subject)] })),
    gives('84413-4, gene in the pair', result('84413-4', words(`${gene} ${state.pair}`))),
    ...(halves.length === 0 ? [] : [gives('two haplotypes', ...halves)]),
    ...(activityTest === undefined || answer === undefined
      ? []
      : [gives('LOINC activity', result(activityTest, loinc(answer, state.term)))]),
    ...(answer === undefined
      ? []
      : [gives('53040-2 with gene, LOINC answer', result('53040-2', loinc(answer, state.term), { component: [geneOf(subject)] }))]),
    ...(state.score === undefined
      ? []
      : [
          gives('activity score, number', result(`${gene} activity score`, Number(state.score))),
          gives('activity score, text', result(`${gene} activity score`, state.score)),
          gives('activity score under the gene', result(gene, `Activity score ${state.score}`)),
        ]),
    ...(at === undefined || bases === undefined
      ? []
      : [
          gives('rs number and bases', result(at.rsId, bases)),
          gives('gene, rs number and bases', result(`${gene} ${at.rsId}`, bases)),
          gives('gene, rs number and bases unparted', result(`${gene} ${at.rsId}`, bases.replace('/', ''))),
          gives('rs number in a component', result('69548-6', null, { component: [geneOf(subject), has('81255-2', at.rsId), has('Genotype', bases)] })),
        ]),
    ...(at === undefined
      ? []
      : [
          gives(
            '69548-6 with coding name',
            result('69548-6', found ? loinc('LA9633-4', 'Present') : loinc('LA9634-2', 'Absent'), {
              component: [
                geneOf(subject),
                has('48004-6', hgvs(at.coding)),
                ...(found
                  ? [has('53034-5', at.zygosity === 'homozygous' ? loinc('LA6705-3', 'Homozygous') : loinc('LA6706-1', 'Heterozygous'))]
                  : []),
              ],
            }),
          ),
          gives('title with coding name', result(`${gene} ${at.coding}`, found ? at.zygosity : 'Not detected')),
          gives('coding name as concept', result(`${gene} variant`, coded(HGVS, `${gene}:${at.coding}`), { interpretation: [words(found ? `${at.zygosity}` : 'Not detected')] })),
        ]),
    ...(allele === undefined
      ? []
      : [
          gives('allele asked for, SNOMED', result(nameOf(subject), found ? POSITIVE : NEGATIVE)),
          gives('allele asked for, flag alone', result(nameOf(subject), null, { interpretation: [coded('http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', found ? 'POS' : 'NEG')] })),
          gives('allele asked for, yes or no', result(nameOf(subject), found)),
          gives('allele asked for, detected', result(nameOf(subject), found ? 'Detected' : 'Not detected')),
          gives('allele without colon', result(`${gene} ${(allele ?? '').replace(/[*:]/g, '')}`, found ? 'Positive' : 'Negative')),
          gives('typing by gene', result(gene, both.map((half) => `${gene}${half}`).join(', '))),
          gives('typing in one field', result('HLA typing', both.map((half) => `${gene}${half}`).join('; '))),
        ]),
  ]; // prettier-ignore
}

/** What stands beside the plain positive and makes it no result of this patient, or none at all. */
const BESIDE: readonly (readonly [name: string, meaning: Meaning, more: Resource])[] = [
  ['cancelled', 'not-done', { status: 'cancelled' }],
  ['entered in error', 'not-done', { status: 'entered-in-error' }],
  ['registered', 'not-done', { status: 'registered', valueString: undefined }],
  ['data absent', 'not-done', { valueString: undefined, dataAbsentReason: words('not-performed') }],
  ['data absent, coded', 'not-done', { valueString: undefined, dataAbsentReason: coded('http://terminology.hl7.org/CodeSystem/data-absent-reason', 'not-performed') }],
  ['data unknown', 'unclear', { valueString: undefined, dataAbsentReason: coded('http://terminology.hl7.org/CodeSystem/data-absent-reason', 'unknown') }],
  ['another patient', 'other-person', { subject: { reference: 'Patient/p2' } }],
  ['focus on the donor', 'other-person', { focus: [{ display: 'Stem cell donor' }] }],
  ['focus on a relative', 'other-person', { focus: [{ reference: 'RelatedPerson/mother', display: 'Mother' }] }],
  ['sample of the donor', 'other-person', { specimen: { display: 'Donor blood' } }],
]; // prettier-ignore

/** All coded forms of a gene's two states and of what is no result. */
export function codedOf(subject: GermlineSubject): readonly Coded[] {
  const relative: Resource = {
    resourceType: 'FamilyMemberHistory',
    status: 'completed',
    patient: { reference: 'Patient/p1' },
    relationship: words('Mother'),
    condition: [{ code: words(`${subject.gene} ${subject.positive.pair} (${subject.positive.term})`) }],
  };
  const refuted = (status: string): Resource => ({
    resourceType: 'Condition',
    code: words(`${subject.gene} ${subject.positive.term}`.replace(`${subject.gene} ${subject.gene}`, subject.gene)),
    verificationStatus: coded('http://terminology.hl7.org/CodeSystem/condition-ver-status', status),
    subject: { reference: 'Patient/p1' },
  });
  return [
    ...forms(subject, subject.positive, 'positive'),
    ...forms(subject, subject.negative, 'negative'),
    ...BESIDE.map(([name, meaning, more]) => ({ name, meaning, chart: [result(subject.gene, subject.positive.pair, more)] })),
    { name: 'family history', meaning: 'other-person', chart: [relative] },
    { name: 'problem refuted', meaning: 'denied', chart: [refuted('refuted')] },
    { name: 'problem in error', meaning: 'not-done', chart: [refuted('entered-in-error')] },
    { name: 'problem unconfirmed', meaning: 'doubt', chart: [refuted('unconfirmed')] },
    { name: 'problem to be ruled out', meaning: 'doubt', chart: [refuted('differential')] },
  ];
}
