/** A reported variant in the words the knowledge uses: every notation on it read, exon and effect worked out. */
import { alternativesInName } from '../../../fhir-profiles/codes/alternatives-in-name.ts';
import { foundAs } from '../../../fhir-profiles/codes/found-as.ts';
import type { VariantFact } from '../../../fhir-profiles/index.ts';
import { parseTerm } from '../../knowledge/oncology/notation/parse-term.ts';
import { parseProtein } from '../../knowledge/oncology/notation/protein.ts';
import { plainName, type Term } from '../../knowledge/oncology/notation/term.ts';
import type { GeneModels } from '../../knowledge/oncology/types.ts';
import { isReversion, type Alteration } from './alteration.ts';
import { eitherPart } from './either-part.ts';
import { placesOf } from './genomic-place.ts';
import { renumberedExons } from './legacy.ts';
import { changesOf, codingOf, codonsIn, effectOf, exonsOf } from './sequence-change.ts';
import { skippedExon } from './exon-skipping.ts';
import { copyOf, expressionOf, fusionOf, partners } from './structural-change.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export { isReversion, type Alteration } from './alteration.ts';

/** @returns null when the knowledge has nothing on any of its genes: most variants of a large panel. */
export function readAlteration(fact: VariantFact, genes: GeneModels): Alteration | null {
  const symbols = symbolsOf(fact, genes);
  const alternatives = alternativesOf(fact, genes);
  const texts = alternatives.length > 0 ? [] : [...fact.names, ...(fact.iscn === undefined ? [] : [fact.iscn])];
  const context = symbols.find((symbol) => genes.get(symbol)) ?? symbols[0] ?? null;
  const terms = texts
    .map((text) => parseTerm(bareText(text), genes, context))
    .filter((term) => term !== null)
    .map((term): Term => (term.kind === 'exon' ? { ...term, exons: renumberedExons(term.gene, term.exons) } : term));
  const fusion = fusionOf(fact, symbols, terms, genes);
  const all = [...new Set([...symbols, ...terms.flatMap((term) => ('gene' in term ? [term.gene] : [])), ...partners(fusion)])];
  const model = all.map((symbol) => genes.get(symbol)).find((found) => found !== undefined);
  if (!model) return terms.some(({ kind }) => kind === 'arm-deletion') ? withoutGeneModel(fact, terms) : null;

  const coding = codingOf(fact, texts);
  const changes = changesOf(fact, texts, terms, model, coding);
  const change = changes[0];
  const codons = codonsIn(change, coding, model, fact, terms);
  const effect = effectOf(change, coding, fact, terms);
  const exons = exonsOf(codons, fact, terms, model) ?? exonTested(model.symbol, terms);
  const ofEitherPart = changes.length === 0 && coding.length === 0 ? eitherPart(fact) : [];
  const skipped = skippedExon(terms, coding, changes, model.symbol, fact);
  return {
    fact,
    genes: all,
    changes,
    either: isEither(fact, terms, model.symbol) || ofEitherPart.length > 0 || alternatives.length > 0,
    alternatives,
    codings: coding.map(({ name }) => name),
    codons,
    exons,
    effect,
    skippedExon: skipped,
    // Exon 13 joined to exon 15 of one gene is no fusion.
    fusion: skipped === null ? fusion : null,
    copy: copyOf(fact, terms),
    expression: expressionOf(fact, terms),
    classes: [...terms.filter((term) => !['protein', 'coding', 'marker'].includes(term.kind)), ...ofEitherPart],
    plainNames: new Set([
      ...texts.flatMap((text) => [text, found(text)]).flatMap((text) => [plainName(text), plainName(withoutGene(text, all))]),
      ...(isReversion(fact) ? [plainName('Reversion')] : []),
    ]),
  };
}

