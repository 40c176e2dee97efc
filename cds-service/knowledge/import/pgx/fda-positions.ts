/**
 * FDA's dose rules by genotype that the curated label list (`pgx-clinical`) does not hold, as facts: figures and conditions only. Labels as published on DailyMed (set id and version
 * date per row) and FDA's table of pharmacogenetic associations of 2026-09-10, read in a public transcription of 2026-10-10.
 */
import type { ActionClass, DoseFigures, Guideline, Recommendation } from '../../pgx/types.ts';
import { recommendationId } from '../../pgx/stored.ts';

interface Position {
  readonly drug: string;
  readonly gene: string;
  readonly key: Recommendation['when'][number]['key'];
  readonly values: readonly string[];
  readonly action: ActionClass;
  readonly dose?: DoseFigures;
  readonly population?: string;
  readonly also?: Recommendation['alsoAcceptable'];
  readonly tags?: readonly string[];
  /** DailyMed set id; absent = FDA's table. */
  readonly label?: string;
  readonly date: string;
}

const poor = ['Poor Metabolizer', 'Likely Poor Metabolizer'];
const table = '2026-09-10';

const positions: readonly Position[] = [
  { drug: 'abacavir', gene: 'HLA-B', key: 'allele-status', values: ['*57:01 positive'], action: 'avoid', date: table },
  {
    drug: 'allopurinol',
    gene: 'HLA-B',
    key: 'allele-status',
    values: ['*58:01 positive'],
    action: 'avoid',
    date: '2025-11-17',
    tags: ['not recommended unless the benefit clearly outweighs the risk'],
  },
  {
    drug: 'pimozide',
    gene: 'CYP2D6',
    key: 'phenotype',
    values: ['Poor Metabolizer'],
    action: 'decrease-dose',
    population: 'pediatrics',
    dose: { maxMgPerKgPerDay: 0.05 },
    label: '70b079e2-a1f7-4a93-8685-d60a4d7c1280',
    date: '2026-09-07',
    tags: ['no increase earlier than after 14 days'],
  },
  {
    drug: 'vortioxetine',
    gene: 'CYP2D6',
    key: 'phenotype',
    values: ['Poor Metabolizer'],
    action: 'decrease-dose',
    dose: { maxDailyMg: 10 },
    label: '1a5b68e2-14d0-419d-9ec6-1ca97145e838',
    date: '2025-03-11',
  },
  {
    drug: 'citalopram',
    gene: 'CYP2C19',
    key: 'phenotype',
    values: ['Likely Poor Metabolizer'],
    action: 'decrease-dose',
    dose: { maxDailyMg: 20 },
    label: '4259d9b1-de34-43a4-85a8-41dd214e9177',
    date: '2026-08-20',
  },
  {
    drug: 'clopidogrel',
    gene: 'CYP2C19',
    key: 'phenotype',
    values: [...poor, 'Intermediate Metabolizer', 'Likely Intermediate Metabolizer'],
    action: 'alternative',
    date: table,
    tags: ['another P2Y12 inhibitor; the boxed warning of the label names poor metabolizers'],
  },
  {
    drug: 'pantoprazole',
    gene: 'CYP2C19',
    key: 'phenotype',
    values: poor,
    action: 'decrease-dose',
    population: 'pediatrics',
    date: '2026-05-20',
  },
  {
    drug: 'pantoprazole',
    gene: 'CYP2C19',
    key: 'phenotype',
    values: [...poor, 'Intermediate Metabolizer', 'Likely Intermediate Metabolizer'],
    action: 'standard',
    population: 'adults',
    date: '2026-05-20',
  },
  {
    drug: 'abrocitinib',
    gene: 'CYP2C19',
    key: 'phenotype',
    values: poor,
    action: 'decrease-dose',
    dose: { startMgPerDay: [50, 50], maxDailyMg: 100 },
    date: table,
  },
  {
    drug: 'celecoxib',
    gene: 'CYP2C9',
    key: 'phenotype',
    values: ['Poor Metabolizer'],
    action: 'decrease-dose',
    dose: { factor: 0.5, appliesTo: 'lowest-starting-dose' },
    label: '2d6675e4-5859-4be2-8037-a20ce9f707aa',
    date: '2025-12-18',
  },
  {
    drug: 'tacrolimus',
    gene: 'CYP3A5',
    key: 'phenotype',
    values: ['Normal Metabolizer', 'Intermediate Metabolizer'],
    action: 'monitor',
    date: table,
    tags: ['measure trough concentrations and adjust'],
  },
  {
    drug: 'amifampridine',
    gene: 'NAT2',
    key: 'phenotype',
    values: ['Poor Metabolizer'],
    action: 'decrease-dose',
    dose: { startMgPerDay: [15, 15] },
    date: table,
  },
  {
    drug: 'irinotecan',
    gene: 'UGT1A1',
    key: 'genotype',
    // The label names *28 and *6; *80+*28 is *28 with a further change of unknown function beside it.
    values: ['*28/*28', '*6/*6', '*6/*28', '*28/*80+*28', '*80+*28/*80+*28', '*6/*80+*28'],
    action: 'decrease-dose',
    // Sections 2.3 and 5.3 as changed on 2022-01-27 (NDA 020571, supplement 53; FDA's safety-related labeling changes).
    label: 'e518dfc6-7e93-4fee-a66c-51e1ab71c056',
    date: '2022-01-27',
    tags: ['start at least one dose level lower'],
  },
];

const tableUrl = 'https://www.fda.gov/medical-devices/precision-medicine/table-pharmacogenetic-associations';
const idOf = (position: Position): string => (position.label === undefined ? 'fda-table' : `dailymed-${position.label}`);

export function fdaPositions(rxnorm: (drug: string) => string): { guidelines: Guideline[]; recommendations: Recommendation[] } {
  const recommendations = positions.flatMap((position) =>
    position.values.map((value): Recommendation => {
      const when = [{ gene: position.gene, key: position.key, value }];
      const population = position.population ?? 'general';
      return {
        id: recommendationId({ body: 'FDA', drug: position.drug, when, population }),
        body: 'FDA',
        drug: position.drug,
        rxnorm: rxnorm(position.drug),
        when,
        population,
        strength: 'none',
        action: position.action,
        alsoAcceptable: position.also ?? [],
        ...(position.dose === undefined ? {} : { dose: position.dose }),
        alternatives: [],
        tags: position.tags ?? [],
        guideline: idOf(position),
        asOf: position.date,
      };
    }),
  );
  const guidelines = [...new Set(positions.map(idOf))].map((id): Guideline => {
    const of = positions.filter((position) => idOf(position) === id);
    const [first] = of;
    return {
      id,
      body: 'FDA',
      title: id === 'fda-table' ? 'FDA table of pharmacogenetic associations' : `US label of ${first?.drug ?? ''}`,
      url: first?.label === undefined ? tableUrl : `https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=${first.label}`,
      pmids: [],
      genes: [...new Set(of.map((position) => position.gene))],
      drugs: [...new Set(of.map((position) => position.drug))],
      asOf: first?.date ?? '',
    };
  });
  return { guidelines, recommendations };
}
