/** Forms that name a gene or a marker and were not read: questions that are more than the name of a test, forms that a patient filled in or nobody finished. */
import { biomarkerTest } from '../../codes/biomarker-tests.ts';
import type { BiomarkerFact } from '../../facts.ts';
import type { Chart } from '../chart.ts';
import { isRecord, text, type Json } from '../elements.ts';
import { isOfNoResult, isReadable, itemsOf, resultOf, type FormItem } from '../form-answers.ts';
import { isEverydayReport } from '../everyday-lines.ts';
import { isDiagnosticHla } from '../germline/named-test/about-the-gene.ts';
import { pgxGenesIn } from '../germline/notation/gene-in-text.ts';
import type { IntakeResource } from '../intake.ts';
import { NOT_HERE } from '../report-text.ts';
import { symbolsIn } from '../variant/result/variant-genes.ts';
import { isPharmacogene } from './genes.ts';
import { linesOf, speaksOfChange } from './notes.ts';
import { isNoResult, isOfTheWork, isShort } from './spoken.ts';

export interface ToldByForm {
  readonly genes: readonly string[];
  readonly markers: readonly BiomarkerFact['kind'][];
  /** Question and answer of the first. */
  readonly said: string;
}

/** Yes to a question that asks for something found. */
const FOUND =
  /\b(?:mutat\w*|variants?|alterations?|fusions?|rearrang\w*|amplif\w*|carriers?|deficien\w*|positive|abnormal|poor|metaboli[sz]er|detected|found|present|result)\b|\*\s?\d/i;
const ABOUT_THE_TEST =
  /\b(?:newborn|neonatal|tested|test(?:ing)? (?:done|performed|ordered|requested|sent|needed|planned)|ordered|requested|planned|consent\w*|offered|date)\b/i;

export function toldByForm(form: IntakeResource, chart: Chart): ToldByForm {
  const none = { genes: [], markers: [], said: '' };
  if (/^(?:entered-in-error|stopped)$/i.test(text(form.resource['status']) ?? '')) return none;
  const readable = isReadable(form.resource);
  const items = itemsOf(form.resource).filter((item) => !isOfNoResult(item));
  // What is read as a result is told of, where it has to be, by its own reader.
  const spoken = items.filter((item) => !readable || resultOf(item) === null).flatMap((item) => spokenBy(item, chart));
  return {
    genes: [...new Set(spoken.flatMap(({ gene }) => gene ?? []))],
    markers: [...new Set(spoken.flatMap(({ marker }) => marker ?? []))],
    said: spoken[0]?.line ?? '',
  };
}

interface Spoken {
  readonly gene?: string;
  readonly marker?: BiomarkerFact['kind'];
  readonly line: string;
}

function spokenBy(item: FormItem, chart: Chart): readonly Spoken[] {
  const { question } = item;
  const said = item.answers.map(wordsOf).filter((words) => words !== '');
  const line = `${question}: ${said.join(', ')}`.slice(0, 200);
  // What an answer in words says of genes itself, whatever was asked.
  const inAnswer = said.flatMap((words) => linesOf(words, chart)).map(({ gene }): Spoken => ({ gene, line }));
  const asked = question.replace(/\?\s*$/, '');
  const titled =
    isNoResult(asked) || isOfTheWork(asked) || isDiagnosticHla(asked) || ABOUT_THE_TEST.test(asked) || isEverydayReport(asked, said, chart);
  if (titled || !isShort(asked) || !isAnswered(asked, said)) return inAnswer;
  const pharmacogenes = pgxGenesIn(asked).filter(isPharmacogene);
  const marker = biomarkerTest([], [asked])?.kind;
  // A symbol alone is mostly the short name of something else: "EGFR CKD-EPI", "ALK PHOS".
  const symbols = marker === undefined && speaksOfChange(line) ? symbolsIn(asked, chart) : [];
  const genes = symbols.filter((gene) => !isPharmacogene(gene) && !NOT_HERE.has(gene));
  return [
    ...inAnswer,
    ...[...pharmacogenes, ...genes].map((gene): Spoken => ({ gene, line })),
    ...(marker === undefined ? [] : [{ marker, line }]),
  ];
}

const YES = /^(?:yes|y|true|positive|present|detected|known)\b/i;
const NO = /^(?:no|n|false|none|unknown|unsure|not\b.*|n\/?a|other|pending|declined|refused|-+)\.?$/i;

/** In words of its own, or by yes to something found. */
function isAnswered(question: string, said: readonly string[]): boolean {
  return said.some((words) => (YES.test(words) ? FOUND.test(question) : !NO.test(words.trim())));
}

function wordsOf(answer: Json): string {
  const { valueCoding: coding, valueString: written, valueBoolean: whether, valueQuantity: quantity } = answer;
  if (isRecord(coding)) return text(coding['display']) ?? text(coding['code']) ?? '';
  if (typeof whether === 'boolean') return whether ? 'yes' : 'no';
  if (isRecord(quantity)) return `${String(quantity['value'])} ${text(quantity['unit']) ?? ''}`.trim();
  const number = answer['valueDecimal'] ?? answer['valueInteger'];
  return typeof number === 'number' ? String(number) : (text(written) ?? '');
}
