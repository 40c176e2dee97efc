/** A molecular report is on file that could not be read: no card says that nothing is, none offers the test. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { toCards } from '../../cds-service/cards/index.ts';
import { interpret } from '../../cds-service/interpret.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { board, condition, observation, type Resource } from './board.ts';

const subject = { reference: 'Patient/p' };
const base64 = (text: string): string => btoa(text);
const report = (name: string, rest: Resource): Resource => ({
  resourceType: 'DiagnosticReport',
  id: 'r1',
  status: 'final',
  subject,
  effectiveDateTime: '2026-05-04',
  code: { text: name },
  ...rest,
});
const document = (name: string, rest: Resource = {}): Resource => ({
  resourceType: 'DocumentReference',
  id: 'd1',
  status: 'current',
  subject,
  type: { text: name },
  content: [{ attachment: { contentType: 'application/pdf', url: 'Binary/x' } }],
  ...rest,
});
const WHOLE = 'Gene Alterations\nKRAS G12C\nNo reportable alterations: ALK BRAF EGFR MET RET ROS1';

describe('a molecular report that was not read', () => {
  it.each<[string, Resource]>([
    ['a document', report('FoundationOne CDx', { presentedForm: [{ contentType: 'application/pdf', data: 'AAAA' }] })],
    ['a text that is attached', report('FoundationOne CDx', { conclusion: 'See attached report.' })],
    ['results that are not among the data', report('Molecular pathology', { result: [{ reference: 'Observation/none' }] })],
    ['a document of its own', document('FoundationOne CDx report')],
    ['a line that points elsewhere', observation('o1', { code: { text: 'NGS panel' }, valueString: 'See scanned report' })],
  ])('%s: the card names it and offers no test', (_, resource) => {
    const chart = [{ resourceType: 'Patient', id: 'p', birthDate: '1960-01-01' }, condition('Lung adenocarcinoma'), resource];
    const draft = {
      resourceType: 'MedicationRequest',
      id: 'draft',
      status: 'draft',
      intent: 'order',
      subject,
      medicationCodeableConcept: { text: 'sotorasib' },
    };
    const read = interpret({ resources: [...chart, draft], asOf: '2026-11-21' }, loadKnowledge());
    const [card, ...more] = toCards(read, {
      hook: 'order-sign',
      family: 'oncology',
      orders: ['MedicationRequest/draft'],
      draftOrders: { 'MedicationRequest/draft': draft },
      notChecked: [],
    });
    expect(more).toEqual([]);
    expect(card?.summary).toMatch(/^No readable KRAS result; .*unread: look there before sotorasib$/);
    expect(card?.suggestions).toEqual([]);
  });

  it.each<[string, Resource]>([
    ['attached as plain text', report('NGS report', { presentedForm: [{ contentType: 'text/plain', data: base64(WHOLE) }] })],
    ['in its narrative', report('NGS report', { text: { status: 'generated', div: `<div>${WHOLE.replaceAll('\n', '<br/>')}</div>` } })],
    ['in its conclusion', report('NGS report', { conclusion: 'Detected: KRAS G12C. Not detected: EGFR, BRAF, MET, RET fusions.' })],
    ['in a note', observation('o1', { code: { text: 'Molecular pathology report' }, valueString: 'See note', note: [{ text: WHOLE }] })],
  ])('genes that it names %s were examined', (_, resource) => {
    for (const [drug, gene] of [['sotorasib', 'KRAS'], ['capmatinib', 'MET'], ['osimertinib', 'EGFR']] as const)
      expect(board('Lung adenocarcinoma', [resource], drug).summaries).toEqual([expect.stringMatching(new RegExp(`^${gene} was examined`))]);
  }); // prettier-ignore

  const row = (title: string, gene: string): Resource =>
    observation('o1', {
      code: { text: title },
      component: [
        { code: { text: 'Gene' }, valueString: gene },
        { code: { text: 'Read counts' }, valueString: '1234' },
      ],
    });

  it.each<[string, Resource, string]>([
    ['one name', row('Gene fusions (RNA)', 'EML4-ALK'), 'alectinib'],
    ['one name with exons', row('Gene fusions (RNA)', 'EML4(13) - ALK(20)'), 'alectinib'],
    ['one name under a title that says nothing', row('Row 3', 'EML4/ALK'), 'alectinib'],
  ])('both partners of a fusion in the gene column, %s, were examined', (_, resource, drug) => {
    expect(board('Lung adenocarcinoma', [resource], drug).summaries).toEqual([expect.stringMatching(/^ALK was examined/)]);
  });

  it.each(['EGFR Mut Analysis', 'EGFR Mut Anal'])('%s, shortened as laboratories do, is the test of EGFR', (title) => {
    const scanned = observation('o1', { code: { text: title }, valueString: 'See scanned document' });
    expect(board('Lung adenocarcinoma', [scanned], 'osimertinib').summaries).toEqual([expect.stringMatching(/^EGFR was examined/)]);
  });

  it.each<[string, Resource]>([
    ['a pharmacogenomic report', report('Pharmacogenomics panel', { presentedForm: [{ contentType: 'application/pdf', data: 'AAAA' }] })],
    ['a carrier screen', document('Genetic carrier screening')],
    ['a chest radiograph', document('Chest X-ray report')],
    ['a report that was withdrawn', report('FoundationOne CDx', { status: 'entered-in-error' })],
    ['a report that came to nothing', report('FoundationOne CDx', { conclusion: 'Test not performed: insufficient tumor content (QNS).' })],
    ['a histology report', report('Surgical pathology', { conclusion: 'Adenocarcinoma, grade 2.' })],
  ])('%s is not where KRAS stands', (_, resource) => {
    expect(board('Lung adenocarcinoma', [resource], 'sotorasib').summaries).toEqual([
      'No KRAS result on file: test before sotorasib',
    ]);
  }); // prettier-ignore

  it('a stain is asked for beside a report of genes', () => {
    const sequenced = report('FoundationOne CDx', { presentedForm: [{ contentType: 'application/pdf', data: 'AAAA' }] });
    expect(board('Breast cancer', [sequenced], 'trastuzumab').summaries).toEqual(['No HER2 result on file: test before trastuzumab']);
  });
});
