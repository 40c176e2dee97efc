/** Changes as rows of a report or panel that is named by one tumour gene. */
import { describe, expect, it } from 'vitest';
import { readPatient } from '../../fhir-profiles/index.ts';
import { bundle, observation, patient, words } from './resources.ts';
import { AS_OF, vocabulary } from './vocabulary.ts';

const read = (test: string, rows: readonly (readonly [name: string, value: string])[], panel = false): string[] => {
  const members = rows.map(([name, value], at) => observation(`o${at}`, words(name), { valueString: value }));
  const held = members.map((_, at) => ({ reference: `Observation/o${at}` }));
  const head = panel
    ? observation('panel', words(test), { hasMember: held })
    : { resourceType: 'DiagnosticReport', id: 'r', status: 'final', code: words(test), subject: { reference: 'Patient/p1' }, result: held };
  const { variants } = readPatient(bundle(patient, ...members, head), { asOf: AS_OF, vocabulary }).facts;
  return variants.map(({ gene, names, pHgvs, presence }) => `${gene} ${pHgvs ?? names[0] ?? ''} ${presence}`).toSorted();
};

describe('a change alone belongs to the gene of its test', () => {
  it.each([false, true])('EGFR mutation analysis, as panel: %s', (panel) => {
    const rows = [
      ['L858R', 'Detected'],
      ['T790M', 'Not detected'],
    ] as const;
    expect(read('EGFR mutation analysis', rows, panel)).toEqual([
      expect.stringMatching(/^EGFR .*L858R present$/) as string,
      expect.stringMatching(/^EGFR .*T790M absent$/) as string,
    ]);
  });

  it('KRAS G12D of a report is KRAS', () => {
    expect(read('KRAS mutation analysis', [['G12D', 'Detected']])).toEqual([expect.stringMatching(/^KRAS .*G12D present$/) as string]);
  });

  it.each(['NGS panel', 'EGFR and KRAS mutation analysis', 'Comprehensive EGFR panel'])('%s gives its rows no gene', (test) => {
    expect(read(test, [['L858R', 'Detected']]).filter((line) => /^[A-Z]/.test(line))).toEqual([]);
  });
});

describe('several answers of one test', () => {
  const answered = (test: string, value: string): string[] =>
    readPatient(bundle(patient, observation('o', words(test), { valueString: value })), { asOf: AS_OF, vocabulary })
      .facts.variants.map(({ gene, names, pHgvs, presence }) => `${gene} ${pHgvs ?? names[0] ?? ''} ${presence}`)
      .toSorted();

  it('a change without a gene is of the gene that no other part names', () => {
    expect(answered('BTK/PLCG2', 'C481S; PLCG2 wild type')).toContainEqual(expect.stringMatching(/^BTK .*C(?:ys)?481S(?:er)? present$/));
  });

  it.each(['Amplification detected; exon 14 skipping not detected', 'exon 14 skipping not detected; amplification detected'])(
    'MET %s: the skipping was looked for',
    (value) => {
      expect(answered('MET', value)).toEqual([
        expect.stringMatching(/^MET amplification detected present$/i) as string,
        expect.stringMatching(/^MET exon 14 skipping.* absent$/) as string,
      ]);
    },
  );
});
