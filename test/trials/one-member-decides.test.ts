/** One true member of a list of what excludes decides; a change of the same residue speaks for itself; solid tumours let no leukaemia in. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { clear, patient, protein, tumour } from '../oncology/facts.ts';
import { condition, lab } from './chart-facts.ts';
import { judged, syntheticTrial } from './criterion-table.ts';
import { context, knowledge } from './knowledge.ts';

const lung = (parts: Partial<PatientFacts> = {}): PatientFacts =>
  patient({ patient: { id: 'synthetic', sex: 'female', ageYears: 60 }, tumours: [tumour('LUAD')], ...parts });
const said = (side: 'inclusion' | 'exclusion', text: string, facts: PatientFacts) => {
  const [one] = judged(side, text, facts);
  return `${one?.verdict ?? ''}: ${one?.because ?? ''}`;
};

describe('an exclusion that lists viruses with their short names', () => {
  const LIST = 'HIV, hepatitis B virus(HBV), or hepatitis C virus(HCV) positive';
  const free = [lab('HIV', 'negative', undefined), lab('HCV-Ab', 'negative', undefined)];
  it.each<[string, Partial<PatientFacts>, string]>([
    ['HIV infection alone', { conditions: [condition('HIV infection', 'active')] }, 'not-met'],
    ['a positive surface antigen alone', { labs: [lab('HBsAg', 'positive', undefined)] }, 'not-met'],
    ['hepatitis B beside a negative HIV test', { labs: [...free, lab('HBsAg', 'positive', undefined)] }, 'not-met'],
    ['negative tests of two of three', { labs: free }, 'unknown'],
    ['negative tests of all', { labs: [...free, lab('HBsAg', 'negative', undefined), lab('anti-HBc', 'negative', undefined)] }, 'met'],
    ['nothing on file', {}, 'unknown'],
  ])('%s: %s', (_, parts, verdict) => {
    expect(said('exclusion', LIST, lung(parts)).split(':')[0]).toBe(verdict);
  });
});

describe('a time in the line that heads a list of diseases', () => {
  const heart = (onset: string) => lung({ conditions: [condition('Myocardial infarction', 'active', { onset })] });
  it.each([
    'Previous (≤ 6 months prior to the first dose) or current evidence of the following diseases: acute myocardial infarction, unstable angina and cerebrovascular accident',
    'History (≤6 months before the start of treatment with the study drugs) of any of the following: unstable angina pectoris, acute myocardial infarction, or cerebrovascular accident',
    'Has any of the following within 6 months before allocation: myocardial infarction, transient ischemic attack, or other arterial thromboembolic event',
  ])('%s', (text) => {
    expect(said('exclusion', text, heart('2026-09-01'))).toMatch(
      /^not-met: Myocardial infarction recorded from 2026-09-01, within 180 days/,
    );
    expect(said('exclusion', text, heart('2019-03-01'))).toMatch(/^unknown/);
  });
});

describe('KRAS G12C where G12D was found', () => {
  const g12d = (parts: object = {}) => protein('KRAS', 'p.Gly12Asp', { issued: '2026-05-04', ...parts });
  it.each<[string, Partial<PatientFacts>, RegExp]>([
    ['by a test of which nothing is known', { variants: [g12d()] }, /^unknown: no result on file settles .*found: KRAS p\.Gly12Asp/],
    ['by sequencing, told by its reads', { variants: [g12d({ readDepth: 812 })] }, /^not-met: KRAS G12C: tested and not found.*found: KRAS p\.Gly12Asp/],
    ['with a fraction, in a gene that was examined', { variants: [g12d({ vaf: 0.31 })], tested: [{ ...clear('KRAS'), negative: false }] }, /^not-met/],
    ['with a fraction from a test of that change perhaps', { variants: [g12d({ vaf: 0.31 })] }, /^unknown/],
    ['in blood', { variants: [g12d({ readDepth: 812, specimen: 'plasma' })] }, /^unknown/],
    ['in the germline', { variants: [g12d({ readDepth: 60, origin: 'germline' })] }, /^unknown/],
    ['beside an unclear result of the gene', { variants: [g12d({ readDepth: 812 }), protein('KRAS', 'p.Gly12Cys', { presence: 'indeterminate' })] }, /^unknown/],
    ['and G12C beside it', { variants: [g12d({ readDepth: 812 }), protein('KRAS', 'p.Gly12Cys')] }, /^met/],
    ['in another codon', { variants: [protein('KRAS', 'p.Gln61His', { readDepth: 812 })] }, /^unknown.*found: KRAS p\.Gln61His/],
  ])('%s', (_, parts, expected) => {
    expect(said('inclusion', 'KRAS G12C mutation', lung(parts))).toMatch(expected);
  }); // prettier-ignore
});

describe('a title that opens the trial to solid tumours', () => {
  const verdict = (oncotree: string, over: object) =>
    explainTrial(
      patient({ tumours: [tumour(oncotree)] }),
      knowledge.oncology,
      compileTrial(syntheticTrial({ eligibility: 'Inclusion Criteria:\n\n* Age 18 years or older', ...over }), context),
    )?.criteria.find(({ text }) => text.startsWith('Condition studied'))?.verdict;
  const biomarker = { title: 'A drug in Patients With Advanced Solid Tumors Harboring KRAS p.G12C Mutation', conditions: ['KRAS P.G12C', 'Non-small Cell Lung Cancer', 'Colorectal Cancer'] }; // prettier-ignore
  it.each<[string, object, string, string | undefined]>([
    ['a leukaemia, a biomarker among the conditions', biomarker, 'AML', 'not-met'],
    ['another solid tumour', biomarker, 'PAAD', 'unknown'],
    ['one that is named', biomarker, 'COAD', 'met'],
    ['a leukaemia, where the criteria speak of lymphoma', { ...biomarker, eligibility: 'Inclusion Criteria:\n\n* Solid tumor or lymphoma' }, 'AML', 'unknown'],
    ['a leukaemia, where the title names blood cancers', { ...biomarker, title: 'A drug in solid tumors and hematologic malignancies' }, 'AML', 'unknown'],
    ['a leukaemia, where a condition is no tumour', { ...biomarker, conditions: ['Non-small Cell Lung Cancer', 'Cachexia'] }, 'AML', 'unknown'],
  ])('%s', (_, over, oncotree, expected) => {
    expect(verdict(oncotree, over)).toBe(expected);
  }); // prettier-ignore
});
