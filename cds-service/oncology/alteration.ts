/** A reported variant in the words the knowledge uses: every notation on it read, exon and effect worked out. */
import type { VariantFact } from '../../fhir-profiles/index.ts';
import { codingName, codonsOf, hitsSpliceSite, parseCoding, type CodingChange } from '../knowledge/oncology/notation/coding.ts';
import { parseFusion } from '../knowledge/oncology/notation/fusion.ts';
import { parseTerm } from '../knowledge/oncology/notation/parse-term.ts';
import { parseProtein, proteinName, type ProteinChange } from '../knowledge/oncology/notation/protein.ts';
import { plainName, type Term } from '../knowledge/oncology/notation/term.ts';
import type { GeneModel, GeneModels } from '../knowledge/oncology/types.ts';
import { codingShift, renumbered, renumberedExons } from './legacy.ts';

export type Effect =
  | 'missense' | 'nonsense' | 'frameshift' | 'splice' | 'start-lost' | 'silent' | 'promoter' | 'unknown'
  | 'in-frame deletion' | 'in-frame insertion' | 'in-frame duplication' | 'in-frame substitution'; // prettier-ignore

export interface Alteration {
  readonly fact: VariantFact;
  /** Approved symbols of the genes concerned, as far as the knowledge has them. */
  readonly genes: readonly string[];
  readonly changes: readonly ProteinChange[];
  readonly codings: readonly string[];
  readonly codons: readonly [number, number] | null;
  /** First and last exon touched, as stated or worked out from the codons. */
  readonly exons: readonly [number, number] | null;
  readonly effect: Effect;
  readonly skippedExon: number | null;
  readonly fusion: { readonly five: string | null; readonly three: string | null; readonly ordered: boolean } | null;
  readonly copy: 'amplification' | 'gain' | 'deletion' | 'loss' | null;
  readonly expression: 'over' | 'under' | 'present' | null;
  /** Classes that the report itself names ("exon 19 deletion", "activating mutation"). */
  readonly classes: readonly Term[];
  readonly plainNames: ReadonlySet<string>;
}

/** @returns null when the knowledge has nothing on any of its genes: most variants of a large panel. */
export function readAlteration(fact: VariantFact, genes: GeneModels): Alteration | null {
  const symbols = symbolsOf(fact, genes);
  const texts = [...fact.names, ...(fact.iscn === undefined ? [] : [fact.iscn])];
  const context = symbols.find((symbol) => genes.get(symbol)) ?? symbols[0] ?? null;
  const terms = texts
    .map((text) => parseTerm(bareText(text), genes, context))
    .filter((term) => term !== null)
    .map((term): Term => (term.kind === 'exon' ? { ...term, exons: renumberedExons(term.gene, term.exons) } : term));
  const fusion = fusionOf(fact, symbols, terms, genes);
  const all = [...new Set([...symbols, ...terms.flatMap((term) => ('gene' in term ? [term.gene] : [])), ...partners(fusion)])];
  const model = all.map((symbol) => genes.get(symbol)).find((found) => found !== undefined);
  if (!model) return null;

  const coding = codingOf(fact, texts);
  const changes = changesOf(fact, texts, terms, model, coding);
  const change = changes[0];
  const codons = codonsIn(change, coding, model, fact, terms);
  const effect = effectOf(change, coding, fact, terms);
  const exons = exonsOf(codons, fact, terms, model);
  return {
    fact,
    genes: all,
    changes,
    codings: coding.map(({ name }) => name),
    codons,
    exons,
    effect,
    skippedExon: skippedExon(terms, coding, changes, model),
    fusion,
    copy: copyOf(fact, terms),
    expression: expressionOf(fact, terms),
    classes: terms.filter((term) => !['protein', 'coding', 'marker'].includes(term.kind)),
    plainNames: new Set(texts.flatMap((text) => [plainName(text), plainName(withoutGene(text, all))])),
  };
}

function symbolsOf(fact: VariantFact, genes: GeneModels): string[] {
  const named = fact.genes.length > 0 ? fact.genes : fact.gene === '' ? [] : [fact.gene];
  return [...new Set(named.map((gene) => genes.symbol(gene) ?? gene))];
}

