/**
 * Names of rows, and answers of one word, as laboratories of other languages and programs write them, put into the words that the readers know.
 *
 * "Activity score" in German, French, Spanish, Italian, Portuguese and Dutch, and Japanese words for codon, genotype, phenotype, zygosity and wild type:
 * OUR OWN TRANSLATIONS of single words with one meaning, not yet checked by speakers. A word that is not listed stays unread, which is said.
 */
import type { Concept } from '../../elements.ts';
import type { ElementValue } from '../../element-value.ts';
import type { Component, ObservationView } from '../../observation.ts';

type Words = readonly (readonly [RegExp, string])[];

const SCORES: Words = [
  [/\b(?:gen-?\s?)?aktivit[äa]ts-?\s?(?:score|index|wert)\b/gi, 'activity score'],
  [/\bscore d['’]\s?activit[ée](?!\p{L})/giu, 'activity score'],
  [/(?<!\p{L})(?:puntuaci[óo]n|puntaje|score|[íi]ndice) de (?:la )?actividad\b/giu, 'activity score'],
  [/\b(?:punteggio|score) di attivit[àa](?!\p{L})/giu, 'activity score'],
  [/(?<!\p{L})(?:escore|pontua[çc][ãa]o|score|[íi]ndice) de atividade\b/giu, 'activity score'],
  [/\b(?:gen-?\s?)?activiteit(?:s-?\s?|\s)score\b/gi, 'activity score'],
  [/活性スコア|アクティビティスコア/g, ' activity score'],
];

const NAMES: Words = [
  ...SCORES,
  // Dutch laboratories' "gene activity score" of this gene.
  [/(?<=\bDPY?D[\s-])GAS$/i, 'activity score'],
  [/コドン\s?(?=\d)/g, ' codon '],
  [/遺伝子(?:型|多型)(?:解析|検査)?/g, ' genotype'],
  [/表現型/g, ' phenotype'],
  // Fields of programs: "activityScore", "phenotypes".
  [/^activityScore$/, 'activity score'],
  [/^(pheno|geno|diplo|haplo)types$/i, '$1type'],
];

const ANSWERS: Words = [
  ...SCORES,
  [/ヘテロ(?:接合(?:体|性|型)?|型)?/g, 'heterozygous'],
  [/ホモ(?:接合(?:体|性|型)?|型)?/g, 'homozygous'],
  [/野生型/g, 'wild type'],
];

const WORTH_READING = /aktivit|activit|activid|GAS$|ativid|attivit|types$|[\u30a0-\u30ff\u4e00-\u9fff]/i;

const inWords = (text: string, words: Words): string =>
  WORTH_READING.test(text) ? words.reduce((said, [pattern, english]) => said.replace(pattern, english), text).trim() : text;

function inConcept({ codings, text }: Concept, words: Words): Concept {
  return {
    codings: codings.map((coding) => (coding.display === undefined ? coding : { ...coding, display: inWords(coding.display, words) })),
    ...(text === undefined ? {} : { text: inWords(text, words) }),
  };
}

function inValue(value: ElementValue | null): ElementValue | null {
  if (value?.kind === 'text') return { ...value, text: inWords(value.text, ANSWERS) };
  return value?.kind === 'concept' ? { ...value, concept: inConcept(value.concept, ANSWERS) } : value;
}

/** The row with the names and answers of it and of its components in the words that the readers know. */
export function inKnownWords(view: ObservationView): ObservationView {
  const part = <T extends ObservationView | Component>(of: T): T => ({ ...of, code: inConcept(of.code, NAMES), value: inValue(of.value) });
  return { ...part(view), components: view.components.map(part) };
}
