/** Opening the chart of a patient who takes a cancer drug against which a finding speaks. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, condition, lines, type Resource } from './board.ts';

const LUNG = 'Lung adenocarcinoma, stage IV';
const COLON = 'Colorectal adenocarcinoma, stage IV';
const BREAST = 'Breast cancer, stage IV';
const variant = (gene: string, change: string) => assessment(['48018-6', gene], ['48005-3', change]);
const statement = (drug: string, status = 'active'): Resource => ({
  resourceType: 'MedicationStatement',
  id: `statement-${drug}`,
  status,
  subject: { reference: 'Patient/p' },
  medicationCodeableConcept: { text: drug },
});
const order = (drug: string): Resource => ({
  resourceType: 'MedicationRequest',
  id: `order-${drug}`,
  status: 'active',
  intent: 'order',
  authoredOn: '2026-03-01',
  subject: { reference: 'Patient/p' },
  medicationCodeableConcept: { text: drug },
});
const T790M = [variant('EGFR', 'p.Leu858Arg'), variant('EGFR', 'p.Thr790Met')];
const ESR1 = [...lines([['ER', 'Positive'], ['HER2', 'Negative']]), variant('ESR1', 'p.Asp538Gly')]; // prettier-ignore

describe('a drug that is taken and is not expected to work', () => {
  it.each<[string, string, readonly Resource[], RegExp, RegExp]>([
    ['gefitinib with T790M, by a statement', LUNG, [...T790M, statement('gefitinib')], /^EGFR T790M: gefitinib, on the medication list, is not expected to work; consider osimertinib$/, /\*\*Taken now:\*\* Gefitinib: level B evidence of resistance: EGFR T790M\./],
    ['gefitinib with T790M, by an active order', LUNG, [...T790M, order('gefitinib')], /^EGFR T790M: gefitinib, on the medication list, is not expected to work/, /\*\*Taken now:\*\* Gefitinib/],
    ['cetuximab with KRAS G12V', COLON, [variant('KRAS', 'p.Gly12Val'), statement('cetuximab')], /^KRAS G12V: cetuximab, on the medication list, is not expected to work$/, /Cetuximab: level A evidence of resistance/],
    ['letrozole with ESR1 D538G', BREAST, [...ESR1, statement('letrozole')], /^ESR1 D538G: letrozole, on the medication list, is expected to work less well/, /reduced sensitivity/],
  ])('%s leads the card', (_, tumour, chart, summary, detail) => {
    const { opening } = board([condition(tumour)], chart);
    expect(opening?.indicator).toBe('warning');
    expect(opening?.summary).toMatch(summary);
    expect(opening?.detail).toMatch(detail);
  }); // prettier-ignore

  it('by an order and a statement: one sentence', () => {
    const { opening } = board([condition(LUNG)], [...T790M, order('gefitinib'), statement('gefitinib')]);
    expect(opening?.detail.match(/Gefitinib:/g)).toHaveLength(1);
  });
  it('a finding that is new leads with the drug that is taken, since when, and what could be given instead', () => {
    const late = { ...T790M[1], effectiveDateTime: '2026-08-01' } as Resource;
    const early = { ...T790M[0], effectiveDateTime: '2025-02-01' } as Resource;
    const home = { ...statement('gefitinib'), effectivePeriod: { start: '2025-03-01' } };
    const { opening } = board([condition(LUNG)], [early, late, home]);
    expect(opening?.summary).toBe('New EGFR T790M: gefitinib, on the medication list, is not expected to work; consider osimertinib');
    expect(opening?.detail).toContain('Gefitinib (since 1 Mar 2025): level B evidence of resistance: EGFR T790M.');
    expect(opening?.panelTarget).toEqual({ view: 'drugs', id: 'oncology:gefitinib:contradicted' });
    expect(board([condition(LUNG)], [early, late]).opening?.summary).toMatch(/^New EGFR T790M: resistance to /);
    expect(board([condition(LUNG)], [early, late]).opening?.panelTarget).toEqual({ view: 'tumour' });
  });
  it.each<[string, string, readonly Resource[]]>([
    ['given before and ended', COLON, [variant('KRAS', 'p.Gly12Val'), statement('cetuximab', 'completed')]],
    ['entered in error', COLON, [variant('KRAS', 'p.Gly12Val'), statement('cetuximab', 'entered-in-error')]],
    ['said not to be taken', COLON, [variant('KRAS', 'p.Gly12Val'), statement('cetuximab', 'not-taken')]],
    [
      'taken by another patient',
      COLON,
      [variant('KRAS', 'p.Gly12Val'), { ...statement('cetuximab'), subject: { reference: 'Patient/other' } }],
    ],
    ['never taken', COLON, [variant('KRAS', 'p.Gly12Val')]],
    [
      'its partner is what the label has with it',
      COLON,
      [variant('BRAF', 'p.Val600Glu'), statement('cetuximab'), statement('encorafenib')],
    ],
    ['the drug for the finding', LUNG, [...T790M, statement('osimertinib')]],
  ])('%s: nothing of the medication list', (_, tumour, chart) => {
    const { opening } = board([condition(tumour)], chart);
    expect(opening?.indicator).toBe('info');
    expect(opening?.summary).not.toContain('medication list');
    expect(opening?.detail).not.toContain('Taken now');
  });
  it('an order of another drug is told nothing of it', () => {
    const { summaries } = board([condition(LUNG)], [...T790M, statement('gefitinib')], 'osimertinib');
    expect(summaries).toEqual([]);
  });
});

describe('a drug that is taken and approved for the finding', () => {
  const L858R = [variant('EGFR', 'p.Leu858Arg')];
  const V600E = [variant('BRAF', 'p.Val600Glu')];
  it.each<[string, string, readonly Resource[], string]>([
    ['by an active order', LUNG, [...L858R, order('osimertinib')], 'EGFR L858R: osimertinib taken now, approved for this tumour'],
    ['by a statement', LUNG, [...L858R, statement('osimertinib')], 'EGFR L858R: osimertinib taken now, approved for this tumour'],
    ['a pair', COLON, [...V600E, order('encorafenib'), order('cetuximab')], 'BRAF V600E: encorafenib and cetuximab taken now, approved for this tumour'],
  ])('%s: nothing else is offered in the first line', (_, tumour, chart, summary) => {
    expect(board([condition(tumour)], chart).opening?.summary).toBe(summary);
  }); // prettier-ignore
  it('where another choice comes first, both are said', () => {
    const { opening } = board([condition(LUNG)], [...L858R, order('erlotinib')]);
    expect(opening?.summary).toMatch(/^EGFR L858R: osimertinib.* approved for this tumour; erlotinib taken now$/);
    expect(opening?.summary.match(/erlotinib/g)).toHaveLength(1);
  });
  it.each<[string, readonly Resource[]]>([
    ['given before', [...L858R, statement('osimertinib', 'completed')]],
    ['half of a pair', [...V600E, order('encorafenib')]],
    ['not taken', [...L858R, statement('osimertinib', 'not-taken')]],
  ])('%s: it is not taken now', (_, chart) => {
    expect(board([condition(LUNG)], chart).opening?.summary ?? '').not.toContain('taken now');
  });
});
