import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../knowledge/load.ts';
import { compareTypes } from './apart.ts';

const tree = loadKnowledge().oncology.tumours;
const DOID = {
  'soft tissue sarcoma': 'DOID:0070663',
  'hematologic malignancy': 'DOID:2531',
  'acute lymphoblastic leukaemia': 'DOID:9952',
  'gastroesophageal cancer': 'DOID:0080374',
  carcinoma: 'DOID:305',
  adenocarcinoma: 'DOID:299',
  'squamous cell carcinoma': 'DOID:1749',
  'neuroendocrine tumour': 'DOID:169',
} as const;

describe('a tumour beside the type that is asked for', () => {
  it.each([
    ['LUAD', 'BRCA', 'apart'],
    ['LUAD', 'SYNS', 'apart'],
    ['SYNS', 'NSCLC', 'apart'],
    ['SYNS', 'RCC', 'apart'],
    ['SYNS', 'AML', 'apart'],
    // organs that have sarcomas of their own
    ['SYNS', 'BREAST', 'open'],
    ['LMS', 'UTERUS', 'open'],
    ['ULMS', 'SOFT_TISSUE', 'open'],
    ['OS', 'SYNS', 'open'],
    // a wider diagnosis than what is asked
    ['NSCLC', 'LUAD', 'below'],
    // organs whose borders differ from text to text
    ['STAD', 'PAAD', 'apart'],
    ['PAAD', 'AMPCA', 'open'],
    ['IHCH', 'HCC', 'open'],
    ['HCC', 'COADREAD', 'apart'],
    ['CCRCC', 'PROSTATE', 'apart'],
    ['CCRCC', 'BLCA', 'apart'],
    ['UTUC', 'KIDNEY', 'open'],
    ['KIDNEY', 'UTUC', 'open'],
    ['UEC', 'OVT', 'apart'],
    ['HGSOC', 'PSEC', 'open'],
    ['UCEC', 'CEAD', 'open'],
    ['OPHSC', 'SKCM', 'apart'],
    ['OPHSC', 'CSCC', 'open'],
    ['UM', 'HNSC', 'apart'],
    ['UM', 'MEL', 'open'],
    ['SKCM', 'HNMUCM', 'open'],
    ['GIST', 'BREAST', 'apart'],
    ['GIST', 'STOMACH', 'open'],
    ['OS', 'BREAST', 'apart'],
    // nerves, brain and eye
    ['NBL', 'GB', 'apart'],
    ['NBL', 'UM', 'apart'],
    ['NBL', 'MBL', 'apart'],
    ['NBL', 'PNET', 'open'],
    ['NBL', 'ADRENAL_GLAND', 'open'],
    ['GB', 'UM', 'apart'],
    ['PLMESO', 'LUAD', 'apart'],
    ['PLEURA', 'LUAD', 'open'],
    ['BLL', 'PCM', 'apart'],
    ['BLL', 'FL', 'apart'],
    ['BLL', 'DLBCLNOS', 'open'],
    ['PANET', 'PAAD', 'apart'],
    // lines of the blood, far from their borders
    ['AML', 'PCM', 'apart'],
    ['AML', 'CLLSLL', 'apart'],
    ['AML', 'NHL', 'apart'],
    ['DLBCLNOS', 'MDS', 'apart'],
    ['DLBCLNOS', 'PTCL', 'apart'],
    ['PCM', 'MCL', 'apart'],
    ['PMF', 'HL', 'apart'],
    // and near them
    ['AML', 'BLL', 'open'],
    ['AML', 'ALAL', 'open'],
    ['AML', 'MDS', 'open'],
    ['AML', 'BPDCN', 'open'],
    ['DLBCLNOS', 'FL', 'open'],
    ['DLBCLNOS', 'HL', 'open'],
    ['PCM', 'WM', 'open'],
    ['PCM', 'MZL', 'open'],
    // a wider diagnosis
    ['NHL', 'FL', 'below'],
    ['LNM', 'PCM', 'below'],
  ] as const)('%s, asked for %s: %s', (own, asked, expected) =>
    expect(compareTypes({ oncotree: asked, doid: null }, new Set([own]), tree)).toBe(expected),
  );
  it.each([
    ['LUAD', 'soft tissue sarcoma', 'apart'],
    ['LUAD', 'hematologic malignancy', 'apart'],
    ['LUAD', 'acute lymphoblastic leukaemia', 'apart'],
    ['LUAD', 'gastroesophageal cancer', 'apart'],
    ['STAD', 'gastroesophageal cancer', 'open'],
    ['AML', 'acute lymphoblastic leukaemia', 'open'],
    ['ULMS', 'soft tissue sarcoma', 'open'],
    // a class of histology: told from tumours of another origin, not from one of any organ
    ['SKCM', 'carcinoma', 'apart'],
    ['AML', 'carcinoma', 'apart'],
    ['GB', 'neuroendocrine tumour', 'apart'],
    ['LUAD', 'squamous cell carcinoma', 'apart'],
    ['BRCA', 'squamous cell carcinoma', 'open'],
    ['NSCLC', 'adenocarcinoma', 'open'],
    ['LUAD', 'neuroendocrine tumour', 'open'],
  ] as const)('%s, asked for %s, which OncoTree has no node for: %s', (own, asked, expected) =>
    expect(compareTypes({ oncotree: null, doid: DOID[asked] }, new Set([own]), tree)).toBe(expected),
  );
  it('cannot be compared with a name that leads to no type', () =>
    expect(compareTypes({ oncotree: null, doid: 'DOID:0' }, new Set(['LUAD']), tree)).toBe('incomparable'));
});
