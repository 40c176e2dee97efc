/** Stage groups by code and in words, and which Observation is a stage. Sources: mCODE 2.1.0 and 4.0.0 stage profiles and examples. */
import type { StageFact } from '../facts.ts';
import { entryOf } from '../entry-of.ts';

const STAGE_TESTS: Readonly<Record<string, StageFact['kind']>> = {
  '21908-9': 'clinical',
  '399537006': 'clinical',
  '21902-2': 'pathologic',
  '399588009': 'pathologic',
  '21914-7': 'other',
  '399390009': 'other',
  '385361009': 'other',
  '254386003': 'other',
  // nNGM: the group under the code of the TNM system itself (uniklinik-koeln-fhir/nngm-form-r4, read 2026-11-22).
  '260879005': 'other',
  '385388004': 'other',
  C141212: 'other',
  C141207: 'other',
  C139007: 'other',
  C141392: 'other',
};

/**
 * Staging systems that a code of the question or of the method implies: mCODE 4.0.0 profiles and examples of Binet, Rai, ISS, R-ISS and lymphoma stages
 * (NCI Thesaurus and SNOMED CT, looked up 2026-11-22).
 */
const SYSTEM_OF: Readonly<Record<string, string>> = {
  C141212: 'Binet',
  '1149099005': 'Binet',
  C141207: 'Rai',
  '1149131009': 'Rai',
  C139007: 'ISS',
  '1149162008': 'ISS',
  C141392: 'R-ISS',
  '1149163003': 'R-ISS',
  '254375000': 'Cotswolds',
};
export function impliedSystem(...codes: readonly (readonly string[])[]): string[] {
  return codes.flat().flatMap((code) => entryOf(SYSTEM_OF, code) ?? []);
}

/** T, N and M categories: part of a stage, written together. */
const CATEGORIES: Readonly<Record<string, readonly ['clinical' | 'pathologic', 'T' | 'N' | 'M']>> = {
  '21905-5': ['clinical', 'T'],
  '21906-3': ['clinical', 'N'],
  '21907-1': ['clinical', 'M'],
  '21899-0': ['pathologic', 'T'],
  '21900-6': ['pathologic', 'N'],
  '21901-4': ['pathologic', 'M'],
  '399504009': ['clinical', 'T'],
  '399534004': ['clinical', 'N'],
  '399387003': ['clinical', 'M'],
  '384625004': ['pathologic', 'T'],
  '371494008': ['pathologic', 'N'],
  '371497001': ['pathologic', 'M'],
};

/** SNOMED CT stage answers met without words; the display is read where there is one. */
const GROUP_CODES: Readonly<Record<string, string>> = {
  '1222769001': 'IIB',
  '1222806003': 'IIIC',
  ...groups('0', '261613009 261644000 261645004'),
  ...groups('I', '258215001 261641008 313143001'),
  ...groups('IA', '261632003 261633008 261634002'),
  ...groups('IB', '261635001 313112008 313114009'),
  ...groups('IC', '261636000'),
  ...groups('II', '258219007'),
  ...groups('IIA', '261614003'),
  ...groups('IIB', '261615002'),
  ...groups('IIC', '261637009'),
  ...groups('III', '258224005'),
  ...groups('IIIA', '261638004'),
  ...groups('IIIB', '261639007'),
  ...groups('IIIC', '261640009'),
  ...groups('IV', '258228008 261616001'),
  ...groups('IVA', '261642001'),
  ...groups('IVB', '261643006'),
  ...groups('IVC', '313046007'),
};
/** As the CodeX trial-matching services list them. */
function groups(group: string, codes: string): Readonly<Record<string, string>> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, group]));
}

export function stageTest(codes: readonly string[], words: readonly string[]): StageFact['kind'] | null {
  for (const code of codes) {
    const found = entryOf(STAGE_TESTS, code);
    if (found !== undefined) return found;
  }
  const text = words.join(' ');
  if (
    /disease stage|kidney|renal disease|heart failure|fibrosis|pressure|ulcer|sleep|tanner|development|parkinson|retinopathy|liver disease/i.test(
      text,
    )
  )
    return null;
  if (
    !/\bstage group|\bcancer stage|\btumou?r stag(?:e|ing)\b|\bAJCC\b|\bFIGO\b|\bBinet\b|\bRai (?:stage|staging)|\bAnn Arbor|\bLugano\b|\bR?-?ISS\b|\bDurie|\bBCLC\b|\bBarcelona Clinic|\bTNM stag|^stage$/i.test(
      text,
    )
  )
    return null;
  return /clinical/i.test(text) ? 'clinical' : /patholog/i.test(text) ? 'pathologic' : 'other';
}

export function tnmCategory(codes: readonly string[]): readonly ['clinical' | 'pathologic', 'T' | 'N' | 'M'] | null {
  for (const code of codes) {
    const found = entryOf(CATEGORIES, code);
    if (found !== undefined) return found;
  }
  return null;
}

/** One category alone, as it is written or as SNOMED CT names it: "cT2a", "M1 category", "AJCC pN1 (finding)". It is a part of a stage and no stage group. */
export function categoryIn(
  written: string,
): { readonly side: '' | 'c' | 'p'; readonly letter: 'T' | 'N' | 'M'; readonly text: string } | null {
  const found =
    /^(?:(?:AJCC|UICC|American Joint Committee on Cancer|clinical|pathologic(?:al)?)\s+)*([cp]?)([yra]{0,2})([TNM])(is|[0-4X](?:[a-d]|mi)?\d?)(?:\((?:sn|i[+-]|mol[+-]|m|f|\d+)\))*(?:\s+(?:category|stage))?(?:\s*\((?:American Joint Committee on Cancer|finding|qualifier value|tumou?r staging)\))*$/i.exec(
      written.trim(),
    );
  if (found === null) return null;
  const [, side = '', again = '', letter = '', value = ''] = found;
  if (!/^[TNM]$/.test(letter)) return null;
  return { side: side.toLowerCase() as '' | 'c' | 'p', letter: letter as 'T' | 'N' | 'M', text: `${side}${again}${letter}${value}` };
}

const ROMAN: Readonly<Record<string, string>> = { '0': '0', '1': 'I', '2': 'II', '3': 'III', '4': 'IV' };

/** `3C`, `IIIC`, "stage IIIC", "Stadium IVB", "FIGO Stage IIIA1" → 0, I … IV with its letter; undefined when it cannot be told. */
export function stageGroup(codes: readonly string[], words: readonly string[]): string | undefined {
  for (const text of [...words, ...codes]) {
    const bare =
      /^\s*(?:stage|stadium|ajcc|figo|c|p)?\s*(0|I{1,3}|IV|[1-4])([ABCD]?)\d?\s*$/i.exec(text) ??
      /\b(?:stage|stadium)\s*:?\s*(0|I{1,3}|IV|[1-4])\s?([ABCD]?)(?![a-zA-Z])/i.exec(text);
    if (bare !== null) {
      const level = (bare[1] ?? '').toUpperCase();
      return `${entryOf(ROMAN, level) ?? level}${(bare[2] ?? '').toUpperCase()}`;
    }
  }
  for (const code of codes) {
    const found = entryOf(GROUP_CODES, code);
    if (found !== undefined) return found;
  }
  return undefined;
}
