/** Two drugs that have run together for months, of which one is renewed; and what is new beside one that is taken. */
import type { Resource } from '../../reading/resources.ts';
import { line, ordered, situation, type Situation } from './situation.ts';

const NORMAL = line('CYP2D6 genotype', '*1/*1');
const since = (drug: string, day: string): Resource => ordered(drug, { status: 'active', authoredOn: day });

export const RENEWALS: readonly Situation[] = [
  situation(
    'fluoxetine renewed beside metoprolol',
    [NORMAL, since('fluoxetine 20 mg', '2020-01-05'), since('metoprolol 50 mg', '2020-01-05')],
    ['fluoxetine 20 mg'],
    [],
  ),
  situation(
    'paroxetine renewed beside tamoxifen',
    [NORMAL, since('paroxetine 20 mg', '2024-01-05'), since('tamoxifen 20 mg', '2024-01-05')],
    ['paroxetine 20 mg'],
    [],
  ),
  situation(
    'metoprolol renewed beside fluoxetine',
    [NORMAL, since('fluoxetine 20 mg', '2020-01-05'), since('metoprolol 50 mg', '2020-01-05')],
    ['metoprolol 50 mg'],
    [['info', /with fluoxetine, but metoprolol taken for months: ask whether it is tolerated/]],
  ),
  situation(
    'fluoxetine begun beside metoprolol',
    [NORMAL, since('metoprolol 50 mg', '2020-01-05')],
    ['fluoxetine 20 mg'],
    [['warning', /fluoxetine blocks CYP2D6: metoprolol, already on the list, then needs a lower dose/]],
  ),
  situation(
    'metoprolol renewed, fluoxetine since last week',
    [NORMAL, since('fluoxetine 20 mg', '2026-11-12'), since('metoprolol 50 mg', '2020-01-05')],
    ['metoprolol 50 mg'],
    [['warning', /with fluoxetine: lower metoprolol dose/]],
  ),
  situation(
    'another inhibitor begun beside the same drug',
    [NORMAL, since('fluoxetine 20 mg', '2020-01-05'), since('metoprolol 50 mg', '2020-01-05')],
    ['paroxetine 20 mg'],
    [['info|warning', /metoprolol|paroxetine/]],
  ),
];
