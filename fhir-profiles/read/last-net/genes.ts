/** Genes that a result or a report of an unknown form stands for. */
import { isGeneralStain } from '../../codes/biomarker-tests.ts';
import { testWithSymbols } from '../../codes/gene/spellings.ts';
import { COMPONENT } from '../../codes/genomics/genomics-codes.ts';
import { pgxGene } from '../../codes/pgx/genes.ts';
import type { Chart } from '../chart.ts';
import { concept, wordings } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import { isEverydayReport } from '../everyday-lines.ts';
import { pgxGenesIn } from '../germline/notation/gene-in-text.ts';
import { isSomatic } from '../germline/result/genotype.ts';
import { OF_TUMOUR } from '../germline/named-test/about-the-gene.ts';
import { NOT_THIS_PATIENT } from '../germline/report/text.ts';
import type { IntakeResource } from '../intake.ts';
import type { Component, ObservationView } from '../observation.ts';
import { isGeneticReport } from '../unread.ts';
import { symbolsIn } from '../variant/result/variant-genes.ts';
import { genesOfCodedResult, spelledOut } from './coded-results.ts';
import {
  holdsAnswer,
  isGenetic,
  isShort,
  isWorded,
  linesOf,
  namesOf,
  OF_GENES,
  reportNames,
  saidInReport,
  shortValue,
  spokenIn,
} from './spoken.ts';

export const isPharmacogene = (gene: string): boolean => pgxGene(gene) !== null;

export function genesOfResult(view: ObservationView, chart: Chart): readonly string[] {
  return [...new Set([...pharmacogenesOf(view), ...tumourGenesOf(view, chart), ...genesOfCodedResult(view, chart)])];
}

/** Pharmacogenes in the name of the result, in the names and answers of its parts, and in its value where the result is one of genetics. */
function pharmacogenesOf(view: ObservationView): readonly string[] {
  if (isSomatic(view) || wordings(view.code).some((name) => OF_TUMOUR.test(name))) return [];
  const texts = [...namesOf(view.code), ...view.components.flatMap(spokenIn), ...(isGenetic(view) ? shortValue(view) : [])];
  return texts.flatMap(pgxGenesIn).filter(isPharmacogene);
}