/** Takes transcript prefixes, VAFs and result words off a laboratory's wording. */
function bareText(text: string): string {
  return text
    .replace(/\(?\b(?:VAF|AF)[:= ]*[\d.]+ ?%?\)?/i, '')
    .replace(/\b(?:detected|positive|present|identified)\b\.?$/i, '')
    .replace(/[,;]\s*$/, '')
    .trim();
}
function withoutGene(text: string, symbols: readonly string[]): string {
  const [first = '', ...rest] = text.split(' ');
  return symbols.includes(first.toUpperCase()) ? rest.join(' ') : text;
}

// ------------------------------------------------------------------ sequence changes

interface CodingName {
  readonly name: string;
  readonly change: CodingChange;
}
function codingOf(fact: VariantFact, texts: readonly string[]): CodingName[] {
  const written = [fact.cHgvs, ...texts.map((text) => /\bc\.[^\s,;()]+/.exec(text)?.[0])].filter((text) => text !== undefined);
  const seen = new Map<string, CodingName>();
  for (const text of written) {
    const change = parseCoding(text);
    if (change) seen.set(codingName(text), { name: codingName(text), change });
  }
  return [...seen.values()];
}

function changesOf(
  fact: VariantFact,
  texts: readonly string[],
  terms: readonly Term[],
  model: GeneModel,
  coding: readonly CodingName[],
): ProteinChange[] {
  const written = [fact.pHgvs, ...texts.map((text) => /\bp\.\(?[^\s,;()]+\)?/.exec(text)?.[0])].filter((text) => text !== undefined);
  const read = [
    ...written.map((text) => parseProtein(text)).filter((change) => change !== null),
    ...terms.flatMap((term) => (term.kind === 'protein' && term.gene === model.symbol ? term.changes : [])),
  ].filter((change) => change.kind !== 'codon');
  const known =
    read.length > 0
      ? []
      : knownNames(fact, model, coding)
          .map((name) => parseProtein(name))
          .filter((change) => change !== null);
  const seen = new Map<string, ProteinChange>();
  for (const change of [...read, ...known]) {
    const other = renumbered(model.symbol, change);
    if (other) seen.set(proteinName(other), other);
    seen.set(proteinName(change), change);
  }
  return [...seen.values()];
}

/** c., g. (GRCh37) and rs names that the knowledge knows by their protein change. */
function knownNames(fact: VariantFact, model: GeneModel, coding: readonly CodingName[]): string[] {
  const names: (string | undefined)[] = coding.map(({ name }) => model.byCoding.get(name));
  const { genomic } = fact;
  if (genomic && genomic.assembly !== 'GRCh38' && genomic.chromosome !== undefined) {
    names.push(model.byGenomic.get(`${genomic.chromosome.replace(/^chr/i, '')}:${genomic.position}:${genomic.ref}>${genomic.alt}`));
  }
  const written = /^(?:chr|NC_0+)(\d+|X|Y)(?:\.\d+)?:g\.(\d+)([ACGT])>([ACGT])$/i.exec(fact.gHgvs ?? '');
  if (written)
    names.push(model.byGenomic.get(`${chromosomeOf(written[1] ?? '')}:${written[2] ?? ''}:${written[3] ?? ''}>${written[4] ?? ''}`));
  if (!names.some((name) => name !== undefined)) names.push(...fact.rsIds.map((id) => model.byRsId.get(id.toLowerCase())));
  return names.filter((name) => name !== undefined);
}
function chromosomeOf(text: string): string {
  return text === '23' ? 'X' : text === '24' ? 'Y' : text;
}

/** Codons touched: from the protein name, else counted from the coding name where the transcript is the knowledge's own. */
function codonsIn(
  change: ProteinChange | undefined,
  coding: readonly CodingName[],
  model: GeneModel,
  fact: VariantFact,
  terms: readonly Term[],
): readonly [number, number] | null {
  if (change) return [change.start, change.end];
  const place = parseProtein(fact.pHgvs ?? '');
  if (place) return [place.start, place.end];
  const named = terms.find((term) => term.kind === 'codons' && !term.except);
  if (named?.kind === 'codons' && named.codons.length > 0) return [Math.min(...named.codons), Math.max(...named.codons)];
  const shift = codingShift(model.symbol, fact.transcript);
  const first = coding[0];
  const codons = first ? codonsOf(first.change) : null;
  return codons && shift !== null ? [codons[0] + shift / 3, codons[1] + shift / 3] : null;
}

