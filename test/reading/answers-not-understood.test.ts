/**
 * A test that asks for one change, a fusion or an amplification by its code or its name, and an answer that nobody here understands. What was asked for
 * is then no finding: the test is on file and decides nothing.
 */
import { describe, expect, it } from 'vitest';
import { bundle, loinc, observation, patient, words, type Resource } from './resources.ts';
import { read } from './vocabulary.ts';

const found = (code: unknown, value: Resource) => {
  const { facts } = read(bundle(patient, observation('o', code, value)));
  return {
    present: facts.variants.filter(({ presence }) => presence === 'present').map(({ pHgvs, names, kind }) => pHgvs ?? names[0] ?? kind),
    examined: facts.tested.length + facts.variants.filter(({ presence }) => presence !== 'present').length > 0,
  };
};
const said = (value: string): Resource => ({ valueString: value });

const NOT_UNDERSTOOD = [
  'N',
  'n',
  '-',
  '--',
  '.',
  '0',
  '0.0',
  'n.d.',
  'Normal',
  'normal result',
  '<1%',
  'Low',
  'Germline',
  'See note',
  'See report',
  'Comment',
  'other',
];

describe('an answer that is not understood is no finding', () => {
  it.each([
    ['BRAF V600E by LOINC 85101-4', loinc('85101-4')],
    ['BRAF V600E by LOINC 58415-1', loinc('58415-1')],
    ['EGFR L858R by LOINC 55766-0', loinc('55766-0')],
    ['EGFR T790M by LOINC 55769-4', loinc('55769-4')],
    ['a founder change of BRCA1 by LOINC 21637-4', loinc('21637-4')],
    ['RET rearrangement by LOINC 90927-5', loinc('90927-5')],
    ['a fusion by its two genes', words('EML4-ALK fusion')],
    ['a fusion by its two genes alone', words('CD74::ROS1')],
  ])('%s', (_test, code) => {
    for (const answer of NOT_UNDERSTOOD) expect({ answer, ...found(code, said(answer)) }).toEqual({ answer, present: [], examined: true });
  });

  it.each(['EGFR L858R: N', '? EGFR L858R', 'EGFR L858R no longer detected', 'EGFR L858R: -'])('"%s" as the answer of EGFR', (answer) => {
    expect(found(words('EGFR'), said(answer)).present).toEqual([]);
  });

  it('what was looked for, flagged as normal', () => {
    const flagged = { ...said('EGFR L858R'), interpretation: [{ coding: [{ code: 'N' }] }] };
    expect(found(words('EGFR'), flagged).present).toEqual([]);
    expect(found(words('EGFR'), said('EGFR L858R')).present).toEqual(['L858R']);
  });
});

describe('an answer that is a finding', () => {
  it.each([
    ['positive', loinc('85101-4'), 'Positive', 'p.Val600Glu'],
    ['detected', loinc('55766-0'), 'Detected', 'EGFR c.2573T>G'],
    ['the change by its own name', loinc('55766-0'), 'L858R', 'L858R'],
    ['another change of the gene is itself, not what was asked for', loinc('85101-4'), 'V600K', 'V600K'],
    ['the same by three letters', loinc('58415-1'), 'p.Val600Lys', 'p.Val600Lys'],
    ['a change elsewhere in the gene', loinc('55766-0'), 'L861Q', 'L861Q'],
  ])('%s', (_what, code, answer, name) => {
    const { present } = found(code, said(answer));
    expect(present).toHaveLength(1);
    expect(present[0]).toContain(name.replace(/^EGFR /, ''));
  });
});
