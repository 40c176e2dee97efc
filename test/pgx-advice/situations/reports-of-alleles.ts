/** Alleles and changes found each for itself: listed in a report's words with their answers, or as rows that may be one allele together. */
import { line, situation, type Situation } from './situation.ts';
import { words } from '../../reading/resources.ts';

let counter = 0;
const report = (test: string, conclusion: string) => ({
  resourceType: 'DiagnosticReport',
  id: `alleles${String((counter += 1))}`,
  status: 'final',
  code: words(test),
  subject: { reference: 'Patient/p1' },
  conclusion,
});
const PANEL = 'Pharmacogenomics panel';

const said = (test: string, conclusion: string, drug: string, cards: Situation['cards']): Situation =>
  situation(`a report says: ${conclusion}`, [report(test, conclusion)], [drug], cards);

export const REPORTS_OF_ALLELES: readonly Situation[] = [
  said('MT-RNR1 genotyping', 'MT-RNR1: m.1555A>G detected, m.1494C>T not detected', 'gentamicin', [
    ['critical', /MT-RNR1 .*avoid gentamicin/],
  ]),
  said('MT-RNR1 genotyping', 'm.1555A>G detected; m.1494C>T not detected', 'gentamicin', [['critical', /MT-RNR1 .*avoid gentamicin/]]),
  said('MT-RNR1 genotyping', 'm.1555A>G not detected; m.1494C>T detected', 'gentamicin', [['critical', /MT-RNR1 .*avoid gentamicin/]]),
  said(PANEL, 'TPMT: *2 present, *3A absent', 'azathioprine', [['warning', /TPMT result not exact: lower azathioprine/]]),
  said(PANEL, 'TPMT: *2 not detected; *3A detected', 'azathioprine', [['warning', /TPMT result not exact: lower azathioprine/]]),
  said('TPMT genotype', '*2 not detected. *3A detected, heterozygous. *3B not detected. *3C not detected.', 'azathioprine', [
    ['warning', /TPMT intermediate metabolizer: lower azathioprine/],
  ]),
  said('CYP2C19 genotype', '*2: homozygous. *3: not detected. *17: not detected.', 'clopidogrel', [
    ['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/],
  ]),
  said(PANEL, 'DPYD: c.1905+1G>A heterozygous; c.2846A>T not detected; c.1679T>G not detected', 'capecitabine', [
    ['warning', /DPYD intermediate metabolizer: lower capecitabine/],
  ]),
  said('DPYD genotype', 'Patient is heterozygous for c.1905+1G>A (*2A); other variants were not detected.', 'capecitabine', [
    ['warning', /DPYD intermediate metabolizer: lower capecitabine/],
  ]),
  said(PANEL, 'The DPYD variants tested are c.1905+1G>A and c.2846A>T', 'capecitabine', [['info', /DPYD result could not be interpreted/]]),
  said('Invitae Pharmacogenomics', 'DPYD: c.1905+1G>A (Splice donor), heterozygous. INTERMEDIATE METABOLIZER.', 'capecitabine', [
    ['warning', /DPYD intermediate metabolizer: lower capecitabine/],
  ]),
  situation(
    'a splice donor variant is a place in the gene, no donor',
    [line('DPYD', 'c.1905+1G>A splice site donor variant, heterozygous')],
    ['capecitabine 1500 mg'],
    [['warning', /DPYD intermediate metabolizer: lower capecitabine/]],
  ),
  said(PANEL, 'DPYD: donor c.1905+1G>A heterozygous', 'capecitabine', [['info', /No DPYD result on file: test/]]),
  said(PANEL, 'This individual is homozygous for the CYP2C19*2 allele.', 'clopidogrel', [['warning', /CYP2C19 poor metabolizer: avoid/]]),
  said(PANEL, 'MT-RNR1: increased risk of aminoglycoside-induced hearing loss (m.1555A>G)', 'gentamicin', [
    ['critical', /MT-RNR1 .*avoid gentamicin/],
  ]),
  situation(
    'a change in brackets behind its trait',
    [line('MT-RNR1', 'increased risk of aminoglycoside-induced hearing loss (m.1555A>G)')],
    ['gentamicin 80 mg'],
    [['critical', /MT-RNR1 .*avoid gentamicin/]],
  ),
  said(PANEL, 'MT-RNR1: no increased risk of aminoglycoside-induced hearing loss', 'gentamicin', [['info', /MT-RNR1 result could not/]]),
  said(PANEL, 'RYR1: c.7300G>A heterozygous, malignant hyperthermia susceptibility', 'sevoflurane', [['critical', /avoid sevoflurane/]]),
  situation('CYP2D6 *36x2+*10: two copies of *36 beside *10', [line('CYP2D6', '*36x2+*10/*41')], ['codeine 30 mg'], [], {
    genes: { CYP2D6: 'Intermediate Metabolizer' },
  }),
  ...['No Result', 'Unknown/Unknown', '?/?', 'Not called'].map((answer) =>
    situation(`CYP2D6 ${answer}: the test gave no result`, [line('CYP2D6 genotype', answer)], ['codeine 30 mg'], [['info', /CYP2D6/]], {
      says: /The test gave no result/,
    }),
  ),
  ...['Uracil (DPD phenotyping)', 'Phénotypage DPD', 'DPD phenotyping', 'UH2/U ratio', 'Dihydrouracil/uracil ratio'].map((name) =>
    situation(`${name}: DPD was looked at`, [line(name, '160 ng/mL')], ['capecitabine 1500 mg'], [['info', /capecitabine/]], {
      never: /No DPYD result/,
    }),
  ),
  said('HLA-B*15:02', '*57:01 detected', 'carbamazepine', [['info', /HLA-B result could not be interpreted/]]),
  situation(
    'TPMT *3B and *3C each found once, nothing said of *3A: most often *1/*3A',
    [line('TPMT*3B', 'Detected'), line('TPMT*3C', 'Detected'), line('NUDT15', '*1/*1')],
    ['azathioprine 150 mg'],
    [['warning', /TPMT result not exact: lower azathioprine/]],
    { says: /\*1\/\\\*3A or \\\*3B\/\\\*3C/ },
  ),
  situation(
    'TPMT *3B and *3C found, *3A looked for and absent',
    [line('TPMT*3B', 'Detected'), line('TPMT*3C', 'Detected'), line('TPMT*3A', 'Not detected'), line('NUDT15', '*1/*1')],
    ['azathioprine 150 mg'],
    [['critical', /TPMT poor metabolizer: choose a drug other than azathioprine/]],
  ),
  situation(
    'TPMT written as either: the advice that holds for both',
    [line('TPMT genotype', '*1/*3A or *3B/*3C'), line('NUDT15', '*1/*1')],
    ['azathioprine 150 mg'],
    [['warning', /TPMT result not exact: lower azathioprine/]],
  ),
  situation(
    'CYP2B6 *4 and *9 are together *6',
    [line('CYP2B6 *4', 'Detected'), line('CYP2B6 *9', 'Detected')],
    ['efavirenz 600 mg'],
    [['warning', /CYP2B6 intermediate metabolizer/]],
  ),
];
