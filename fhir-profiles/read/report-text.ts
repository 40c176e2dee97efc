/**
 * Findings that a report gives in words only. Sentences are not interpreted: a negation, a history or a plan reads like a result. What
 * is said instead: that the gene was spoken of, so that it is neither passed over nor called untested.
 */
import { findingsInEnglish } from '../codes/finding-words.ts';
import { testInEnglish } from '../codes/test-words.ts';
import type { DataWarning, TestedGene, VariantFact } from '../facts.ts';
import { unparsed, type Chart } from './chart.ts';
import { narrativeOf, plainTextOf } from './attachment.ts';
import { concept, concepts, list, text, wordings } from './elements.ts';
import { valueConcept } from './element-value.ts';
import type { IntakeResource } from './intake.ts';
import { speaksOfTumours, wordsOfGenes } from './everyday-lines.ts';
import { resultStatus } from './result-status.ts';
import { sourceOf, type ObservationView } from './observation.ts';
import { isGeneticReport, namesGeneticReport } from './unread.ts';
import { symbolsIn } from './variant/result/variant-genes.ts';
import { testedTogether } from './variant/notation/gene-groups.ts';
import { presenceInWords } from './variant/parts/presence-in-words.ts';

export interface ReportTexts {
  readonly tested: readonly TestedGene[];
  readonly warnings: readonly DataWarning[];
}

/** A gene is spoken of as a finding only beside one of these words, or beside a change by its name. */
const FINDING =
  /\b(?:[Mm]utat\w*|Varianten?|[Nn]achweis|Wildtyp|variants?|alterations?|fusions?|rearrang\w*|translocat\w*|amplif\w*|wild[- ]?type|deletions?|insertions?|skipping|exon\s*\d+|ITD|TKD|PTD|vIII|ex\d{1,2}(?:del|ins)\w*|(?<=[A-Z][A-Z0-9]{1,7}[ -])(?:amp|WT|wt|[Mm]ut)|(?:biallelic|homozygous) loss|[A-Z]\d{2,4}_[A-Z]\d{2,4}(?:del|ins|dup)\w*|BCR\s?[-:/]{1,2}\s?ABL1?|positive|negative|[Nn]egatives|detected|[cp]\.\S+|[A-Z]\d{2,4}(?:[A-Z*]|fs|del|dup))\b/;
/** The words of other languages count as their English ones: "mutações", "Translokation nachgewiesen". */
const tellsFinding = (said: string): boolean =>
  FINDING.test(said) || (said.length <= LONGEST_LINE && FINDING.test(testInEnglish(findingsInEnglish(said))));
const LONGEST_LINE = 2000;
/** Laboratory words that are gene symbols too, and stainings that are told elsewhere. */
export const NOT_HERE: ReadonlySet<string> = new Set([
  'CD3',
  'CD5',
  'CD10',
  'CD19',
  'CD20',
  'CD34',
  'CD45',
  'CD79A',
  'CD138',
  'CAD',
  'CD33',
  'CD38',
  'CD4',
  'MS4A1',
  'MME',
  'SDC1',
  'PTPRC',
  'NAPSA',
  'TTF1',
  'KRT7',
  'KRT20',
  'CDX2',
  'GATA3',
  'SOX10',
  'PAX8',
  'SYP',
  'CHGA',
  'S100B',
  'AFP',
  'CRP',
  'ALB',
  'INS',
  'KLK3',
  'CAMP',
  'MPO',
  'TG',
  'CALCA',
  'HP',
]);

/** Markers of the whole tumour as reports name them. */
const MARKERS: readonly (readonly [kinds: readonly [string, ...string[]], pattern: RegExp])[] = [
  [['TMB'], /\bTMB\b|tumou?r mutation(?:al)? burden/i],
  [['MSI', 'MMR'], /\bMSI(?:-?H|-?L)?\b|microsatellite|\b[dp]MMR\b|mismatch repair/i],
  [['HRD'], /\bHRD\b|homologous recombination defici/i],
];

