/** Tumour-wide markers and stainings named in profiles and labels. */
import type { Term } from './term.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

type Marker = Extract<Term, { kind: 'marker' }>;
const marker = (name: string, status: string, method: string | null = null, min: number | null = null): Marker => ({
  kind: 'marker',
  marker: name,
  status,
  method,
  min,
});

/**
 * Pembrolizumab's tumour-agnostic label counts a tumour mutational burden of 10 mutations per megabase or more as high;
 * CIViC's "TMB High" has no number of its own, so this one is used for both.
 */
const TMB_HIGH = 10;

const FIXED: Readonly<Record<string, Marker>> = {
  'TMB HIGH': marker('TMB', 'high', null, TMB_HIGH),
  'TMB H-BTMB': marker('TMB', 'high', 'blood', TMB_HIGH),
  'TMB LOW': marker('TMB', 'low'),
  'MSI HIGH': marker('MSI', 'high'),
  'MSI-H': marker('MSI', 'high'),
  MSS: marker('MSI', 'stable'),
  'MMR DEFICIENT': marker('MMR', 'deficient'),
  DMMR: marker('MMR', 'deficient'),
  'MSI STABLE': marker('MSI', 'stable'),
  'MMR PROFICIENT': marker('MMR', 'proficient'),
  PMMR: marker('MMR', 'proficient'),
  'HRD POSITIVE': marker('HRD', 'positive'),
  'HER2 POSITIVE': marker('HER2', 'positive'),
  'HER2 POSITIVE IHC3+': marker('HER2', 'positive', 'IHC', 3),
  'HER2 NEGATIVE': marker('HER2', 'negative'),
  'HER2 LOW': marker('HER2', 'low'),
  'HER2 ULTRALOW': marker('HER2', 'ultralow'),
};
/** `ER Positive`, `CLDN18.2 Positive` … */
const STAIN = /^(ER|PR|HR|FOLR1|CLDN18\.2|CD19|CD20|CD22|CD30|CD33|CD117|EGFR IHC|MET IHC) (POSITIVE|NEGATIVE)$/;
/** `PD-L1 TPS>=50`, `PD-L1 CPS>=10`, `PD-L1 IC>=10`, `PD-L1 TAP>=5`. */
const PD_L1 = /^PD-L1 (TPS|CPS|IC|TAP)>=(\d+)$/;

/** A marker by its name; null when the text names none. */
export function parseMarker(text: string): Marker | null {
  const name = text.trim().toUpperCase().replace(/\s+/g, ' ');
  const fixed = entryOf(FIXED, name);
  if (fixed) return fixed;
  const stain = STAIN.exec(name);
  if (stain) return marker(stain[1] ?? '', (stain[2] ?? '').toLowerCase());
  const pdl1 = PD_L1.exec(name);
  if (pdl1) return marker('PD-L1', 'at-least', pdl1[1] ?? null, Number(pdl1[2]));
  return null;
}
