/** Eliglustat with a liver or an inhibitor on record. */
import type { Resource } from '../../reading/resources.ts';
import { line, problem, situation, takes, withSig, type Situation } from './situation.ts';

const POOR = line('CYP2D6 genotype', '*4/*4');
const NORMAL = line('CYP2D6 genotype', '*1/*1');
const INTERMEDIATE = line('CYP2D6 genotype', '*1/*4');
const TWICE = '1 capsule twice daily';
const eliglustat = (sig: string): Resource => withSig('eliglustat 84 MG Oral Capsule', sig);

export const BESIDE_ELIGLUSTAT: readonly Situation[] = [
  situation(
    'poor, with a cirrhosis',
    [POOR, problem('Cirrhosis of liver')],
    [eliglustat('1 capsule once daily')],
    [['critical', /Do not give eliglustat: .*liver impairment of any degree/]],
  ),
  situation(
    'intermediate, mild hepatic impairment',
    [INTERMEDIATE, problem('Mild hepatic impairment')],
    [eliglustat(TWICE)],
    [['critical', /liver impairment of any degree/]],
  ),
  situation(
    'normal, Child-Pugh B',
    [NORMAL, problem('Cirrhosis, Child-Pugh B')],
    [eliglustat(TWICE)],
    [['critical', /moderate or severe liver impairment/]],
  ),
  situation(
    'normal, cirrhosis without a grade',
    [NORMAL, problem('Cirrhosis of liver')],
    [eliglustat(TWICE)],
    [['info', /grade it first/]],
  ),
  situation(
    'normal, cirrhosis and duloxetine',
    [NORMAL, problem('Cirrhosis of liver'), takes('duloxetine 60 mg')],
    [eliglustat(TWICE)],
    [['critical', /liver impairment and duloxetine/]],
  ),
  situation('normal, fatty liver', [NORMAL, problem('Fatty liver')], [eliglustat(TWICE)], []),
  situation(
    'normal, duloxetine, twice a day',
    [NORMAL, takes('duloxetine 60 mg')],
    [eliglustat(TWICE)],
    [['info', /84 mg once a day only together with duloxetine/]],
    { never: /whatever the genes/ },
  ),
  situation('normal, duloxetine, once a day', [NORMAL, takes('duloxetine 60 mg')], [eliglustat('1 capsule once daily')], []),
  situation('normal, ketoconazole, once a day', [NORMAL, takes('ketoconazole 200 mg')], [eliglustat('1 capsule once daily')], []),
  situation(
    'ketoconazole for an intermediate metabolizer on eliglustat',
    [INTERMEDIATE, takes('eliglustat 84 mg')],
    ['ketoconazole 200 MG Oral Tablet'],
    [['warning', /With ketoconazole eliglustat, already on the list, is contraindicated/]],
  ),
  situation(
    'amlodipine for a poor metabolizer on eliglustat and ketoconazole',
    [POOR, takes('eliglustat 84 mg'), takes('ketoconazole 200 mg')],
    ['amlodipine 5 mg'],
    [],
  ),
];
