/** The status words of biomarkers, from interpretation codes, answers and texts. */

const CODES: Readonly<Record<string, string>> = {
  POS: 'positive',
  NEG: 'negative',
  DET: 'positive',
  ND: 'negative',
  IND: 'indeterminate',
  E: 'equivocal',
  H: 'high',
  HH: 'high',
  L: 'low',
  LL: 'low',
  'LA6576-8': 'positive',
  'LA6577-6': 'negative',
  'LA11884-6': 'indeterminate',
  'LA14122-8': 'stable',
  'LA26203-2': 'high',
  'LA26202-4': 'low',
  '10828004': 'positive',
  '260385009': 'negative',
  '42425007': 'equivocal',
  '75540009': 'high',
  '62482003': 'low',
  '82334004': 'indeterminate',
  // Answers of the breast cancer guide (HL7 ICHOM STU1) and of the German molecular tumour board (looked up 2026-11-22).
  '427685000': 'positive',
  '431396003': 'negative',
  '1381317004': 'low',
  '416053008': 'positive',
  '416561008': 'positive',
  '441118006': 'negative',
  '373572006': 'negative',
};

export function statusOfCodes(codes: readonly string[]): string | null {
  for (const code of codes) {
    const found = CODES[code];
    if (found !== undefined) return found;
  }
  return null;
}

const NOT_DONE =
  /\b(?:not (?:performed|tested|evaluable|assessed|done|available)|cannot be determined|failed|insufficient|pending|see (?:note|report|comment))\b/i;

/** Status that a text states for a kind of biomarker; null when it states none. */
export function statusInWords(kind: string, text: string): string | null {
  if (NOT_DONE.test(text)) return null;
  if (/\bequivocal\b|\bborderline\b/i.test(text)) return 'equivocal';
  if (/\bindeterminate\b|\binconclusive\b/i.test(text)) return 'indeterminate';
  if (kind === 'MSI') return msi(text);
  if (kind === 'MMR') return mmr(text);
  if (kind === 'TMB') return /\blow\b|TMB-?L\b/i.test(text) ? 'low' : /\bhigh\b|TMB-?H\b/i.test(text) ? 'high' : null;
  if (kind === 'HRD') return hrd(text);
  if (kind === 'HER2') return her2(text);
  if (kind === 'MET') return met(text);
  if (
    /\bnot detected\b|\bnegativ(?:e)?\b|\b(?:not|non)[- ]?(?:amplified|methylated|present|expressed)\b|\bunmethylated\b|\bno (?:\w+ )?methylation\b|\bno (?:evidence|expression)\b|\babsent\b/i.test(
      text,
    )
  )
    return 'negative';
  if (/\bpositiv(?:e)?\b|\bdetected\b|\bamplified\b|\bmethylated\b|\bpresent\b/i.test(text)) return 'positive';
  if (/\bultra-?low\b/i.test(text)) return 'ultralow';
  if (/\bhigh\b/i.test(text)) return 'high';
  return /\blow\b/i.test(text) ? 'low' : null;
}

/** Strong (3+) staining of half of the tumour cells or more, as the companion test of telisotuzumab vedotin counts; a bare "positive" tells less. */
function met(text: string): string | null {
  const strong = /\b3\s?\+\D{0,30}?(\d{1,3})\s?%|(\d{1,3})\s?%\D{0,30}?\b3\s?\+/.exec(text);
  const share = strong?.[1] ?? strong?.[2];
  if (share !== undefined) return Number(share) >= 50 ? 'high' : 'low';
  if (/\bhigh\b/i.test(text)) return 'high';
  return /\bnegativ|\babsent\b|\bnot (?:detected|expressed|over-?expressed)\b/i.test(text)
    ? 'negative'
    : /\bpositiv|\boverexpress/i.test(text)
      ? 'equivocal'
      : null;
}

function msi(text: string): string | null {
  if (/\bMSI-?H(?:igh)?\b|\binstability[- ]high\b|\bhigh(?:ly)?\b/i.test(text)) return 'high';
  if (/\bMSI-?L(?:ow)?\b|\blow\b/i.test(text)) return 'low';
  if (/\bMSS\b|\bstable\b|\bnot (?:detected|unstable)\b|\bnegative\b|\bno (?:evidence of )?(?:microsatellite )?instability\b/i.test(text))
    return 'stable';
  return /\bunstable\b|\binstability\b|\bpositive\b|\bdetected\b|\bpresent\b/i.test(text) ? 'unstable' : null;
}

function mmr(text: string): string | null {
  if (
    /\bno loss\b|\bproficient\b|\bpMMR\b|\bintact\b|\bretained\b|\bpreserved\b/i.test(text) &&
    !/\bloss of\b(?!.*no loss)|\bdeficien/i.test(text.replace(/no loss/gi, ''))
  )
    return 'proficient';
  return /\bdeficien|\bdMMR\b|\bloss\b|\babsent\b|\blost\b/i.test(text) ? 'deficient' : null;
}

function hrd(text: string): string | null {
  if (
    /\bproficien|\bnegativ|\bnot (?:detected|deficient)|\bHRP\b|\bno (?:evidence of )?(?:homologous|HRD|deficiency)|\blow\b|\babsent\b/i.test(
      text,
    )
  )
    return 'negative';
  return /\bdeficien|\bpositiv|\bdetected\b|\bhigh\b|\bpresent\b|\bHRD[+]|^\s*HRD\s*$/i.test(text) ? 'positive' : null;
}

function her2(text: string): string | null {
  if (/\bultra-?low\b/i.test(text)) return 'ultralow';
  if (/\bHER2[- ]low\b|^\s*low\b/i.test(text)) return 'low';
  if (/\bnot amplified\b|\bnon-?amplified\b|\bunamplified\b|\bnegativ(?:e)?\b/i.test(text)) return 'negative';
  if (/\bpositiv(?:e)?\b|\bamplified\b|\bamplification\b|\boverexpress/i.test(text)) return 'positive';
  const score = /(?:^|[^\d.])([0-3])\s?\+|^\s*(?:score\s*)?([0-3])\s*$/.exec(text);
  const staining = score?.[1] ?? score?.[2];
  if (staining === undefined) return null;
  return staining === '3' ? 'positive' : staining === '2' ? 'equivocal' : 'negative';
}
