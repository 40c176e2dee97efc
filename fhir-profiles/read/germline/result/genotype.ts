/** Genotype and haplotype Observations (LOINC 84413-4, 84414-2) and their look-alikes → germline calls. */
import { COMPONENT, OBSERVATION, ORIGIN_ANSWERS } from '../../../codes/genomics/genomics-codes.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { DataWarning, DrugStatement, GermlineCall, GermlineResult } from '../../../facts.ts';
import { conflict, quoted, unparsed, type Chart } from '../../chart.ts';
import { wordings, type Concept } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { Component, ObservationView } from '../../observation.ts';
import { agreedCall } from './agreement.ts';
import { withCopies } from './copy-number.ts';
import { partsAbout, pgxGenesIn } from '../notation/gene-in-text.ts';
import { genotypeInText, type GenotypeContext } from '../notation/genotype-text.ts';
import { hlaAlleles } from '../notation/hla-alleles.ts';
import { hlaStatements } from '../notation/hla-statements.ts';
import { laboratoryClass } from './laboratory-class.ts';
import { zygosityStated } from '../../zygosity-stated.ts';
import type { Zygosity } from '../notation/zygosity.ts';
import { ownGenes, genesBeneath, type StatedGenes } from './stated-genes.ts';
import { haplotypeName } from '../notation/star-alleles.ts';
import { variantListCalls } from '../notation/variant-list.ts';
import { entryOf } from '../../../entry-of.ts';

export interface GenotypeReading {
  readonly results: readonly GermlineResult[];
  readonly warnings: readonly DataWarning[];
  /** What is said of a drug where no gene could be told. */
  readonly statements?: readonly DrugStatement[];
}

const NOTHING: GenotypeReading = { results: [], warnings: [] };

