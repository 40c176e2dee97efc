import { describe, expect, it } from 'vitest';
import type { PatientReport } from '../../report/types.ts';
import type { CardContext } from '../types.ts';
import { unrecognisedCard } from './unrecognised-card.ts';

function orderLine(text: string, draft: object = {}): string | undefined {
  const order = { reference: 'MedicationRequest/1', status: 'draft', text, systemic: null, ingredients: [] };
  const report = { orders: [order], pgx: { genes: [{ gene: 'CYP2C19' }] } } as unknown as PatientReport;
  const context = { orders: [order.reference], family: 'pgx', draftOrders: { [order.reference]: draft } } as unknown as CardContext;
  return unrecognisedCard(report, context)?.detail?.split('\n')[0];
}

describe('the order that was not recognised, in the words of its card', () => {
  it.each([
    ['a name', 'Mistletoe extract', '**Order:** Mistletoe extract.'],
    ['a name with its own full stop', 'Vitamin drops as dir. ', '**Order:** Vitamin drops as dir.'],
    ['no name', ' ', '**Order:** without text.'],
    [
      'a long name is cut between words, with the cut to be seen and no gap before a full stop',
      'Hydrochlorothiazid-Acetylsalicylsäure-Kombinationsfilmtabletten mit veränderter Wirkstofffreisetzung 12,5 mg',
      '**Order:** Hydrochlorothiazid-Acetylsalicylsäure-Kombinationsfilmtabletten mit veränderter …',
    ],
    ['a cut leaves no comma behind', `${'Kombination '.repeat(6)}Tee, unbekannter`, `**Order:** ${'Kombination '.repeat(6)}Tee …`],
    ['one endless word is cut where it must, never inside a character', '💊'.repeat(200), `**Order:** ${'💊'.repeat(80)} …`],
  ])('%s', (_, text, line) => expect(orderLine(text)).toBe(line));
});

describe('an order that names no drug of its own', () => {
  const said = 'clopidogrel 75 mg daily';
  const shown = `**Order:** no drug named; beside it stands: ${said}.`;
  it.each<[string, object, string]>([
    ['the instruction', { dosageInstruction: [{ text: said }], note: [{ text: 'as before' }] }, shown],
    ['the note', { dosageInstruction: [{}, 'x'], note: [{ text: said }] }, shown],
    ['a note of an older version', { note: said }, shown],
    ['the narrative, without its marks', { text: { div: `<div xmlns="x"><p>${said}</p></div>` } }, shown],
    ['nothing', { dosageInstruction: null, note: 7, text: 'x' }, '**Order:** without text.'],
  ])('%s is shown, and nothing is read from it', (_, draft, line) => expect(orderLine('', draft)).toBe(line));
  it('beside a name it is not repeated', () => expect(orderLine('Xyz', { note: [{ text: said }] })).toBe('**Order:** Xyz.'));
});

describe('an order by a code alone', () => {
  it.each(['NDC 0093-0050-01', 'pzn code 06312077', 'code 12345', 'dmd.nhs.uk code 391'])('%s: the card says why', (text) => {
    const order = { reference: 'MedicationRequest/1', status: 'draft', text, systemic: null, ingredients: [] };
    const report = { orders: [order], pgx: { genes: [{ gene: 'CYP2C19' }] } } as unknown as PatientReport;
    const context = { orders: [order.reference], family: 'pgx', draftOrders: {} } as unknown as CardContext;
    expect(unrecognisedCard(report, context)?.detail).toContain('named by a code alone');
  });
});

describe('a drug that is not known, and no result but one that could not be used', () => {
  const said = (warning: Partial<PatientReport['warnings'][number]>): boolean => {
    const order = { reference: 'MedicationRequest/1', status: 'draft', text: 'Mistletoe extract', systemic: null, ingredients: [] };
    const warnings = [{ code: 'unparsed', message: 'as its reader says it', reference: 'Observation/1', ...warning }];
    const report = {
      orders: [order],
      pgx: { genes: [] },
      oncology: { variants: [], biomarkers: [] },
      warnings,
    } as unknown as PatientReport;
    const context = { orders: [order.reference], family: 'pgx', draftOrders: {}, notChecked: [] } as unknown as CardContext;
    return unrecognisedCard(report, context) !== undefined;
  };
  it.each([
    ['of a gene or a tumour', { genomic: true }, true],
    ['of the laboratory', {}, false],
    ['of a gene on the problem list', { genomic: true, reference: 'Condition/1' }, false],
    ['still preliminary, or entered in error', { genomic: true, code: 'not-final' }, false],
    ['a note on the test', { genomic: true, code: 'not-used' }, false],
  ] as const)('%s', (_, warning, told) => expect(said(warning)).toBe(told));
});

describe('an order of which one part was not recognised', () => {
  const part = {
    reference: 'MedicationRequest/1',
    status: 'draft',
    text: 'simva/ezetimibe 20-10',
    systemic: null,
    ingredients: [{ name: 'ezetimibe' }],
  };
  const card = (warnings: readonly unknown[]) =>
    unrecognisedCard(
      { orders: [part], pgx: { genes: [{ gene: 'SLCO1B1' }] }, warnings } as unknown as PatientReport,
      { orders: [part.reference], family: 'pgx', draftOrders: {} } as unknown as CardContext,
    );

  it('is told with what was checked', () => {
    const told = card([{ code: 'unknown-drug', message: '', reference: part.reference }]);
    expect(told?.summary).toBe('Order checked in part: a drug in it was not recognised');
    expect(told?.detail).toContain('simva/ezetimibe 20-10. Only ezetimibe was recognised in it.');
    expect(told?.detail).toContain('What is written beside it, if it is a drug, was not checked.');
  });

  it('one that was understood is silent', () => {
    expect(card([{ code: 'conflict', message: '', reference: part.reference }])).toBeUndefined();
    expect(card([{ code: 'unknown-drug', message: '', reference: 'MedicationRequest/2' }])).toBeUndefined();
  });
});
