/**
 * One-gene results in plain laboratory style: no profile, a local or gene-specific code, the gene in the test's name, the value a text,
 * an answer or a number; also as components of a panel. "CYP2C19 genotype: *1/*2", "HLA-B*57:01: negative", "DPYD activity score: 1.5".
 */
import { ASKED_FOR, genesAsked } from '../../asked-and-answered.ts';
import { geneOfTestCode } from '../../../codes/pgx/test-codes.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { DataWarning, GermlineCall, GermlineResult } from '../../../facts.ts';
import { quoted, unparsed, type Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { alleleSlot, type Slot } from '../result/allele-rows.ts';
import { isReference } from '../result/agreement.ts';
import { copiesStated, namesCopyNumber, noneMore, withCopies } from '../result/copy-number.ts';
import { CONTRADICTED, genotypeTexts, isSomatic, plainResult, type GenotypeReading } from '../result/genotype.ts';
import { pgxGenesIn, withoutGene } from '../notation/gene-in-text.ts';
import { toldOfTheTest } from './about-the-test.ts';
import { hlaAlleles } from '../notation/hla-alleles.ts';
import { findingsInEnglish } from '../../../codes/finding-words.ts';
import { NOTHING_FOUND } from '../../../codes/nothing-found.ts';
import { componentGenes } from '../result/stated-genes.ts';
import { aboutThisPatient } from './beside-the-result.ts';
import { namedAllele } from '../notation/named-alleles.ts';
import { saidBy, type Item, type Said } from './item.ts';
import { isDeniedByFlag, isStatedByFlag } from './presence.ts';
import { callsOf, geneInValue } from './calls.ts';
import { behindCodeAlone, componentGene, geneOf } from './gene.ts';
import {
  asksOnly,
  genericPanel,
  gradesOf,
  isAboutGene,
  isCodedForGene,
  isDiagnosticHla,
  isOfAnother,
  measuresEnzyme,
  namesChange,
  OF_TUMOUR,
  ofAnother,
  speaksOfGenotype,
} from './about-the-gene.ts';
import { inKnownWords } from './in-other-words.ts';
import { questionsOf, standsAlone, withNote } from './questions.ts';

export interface NamedTestReading extends GenotypeReading {
  /** False: this Observation is no pharmacogenomic test at all. */
  readonly recognised: boolean;
  /** Results that are one of two copies by the name of their row. */
  readonly slots?: ReadonlyMap<GermlineResult, Slot>;
}

export function readNamedTest(written: ObservationView, chart: Chart): NamedTestReading {
  const view = inKnownWords(withNote(written));
  if (isSomatic(view) || wordings(view.code).some((name) => OF_TUMOUR.test(name))) return { results: [], warnings: [], recognised: false };
  const stated = componentGenes(view, chart);
  const { items, unanswered } = questionsOf(view);
  const results: GermlineResult[] = [];
  const warnings: DataWarning[] = [];
  const slots = new Map<GermlineResult, Slot>();
  let recognised = false;
  const parent = geneOf(view, stated.symbols, warnings, view);
  for (const each of items) {
    const words = wordings(each.code).join(' ');
    const value = aboutThisPatient(each.value, hlaAlleles(words).length > 0 || namesChange(words));
    const whole = each === view;
    // An explanation of what results mean, beside a gene: under a comment's name it is none of the patient's, elsewhere a result that was not read.
    if (each.value !== null && value === null && toldOfTheTest(words, saidBy(each.value)) === null) {
      const ofGene = whole ? parent : componentGene(each, parent, stated.symbols, [], view);
      recognised ||= ofGene !== null;
      if (ofGene !== null && !EXPLANATION.test(words))
        results.push(plainResult(view, ofGene, { kind: 'no-call', why: 'it explains what results mean' }, saidBy(each.value)));
      if (ofGene !== null) continue;
    }
    const item: Item = value === each.value || value === null ? each : { ...each, value };
    if (measuresEnzyme(words) || isOfAnother(item, words)) continue;
    if (isDiagnosticHla(words)) {
      recognised = true;
      continue;
    }
    const asked = whole || unanswered ? genesAsked(item) : [];
    if (asked.length > 0) {
      recognised = true;
      const said = item.value === null ? '' : saidBy(item.value);
      results.push(...asked.map((named) => plainResult(view, named, { kind: 'no-call', why: ASKED_FOR }, said)));
      continue;
    }
    const told = item.value === null ? null : toldOfTheTest(words, saidBy(item.value));
    if (told !== null && item.value !== null) {
      const about = geneOf(item, [], [], view);
      if (about === null) continue;
      recognised = true;
      // The gene was looked at: without its result it must not look untested.
      if (told === 'coverage')
        results.push(
          plainResult(view, about, { kind: 'no-call', why: 'it lists what the test covers, and no finding' }, saidBy(item.value)),
        );
      warnings.push({
        code: 'not-used',
        message: `${quoted(words)} tells of the test and is no result of the patient.`,
        reference: view.entry.reference,
        genes: [about],
      });
      continue;
    }
    if (namesCopyNumber(item.code) && (copiesStated(item.value, item.code) !== null || noneMore(item))) {
      recognised ||= geneOf(item, [], [], view) !== null;
      continue;
    }
    const gene = whole ? parent : componentGene(item, parent, stated.symbols, warnings, view);
    if (gene === null) {
      if (whole && !asksOnly(words)) {
        const reading =
          genericPanel(words) || (speaksOfGenotype(item) && !isCodedForGene(item))
            ? geneInValue(view, item, chart)
            : gradesOf(item).flatMap((text) => geneInValue(view, { ...item, value: { kind: 'text', text } }, chart));
        recognised ||= reading.length > 0;
        results.push(...reading);
      }
      if (parent === null) results.push(...behindCodeAlone(view, item));
      continue;
    }
    if (pgxGene(gene) === null || !isAboutGene(item, gene, words, whole)) continue;
    recognised = true;
    if (item.value === null && item.noValue === undefined && item.interpretation.length === 0) continue;
    const slot = alleleSlot(words);
    const said = callsOf(item, gene, view);
    const calls = underFlag(item, said.length === 0 && slot !== null ? oneCopy(item, gene) : said);
    if (calls.length > 0) {
      const read = calls.map(({ call, text }) => plainResult(view, gene, slot === null ? withCopies(call, view) : call, text));
      results.push(...read);
      if (slot !== null) for (const result of read) slots.set(result, slot);
    } else if (item.value !== null) {
      // A result is on file all the same: it must never look like a gene that was not tested.
      const written = saidBy(item.value);
      const nothing = pgxGene(gene)?.naming !== 'hla' && NEGATIVE.test(findingsInEnglish(written).trim());
      results.push(plainResult(view, gene, { kind: 'no-call', why: nothing ? NOTHING_FOUND : 'the result could not be read' }, written));
      if (nothing) continue;
      warnings.push(unparsed(view.entry, `The ${gene} result ${quoted(saidBy(item.value))} could not be read and was not used.`, [gene]));
    } else if (!whole || standsAlone(view)) {
      const flags = item.interpretation.map((flag) => wordings(flag)[0] ?? flag.codings[0]?.code ?? '').join(', ');
      const why = `the laboratory gives only the flag ${quoted(flags)} and no value`;
      results.push(plainResult(view, gene, { kind: 'no-call', why }, flags));
      warnings.push(unparsed(view.entry, `The ${gene} result was not used because ${why}.`, [gene]));
    }
  }
  if (results.length === 0) results.push(...inColumns(view), ...typedAlleles(view, chart));
  if (results.length === 0 && warnings.some(({ code }) => code === 'conflict')) results.push(...inConflict(view, stated.symbols));
  return { results, warnings, recognised: recognised || results.length > 0 || warnings.length > 0, slots };
}

/** One named change or allele whose flag and value say the opposite is neither found nor absent; a whole genotype is what it says. */
function underFlag(item: Item, calls: readonly Said[]): readonly Said[] {
  if (isStatedByFlag(item) && calls.some(({ call }) => isAbsent(call)))
    return calls.map((said) => (isAbsent(said.call) ? { ...said, call: { kind: 'no-call', why: CONTRADICTED } } : said));
  if (!calls.some(({ call }) => isFound(call)) || !isDeniedByFlag(item)) return calls;
  return calls.map((said) => (isFound(said.call) ? { ...said, call: { kind: 'no-call', why: CONTRADICTED } } : said));
}
function isAbsent(call: GermlineCall): boolean {
  return (call.kind === 'variant' || call.kind === 'allele-presence') && !call.present;
}
function isFound(call: GermlineCall): boolean {
  if (call.kind === 'single-allele') return !call.haplotype.units.every(isReference);
  return (call.kind === 'variant' || call.kind === 'allele-presence') && call.present;
}

/** "DPYD allele 1: Reference": half a sentence elsewhere, here the whole of one copy. */
function oneCopy(item: Item, gene: string): Said[] {
  if (pgxGene(gene)?.naming !== 'variant') return [];
  return genotypeTexts(valueConcept(item.value)).flatMap((text): Said[] => {
    const haplotype = namedAllele(withoutGene(text, gene), gene);
    return haplotype === null ? [] : [{ call: { kind: 'single-allele', haplotype }, text }];
  });
}

/** "Gene 1", "Result 1", "Gene 2", "Result 2" as components: which belongs to which is not told by their names, but that they are on file is. */
function inColumns(view: ObservationView): readonly GermlineResult[] {
  const named = (pattern: RegExp) =>
    view.components.filter(({ code, value }) => value !== null && wordings(code).some((name) => pattern.test(name.trim())));
  if (named(/^(?:results?|genotypes?|diplotypes?|phenotypes?)\s*\d{0,2}$/i).length < 2) return [];
  const genes = new Set(
    named(/^gene(?: symbol| name)?\s*\d{0,2}$/i).flatMap(({ value }) => wordings(valueConcept(value)).flatMap(pgxGenesIn)),
  );
  return genes.size < 2
    ? []
    : [...genes].map((gene) => plainResult(view, gene, { kind: 'no-call', why: 'the result could not be read' }, ''));
}

/** HLA alleles listed as the genes of a typing. */
function typedAlleles(view: ObservationView, chart: Chart): readonly GermlineResult[] {
  const names = wordings(view.code);
  if (names.some((name) => ofAnother(name)) || !names.some((name) => /\b(?:HLA|typing|genotyp\w*)\b/i.test(name))) return [];
  const typed = view.components
    .filter(({ codes }) => codes.has(COMPONENT.gene))
    .flatMap(({ value }) => wordings(valueConcept(value)).slice(0, 1))
    .filter((text) => hlaAlleles(text).some(({ gene }) => gene !== null));
  return typed.length === 0 ? [] : geneInValue(view, { ...view, value: { kind: 'text', text: typed.join(', ') } }, chart);
}

/** A result whose code and name mean different genes is a result of one of them: neither must look untested. */
function inConflict(view: ObservationView, stated: readonly string[]): readonly GermlineResult[] {
  const words = wordings(view.code);
  const coded = view.code.codings.flatMap(({ code }) => geneOfTestCode(code)?.gene ?? []);
  const said = view.value === null ? '' : saidBy(view.value);
  // The loci of HLA are typed together, and the code of one is often put on the rows of all.
  const typed = hlaAlleles(said).flatMap(({ gene }) => gene ?? []);
  const genes = new Set([...stated, ...words.flatMap(pgxGenesIn), ...coded, ...typed].filter((gene) => pgxGene(gene) !== null));
  return [...genes].map((gene) => plainResult(view, gene, { kind: 'no-call', why: 'its code and its name mean different genes' }, said));
}

/** Names of rows that hold explanations. */
const EXPLANATION =
  /\b(?:comments?|notes?|information|remarks?|explanation|significance|background|guidance|recommendations?|disclaimers?|limitations?|literature|references?)\b/i;

/** A whole result that says only that nothing was found. */
const NEGATIVE =
  /^(?:negative|(?:mutations?|variants?)? ?not detected|not mutated|none detected|no (?:\S+ ){0,3}(?:variants?|mutations?|alterations?)(?: (?:was |were )?(?:detected|found|identified))?)\.?$/i;
