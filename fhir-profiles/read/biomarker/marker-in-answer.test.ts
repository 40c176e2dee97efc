/** Results whose answer names its own marker, under a code or a name that tells nothing. */
import { describe, expect, it } from 'vitest';
import { bundle, loinc, observation, patient, words } from '../../../test/reading/resources.ts';
import { read } from '../../../test/reading/vocabulary.ts';

const company = (status: string) => ({
  valueCodeableConcept: { coding: [{ system: 'http://foundationmedicine.com', code: status, display: `Foundation - ${status}` }] },
});
const of = (code: unknown, value: object) => {
  const { facts, warnings } = read(bundle(patient, observation('o', code, value as Record<string, unknown>)));
  return {
    markers: facts.biomarkers.map(({ kind, status }) => `${kind} ${status ?? '-'}`),
    told: warnings.some(({ code: kind }) => kind === 'unparsed'),
  };
};

describe('an answer that names its own marker', () => {
  it.each<[name: string, code: unknown, value: object, markers: readonly string[]]>([
    ['MSI-H under the master panel', loinc('55233-1'), company('MSI-H'), ['MSI high']],
    ['MSS under the master panel', loinc('55233-1'), company('MSS'), ['MSI stable']],
    ['dMMR among tumour biomarkers', words('Tumor biomarkers'), { valueString: 'dMMR' }, ['MMR deficient']],
    ['MSI-H among molecular results', words('Molecular results'), { valueString: 'MSI-H' }, ['MSI high']],
    // A name that says something else, and words that only hold the marker's name.
    ['MSS under a review of systems', words('System review'), { valueString: 'MSS' }, []],
    ['a reason for testing', words('Reason for testing'), { valueString: 'MSI-H' }, []],
    ['a plan', words('Molecular results'), { valueString: 'MSI-H to be excluded' }, []],
  ])('%s', (_name, code, value, markers) => {
    expect(of(code, value).markers).toEqual(markers);
  });

  it('what names nothing under the master panel is told, not lost', () => {
    expect(of(loinc('55233-1'), company('High'))).toEqual({ markers: [], told: true });
  });
});
