/** Card and panel offer the same drugs in place of an ordered one: each row is one order through both. */
import { describe, expect, it } from 'vitest';
import { readReport } from '../../smart-app/data/read-report.ts';
import { choicesOffered } from '../../smart-app/view/fit-choices.ts';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { biomarker, order, patient, protein, tumour } from './facts.ts';
import { orderSignCards, reportOf } from './report.ts';

const colorectal = [tumour('COADREAD')];
const lung = [tumour('LUAD')];
const CASES: readonly (readonly [string, PatientFacts, readonly string[]])[] = [
  [
    'KRAS G12D and MSI-H, cetuximab: nivolumab alone is labelled after chemotherapy that the chart does not show, the others are not',
    patient({
      tumours: colorectal,
      variants: [protein('KRAS', 'p.Gly12Asp')],
      biomarkers: [biomarker('MSI', 'high')],
      medications: [order('cetuximab')],
    }),
    ['Replace cetuximab by nivolumab with ipilimumab', 'Replace cetuximab by pembrolizumab'],
  ],
  [
    'exon 19 deletion with T790M, erlotinib: every choice is labelled for a later line, so the condition stands on the button',
    patient({
      tumours: lung,
      variants: [protein('EGFR', 'p.Glu746_Ala750del'), protein('EGFR', 'p.Thr790Met')],
      medications: [order('erlotinib')],
    }),
    [
      'Replace erlotinib by osimertinib (label: after an EGFR inhibitor)',
      'Replace erlotinib by amivantamab with carboplatin and pemetrexed (label: after an EGFR inhibitor)',
    ],
  ],
  [
    'exon 20 insertion, osimertinib: no platinum is on file, so nothing that is labelled after it has a button',
    patient({ tumours: lung, variants: [protein('EGFR', 'p.Ala767_Val769dup')], medications: [order('osimertinib')] }),
    ['Replace osimertinib by amivantamab with carboplatin and pemetrexed (label: first line)'],
  ],
  ['nothing tested, osimertinib: a test is offered, no other drug', patient({ tumours: lung, medications: [order('osimertinib')] }), []],
];

describe('what is offered in place of an order', () => {
  it.each(CASES)('%s', (_, facts, expected) => {
    const cards = orderSignCards(facts);
    const onCards = cards
      .flatMap(({ suggestions }) => suggestions.map(({ label }) => label))
      .filter((label) => !label.startsWith('Order '));
    const { report } = readReport(reportOf(facts));
    const inPanel = report.fits.flatMap((fit) =>
      choicesOffered(fit).map(({ name, keepsOrder, condition }) => {
        const [first, ...partners] = name.split(' + ');
        const regimen = partners.length === 0 ? first : `${first} with ${partners.join(' and ')}`;
        const act = keepsOrder === true ? `Complete ${fit.drug.name} to` : `Replace ${fit.drug.name} by`;
        return `${act} ${regimen}${condition === undefined ? '' : ` (label: ${condition})`}`;
      }),
    );
    expect(inPanel).toEqual(expected);
    expect(onCards).toEqual(expected);
  });
});