function effectOf(change: ProteinChange | undefined, coding: readonly CodingName[], fact: VariantFact, terms: readonly Term[]): Effect {
  if (change) return proteinEffect(change);
  const stated = `${fact.consequence ?? ''} ${fact.changeType ?? ''}`.toLowerCase().replace(/_/g, ' ');
  if (/frame ?shift/.test(stated)) return 'frameshift';
  if (/stop.gain|nonsense/.test(stated)) return 'nonsense';
  if (/splice.(?:donor|acceptor)/.test(stated)) return 'splice';
  if (/synonymous|silent/.test(stated) && !/non.?synonymous/.test(stated)) return 'silent';
  if (/missense/.test(stated)) return 'missense';
  if (/in.?frame.deletion/.test(stated)) return 'in-frame deletion';
  if (/in.?frame.insertion/.test(stated)) return 'in-frame insertion';
  if (/start.lost/.test(stated)) return 'start-lost';
  if (terms.some((term) => term.kind === 'promoter')) return 'promoter';
  const [first] = coding;
  if (first) return codingEffect(first.change);
  const exon = terms.find((term) => term.kind === 'exon');
  if (exon?.kind === 'exon') {
    if (exon.change === 'deletion') return 'in-frame deletion';
    if (exon.change === 'insertion') return 'in-frame insertion';
    if (exon.change === 'duplication') return 'in-frame duplication';
    if (exon.change === 'frameshift') return 'frameshift';
  }
  return 'unknown';
}

function proteinEffect(change: ProteinChange): Effect {
  switch (change.kind) {
    case 'missense':
    case 'nonsense':
    case 'frameshift':
    case 'silent':
    case 'start-lost':
      return change.kind;
    case 'deletion':
      return 'in-frame deletion';
    case 'insertion':
      return change.alt.includes('*') ? 'nonsense' : 'in-frame insertion';
    case 'duplication':
      return 'in-frame duplication';
    case 'delins': {
      if (change.alt.includes('*')) return 'nonsense';
      const lost = change.end - change.start + 1;
      if (change.alt === '') return 'unknown';
      return change.alt.length < lost ? 'in-frame deletion' : change.alt.length > lost ? 'in-frame insertion' : 'in-frame substitution';
    }
    case 'extension':
    case 'codon':
      return 'unknown';
  }
}

function codingEffect(change: CodingChange): Effect {
  if (hitsSpliceSite(change)) return 'splice';
  const { base } = change.start;
  if (base !== null && base < 0) return 'promoter';
  if (codonsOf(change) === null || change.netBases === null) return 'unknown';
  if (change.kind === 'silent') return 'silent';
  if (change.kind === 'substitution') return 'unknown';
  if (change.netBases % 3 !== 0) return 'frameshift';
  if (change.kind === 'duplication') return 'in-frame duplication';
  return change.netBases < 0 ? 'in-frame deletion' : change.netBases > 0 ? 'in-frame insertion' : 'in-frame substitution';
}

function exonsOf(
  codons: readonly [number, number] | null,
  fact: VariantFact,
  terms: readonly Term[],
  model: GeneModel,
): readonly [number, number] | null {
  const named = terms.find((term) => term.kind === 'exon');
  if (named?.kind === 'exon') return named.exons;
  if (codons) {
    const touched = model.exons.filter((exon) => exon.codons[0] <= codons[1] && exon.codons[1] >= codons[0]).map(({ exon }) => exon);
    if (touched.length > 0) return [Math.min(...touched), Math.max(...touched)];
  }
  const stated = /^\D*(\d+)(?:\s*\/\s*\d+)?(?:\s*-\s*(\d+))?\D*$/.exec(fact.exon ?? '');
  return stated ? renumberedExons(model.symbol, [Number(stated[1]), Number(stated[2] ?? stated[1])]) : null;
}

/**
 * MET exon 14: named as skipping, or a change of the splice sites that bound it (two intron bases either side, the last
 * base of the exon, deletions across a border). Coding numbers on NM_000245 (exon ends at 3028) and NM_001127500 (3082).
 */