/** Genes of a tumour where nothing else can be meant: the name says nothing beside them, or a part of the result is the gene. */
function tumourGenesOf(view: ObservationView, chart: Chart): readonly string[] {
  // Understood, and not used for what it may mean otherwise: its name need not say the gene alone.
  if (!view.usable) {
    const said = isGenetic(view) ? wordings(valueConcept(view.value)).filter(isShort) : [];
    return [...namesOf(view.code), ...said].flatMap((words) => symbolsIn(words, chart).filter((gene) => !isPharmacogene(gene)));
  }
  const counted = namesOf(view.code).filter((words) => COUNTS_COPIES.test(words));
  if (view.value !== null && !isWorded(view)) return counted.flatMap((words) => genesAlone(withoutCopies(words), chart));
  const genetic = isGenetic(view) || view.components.some(isOfGene);
  const named = namesOf(view.code).filter((words) => genetic || isWorded(view) || withoutTestWords(words) !== words);
  const stained = isGeneralStain(view.codes, wordings(view.code));
  const parts = !genetic
    ? []
    : stained
      ? view.components.flatMap(spokenIn).filter((words) => STAINED_AS_CHANGED.has(words))
      : view.components.flatMap(spokenIn);
  const value = genetic ? shortValue(view).map((words) => spelledOut(words).split(/[\s:,;(]/)[0] ?? '') : [];
  return [...named, ...counted.map(withoutCopies), ...parts, ...value].flatMap((words) => genesAlone(words, chart));
}

/** "MET copy number: 12", "MET/CEP7 ratio: 2.6": a number that counts the gene; from where it is an amplification, each assay says for itself. */
const COUNTS_COPIES = /\bcop(?:y|ies)\b|\b(?:GCN|CNV|CNA)\b|\bamplif\w*|\b(?:CEP|CEN)[ -]?\d{1,2}\b/i;
const OF_COPIES =
  /\b(?:cop(?:y|ies)|numbers?|GCN|CNV|CNA|amplif\w*|(?:CEP|CEN)[ -]?(?:\d{1,2}|[XY])|centromere|ratio|signals?|fold|change|average|mean|total|absolute|estimated|per|cells?|nucle(?:us|i)|FISH|ISH|of|to|the|and)\b/gi;
const withoutCopies = (words: string): string => testWithSymbols(words, []).replace(OF_COPIES, ' ');

/** The one stain that looks for a changed protein (VE1); the others are told by their own readers, or tell of no gene. */
const STAINED_AS_CHANGED: ReadonlySet<string> = new Set(['BRAF']);

/** A part that is the gene, by its code or its name. */
const isOfGene = ({ code, codes }: Component): boolean => codes.has(COMPONENT.gene) || wordings(code).some((words) => OF_GENES.test(words));

/** Genes of a name that says nothing beside them: "EGFR", "KRAS/NRAS mutation analysis". */
function genesAlone(name: string, chart: Chart): readonly string[] {
  const words = name.replace(FGFR_ALONE, 'FGFR2/FGFR3');
  const symbols = symbolsIn(words, chart);
  const rest = withoutTestWords(symbols.reduce((text, symbol) => text.replaceAll(symbol, ' '), words)).replace(NAMED_CHANGE, ' ');
  return symbols.length > 0 && !/[\p{L}\d]/u.test(rest) ? symbols.filter((gene) => !isPharmacogene(gene)) : [];
}

/** "FGFR alterations: none": of the family, of which labels ask for FGFR2 and FGFR3. */
const FGFR_ALONE = /(?<![A-Za-z0-9])FGFR(?:s|[- ]?1[-–/]4)?(?![A-Za-z0-9])/g;

/** "IDH1 R132H/IDH2 R140Q": what the test looks for in each of them. */
const NAMED_CHANGE = /(?<![A-Za-z0-9])(?:p\.)?[A-Z]\d{2,4}[A-Z*]?(?![A-Za-z0-9])|\b(?:exons?|codons?)\s?\d{1,4}(?:[\d,;/&–-]|\s(?=\d))*/g;

/** What stands around a gene in the name of its test. */
const OF_A_TEST =
  /\b(?:genes?|genetics?|genomics?|genotyp\w*|mut|mutations?|mutational|variants?|alterations?|sequenc\w*|molecular|tests?|testing|anal|analysis|assays?|status|results?|screen(?:ing)?|panel|profil\w*|information|somatic|tumou?r|promoter|(?:hyper)?methylat(?:ion|ed)|extended|by|and|NGS|PCR|DNA|RNA)\b/gi;
export const withoutTestWords = (words: string): string => words.replace(OF_A_TEST, ' ');

/** Genes that the name of a report stands for where the report itself answers, and pharmacogenes that lead a line of a genetic report. */
export function genesOfReport(report: IntakeResource, chart: Chart): readonly string[] {
  const names = (holdsAnswer(report) ? reportNames(concept(report.resource['code'])) : []).filter(
    (name) => !isEverydayReport(name, saidInReport(report), chart),
  );
  const named = names.flatMap((name) => [...(OF_TUMOUR.test(name) ? [] : pgxGenesIn(name)), ...genesAlone(name, chart)]);
  const lines = isGeneticReport(report) ? linesOf(report).filter((line) => !NOT_THIS_PATIENT.test(line)) : [];
  const led = lines.flatMap((line) => pgxGenesIn(/^\s*([^:=]{2,20}[:=])/.exec(line)?.[1] ?? ''));
  return [...new Set([...named, ...led].filter((gene) => isPharmacogene(gene) || named.includes(gene)))];
}
