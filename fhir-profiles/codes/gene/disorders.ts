/**
 * Diagnoses that say something of one pharmacogene without a result: enzyme deficiencies as problem lists name them.
 *
 * SNOMED CT 77365006: NCBI MedGen 409522 (dihydropyrimidine dehydrogenase deficiency); 238012003: public SNOMED CT problem lists
 * (thiopurine methyltransferase deficiency). ICD-10-CM D55.0 and D75.A: deficiency of glucose-6-phosphate dehydrogenase with and without
 * anaemia; D55.0 is the same in the WHO's ICD-10. SNOMED CT 62403005: glucose-6-phosphate dehydrogenase deficiency anaemia (public value sets of
 * the German Medical Informatics Initiative). Other diagnoses have no code of their own and are known by their words.
 */

import { ASKED_FOR, HEDGED, isDeniedName, NO_ELSEWHERE, RELATIVES, RULED_OUT, speaksOfItsTest, SUSPECTED } from '../doubt/index.ts';

/** The record says that the enzyme is deficient, and not how much: intermediate and poor both stay possible. */
export const UNGRADED_DEFICIENCY = 'Deficiency, grade not stated';

export interface GeneDisorder {
  readonly gene: string;
  readonly term: string;
}

interface Named {
  readonly gene: string;
  readonly words: RegExp;
  readonly snomed: readonly string[];
  readonly icd10: readonly string[];
}

const DISORDERS: readonly Named[] = [
  {
    gene: 'DPYD',
    words:
      /\b(?:dihydropyrimidine dehydrogenase|DPY?D)\b(?: enzyme)?(?: \(DPY?D\))?[ -]deficien|\bdeficiency of (?:the enzyme )?(?:dihydropyrimidine dehydrogenase|DPY?D\b)|\bDPY?D[- ]?Mangel\b|\bDihydropyrimidin[- ]?Dehydrogenase[- ]?(?:\(DPY?D\)[- ]?)?Mangel\b|\bd[eé]fici(?:t|encia|enza) (?:en|de|di|em) (?:la )?DPY?D\b/i,
    snomed: ['77365006'],
    icd10: [],
  },
  {
    gene: 'TPMT',
    words:
      /\b(?:thiopurine(?: s-?)?[ -]?methyl ?transferase|TPMT)\b(?: enzyme)?(?: \(TPMT\))?[ -]deficien|\bdeficiency of (?:thiopurine|TPMT\b)|\bTPMT[- ]?Mangel\b/i,
    snomed: ['238012003'],
    icd10: [],
  },
  { gene: 'NUDT15', words: /\b(?:nudix hydrolase 15|NUDT15)\b(?: enzyme)?(?: \(NUDT15\))?[ -]deficien/i, snomed: [], icd10: [] },
  {
    gene: 'G6PD',
    words:
      /\b(?:glucose[ -]?6[ -]?phosphate dehydrogenase|G-?6-?PDH?)\b(?: enzyme)?(?: [([]G-?6-?PDH?[)\]])?[ -]deficien|\bdeficiency of (?:the enzyme )?(?:glucose[ -]?6[ -]?phosphate dehydrogenase|G-?6-?PDH?\b)|\bG-?6-?PDH?[- ]?Mangel\b|\b(?:Glu[ck]ose[- ]?6[- ]?Phosphat[- ]?Dehydrogenase)[- ]?(?:\(G6PD\)[- ]?)?Mangel\b|\bd[eé]fici(?:t|encia|enza) (?:en|de|di|em) (?:la )?G-?6-?PDH?\b|\bfavism(?:us|e|o)?\b/i,
    snomed: ['62403005'],
    icd10: ['D55.0', 'D75.A'],
  },
];

/** Any of these words, and the entry is no plain statement that the patient has the deficiency. */
const NO_STATEMENT = new RegExp(
  String.raw`\b(?:no|not|without|negative|denies|normal|absence|${RULED_OUT}|${ASKED_FOR}|${SUSPECTED}|soupçon|sospecha|sospetto|ausgeschlossen|${HEDGED}|screen\w*|test\w*|risk of|${RELATIVES}|${NO_ELSEWHERE})\b`,
  'i',
);

/** What the deficiency has not led to, or how the classification rounds off a name: it takes nothing from the diagnosis. */
const BESIDE =
  /\b(?:(?:with or )?without|with no|no|not|ohne|sans|sin|senza)\s+(?:(?:mention|evidence|history|signs?|of|any|known|current|active|acute|chronic|elsewhere|otherwise)\s+)*(?:an(?:a)?[eä]mi[ae]s?|anémie|ha?emoly\w+|hämoly\w+|crisis|crises|complications?|symptoms?|jaundice|episodes?|classified|specified)\b/gi;

const CODES: ReadonlySet<string> = new Set(DISORDERS.flatMap(({ snomed, icd10 }) => [...snomed, ...icd10]));

/** Whether a code may be one of these diagnoses; which system it belongs to is looked at later. */
export const mayBeDisorder = (code: string): boolean => CODES.has(code.toUpperCase());

/** The gene and what a diagnosis says of it; null when it is none of these, or not stated plainly. */
export function geneDisorder(
  words: readonly string[],
  codes: readonly { readonly system: string; readonly code: string }[],
): GeneDisorder | null {
  const plain = words.map((text) => text.replace(BESIDE, ' '));
  if (plain.some((text) => NO_STATEMENT.test(text) || isDeniedName(text) || speaksOfItsTest(text))) return null;
  const found = DISORDERS.find(
    (disorder) =>
      words.some((text) => disorder.words.test(text)) ||
      codes.some(
        ({ system, code }) =>
          (/snomed/i.test(system) && disorder.snomed.includes(code)) ||
          (/icd-10/i.test(system) && disorder.icd10.includes(code.toUpperCase())),
      ),
  );
  return found === undefined ? null : { gene: found.gene, term: gradeOf(found.gene, words.join(' ')) };
}

function gradeOf(gene: string, text: string): string {
  const carrier = /\b(?:carrier|heterozyg\w*)\b/i.test(text);
  if (gene === 'G6PD') {
    if (/\bCNSHA\b|chronic non-?spherocytic/i.test(text)) return 'Deficient with CNSHA';
    return carrier || /\b(?:partial|intermediate|mild)\b/i.test(text) ? 'Variable' : 'Deficient';
  }
  if (/\b(?:complete|total|homozyg\w*|severe)\b/i.test(text)) return 'Poor Metabolizer';
  return carrier || /\b(?:partial\w*|partiell\w*|intermediate)\b/i.test(text) ? 'Intermediate Metabolizer' : UNGRADED_DEFICIENCY;
}