/** `read`: genes of which the words themselves were read. */
export function reportTexts(
  chart: Chart,
  variants: readonly VariantFact[],
  tested: readonly TestedGene[],
  measured: readonly string[] = [],
  claimed: ReadonlySet<IntakeResource> = new Set(),
  read: readonly string[] = [],
): ReportTexts {
  const known = new Set([...variants.flatMap(({ genes }) => genes), ...tested.map(({ gene }) => gene), ...read]);
  const facts: TestedGene[] = [];
  const warnings: DataWarning[] = [];
  const tell = (entry: IntakeResource, sentences: readonly string[]) => {
    for (const { gene, change } of foundInWords(sentences, variants, chart)) {
      warnings.push(
        unparsed(
          entry,
          `${gene} ${change} is said to be found in words only, beside results of ${gene}: not interpreted. Look at the report itself.`,
          [gene],
        ),
      );
      facts.push({ gene, origin: 'unknown', negative: false, inWords: change, source: sourceOf(entry, chart.intake) });
    }
  };
  for (const report of chart.intake.ofType('DiagnosticReport')) {
    if (!resultStatus(report).usable) continue;
    const called = wordings(concept(report.resource['code']));
    const words = [...wordsOf(report), ...wordsWithin(report)].map((said) =>
      isGeneticReport(report) ? said : wordsOfGenes(said, called, chart),
    );
    tell(report, wordsOf(report).flatMap(sentencesIn));
    // The words of a list stand or fall together: "Not detected: KRAS, BRAF, MET".
    const genes = [...new Set(words.flatMap(linesIn).flatMap((line) => (tellsFinding(line) ? spokenOf(line, chart) : [])))].filter(
      (gene) =>
        !known.has(gene) && !NOT_HERE.has(gene) && isTumourGene(gene, chart) && !(gene === 'ERBB2' && isReceptorAlone(words, measured)),
    );
    const markers = MARKERS.filter(
      ([kinds, pattern]) => !kinds.some((kind) => measured.includes(kind)) && words.some((said) => pattern.test(said)),
    ).map(([[kind]]) => kind);
    if (genes.length === 0 && markers.length === 0) continue;
    const named = [...markers, ...genes.slice(0, 8)].join(', ');
    warnings.push(unparsed(report, `A report speaks of ${named} in words only: not interpreted. Look at the report itself.`, genes));
    for (const gene of genes) facts.push({ gene, origin: 'unknown', negative: false, source: sourceOf(report, chart.intake) });
  }
  // A line under a general name ("Molecular pathology: KRAS G12C detected") that no reader took: its genes are not untested.
  for (const view of chart.observations) {
    if (!view.usable || claimed.has(view.entry)) continue;
    tell(view.entry, wordings(valueConcept(view.value)).flatMap(sentencesIn));
    // What the test asks for stands in its name: "Gene fusion: see report, EML4-ALK".
    const asked = wordings(view.code).some((name) => /\b(?:fusions?|rearrang\w*|translocat\w*|mutat\w*)\b|変異|遺伝子|突变/i.test(name));
    const pointed = wordings(valueConcept(view.value)).some((said) => ELSEWHERE.test(said.trim()));
    const noted = pointed && wordings(view.code).some(namesGeneticReport) ? view.notes.flatMap(linesIn) : [];
    const genes = [
      ...new Set([
        ...noted.flatMap((said) => (tellsFinding(said) ? spokenOf(said, chart) : [])),
        ...(asked ? wordings(view.code).flatMap((name) => spokenOf(name, chart)) : []),
        ...(wordings(view.code).some((name) => LISTS_NEGATIVES.test(name))
          ? spokenIn(view, chart).filter((gene) => testedTogether([gene]))
          : []),
        ...wordings(valueConcept(view.value)).flatMap((said) => {
          if (asked || said.length < A_NOTE || wordings(view.code).some((name) => speaksOfTumours(name) || namesGeneticReport(name))) {
            const left = asked ? said : wordsOfGenes(said, wordings(view.code), chart);
            return asked || tellsFinding(left) ? spokenOf(left, chart) : [];
          }
          // A note of many things: what is found and the gene stand in one line.
          return linesIn(wordsOfGenes(said, wordings(view.code), chart)).flatMap((line) =>
            tellsFinding(line) ? spokenOf(line, chart) : [],
          );
        }),
      ]),
    ].filter((gene) => !known.has(gene) && !NOT_HERE.has(gene) && isTumourGene(gene, chart));
    if (genes.length === 0) continue;
    const named = genes.slice(0, 8).join(', ');
    warnings.push(
      unparsed(view.entry, `A result speaks of ${named} under a general name: not interpreted. Look at the result itself.`, genes),
    );
    const [said] = wordings(valueConcept(view.value));
    const unread = said === undefined || !tellsFinding(said) ? {} : { unread: said.slice(0, 200) };
    for (const gene of genes) facts.push({ gene, origin: 'unknown', negative: false, ...unread, source: view.source });
  }
  return { tested: facts, warnings };
}

/** "HER2 positive (3+)" was read as the receptor, and nothing is said of the gene. */
const isReceptorAlone = (words: readonly string[], measured: readonly string[]): boolean =>
  measured.includes('HER2') && !words.some((said) => /ERBB2|mutat|exon|variant|[cp]\.\S/i.test(said));

const A_NOTE = 120;
/** "Pertinent negatives: EGFR, ALK"; under the same title an examination tells what the patient does not complain of. */
const LISTS_NEGATIVES =
  /\b(?:pertinent|relevant) negatives?\b|\b(?:no|without) (?:reportable|clinically relevant) (?:alteration|variant|mutation)s?\b/i;
function spokenIn(view: ObservationView, chart: Chart): readonly string[] {
  return wordings(valueConcept(view.value)).flatMap((said) => (said.length < 2000 ? spokenOf(said, chart) : []));
}
/** The answer stands in a note beside it. */
const ELSEWHERE = /^(?:see|refer to) (?:the )?(?:notes?|comments?|below)(?: below)?\.?$/i;

