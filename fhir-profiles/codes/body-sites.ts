import { entryOf } from '../entry-of.ts';

/**
 * Body sites by SNOMED CT code, for records that give the code without words. Codes and names: DICOM context group 4031 (2025-07-09), and body sites of the
 * German oncology and tumour board test data; read 2026-11-22. A code that is not here says nothing.
 */
const SITES: Readonly<Record<string, string>> = {
  '39607008': 'Lung', '3341006': 'Right lung', '44029006': 'Left lung', '45653009': 'Upper lobe of lung', '90572001': 'Lower lobe of lung',
  '42400003': 'Upper lobe of right lung', '72481006': 'Middle lobe of right lung', '266005': 'Lower lobe of right lung',
  '44714003': 'Upper lobe of left lung', '41224006': 'Lower lobe of left lung', '86598002': 'Apex of lung', '955009': 'Bronchus',
  '76752008': 'Breast', '80248007': 'Left breast', '71854001': 'Colon', '34402009': 'Rectum', '53505006': 'Anus', '32849002': 'Esophagus', '69695003': 'Stomach',
  '15776009': 'Pancreas', '28273000': 'Bile duct', '28231008': 'Gallbladder', '41216001': 'Prostate', '89837001': 'Bladder', '15497006': 'Ovary',
  '12738006': 'Brain', '69748006': 'Thyroid gland', '64033007': 'Kidney',
}; // prettier-ignore

export function bodySiteName(code: string): string | null {
  return entryOf(SITES, code) ?? null;
}
