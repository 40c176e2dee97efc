/** What pathologists write in one line under the title of a panel ("Lung cancer panel: EGFR ex19del VAF 12%", "RAS/BRAF wt"). Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, lines } from './board.ts';

const LUNG = 'Lung adenocarcinoma';
const stated = (title: string, said: string) => {
  const { report } = board(LUNG, lines([[title, said]]), 'docetaxel');
  const found = report.oncology.variants.map(({ name, present }) => `${name} ${present === true ? 'found' : present === false ? 'not found' : 'open'}`);
  return { found, told: report.warnings.map(({ message }) => message).join(' ') };
}; // prettier-ignore

describe.each(['NGS result', 'Lung cancer panel', 'Molekularpathologischer Befund', 'Colorectal cancer hotspot panel'])('%s', (title) => {
  it.each<[string, string[]]>([
    ['EGFR ex19del VAF 12%', ['EGFR exon 19 deletion VAF 12% found']],
    ['EGFR E746_A750del', ['EGFR p.Glu746_Ala750del found']],
    ['KRAS p.G12C, VAF 0.32', ['KRAS p.Gly12Cys found']],
    ['PIK3CA E545K & ESR1 D538G', ['PIK3CA p.Glu545Lys found', 'ESR1 p.Asp538Gly found']],
    ['KRAS G12C + STK11 Q37*', ['KRAS p.Gly12Cys found', 'STK11 p.Gln37Ter found']],
    ['NTRK3 fusion (ETV6-NTRK3)', ['ETV6::NTRK3 fusion found']],
    ['NRG1 fusion CD74-NRG1', ['CD74::NRG1 fusion found']],
    ['ERBB2 amp (copy number 24)', ['ERBB2 amplification found']],
    ['MET amplification, 12 copies', ['MET amplification found']],
    ['RAS/BRAF wt', ['KRAS variant not found', 'NRAS variant not found', 'BRAF variant not found']],
    ['All RAS wild-type', ['KRAS variant not found', 'NRAS variant not found']],
    ['no KRAS mutation; EGFR L858R', ['KRAS variant not found', 'EGFR p.Leu858Arg found']],
    ['NTRK3 fusion (ETV6-NTRK3) not detected', ['ETV6::NTRK3 fusion not found']],
    ['MET not amplified, 3 copies', ['MET amplification not found']],
  ])('%s', (said, found) => {
    expect(stated(title, said).found).toEqual(found);
  });

  it.each([
    ['EGFR mut+', 'EGFR'],
    ['ALK(+)', 'ALK'],
    ['RAS mutated', 'KRAS'],
    ['No KRAS G12C mutation', 'KRAS'],
    ['No KRAS, NRAS or BRAF mutation', 'BRAF'],
    ['KRAS G12C + TP53 not detected', 'KRAS'],
    ['no ERBB2 amp', 'ERBB2'],
    ['kein Nachweis einer EGFR-Mutation', 'EGFR'],
    ['tested: EGFR L858R', 'EGFR'],
    ['suspected EGFR L858R', 'EGFR'],
    ['EGFR L858R, T790M not detected', 'EGFR'],
  ])('%s is told and taken for neither found nor absent', (said, gene) => {
    const { found, told } = stated(title, said);
    expect(found).toEqual([]);
    expect(told).toContain(gene);
  });
});

describe('one denial behind two changes of a gene', () => {
  it.each([
    ['L858R, T790M not detected', []],
    ['L858R and T790M not detected', ['EGFR p.Leu858Arg not found']],
    ['L858R; T790M not detected', ['EGFR p.Leu858Arg found', 'EGFR p.Thr790Met not found']],
  ])('EGFR: %s', (said, found) => {
    expect(stated('EGFR', said).found).toEqual(found);
  });
});

it.each(['Thyroid panel', 'Hereditary cancer panel', 'Lipid panel'])('%s is no title of findings in a tumour', (title) => {
  expect(stated(title, 'BRAF V600E').found).toEqual([]);
});
