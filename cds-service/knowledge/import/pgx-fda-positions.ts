/**
 * FDA's dose rules by genotype, as facts: figures and conditions only. Labels as published on DailyMed (set id and version
 * date per row) and FDA's table of pharmacogenetic associations of 2026-09-10, read in a public transcription of 2026-10-10.
 */
import type { ActionClass, DoseFigures, Guideline, Recommendation } from '../pgx/types.ts';
import { recommendationId } from '../pgx/stored.ts';

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
    drug: 'aripiprazole',
    gene: 'CYP2D6',
    key: 'phenotype',
    values: ['Poor Metabolizer'],
    action: 'decrease-dose',
    dose: { factor: 0.5, appliesTo: 'standard-dose' },
    label: 'c040bd1d-45b7-49f2-93ea-aed7220b30ac',
    date: '2025-02-03',
    tags: ['a quarter with a strong CYP3A4 inhibitor', 'no adjustment as add-on in major depression'],
  },
  {
    drug: 'brexpiprazole',
    gene: 'CYP2D6',
    key: 'phenotype',
    values: ['Poor Metabolizer'],
    action: 'decrease-dose',
    dose: { factor: 0.5, appliesTo: 'standard-dose' },
    label: '2d301358-6291-4ec1-bd87-37b4ad9bd850',
    date: '2026-05-28',
    tags: ['a quarter with a strong or moderate CYP3A4 inhibitor'],
  },
  {
    drug: 'iloperidone',
    gene: 'CYP2D6',
    key: 'phenotype',
    values: ['Poor Metabolizer'],
    action: 'decrease-dose',
    dose: { factor: 0.5, appliesTo: 'standard-dose' },
    label: '33f60b40-3fca-11de-8f56-0002a5d5c51b',
    date: '2026-05-13',
  },
  {
    drug: 'valbenazine',
    gene: 'CYP2D6',
    key: 'phenotype',
    values: ['Poor Metabolizer'],
    action: 'decrease-dose',
    dose: { startMgPerDay: [40, 40], maxDailyMg: 40 },
    label: '4c970164-cafb-421f-9eb5-c226ef0a3417',
    date: '2026-04-22',
  },
  {
    drug: 'deutetrabenazine',
    gene: 'CYP2D6',
    key: 'phenotype',
    values: ['Poor Metabolizer'],
    action: 'decrease-dose',
    dose: { maxDailyMg: 36 },
    label: '7ea3c60a-45c7-44cc-afc2-d87fa53993c0',
    date: '2025-03-24',
  },
  {
    drug: 'tetrabenazine',
    gene: 'CYP2D6',
    key: 'phenotype',
    values: ['Poor Metabolizer'],
    action: 'decrease-dose',
    dose: { maxDailyMg: 50, mentioned: ['25 mg single dose'] },
    label: 'ac768bab-8afa-4446-bc7f-caeeffec0cda',
    date: '2022-08-05',
  },
  {
    drug: 'tetrabenazine',
    gene: 'CYP2D6',
    key: 'phenotype',
    values: ['Normal Metabolizer', 'Intermediate Metabolizer'],
    action: 'standard',
    dose: { maxDailyMg: 100, mentioned: ['37.5 mg single dose'] },
    label: 'ac768bab-8afa-4446-bc7f-caeeffec0cda',
    date: '2022-08-05',
  },
  {
    drug: 'pimozide',
    gene: 'CYP2D6',
    key: 'phenotype',
    values: ['Poor Metabolizer'],
    action: 'decrease-dose',
    population: 'adults',
    dose: { maxDailyMg: 4 },
    label: '70b079e2-a1f7-4a93-8685-d60a4d7c1280',
    date: '2026-09-07',
    tags: ['no increase earlier than after 14 days'],
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
    drug: 'pitolisant',
    gene: 'CYP2D6',
    key: 'phenotype',
    values: ['Poor Metabolizer'],
    action: 'decrease-dose',
    population: 'adults',
    dose: { startMgPerDay: [8.9, 8.9], maxDailyMg: 17.8 },
    label: '8daa5562-824e-476c-9652-26ceef3d4b0e',
    date: '2026-02-26',
  },
  { drug: 'codeine', gene: 'CYP2D6', key: 'phenotype', values: ['Ultrarapid Metabolizer'], action: 'avoid', date: '2026-02-05' },
  {
    drug: 'eliglustat',
    gene: 'CYP2D6',
    key: 'phenotype',
    values: ['Normal Metabolizer', 'Intermediate Metabolizer'],
    action: 'standard',
    dose: { startMgPerDay: [168, 168], frequency: 'twice daily' },
    label: '819f828a-b888-4e46-83fc-94d774a28a83',
    date: '2024-03-11',
    tags: ['depends on CYP2D6/CYP3A inhibitor co-medication, liver and kidney function'],
  },
  {
    drug: 'eliglustat',
    gene: 'CYP2D6',
    key: 'phenotype',
    values: ['Poor Metabolizer'],
    action: 'decrease-dose',
    dose: { factor: 0.5, appliesTo: 'standard-dose', startMgPerDay: [84, 84], frequency: 'once daily' },
    label: '819f828a-b888-4e46-83fc-94d774a28a83',
    date: '2024-03-11',
    tags: ['depends on CYP2D6/CYP3A inhibitor co-medication, liver and kidney function'],
  },
  {
    drug: 'eliglustat',
    gene: 'CYP2D6',
    key: 'phenotype',
    values: ['Ultrarapid Metabolizer'],
    action: 'avoid',
    label: '819f828a-b888-4e46-83fc-94d774a28a83',
    date: '2024-03-11',
    tags: ['concentrations may be too low to work'],
  },
  {
    drug: 'eliglustat',
    gene: 'CYP2D6',
    key: 'phenotype',
    values: ['Indeterminate'],
    action: 'no-recommendation',
    label: '819f828a-b888-4e46-83fc-94d774a28a83',
    date: '2024-03-11',
  },
  {
    drug: 'citalopram',
    gene: 'CYP2C19',
    key: 'phenotype',
    values: poor,
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
    drug: 'siponimod',
    gene: 'CYP2C9',
    key: 'genotype',
    values: ['*1/*1', '*1/*2', '*2/*2'],
    action: 'standard',
    dose: { targetMgPerDay: 2 },
    label: '44492772-5aed-4627-bd85-e8e89f308bb3',
    date: '2026-07-10',
  },
  {
    drug: 'siponimod',
    gene: 'CYP2C9',
    key: 'genotype',
    values: ['*1/*3', '*2/*3'],
    action: 'decrease-dose',
    dose: { factor: 0.5, appliesTo: 'maintenance-dose', targetMgPerDay: 1 },
    label: '44492772-5aed-4627-bd85-e8e89f308bb3',
    date: '2026-07-10',
  },
  {
    drug: 'siponimod',
    gene: 'CYP2C9',
    key: 'genotype',
    values: ['*3/*3'],
    action: 'avoid',
    label: '44492772-5aed-4627-bd85-e8e89f308bb3',
    date: '2026-07-10',
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