function wordsOf({ resource }: IntakeResource): readonly string[] {
  const coded = concepts(resource['conclusionCode']).flatMap(wordings);
  return [...coded, ...list(resource['conclusion']).flatMap((item) => text(item) ?? [])];
}
/** A genetic report without results: the text inside it, and what its narrative shows. */
function wordsWithin(report: IntakeResource): readonly string[] {
  const { resource } = report;
  if (!isGeneticReport(report) || list(resource['result']).length > 0) return [];
  const attached = list(resource['presentedForm']).flatMap((form) => plainTextOf(form) ?? []);
  return [...attached, ...[narrativeOf(resource)].flatMap((shown) => shown ?? [])].filter((words) => words.length < LONGEST);
}
const LONGEST = 100_000;
function linesIn(words: string): readonly string[] {
  return words.split(/[;\n]|\.(?:\s|$)/).filter((line) => line.length < 1000);
}
function sentencesIn(words: string): readonly string[] {
  return words.split(/[.;\n](?:\s|$)|,\s/).filter((item) => item.length < 400);
}

const CHANGE =
  /(?<![A-Za-z0-9])(?:p\.)?\(?([ACDEFGHIKLMNPQRSTVWY]\d{2,4}[ACDEFGHIKLMNPQRSTVWY*])(?![A-Za-z0-9])|\b([Rr]evers(?:ion|ant))\b/g;
const HEDGED =
  /\b(?:recommend\w*|consider\w*|suggest\w*|should|if|previous\w*|prior|history|may|might|can|could|possible|associated|test(?:ed)? for|rule out|pending|unlikely)\b/i;

/** Changes that a short sentence says were found, of genes with results that do not hold them. A doubt, a plan or a history says nothing. */
function foundInWords(
  sentences: readonly string[],
  variants: readonly VariantFact[],
  chart: Chart,
): readonly { readonly gene: string; readonly change: string }[] {
  return sentences.flatMap((sentence) => {
    if (sentence.length > 160 || presenceInWords(sentence) !== 'present' || HEDGED.test(sentence)) return [];
    const [gene, other] = symbolsIn(sentence, chart);
    const results = variants.filter(({ genes }) => gene !== undefined && genes.includes(gene));
    if (gene === undefined || other !== undefined || results.length === 0) return [];
    const changes = [...sentence.matchAll(CHANGE)].map(([, change, reversion]) => change ?? (reversion === undefined ? '' : 'reversion'));
    return [...new Set(changes)].filter((change) => !isAmong(change, results)).map((change) => ({ gene, change }));
  });
}
/** "L858R" is p.Leu858Arg: the residue is enough. */
function isAmong(change: string, results: readonly VariantFact[]): boolean {
  const sought = change === 'reversion' ? /revers/i : new RegExp(`(?<!\\d)${/\d+/.exec(change)?.[0] ?? change}(?!\\d)`);
  return results.some(({ pHgvs, names, cHgvs }) => [pHgvs, cHgvs, ...names].some((name) => name !== undefined && sought.test(name)));
}

/** Pharmacogenes in words are told by the genotype reader's own warnings. */
function isTumourGene(gene: string, chart: Chart): boolean {
  return chart.vocabulary.genes.bySymbol(gene) !== null && !/^(?:CYP|HLA-|UGT|SLCO|TPMT|NUDT15|DPYD|VKORC1|G6PD)/.test(gene);
}

/** "CD74-ROS1" and "KIF5B/RET" name two genes. */
function spokenOf(words: string, chart: Chart): readonly string[] {
  const onTranscripts = [...words.matchAll(/(?<![A-Za-z0-9])(?:N[MP]_\d+|ENST\d+)/g)].flatMap(
    ([accession]) => chart.vocabulary.genes.byTranscript(accession) ?? [],
  );
  const spelled = words.replace(RAS, 'KRAS/NRAS');
  const named = [...new Set([...symbolsIn(spelled, chart), ...symbolsIn(spelled.replace(/[-–/]|::/g, ' '), chart), ...onTranscripts])];
  // Symbols that are words in capitals, too: "criteria MET" in a culture, a "KIT" of reagents.
  return named.filter((gene) => !ALSO_WORDS.has(gene) || named.some((other) => !ALSO_WORDS.has(other)) || asGene(gene).test(words));
}
/** Both genes that colorectal reports mean by it. */
const RAS = /(?<![A-Za-z0-9-])RAS(?![A-Za-z0-9])/g;
const ALSO_WORDS: ReadonlySet<string> = new Set(['MET', 'KIT']);
function asGene(symbol: string): RegExp {
  return new RegExp(
    `\\bc-?${symbol}\\b|\\b${symbol}\\b[\\s:(,-]{0,3}(?:gene|ex(?:on)?\\s?\\d|amplif|mutat|variant|fusion|alteration|rearrang|skipping|wild|over-?express|copy|IHC|D\\d|[cp]\\.|[A-Z]\\d{2,4})`,
    'i',
  );
}
