/**
 * Results of a pharmacogene that are filed under the code of a single change (LOINC 69548-6, 53037-8): an HLA allele that was found or not, the pair of
 * alleles as value or component, the grade of the gene beside it. Single changes themselves are left to the readers of variants.
 */
import { COMPONENT, presenceByCode } from '../../../codes/genomics/genomics-codes.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { GermlineCall, GermlineResult } from '../../../facts.ts';
import type { Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { Component, ObservationView } from '../../observation.ts';
import { presenceInWords } from '../../variant/parts/presence-in-words.ts';
import { statedPresence } from '../../variant/parts/stated-presence.ts';
import { pgxGenesIn } from '../notation/gene-in-text.ts';
import { CONTRADICTED, isSomatic, NOT_INTERPRETABLE, plainResult, UNREAD } from '../result/genotype.ts';
import { hlaAlleles } from '../notation/hla-alleles.ts';
import { hlaStatements } from '../notation/hla-statements.ts';
import { readNamedTest } from './index.ts';
import { ownGenes } from '../result/stated-genes.ts';

export function readInVariantForm(view: ObservationView, chart: Chart): readonly GermlineResult[] {
  if (isSomatic(view)) return [];
  const gene = onlyGene(view, chart);
  if (gene === null) return [];
  if (pgxGene(gene)?.naming === 'hla') return ofHla(view, gene);
  const parts = view.components.filter(isResult).map((part) => ({ ...part, code: { codings: [], text: inFull(part) } }));
  const value =
    [view.value, ...valuesOf(view, COMPONENT.variation)].find((said) => wordings(valueConcept(said)).some(isOfBothCopies)) ?? null;
  if (parts.length === 0 && value === null) return [];
  const named: ObservationView = { ...view, code: { codings: [], text: `${gene} genotype` }, value, components: parts, interpretation: [] };
  return readNamedTest(named, chart).results.filter(({ call }) => call.kind !== 'no-call');
}

/** The one pharmacogene that components, name or value speak of. */
function onlyGene(view: ObservationView, chart: Chart): string | null {
  const own = ownGenes(view, chart);
  if (own.disagreements.length > 0) return null;
  const texts = [...wordings(view.code), ...wordings(valueConcept(view.value)), ...valuesOf(view, COMPONENT.variation).flatMap(words)];
  const inHla = texts.flatMap((text) => hlaAlleles(text).flatMap(({ gene }) => gene ?? []));
  const named = own.symbols.length > 0 ? own.symbols : [...new Set([...texts.flatMap(pgxGenesIn), ...inHla])];
  const [gene, ...others] = named;
  return gene === undefined || others.length > 0 || pgxGene(gene) === null ? null : gene;
}

const valuesOf = (view: ObservationView, code: string) => view.components.flatMap((part) => (part.codes.has(code) ? [part.value] : []));
const words = (value: ObservationView['value']) => wordings(valueConcept(value));

const RESULT =
  /^(?:pharmacogenomic |predicted |gene |overall )*(?:genotype|diplotype|phenotype|metaboli[sz]er(?: (?:status|phenotype))?|metabolic phenotype|activity score|effect value)(?: (?:name|result|value))?$/i;

/** A component in words that holds what was found in the gene as a whole. */
const isResult = ({ code, codes }: Component): boolean =>
  !codes.has(COMPONENT.genotype) && wordings(code).some((name) => RESULT.test(name.trim()));

/** Epic's "Pharmacogenomic Effect Value" is the phenotype. */
const inFull = ({ code }: Component): string => (wordings(code)[0] ?? '').replace(/^.*\beffect value$/i, 'phenotype');

/** A pair of alleles, or a grade: never one change. */
const isOfBothCopies = (text: string): boolean => /\*\s?\d\w*\s?\/\s?\*\s?\d|\bmetaboli[sz]er\b/i.test(text);

const ASSESSED = /\b(?:assessment|presence|detected|phenotype(?: description)?|result|status)\b/i;

/** One allele, and whether it was found, in every way in which the Observation says it. */
function ofHla(view: ObservationView, gene: string): readonly GermlineResult[] {
  const texts = [...wordings(view.code), ...words(view.value), ...view.components.flatMap(({ value }) => words(value))];
  const mine = texts.flatMap((text) => hlaAlleles(text).filter((found) => (found.gene ?? gene) === gene && found.allele.includes(':')));
  const [allele, ...others] = new Set(mine.map((found) => found.allele));
  if (allele === undefined) return [];
  const written = texts.find((text) => hlaAlleles(text).length > 0) ?? '';
  const result = (call: GermlineCall) => [plainResult(view, gene, call, written)];
  if (others.length > 0) return result({ kind: 'no-call', why: UNREAD });
  const assessed = view.components.filter(({ code }) => wordings(code).some((name) => ASSESSED.test(name)));
  const said = [
    statedPresence(view),
    ...assessed.flatMap(({ value }) => [...words(value).map(presenceInWords), ...codedPresence(value)]),
    ...texts.flatMap((text) => hlaStatements(text, gene) ?? []).map(presenceOfCall),
  ].filter((presence) => presence !== null);
  const [first, ...more] = new Set(said);
  if (first === undefined) return result({ kind: 'no-call', why: UNREAD });
  if (more.length > 0) return result({ kind: 'no-call', why: CONTRADICTED });
  if (first !== 'present' && first !== 'absent') return result(NOT_INTERPRETABLE);
  return result({ kind: 'allele-presence', allele, present: first === 'present' });
}

const codedPresence = (value: ObservationView['value']) => valueConcept(value).codings.flatMap((coding) => presenceByCode(coding) ?? []);

const presenceOfCall = (call: GermlineCall) =>
  call.kind === 'allele-presence' ? (call.present ? ('present' as const) : ('absent' as const)) : null;
