/**
 * Texts made to be slow: the longest that is read of a field, filled with one piece over and over. A pattern that starts anew at each place
 * takes seconds for them, and a body holds hundreds. Each of these took one to three seconds once, or stands for a kind of field.
 */
import { describe, expect, it } from 'vitest';
import { interpret } from '../../cds-service/interpret.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { processorTime } from '../cost.ts';

const knowledge = loadKnowledge();
const LENGTH = 19_900;
const MOST_MS = 800;
const filled = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
const subject = { reference: 'Patient/p' };
const result = (name: string, value: string): object => ({
  resourceType: 'Observation',
  id: 'o',
  status: 'final',
  subject,
  code: { text: name },
  valueString: value,
});

const FIELDS: Readonly<Record<string, (text: string) => object>> = {
  'a result between the gene and its change': (text) => result('EGFR mutation analysis', `EGFR ${text} L858R`),
  'a percentage behind its name': (text) => result('PD-L1 TPS', `TPS ${text} %`),
  'the activity of an enzyme': (text) => result('DPYD', `c.1905+1G>A ${text}`),
  'a fusion': (text) => result('ALK fusion', `EML4${text}ALK`),
  'a percentage': (text) => result('PD-L1 TPS', text),
  'a variant assessment': (text) => ({
    ...result('', `BRCA ${text} x`),
    code: { coding: [{ system: 'http://loinc.org', code: '69548-6' }] },
  }),
  'a stain': (text) => result('HER2', `3+ ${text} positive`),
  'a repair protein': (text) => result('Mismatch repair IHC', `loss ${text} intact`),
  'a karyotype': (text) => result('Karyotype', `46,XX,t(9;22)(q34;q11) ${text} not detected`),
  'a number of mutations': (text) => result('Tumor mutation burden', text),
  'a genotype': (text) => result('CYP2C19 genotype', `*1/*2 ${text}`),
  'the name of a test': (text) => result(`ALK ${text}`, 'positive'),
  'a report': (text) => ({ resourceType: 'DiagnosticReport', id: 'd', status: 'final', subject, code: { text: 'NGS' }, conclusion: text }),
  'a diagnosis': (text) => ({ resourceType: 'Condition', id: 'c', subject, code: { text: `lung adenocarcinoma ${text}` } }),
  'a gene on the problem list': (text) => ({ resourceType: 'Condition', id: 'c', subject, code: { text: `RYR1 ${text}` } }),
  'a drug': (text) => ({
    resourceType: 'MedicationRequest',
    id: 'm',
    status: 'draft',
    intent: 'order',
    subject,
    medicationCodeableConcept: { text: `clopidogrel ${text}` },
    dosageInstruction: [{ text, route: { text } }],
  }),
};
const PIECES = [
  'a',
  '1',
  ' ',
  '\t',
  '\n',
  ' \n',
  ', ',
  ',',
  ';',
  'a,',
  '[a]',
  ':',
  '_',
  '≥',
  '“',
  'ﬁ',
  '-',
  '(',
  'c.',
  '1 ',
  '*1/',
  'ALK-',
  't(9;22)',
  'p.V600E ',
  'not detected ',
  'a:b ',
  '1.',
  'metabolizer ',
  'N',
];

describe('texts made to be slow', () => {
  it.each(Object.entries(FIELDS))('%s', (_name, make) => {
    const slow = PIECES.flatMap((piece) => {
      const resources = { resourceType: 'Bundle', entry: [{ resource: make(filled(piece)) }] };
      const once = (): unknown => interpret({ resources, patientId: 'p', asOf: '2026-11-21', trials: null }, knowledge);
      const milliseconds = processorTime(MOST_MS, () => void once());
      return milliseconds > MOST_MS ? [[piece, milliseconds]] : [];
    });
    expect(slow).toEqual([]);
  });
});
