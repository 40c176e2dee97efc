/** Answers in words: pregnancy, breastfeeding, smoking, qualitative enzyme results. */
import { ANSWERS, type AnswerKind } from '../../codes/laboratory/answers.ts';
import { LOINC } from '../../codes/systems.ts';
import { concept, concepts, text, wordings, type Concept, type Json } from '../elements.ts';

const byLoinc = new Map<string, AnswerKind[]>();
const byName = new Map<string, AnswerKind>();
for (const kind of ANSWERS) {
  for (const code of kind.loinc) byLoinc.set(code, [...(byLoinc.get(code) ?? []), kind]);
  for (const name of kind.names) byName.set(name, kind);
}

/** Which question an Observation or component asks; null when it is none of ours. */
export function answerKind(code: Concept): AnswerKind | null {
  for (const coding of code.codings) {
    const kind = coding.system === LOINC || coding.system === '' ? byLoinc.get(coding.code)?.[0] : undefined;
    if (kind !== undefined) return kind;
  }
  for (const wording of wordings(code)) {
    const kind = byName.get(wording.toLowerCase().trim()) ?? enzymeNamed(wording);
    if (kind !== undefined) return kind;
  }
  return null;
}

/** "TPMT activity, erythrocytes", "Thiopurine methyltransferase (TPMT), RBC": the enzyme by its name and what is measured, never its gene. */
function enzymeNamed(wording: string): AnswerKind | undefined {
  const named =
    /\b(?:tpmt|thiopurine (?:s-)?methyltransferase)\b/i.test(wording) &&
    /\b(?:activity|rbc|erythrocytes?|red (?:blood )?cells?)\b/i.test(wording);
  return named && !/\b(?:gen\w*|dna|allele\w*|mutation\w*|variant\w*|metabolites?|phenotype|nucleotides?)\b/i.test(wording)
    ? ANSWERS.find(({ kind }) => kind === 'TPMT-activity')
    : undefined;
}

/** The answer as a word; null when it is unknown, undefined when no answer could be read. */
export function answerWord(element: Json, kind: AnswerKind): string | null | undefined {
  const given = element['valueBoolean'];
  if (typeof given === 'boolean' && kind.yesNo !== undefined) return given ? kind.yesNo[0] : kind.yesNo[1];
  const value = concept(element['valueCodeableConcept'] ?? element['valueCoding'] ?? element['valueString']);
  const interpretation = text(element['valueString']) === undefined ? concepts(element['interpretation']) : [];
  for (const each of [value, ...interpretation]) {
    for (const coding of each.codings) {
      const word = kind.answers[coding.code];
      if (word !== undefined) return word;
    }
    for (const wording of wordings(each)) {
      const found = kind.words.find(([pattern]) => pattern.test(wording.toLowerCase().trim()));
      if (found !== undefined) return found[1];
    }
  }
  return undefined;
}
