/** Changes and traits of a pharmacogene that the record's lists name: stated, told, or said of somebody else. */
import { problem, situation, type Situation } from './situation.ts';

export const RECORD_CHANGES: readonly Situation[] = [
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
