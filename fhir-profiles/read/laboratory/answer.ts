/** Answers in words: pregnancy, breastfeeding, smoking, qualitative enzyme results. */
import { isDeniedName, saysNormal } from '../../codes/doubt/index.ts';
import { G6PD_DEFICIENCY_ASKED } from '../../codes/enzyme-words.ts';
import { ANSWERS, type AnswerKind } from '../../codes/laboratory/answers.ts';
import { LOINC } from '../../codes/systems.ts';
import { isYesOrNo, toldOfTheTest } from '../germline/named-test/about-the-test.ts';
import { asksPresence } from '../germline/named-test/asks-presence.ts';
import { concept, concepts, text, wordings, type Concept, type Json } from '../elements.ts';
import { entryOf } from '../../entry-of.ts';

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

const MEASURED =
  /\b(?:activity|enzyme|rbc|erythrocytes?|red (?:blood )?cells?|screen(?:ing)?|spot test|fluorescen\w*|qualitative|quantitative|quant|qual|newborn|neonatal|assay|deficiency)\b/i;
const OF_GENE = /\b(?:gen\w*|dna|allele\w*|mutation\w*|variant\w*|metabolites?|phenotype|nucleotides?|haplotype\w*|risk)\b/i;

/**
 * "TPMT activity, erythrocytes", "Newborn screen: G6PD", "G6PD fluorescent spot test": the enzyme by its name and what is measured, never its
 * gene. Where a test asks for the deficiency, "positive" means that it is there.
 */
function enzymeNamed(wording: string): AnswerKind | undefined {
  if (!MEASURED.test(wording) || OF_GENE.test(wording)) return undefined;
  if (/\b(?:tpmt|thiopurine (?:s-)?methyltransferase)\b/i.test(wording))
    return /\b(?:activity|rbc|erythrocytes?|red (?:blood )?cells?)\b/i.test(wording) ? kindOf('TPMT-activity') : undefined;
  if (!/\bg-?6-?pdh?\b|\bglucose-?\s?6-?\s?phosphate[- ]dehydrogenase\b/i.test(wording)) return undefined;
  const kind = kindOf('G6PD-activity');
  return kind !== undefined && /\bdeficiency\b/i.test(wording) ? { ...kind, words: [...G6PD_DEFICIENCY_ASKED, ...kind.words] } : kind;
}

const kindOf = (kind: AnswerKind['kind']): AnswerKind | undefined => ANSWERS.find((each) => each.kind === kind);

/** Answers by which a drug is forbidden: "deficient?", "positive control failed" are none. */
const ADVERSE: ReadonlySet<string> = new Set(['deficient', 'susceptible', 'low']);

/**
 * Yes or no under a name that asks more than whether the deficiency is there: "G6PD deficiency ordered" is a remark, "G6PD deficiency screen" leaves open what
 * was answered.
 */
export function aboutDeficiencyTest(element: Json, kind: AnswerKind): 'remark' | 'open' | null {
  if (kind.kind !== 'G6PD-activity') return null;
  const given = element['valueBoolean'];
  const said =
    typeof given === 'boolean' ? [given ? 'yes' : 'no'] : wordings(concept(element['valueCodeableConcept'] ?? element['valueString']));
  const names = wordings(concept(element['code'])).filter((name) => /\bdeficien/i.test(name));
  if (names.length === 0 || said.length === 0 || !said.every(isYesOrNo)) return null;
  if (names.some((name) => toldOfTheTest(name, said[0] ?? '') !== null)) return 'remark';
  // "Newborn screen: G6PD deficiency".
  return names.every((name) => asksPresence(name.slice(name.indexOf(':') + 1).replace(/\b(?:dehydrogenase|glucose|phosphate)\b/gi, ' ')))
    ? null
    : 'open';
}

/** The answer as a word; null when it is unknown, undefined when no answer could be read. */
export function answerWord(element: Json, kind: AnswerKind): string | null | undefined {
  const given = element['valueBoolean'];
  if (typeof given === 'boolean' && kind.yesNo !== undefined) return given ? kind.yesNo[0] : kind.yesNo[1];
  const value = concept(element['valueCodeableConcept'] ?? element['valueCoding'] ?? element['valueString']);
  const interpretation = text(element['valueString']) === undefined ? concepts(element['interpretation']) : [];
  for (const each of [value, ...interpretation]) {
    for (const coding of each.codings) {
      const word = entryOf(kind.answers, coding.code);
      if (word !== undefined) return word;
    }
    for (const wording of wordings(each)) {
      const found = kind.words.find(([pattern]) => pattern.test(wording.toLowerCase().trim()));
      if (found === undefined) continue;
      // "2.1 U/g Hb (normal 7-20)" is no normal one.
      if (found[1] === 'normal' && /\bnormal\b/i.test(wording) && !saysNormal(wording)) return undefined;
      return ADVERSE.has(found[1] ?? '') && isDeniedName(wording) ? undefined : found[1];
    }
  }
  return undefined;
}