/** Texts of a value that may hold a genotype: words first, then codes that are themselves notation. */
export function genotypeTexts(value: Concept): readonly string[] {
  const notation = value.codings.map(({ code }) => code).filter((code) => /[*#]|:[cgm]\./.test(code));
  return [...new Set([...wordings(value), ...notation.map((code) => code.replace(/^"|"$/g, '').replace(/_(?=\*)/g, ' '))])];
}

function componentFor(view: ObservationView, code: string): Component | undefined {
  return view.components.find((component) => component.codes.has(code));
}

/** Somatic when the Observation says so: then it is no germline result. */
export function isSomatic(view: ObservationView): boolean {
  const stated = valueConcept(componentFor(view, COMPONENT.sourceClass)?.value ?? null);
  return (
    stated.codings.some(({ code }) => entryOf(ORIGIN_ANSWERS, code) === 'somatic') ||
    wordings(stated).some((words) => /\bsomatic\b/i.test(words))
  );
}

export function statedZygosity(view: ObservationView): Zygosity | null {
  const state = valueConcept(componentFor(view, COMPONENT.allelicState)?.value ?? null);
  const stated = zygosityStated(
    state.codings.map(({ code }) => code),
    wordings(state),
  );
  return stated === 'disagree' ? null : stated;
}

/** `value` is the Observation's own value or that of a genotype component. */
export function readGenotype(view: ObservationView, value: Concept, chart: Chart): GenotypeReading {
  if (isSomatic(view)) return NOTHING;
  const own = genotypeTexts(value);
  const texts = own.length === 0 ? textsBeside(view) : own;
  if (texts.length === 0 && view.noValue === undefined && view.components.some(({ codes }) => codes.has(COMPONENT.genotype)))
    return NOTHING;
  const stated = ownGenes(view, chart);
  if (stated.disagreements.length > 0) return inDispute(stated, view, texts.join('; '));
  const { symbols, warnings } = genesMeant(view, texts, stated, chart);
  if (warnings.length > 0) return { results: ofOneOfSeveral(stated, view, texts.join('; ')), warnings };
  const [gene] = symbols;
  if (gene === undefined) {
    return texts.length === 0
      ? { results: [], warnings: [unparsed(view.entry, 'A genotype without a value was not used.')] }
      : {
          results: [],
          warnings: [unparsed(view.entry, `The genotype ${quoted(texts[0] ?? '')} was not used because no gene could be told for it.`)],
        };
  }
  if (symbols.every((symbol) => pgxGene(symbol) === null)) {
    return {
      results: [],
      warnings: [unparsed(view.entry, `The genotype of ${symbols.join(', ')} was not used: no drug advice rests on it.`, symbols)],
    };
  }
  return symbols.length === 1 ? forGene(view, gene, texts, value) : forEachGene(view, symbols, texts, value);
}

/**
 * A genotype without a value of its own may have it in its parts: a diplotype as the variation, or its haplotypes one by one ("*2" and
 * "*4", or HLA alleles of several loci). Genotype components are read by themselves.
 */
function textsBeside(view: ObservationView): readonly string[] {
  const ofPart = (code: string): readonly string[] =>
    view.components.filter(({ codes }) => codes.has(code)).flatMap(({ value }) => genotypeTexts(valueConcept(value)).slice(0, 1));
  const inWords = view.components.filter(({ code }) => wordings(code).some((name) => PAIR_NAME.test(name.trim())));
  if (inWords.length === 1) return inWords.flatMap(({ value }) => genotypeTexts(valueConcept(value)).slice(0, 1));
  // HLA alleles under "gene studied", as writers of typings file them.
  const typed = ofPart(COMPONENT.gene).filter((text) => hlaAlleles(text).length > 0);
  if (typed.length > 0) return [typed.join(', ')];
  const diplotypes = ofPart(COMPONENT.variation).filter((text) => /\*\s?\w+\s?\/\s?\*/.test(text));
  if (diplotypes.length > 0) return diplotypes;
  const haplotypes = ofPart(OBSERVATION.haplotype);
  const loci = new Set(haplotypes.flatMap((text) => hlaAlleles(text).flatMap(({ gene }) => gene ?? [])));
  if (loci.size > 0) return [haplotypes.join(', ')];
  return haplotypes.length === 2 ? [haplotypes.join('/')] : [];
}

/** The name in words of the component that holds the pair. */
const PAIR_NAME = /^(?:diplotype|genotype)(?: call| result)?$/i;

/** One value with several loci (HLA GL Strings joined by `^`, or lists of HLA alleles). */
function forEachGene(view: ObservationView, genes: readonly string[], texts: readonly string[], value: Concept): GenotypeReading {
  const readings = genes.map((gene) => forGene(view, gene, texts, value));
  return { results: readings.flatMap(({ results }) => results), warnings: readings.flatMap(({ warnings }) => warnings) };
}

function forGene(view: ObservationView, gene: string, texts: readonly string[], value: Concept): GenotypeReading {
  const context: GenotypeContext = {
    beside: [...wordings(view.code), ...variantNames(view)].join(' '),
    glString:
      value.codings.some(({ system, code }) => /glstring/i.test(system) || /^hla#/i.test(code)) ||
      texts.some((text) => /^hla#/i.test(text)),
    zygosity: statedZygosity(view),
    oneAllele: view.codes.has(OBSERVATION.haplotype),
  };
  const [only, ...others] = texts;
  const listed = only === undefined || others.length > 0 || view.codes.has(OBSERVATION.haplotype) ? null : variantListCalls(only, gene);
  if (listed !== null) return { results: listed.map((call) => plainResult(view, gene, call, only ?? '')), warnings: [] };
  const hla = only === undefined || others.length > 0 || pgxGene(gene)?.naming !== 'hla' ? null : hlaStatements(only, gene);
  if (hla !== null) return { results: hla.map((call) => plainResult(view, gene, call, only ?? '')), warnings: [] };
  const calls = new Map<string, { readonly call: GermlineCall; readonly text: string }>();
  for (const text of texts.flatMap((written) => (pgxGene(gene)?.naming === 'hla' ? [written] : partsAbout(written, gene)))) {
    const call = genotypeInText(text, gene, context);
    if (call !== null && !calls.has(signature(call))) calls.set(signature(call), { call, text });
  }
  const [first] = calls.values();
  if (first === undefined) return notReadable(view, gene, texts);
  const found = [...calls.values()];
  const agreed = calls.size > 1 ? agreedCall(found.map(({ call }) => call)) : first.call;
  if (agreed === null) {
    const said = found.map(({ text }) => quoted(text)).join(' and ');
    return {
      results: [plainResult(view, gene, { kind: 'no-call', why: 'the result is written in two ways that disagree' }, texts.join('; '))],
      warnings: [conflict(view.entry, `The ${gene} genotype is written as ${said}, which are not the same; it was not used.`, [gene])],
    };
  }
  const { text } = found.find(({ call }) => call === agreed) ?? first;
  return { results: [plainResult(view, gene, withCopies(agreed, view), text)], warnings: [] };
}

/** A genotype beside several genes is of one of them: none must look untested. */
function ofOneOfSeveral({ symbols }: StatedGenes, view: ObservationView, said: string): readonly GermlineResult[] {
  const genes = symbols.length > 1 ? symbols.filter((gene) => pgxGene(gene) !== null) : [];
  return genes.map((gene) => plainResult(view, gene, { kind: 'no-call', why: 'which of several genes it is about cannot be told' }, said));
}

/** A result whose name and gene disagree is one of either gene: neither must look untested. */
export function inDispute({ symbols, disagreements }: StatedGenes, view: ObservationView, said: string): GenotypeReading {
  const genes = symbols.filter((gene) => pgxGene(gene) !== null);
  return {
    results: genes.map((gene) => plainResult(view, gene, { kind: 'no-call', why: 'its name and its gene disagree' }, said)),
    warnings: disagreements.map((message) => conflict(view.entry, message, symbols)),
  };
}

function genesMeant(
  view: ObservationView,
  texts: readonly string[],
  own: StatedGenes,
  chart: Chart,
): { symbols: readonly string[]; warnings: readonly DataWarning[] } {
  const inHla = texts.flatMap((text) => hlaAlleles(text).flatMap((allele) => allele.gene ?? []));
  const named = [...new Set([...texts.flatMap(pgxGenesIn), ...inHla])].sort();
  if (named.length === 0) {
    if (own.symbols.length === 1) return { symbols: own.symbols, warnings: [] };
    const beneath = own.symbols.length === 0 ? genesBeneath(view, chart) : [];
    if (own.symbols.length === 0) return { symbols: beneath.length === 1 ? beneath : [], warnings: [] };
    const message = `One genotype value for several genes (${own.symbols.join(', ')}) does not say which it is about; it was not used.`;
    return { symbols: [], warnings: [unparsed(view.entry, message, own.symbols)] };
  }
  if (own.symbols.length === 0) return { symbols: named, warnings: [] };
  const agreed = named.filter((symbol) => own.symbols.includes(symbol));
  if (agreed.length === named.length || (agreed.length > 0 && named.every((symbol) => symbol.startsWith('HLA-'))))
    return { symbols: agreed, warnings: [] };
  const message = `The genotype names ${named.join(', ')} but the result is filed under ${own.symbols.join(', ')}; it was not used.`;
  return { symbols: [], warnings: [conflict(view.entry, message, [...named, ...own.symbols])] };
}

/** rsIDs and names in the variation components, which may say which position a bare "C/T" is about. */
function variantNames(view: ObservationView): readonly string[] {
  return view.components
    .filter(({ codes }) => codes.has(COMPONENT.variation) || codes.has(COMPONENT.dbsnp))
    .flatMap(({ value }) => {
      const named = valueConcept(value);
      return [...wordings(named), ...named.codings.map(({ code }) => code)];
    });
}

/** Why nothing could be told of a result that is there. */
export const UNREAD = 'the result could not be read';
export const CONTRADICTED = 'code and words of the result disagree';

/** What callers write of a gene that they could not call: "No Result", "Unknown/Unknown", "?/?". */
export const NOT_CALLED =
  /^\s*(?:no results?|not called|uncalled|(?:\*?\?|\*?unknown|unk|\.)\s?[/|]\s?(?:\*?\?|\*?unknown|unk|\.))\s*\.?$/i;

const FAILED =
  /\bno[- ]?call\b|\bfail(?:ed|ure)?\b|\bindeterminate\b|\binconclusive\b|\binsufficient\b|\bnot (?:performed|determined|interpretable|tested)\b|\bunable to\b|\buninterpretable\b/i;

/** The laboratory says that it has no result. */
export const NOT_INTERPRETABLE: GermlineCall = {
  kind: 'no-call',
  by: 'laboratory',
  why: 'the laboratory reports no interpretable result',
};

/** A result with the reason why it has no value; null where no reason is given. */
export function withoutValue(noValue: Concept | undefined): GermlineCall | null {
  if (noValue === undefined) return null;
  const reason = wordings(noValue)[0] ?? noValue.codings[0]?.code ?? 'not stated';
  return { kind: 'no-call', by: 'laboratory', why: `no value: ${reason}`, reason };
}

function notReadable(view: ObservationView, gene: string, texts: readonly string[]): GenotypeReading {
  const [written] = texts;
  const failed = texts.find((text) => FAILED.test(text) || NOT_CALLED.test(text));
  const call = failed === undefined ? withoutValue(view.noValue) : NOT_INTERPRETABLE;
  if (call !== null) return { results: [plainResult(view, gene, call, failed ?? '')], warnings: [] };
  // A result is on file all the same: it must never look like a gene that was not tested.
  const unread = plainResult(view, gene, { kind: 'no-call', why: UNREAD }, written ?? '');
  const message =
    written === undefined
      ? `The ${gene} genotype has no value and was not used.`
      : `The ${gene} genotype ${quoted(written)} could not be read and was not used.`;
  return { results: [unread], warnings: [unparsed(view.entry, message, [gene])] };
}

export function plainResult(view: ObservationView, gene: string, call: GermlineCall, text: string): GermlineResult {
  const classed = laboratoryClass(view, call, text);
  return {
    gene,
    call,
    text,
    source: view.source,
    derivedFrom: view.links,
    ...(view.amended ? { amended: true } : {}),
    ...(classed === null ? {} : { laboratoryClass: classed }),
  };
}

/** One string per meaning, so that the same call written twice counts once. */
export function signature(call: GermlineCall): string {
  if (call.kind === 'diplotype') {
    const names = call.haplotypes.map(haplotypeName).sort().join('/');
    return `diplotype ${names} ${call.totalCopies === undefined ? '' : `${call.totalCopies.n}${call.totalCopies.atLeast ? '+' : ''}`}`;
  }
  if (call.kind === 'single-allele') return `single ${haplotypeName(call.haplotype)}`;
  if (call.kind === 'nucleotides') return `bases ${call.rsId ?? ''} ${[...call.bases].sort().join('')}`;
  return JSON.stringify(call);
}
