/** Holes that were known when this release was compiled: the product says "not covered" there. Looked up 2026-11-21. */
import type { Guideline, KnowledgeGap, PgxGene, Recommendation } from '../../pgx/types.ts';

const changeLog = 'CPIC change log to v1.56.0 (2026-05)';
const api = 'public transcription of the CPIC database, read 2026-10-10';

/** Known from the sources themselves, whatever was imported. */
const stated: readonly KnowledgeGap[] = [
  {
    kind: 'missing-allele',
    genes: ['CYP2C19'],
    items: ['*42'],
    text: 'CYP2C19*42 (2026-02) has no function in the tables used: results with it are indeterminate.',
    source: changeLog,
  },
  {
    kind: 'missing-allele',
    genes: ['SLCO1B1'],
    items: ['*50', '*51', '*52', '*53', '*54', '*55', '*56', '*57', '*58'],
    text: 'SLCO1B1*50–*58 (2025-10) are known by name only; *3, *7, *12, *13, *38 and *46 were withdrawn.',
    source: changeLog,
  },
  { kind: 'missing-allele', genes: ['NAT2'], items: ['*70–*75'], text: 'NAT2*70–*75 are known by name only.', source: changeLog },
  {
    kind: 'missing-allele',
    genes: ['CYP2C9'],
    items: ['*86', '*87', '*88'],
    text: 'CYP2C9*86–*88 are known by name only.',
    source: changeLog,
  },
  {
    kind: 'missing-allele',
    genes: ['CYP2D6'],
    items: ['*150', '*151', '*164–*185'],
    text: 'CYP2D6*150, *151 and *164–*185 have no function in the tables used.',
    source: changeLog,
  },
  {
    kind: 'missing-allele',
    genes: ['TPMT'],
    items: ['*45', '*46', '*47'],
    text: 'TPMT*45–*47 are not in the function table in full.',
    source: changeLog,
  },
  {
    kind: 'note',
    genes: ['NUDT15'],
    items: ['*2'],
    text: 'NUDT15*2 became a sub-allele of *3 (2026-01); results with *2 are read as *3.',
    source: changeLog,
  },
  {
    kind: 'missing-rule',
    genes: ['TPMT'],
    items: ['*8 with any allele but *1'],
    text: 'No phenotype rule for TPMT*8 with another allele than *1: indeterminate.',
    source: 'reference tables',
  },
  {
    kind: 'note',
    genes: ['CYP2D6'],
    drug: 'ondansetron',
    text: 'The ondansetron and tropisetron guideline was updated in 2026; its rows are not public yet. Rows here are of the 2016 guideline.',
    source: api,
  },
  {
    kind: 'note',
    genes: ['CYP2D6'],
    drug: 'tropisetron',
    text: 'The ondansetron and tropisetron guideline was updated in 2026; its rows are not public yet. Rows here are of the 2016 guideline.',
    source: api,
  },
  {
    kind: 'drug-without-rows',
    genes: ['CYP2B6'],
    drug: 'methadone',
    text: 'CPIC has a guideline (2024) without genotype recommendations (pair level C): not covered.',
    source: api,
  },
  {
    kind: 'drug-without-rows',
    genes: ['IFNL3'],
    drug: 'peginterferon alfa-2a',
    text: 'The IFNL3 guideline was retired (2026-05): not covered.',
    source: api,
  },
  {
    kind: 'drug-without-rows',
    genes: ['IFNL3'],
    drug: 'peginterferon alfa-2b',
    text: 'The IFNL3 guideline was retired (2026-05): not covered.',
    source: api,
  },
  {
    kind: 'drug-without-rows',
    genes: ['IFNL3'],
    drug: 'ribavirin',
    text: 'The IFNL3 guideline was retired (2026-05): not covered.',
    source: api,
  },
  {
    kind: 'drug-without-rows',
    genes: ['CYP2C9', 'VKORC1', 'CYP4F2'],
    drug: 'warfarin',
    text: 'CPIC gives an algorithm (2017), no rows: the dose comes from a dosing model, the Dutch guideline and the flow of the guideline.',
    source: 'PMID 28198005',
  },
  { kind: 'note', genes: ['G6PD'], text: 'CPIC has rows for 33 drugs (levels A to C); the eight of level A are covered.', source: api },
  {
    kind: 'note',
    genes: ['CYP2C19'],
    drug: 'mavacamten',
    text: 'The EU label asks for the CYP2C19 phenotype (poor: start with 2.5 mg, at most 5 mg a day; others start with 5 mg); the US label has no such rule. CPIC and DPWG are silent: not covered by rows.',
    source: 'EU product information as given by MIMS and the prescriber guide, read 2026-11-21',
  },
  { kind: 'age', genes: [], text: 'Dutch (DPWG) positions are of 2024-05; they were re-curated in 2025.', source: 'reference tables' },
];

/** Stated gaps that the import did not close, and those that it shows: drugs of a guideline without rows, pairs without advice. */
export function knownGaps(
  genes: Readonly<Record<string, PgxGene>>,
  guidelines: readonly Guideline[],
  recommendations: readonly Recommendation[],
): KnowledgeGap[] {
  const withRows = new Set(recommendations.map((row) => row.drug));
  const named = new Set(stated.flatMap((gap) => (gap.kind === 'drug-without-rows' && gap.drug !== undefined ? [gap.drug] : [])));
  const still = stated.filter((gap) => {
    if (gap.kind === 'drug-without-rows') return !recommendations.some((row) => row.drug === gap.drug && row.body === 'CPIC');
    if (gap.kind !== 'missing-allele') return true;
    const alleles = genes[gap.genes[0] ?? '']?.alleles ?? {};
    return (gap.items ?? []).some((item) => (alleles[item]?.function ?? '') === '');
  });
  const others = guidelines
    .filter((guideline) => guideline.body === 'CPIC')
    .flatMap((guideline) =>
      guideline.drugs
        .filter((drug) => !withRows.has(drug) && !named.has(drug))
        .map((drug): KnowledgeGap => ({
          kind: 'drug-without-rows',
          genes: guideline.genes,
          drug,
          text: `${drug} is in "${guideline.title}" without recommendation rows: not covered.`,
          source: guideline.url,
        })),
    );
  return [...still, ...others];
}