/** One alteration for each change that the name of the test lists; none where the report tells more than that name. */
function alternativesOf(fact: VariantFact, genes: GeneModels): readonly Alteration[] {
  const named = fact.pHgvs ?? fact.cHgvs ?? fact.gHgvs ?? fact.genomic ?? fact.fusion ?? fact.copyChange;
  const [name, ...others] = fact.names;
  if (fact.presence !== 'present' || named !== undefined || name === undefined || others.length > 0) return [];
  const listed = (alternativesInName(name) ?? []).map((one) => readAlteration({ ...fact, names: [`${fact.gene} ${one}`] }, genes));
  const read = listed.flatMap((one) => one ?? []);
  return read.length === listed.length ? read : [];
}

/** True where every protein name that the report gives of the gene names several changes. */
function isEither({ pHgvs }: VariantFact, terms: readonly Term[], gene: string): boolean {
  const named = terms.flatMap((term) => (term.kind === 'protein' && term.gene === gene ? [term.changes.length] : []));
  return named.length > 0 && named.every((count) => count > 1) && (pHgvs === undefined || parseProtein(pHgvs) === null);
}

/** Where all that is tested and known lies in one exon, a mutation without its name lies there: NPM1 in exon 11 (12 in older numbering). */
const ONLY_EXON: Readonly<Record<string, number>> = { NPM1: 11 };
function exonTested(gene: string, terms: readonly Term[]): readonly [number, number] | null {
  const exon = entryOf(ONLY_EXON, gene);
  return exon !== undefined && terms.some((term) => term.kind === 'mutation' && term.effect === 'any') ? [exon, exon] : null;
}

/** `AR-V7 positive` → `AR-V7`: a denial never comes here, as it makes no finding. */
function found(text: string): string {
  return text.replace(/(?<![\s:,])[\s:,]+(?:positive|detected|present|identified|found)$/i, '');
}

function symbolsOf(fact: VariantFact, genes: GeneModels): string[] {
  const named = fact.genes.length > 0 ? fact.genes : fact.gene === '' ? [] : [fact.gene];
  if (named.length > 0) return [...new Set(named.map((gene) => genes.symbol(gene) ?? gene))];
  const transcript =
    fact.transcript ?? fact.names.map((name) => /^(N[MP]_\d+|ENST\d+)/.exec(name)?.[1]).find((found) => found !== undefined);
  const found =
    (transcript === undefined ? null : genes.symbolOfTranscript(transcript)) ??
    placesOf(fact)
      .map((place) => genes.symbolAt(place))
      .find((gene) => gene !== null) ??
    fact.rsIds.map((id) => genes.symbolOfRsId(id)).find((gene) => gene !== null);
  return found === null || found === undefined ? [] : [found];
}

/** "Deletion in exon 19", "Deletion Exon 19" for "exon 19 deletion". */
const TURNED = /\b(deletion|insertion|duplication)\s+(?:in\s+|of\s+|im\s+|von\s+)?ex(?:on)?\s?(\d{1,2})\b/i;

/** Takes transcript prefixes, VAFs and result words off a laboratory's wording. */
function bareText(text: string): string {
  return foundAs(text)
    .replace(TURNED, 'exon $2 $1')
    .replace(/\(?\b(?:VAF|AF)[:= ]*[\d.]+ ?%?\)?/i, '')
    .replace(/\b(?:detected|positive|present|identified)\b\.?$/i, '')
    .replace(/[,;]\s*$/, '')
    .trim();
}
function withoutGene(text: string, symbols: readonly string[]): string {
  const [first = '', ...rest] = text.split(' ');
  return symbols.includes(first.toUpperCase()) ? rest.join(' ') : text;
}

/** Arm-level changes concern no single gene. */
function withoutGeneModel(fact: VariantFact, terms: readonly Term[]): Alteration {
  const nothing = {
    genes: [],
    changes: [],
    either: false,
    alternatives: [],
    codings: [],
    codons: null,
    exons: null,
    skippedExon: null,
    fusion: null,
    copy: null,
    expression: null,
  };
  return { fact, ...nothing, effect: 'unknown', classes: terms, plainNames: new Set() };
}
