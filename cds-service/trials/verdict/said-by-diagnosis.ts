/**
 * What the words of the diagnosis say of its extent where no stage is on file: "Breast cancer, stage IV", "Metastatic carcinoma of prostate". Words of
 * doubt, of the past, of a choice between stages, and of staging systems that count otherwise say nothing.
 */
import type { TumourFact } from '../../../fhir-profiles/index.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

const STAGE = /\bstage ?(IV|I{1,3}|[0-4])([A-C]\d?)?\b(?! ?(?:-|–|\/|to|or|and|vs)\b)(?! ?[-–/] ?[I\d])/gi;
const NOT_SAID =
  /\b(?:suspected|possible|possibly|probable|presumed|rule out|r\/o|history of|personal history|family|at least|unknown|previous(?:ly)?|prior|former|initial(?:ly)?|originally|no evidence|remission|versus|vs|prognostic|risk of|early[- ]stage|Rai|Binet|R?-?ISS|Durie|BCLC|Masaoka|INSS|INRG\w*|Lugano|clark|Dukes|okuda|CLIP|CKD|kidney disease)\b|\?/i;
const ROMAN: Readonly<Record<string, string>> = { 0: '0', 1: 'I', 2: 'II', 3: 'III', 4: 'IV' };

/** The stage that the words of a diagnosis name, once and plainly. */
export function stageSaid({ text }: TumourFact): string | null {
  if (NOT_SAID.test(text)) return null;
  const groups = new Set(
    [...text.matchAll(STAGE)].map(([, number = '', letter = '']) => `${entryOf(ROMAN, number) ?? number}${letter}`.toUpperCase()),
  );
  const [group] = groups;
  if (groups.size !== 1 || group === undefined) return null;
  // A stage below IV is that of the first diagnosis where the disease has come back.
  return !group.startsWith('IV') && /\b(?:recurr|relaps)/i.test(text) ? null : group;
}

const METASTATIC = /^metastatic\b|(?<!\b(?:non|not|no|without|un|or)[ -])\bmetastatic\b(?! (?:potential|risk|work-?up|survey))/i;
const NEARBY = /\blymph|\bnod(?:e|es|al)\b|\bregional|\blocoregional|\bor metastatic|\bmetastatic or\b|\bnon-?metastatic/i;

/** "Metastatic breast cancer" as the diagnosis of the primary. Nodes may be near. */
export function calledMetastatic({ text, role }: TumourFact): boolean {
  return role === 'primary' && METASTATIC.test(text) && !NOT_SAID.test(text) && !NEARBY.test(text);
}
