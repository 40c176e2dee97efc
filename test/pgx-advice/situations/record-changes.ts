/** Changes and traits of a pharmacogene that the record's lists name: stated, told, or said of somebody else. */
import { flag, line, problem, situation, type Situation } from './situation.ts';

export const RECORD_CHANGES: readonly Situation[] = [
  ...[
    'Clopidogrel - Poor Metabolizer (CYP2C19)',
    'CYP2C19 poor metabolizer - clopidogrel',
    'CYP2C19 Poor Metabolizer (clopidogrel)',
    'Poor metabolizer of clopidogrel (CYP2C19)',
    'Clopidogrel poor metabolizer due to CYP2C19',
    'CYP2C19 poor clopidogrel metabolizer',
  ].flatMap((entry) =>
    [problem(entry), flag(entry), line('Genomic indicator', entry)].map((filed) =>
      situation(
        `${entry}, as ${String(filed['resourceType'])}: the drug takes nothing from the grade`,
        [filed],
        ['clopidogrel 75 mg'],
        [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]],
      ),
    ),
  ),
  ...(
    [
      ['TPMT Intermediate Metabolizer - Thiopurines', 'azathioprine 150 mg', /TPMT intermediate metabolizer: lower/],
      ['SLCO1B1 Decreased Function - Simvastatin', 'simvastatin 40 mg', /SLCO1B1 decreased function: choose/],
      ['UGT1A1 Poor Metabolizer - Irinotecan/Atazanavir', 'irinotecan 180 mg/m2 IV', /UGT1A1 poor metabolizer: lower/],
      ['CYP2D6 Poor Metabolizer - Opioids and TCAs', 'codeine 30 mg', /CYP2D6 poor metabolizer: avoid codeine/],
    ] as const
  ).map(([entry, drug, summary]) => situation(`indicator: ${entry}`, [problem(entry)], [drug], [['warning|info', summary]])),
  ...['CYP2D6 poor metabolizer due to paroxetine', 'Query - CYP2D6 poor metabolizer'].map((entry) =>
    situation(`${entry}: no grade of the gene`, [problem(entry)], ['codeine 30 mg'], [['info', /CYP2D6 result could not be interpreted/]]),
  ),
  ...[
    'm.1555A>G',
    'MT-RNR1 m.1555A>G pathogenic variant',
    'Mitochondrial DNA mutation A1555G',
    'Mitochondrial A1555G mutation with hearing loss',
    'Mitochondrial 1555A>G mutation',
    'Nonsyndromic hearing loss (m.1555A>G)',
    'Hearing loss due to MT-RNR1 m.1494C>T',
  ].map((entry) =>
    situation(
      `${entry}, on the problem list: the change is stated by its name`,
      [problem(entry)],
      ['gentamicin 80 mg'],
      [['critical', /MT-RNR1 .*avoid gentamicin/]],
    ),
  ),
  ...['Mitochondrial non-syndromic sensorineural hearing loss due to MT-RNR1 mutation', 'possible m.1555A>G', 'm.1555A>G testing'].map(
    (entry) =>
      situation(
        `${entry}, on the problem list: told`,
        [problem(entry)],
        ['gentamicin 80 mg'],
        [['info', /MT-RNR1 result could not be interpreted: gentamicin/]],
      ),
  ),
  ...['No m.1555A>G mutation', 'm.1555A>G not detected', 'Family history of m.1555A>G', 'Hearing loss not due to m.1555A>G'].map((entry) =>
    situation(`${entry}: says nothing against gentamicin`, [problem(entry)], ['gentamicin 80 mg'], []),
  ),
  ...['RYR1 c.7300G>A (p.Gly2434Arg)', 'CACNA1S c.520C>T heterozygous'].map((entry) =>
    situation(`${entry}, on the problem list`, [problem(entry)], ['sevoflurane'], [['critical', /avoid sevoflurane/]]),
  ),
  ...['RYR1 c.7300G>A, variant of uncertain significance', 'RYR1 mutation', 'MHS1 (RYR1)'].map((entry) =>
    situation(
      `${entry}, on the problem list: told`,
      [problem(entry)],
      ['sevoflurane'],
      [['info', /RYR1 result could not be interpreted: sevoflurane/]],
    ),
  ),
  ...['RYR1 testing ordered', 'RYR1 sequencing negative', 'Son with RYR1 mutation'].map((entry) =>
    situation(`${entry}: says nothing against sevoflurane`, [problem(entry)], ['sevoflurane'], []),
  ),
];
