import { describe, expect, it } from 'vitest';
import type { BiomarkerFact } from '../../../fhir-profiles/index.ts';
import { markerConflicts } from './conflicts.ts';

const marker = (kind: string, status: string, issued: string, method?: string): BiomarkerFact => ({
  kind,
  value: status,
  status,
  source: { reference: `Observation/${kind}-${status}`, issued },
  ...(method === undefined ? {} : { method }),
});
const told = (...facts: BiomarkerFact[]): string[] => markerConflicts(facts).map(({ message }) => message);

describe('a tumour marker that is reported both ways', () => {
  it('MSI high and stable on one day', () => {
    expect(told(marker('MSI', 'high', '2026-05-01'), marker('MSI', 'stable', '2026-05-01'))).toEqual([
      'MSI is reported as high (2026-05-01) and as stable (2026-05-01): the results disagree, and neither is chosen here.',
    ]);
  });

  it.each([
    [marker('MSI', 'high', '2026-05-01', 'NGS'), marker('MMR', 'proficient', '2026-05-02', 'IHC')],
    [marker('MSI', 'stable', '2026-05-01', 'PCR'), marker('MMR', 'deficient', '2026-05-02', 'IHC')],
  ])('microsatellites and mismatch repair that contradict each other', (msi, mmr) => {
    expect(told(msi, mmr)).toEqual([
      `MSI is reported as ${msi.status ?? ''} (${msi.method ?? ''}, 2026-05-01) and mismatch repair as ${mmr.status ?? ''} (IHC, 2026-05-02): the two tests disagree, look at both reports.`,
    ]);
  });

  it('oestrogen receptor of the primary and of the metastasis: the newest of each side, the newer first', () => {
    const facts = [marker('ER', 'positive', '2018-03-01'), marker('ER', 'positive', '2019-03-01'), marker('ER', 'negative', '2026-01-09')];
    expect(told(...facts)).toEqual([
      'ER is reported as negative (2026-01-09) and as positive (2019-03-01): the results disagree, and neither is chosen here.',
    ]);
  });

  it.each([
    ['one result', [marker('MSI', 'high', '2026-05-01')]],
    ['the same result twice', [marker('HER2', 'negative', '2026-05-01', 'IHC'), marker('HER2', 'negative', '2026-05-02', 'ISH')]],
    ['equivocal, then settled', [marker('HER2', 'equivocal', '2026-05-01', 'IHC'), marker('HER2', 'positive', '2026-05-09', 'ISH')]],
    ['MSI-low beside stable', [marker('MSI', 'low', '2026-05-01'), marker('MSI', 'stable', '2026-05-01')]],
    [
      'one mismatch repair protein lost, another kept',
      [marker('MMR', 'deficient', '2026-05-01', 'IHC MLH1'), marker('MMR', 'proficient', '2026-05-01', 'IHC MSH2')],
    ],
    ['two receptors', [marker('ER', 'positive', '2026-05-01'), marker('PR', 'negative', '2026-05-01')]],
  ])('%s is no disagreement', (_name, facts) => {
    expect(told(...facts)).toEqual([]);
  });
});
