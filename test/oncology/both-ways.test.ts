/** The same change found by one result and not by another: what a clinician reads in five seconds. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { amplification, clear, fusion, order, patient, protein, tumour, variant } from './facts.ts';
import { orderSignCards, patientViewCards, reportOf } from './report.ts';

const MAY = '2026-05-03';
const OCTOBER = '2026-10-02';
const absent = (issued: string, parts: Parameters<typeof protein>[2] = {}) => ({ presence: 'absent' as const, issued, ...parts });
const named = (gene: string, name: string, parts: Parameters<typeof variant>[1] = {}) =>
  variant(gene, { kind: 'other', names: [name], ...parts });
const lung = [tumour('LUAD')];
const facts = (variants: PatientFacts['variants'], drug: string, parts: Partial<PatientFacts> = {}): PatientFacts =>
  patient({ tumours: lung, variants, medications: [order(drug)], ...parts });
const L858R = protein('EGFR', 'p.Leu858Arg', { issued: MAY });
const T790M = protein('EGFR', 'p.Thr790Met', { issued: MAY });

describe('an order that rests on a finding another result did not confirm', () => {
  it.each<[string, PatientFacts, string[]]>([
    [
      'found in May, not found in tissue in October',
      facts([L858R, protein('EGFR', 'p.Leu858Arg', absent(OCTOBER))], 'osimertinib'),
      ['EGFR L858R found 3 May 2026, not found 2 Oct 2026: look at both reports before osimertinib'],
    ],
    [
      'on the same day',
      facts([L858R, protein('EGFR', 'p.Leu858Arg', absent(MAY))], 'osimertinib'),
      ['EGFR L858R found 3 May 2026, not found 3 May 2026: look at both reports before osimertinib'],
    ],
    [
      'found in blood, not found in tissue afterwards: each specimen is named',
      facts(
        [
          protein('EGFR', 'p.Leu858Arg', { issued: MAY, specimen: 'Plasma' }),
          protein('EGFR', 'p.Leu858Arg', absent(OCTOBER, { specimen: 'Tumour tissue' })),
        ],
        'osimertinib',
      ),
      ['EGFR L858R found in blood 3 May 2026, not found in tissue 2 Oct 2026: look at both reports before osimertinib'],
    ],
    [
      'circulating tumour DNA without it is no contradiction of the tissue',
      facts([L858R, protein('EGFR', 'p.Leu858Arg', absent(OCTOBER, { specimen: 'Plasma' }))], 'osimertinib'),
      [],
    ],
    [
      'not found first, found later: the newer state of the tumour',
      facts([protein('EGFR', 'p.Leu858Arg', { issued: OCTOBER }), protein('EGFR', 'p.Leu858Arg', absent(MAY))], 'osimertinib'),
      [],
    ],
    [
      'the gene as a whole found clear later',
      facts([L858R, named('EGFR', 'EGFR mutation', absent(OCTOBER))], 'osimertinib'),
      ['EGFR L858R found 3 May 2026, not found 2 Oct 2026: look at both reports before osimertinib'],
    ],
    [
      'nothing else in the gene, on the same day: lines of one panel',
      facts([L858R, named('EGFR', 'EGFR mutation', absent(MAY))], 'osimertinib'),
      [],
    ],
    ['nothing in the rest of the gene', facts([L858R, named('EGFR', 'EGFR, other variants', absent(OCTOBER))], 'osimertinib'), []],
    [
      'the exon found clear later',
      facts(
        [protein('EGFR', 'p.Glu746_Ala750del', { issued: MAY }), named('EGFR', 'EGFR exon 19 deletion', absent(OCTOBER))],
        'osimertinib',
      ),
      ['EGFR E746_A750del found 3 May 2026, not found 2 Oct 2026: look at both reports before osimertinib'],
    ],
    [
      'T790M lost, the exon 19 deletion carries osimertinib all the same',
      facts(
        [protein('EGFR', 'p.Glu746_Ala750del', { issued: MAY }), T790M, protein('EGFR', 'p.Thr790Met', absent(OCTOBER))],
        'osimertinib',
      ),
      [],
    ],
    [
      'resistance that a later biopsy does not show: said, with both days',
      facts([protein('EGFR', 'p.Glu746_Ala750del', { issued: MAY }), T790M, protein('EGFR', 'p.Thr790Met', absent(OCTOBER))], 'erlotinib'),
      ['EGFR T790M found 3 May 2026, not found 2 Oct 2026: if present, erlotinib is not expected to work'],
    ],
    [
      'KRAS mutation lost under treatment, cetuximab',
      facts([protein('KRAS', 'p.Gly12Asp', { issued: MAY }), protein('KRAS', 'p.Gly12Asp', absent(OCTOBER))], 'cetuximab', {
        tumours: [tumour('COADREAD')],
      }),
      ['KRAS G12D found 3 May 2026, not found 2 Oct 2026: if present, cetuximab is not expected to work'],
    ],
    ['sequence of ALK clear says nothing of its fusion', facts([fusion('EML4', 'ALK')], 'alectinib', { tested: [clear('ALK')] }), []],
    [
      'sequence of ERBB2 clear says nothing of its copies',
      facts([amplification('ERBB2')], 'trastuzumab', { tumours: [tumour('IDC')], tested: [clear('ERBB2')] }),
      [],
    ],
    [
      'ALK fusion, then not found',
      facts(
        [
          fusion('EML4', 'ALK', { source: { reference: 'Observation/a', issued: MAY } }),
          named('ALK', 'ALK rearrangement', { kind: 'fusion', ...absent(OCTOBER) }),
        ],
        'alectinib',
      ),
      ['EML4::ALK fusion found 3 May 2026, not found 2 Oct 2026: look at both reports before alectinib'],
    ],
    [
      'transcript of chronic myeloid leukaemia not found any more: remission',
      facts(
        [
          fusion('BCR', 'ABL1', { source: { reference: 'Observation/a', issued: MAY } }),
          fusion('BCR', 'ABL1', { presence: 'absent', source: { reference: 'Observation/b', issued: OCTOBER } }),
        ],
        'imatinib',
        { tumours: [tumour('CML')] },
      ),
      [],
    ],
    [
      'FLT3 in remission under the drug that is taken already',
      facts([named('FLT3', 'FLT3-ITD', { issued: MAY }), named('FLT3', 'FLT3-ITD', absent(OCTOBER))], 'gilteritinib', {
        tumours: [tumour('AML')],
        medications: [
          order('gilteritinib', { role: 'current', status: 'active', source: { reference: 'MedicationRequest/old' } }),
          order('gilteritinib'),
        ],
      }),
      [],
    ],
    [
      'FLT3 at diagnosis and not at relapse, before the drug is begun',
      facts([named('FLT3', 'FLT3-ITD', { issued: MAY }), named('FLT3', 'FLT3-ITD', absent(OCTOBER))], 'gilteritinib', {
        tumours: [tumour('AML')],
      }),
      ['FLT3-ITD found 3 May 2026, not found 2 Oct 2026: look at both reports before gilteritinib'],
    ],
    [
      'inherited test without what the tumour has: it says where the change is from',
      facts(
        [
          protein('BRCA2', 'p.Ser1982fs', { issued: MAY, classification: 'pathogenic' }),
          protein('BRCA2', 'p.Ser1982fs', absent(OCTOBER, { origin: 'germline' })),
        ],
        'rucaparib',
        { tumours: [tumour('PRAD')] },
      ),
      [],
    ],
  ])('%s', (_name, chart, expected) => {
    expect(orderSignCards(chart).map(({ summary }) => summary)).toEqual(expected);
  });

  it('keeps no drug on the buttons that rests on the same finding', () => {
    const chart = facts([protein('KRAS', 'p.Gly12Cys', { issued: MAY }), protein('KRAS', 'p.Gly12Cys', absent(OCTOBER))], 'cetuximab', {
      tumours: [tumour('COADREAD')],
    });
    const [card] = orderSignCards(chart);
    expect(card?.summary).toBe('KRAS G12C found 3 May 2026, not found 2 Oct 2026: if present, cetuximab is not expected to work');
    expect(card?.suggestions).toEqual([]);
  });
});

describe('the card on opening the chart', () => {
  const view = (...variants: PatientFacts['variants']) => patientViewCards(patient({ tumours: lung, variants }))[0];
  it('says both days in its first line', () => {
    expect(view(L858R, protein('EGFR', 'p.Leu858Arg', absent(OCTOBER)))?.summary).toMatch(
      /^EGFR L858R found 3 May 2026, not found 2 Oct 2026: if present, .*osimertinib.* approved for this tumour$/,
    );
  });
  it('says in its detail what blood did not show, and leaves the first line as it is', () => {
    const card = view(L858R, protein('EGFR', 'p.Leu858Arg', absent(OCTOBER, { specimen: 'ctDNA' })));
    expect(card?.summary).toMatch(/^EGFR L858R: .*osimertinib/);
    expect(card?.detail).toContain('EGFR L858R found 3 May 2026, not found in blood 2 Oct 2026, which does not rule it out.');
  });
  it('tells the same of the variant in the report', () => {
    const { oncology } = reportOf(patient({ tumours: lung, variants: [L858R, protein('EGFR', 'p.Leu858Arg', absent(OCTOBER))] }));
    expect(oncology.variants[0]?.bothWays).toMatchObject({ text: 'found 2026-05-03, not found 2026-10-02', unsettled: true });
  });
});