const SKIPPED: Readonly<
  Record<
    string,
    { readonly exon: number; readonly starts: readonly number[]; readonly ends: readonly number[]; readonly lastCodons: readonly number[] }
  >
> = {
  MET: { exon: 14, starts: [2888, 2942], ends: [3028, 3082], lastCodons: [1010, 1028] },
};
function skippedExon(
  terms: readonly Term[],
  coding: readonly CodingName[],
  changes: readonly ProteinChange[],
  model: GeneModel,
): number | null {
  const named = terms.find((term) => term.kind === 'skipping');
  if (named?.kind === 'skipping') return named.exon;
  const rule = SKIPPED[model.symbol];
  if (!rule) return null;
  if (changes.some(({ kind, from, start }) => kind === 'missense' && from === 'D' && rule.lastCodons.includes(start))) return rule.exon;
  for (const { change } of coding) {
    const atEnd = [change.start, change.end].some(
      ({ base, offset }) => base !== null && rule.ends.includes(base) && offset >= 0 && offset <= 2,
    );
    const atStart = [change.start, change.end].some(
      ({ base, offset }) => base !== null && rule.starts.includes(base) && offset <= -1 && offset >= -2,
    );
    const across =
      hitsSpliceSite(change) &&
      change.start.offset !== change.end.offset &&
      [change.start, change.end].some(
        ({ base, offset }) => base !== null && ((offset < 0 && rule.starts.includes(base)) || (offset > 0 && rule.ends.includes(base))),
      );
    if (atEnd || atStart || across) return rule.exon;
  }
  return null;
}

// ------------------------------------------------------------------ structural changes

function fusionOf(fact: VariantFact, symbols: readonly string[], terms: readonly Term[], genes: GeneModels): Alteration['fusion'] {
  const symbol = (gene: string | null) => (gene === null ? null : (genes.symbol(gene) ?? gene));
  if (fact.fusion && (fact.fusion.fivePrime !== null || fact.fusion.threePrime !== null)) {
    return { five: symbol(fact.fusion.fivePrime), three: symbol(fact.fusion.threePrime), ordered: fact.fusion.ordered };
  }
  const named = terms.find((term) => term.kind === 'fusion');
  if (named?.kind === 'fusion') return { five: named.five, three: named.three, ordered: named.ordered };
  if (fact.kind !== 'fusion') return null;
  const iscn = fact.iscn === undefined ? null : parseFusion(fact.iscn, genes);
  if (iscn) return { five: iscn.five, three: iscn.three, ordered: iscn.ordered };
  const [five = null, three = null] = symbols;
  return five === null ? null : { five, three, ordered: false };
}
function partners(fusion: Alteration['fusion']): string[] {
  return fusion ? [fusion.five, fusion.three].filter((gene) => gene !== null) : [];
}

/** Average ERBB2 copies per cell from 6.0 upwards are "amplified" by the ASCO/CAP in-situ rule; used for a bare number of any gene. */
const AMPLIFIED_FROM = 6;
function copyOf(fact: VariantFact, terms: readonly Term[]): Alteration['copy'] {
  const named = terms.find((term) => term.kind === 'copy');
  if (named?.kind === 'copy') return named.change;
  const { copyChange, copyNumber } = fact;
  if (copyChange === 'amplification') return 'amplification';
  if (copyChange === 'deep-loss') return 'deletion';
  if (copyChange === 'neutral') return null;
  if (copyNumber !== undefined) {
    if (copyNumber >= AMPLIFIED_FROM && copyChange !== 'loss') return 'amplification';
    if (copyNumber < 0.5) return 'deletion';
    if (copyChange === undefined) return copyNumber > 2.5 ? 'gain' : null;
  }
  if (copyChange === 'gain') return 'gain';
  // One copy lost leaves the gene working: only a loss without a count, or of both copies, is what evidence calls loss.
  return copyChange === 'loss' && copyNumber === undefined ? 'loss' : null;
}

function expressionOf(fact: VariantFact, terms: readonly Term[]): Alteration['expression'] {
  if (fact.expression === 'over' || fact.expression === 'under') return fact.expression;
  const named = terms.find((term) => term.kind === 'expression');
  return named?.kind === 'expression' ? named.level : null;
}
