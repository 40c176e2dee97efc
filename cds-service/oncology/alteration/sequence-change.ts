/** What a reported sequence change does: protein names, codons, exon, effect, from whatever notation the report gives. */
import type { VariantFact } from '../../../fhir-profiles/index.ts';
import { codingName, codonsOf, hitsSpliceSite, parseCoding, type CodingChange } from '../../knowledge/oncology/notation/coding.ts';
import { parseProtein, proteinName, type ProteinChange } from '../../knowledge/oncology/notation/protein.ts';
import { changeInOneCodon } from './one-codon.ts';
import { placesOf } from './genomic-place.ts';
import type { Term } from '../../knowledge/oncology/notation/term.ts';
import type { GeneModel } from '../../knowledge/oncology/types.ts';
import { codingShift, recounted, recountedProtein, renumbered, renumberedExons } from './legacy.ts';
import { countsAlike, nameHolds } from './transcript.ts';

export type Effect =
  | 'missense' | 'nonsense' | 'frameshift' | 'splice' | 'start-lost' | 'silent' | 'promoter' | 'unknown'
  | 'in-frame deletion' | 'in-frame insertion' | 'in-frame duplication' | 'in-frame substitution'; // prettier-ignore

export interface CodingName {
  readonly name: string;
  readonly change: CodingChange;
}
export function codingOf(fact: VariantFact, texts: readonly string[]): CodingName[] {
  const written = [fact.cHgvs, ...texts.map((text) => /\bc\.[^\s,;()]+/.exec(text)?.[0])].filter((text) => text !== undefined);
  const seen = new Map<string, CodingName>();
  for (const text of written) {
    const change = parseCoding(text);
    if (change) seen.set(codingName(text), { name: codingName(text), change });
  }
  return [...seen.values()];
}

export function changesOf(
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
    const other = renumbered(model.symbol, change) ?? recountedProtein(model.symbol, change, fact.transcript, model.known);
    if (other) seen.set(proteinName(other), other);
    seen.set(proteinName(change), change);
  }
  return [...seen.values()];
}

/** c., g. (GRCh37) and rs names that the knowledge knows by their protein change. */
function knownNames(fact: VariantFact, model: GeneModel, coding: readonly CodingName[]): string[] {
  const names: (string | undefined)[] = coding
    .filter(({ name }) => nameHolds(model, fact.transcript, name))
    .map(({ name }) => model.byCoding.get(name));
  for (const { name } of coding) {
    const here = recounted(model.symbol, name, fact.transcript);
    if (here !== name) names.push(model.byCoding.get(here));
  }
  for (const place of placesOf(fact)) names.push(model.byGenomic.get(place));
  if (!names.some((name) => name !== undefined)) {
    const [only] = coding;
    const codon = only === undefined ? null : codonsOf(only.change);
    if (
      only !== undefined &&
      codon !== null &&
      codingShift(model.symbol, fact.transcript) === 0 &&
      countsAlike(model, fact.transcript, codon[1])
    )
      names.push(changeInOneCodon(only.change, model) ?? undefined);
  }
  if (!names.some((name) => name !== undefined)) names.push(...fact.rsIds.map((id) => model.byRsId.get(id.toLowerCase())));
  return names.filter((name) => name !== undefined);
}

/** Codons touched: from the protein name, else counted from the coding name where the transcript is the knowledge's own. */
export function codonsIn(
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
  return codons && shift !== null && countsAlike(model, fact.transcript, codons[1]) ? [codons[0] + shift / 3, codons[1] + shift / 3] : null;
}

export function effectOf(
  change: ProteinChange | undefined,
  coding: readonly CodingName[],
  fact: VariantFact,
  terms: readonly Term[],
): Effect {
  if (change) return proteinEffect(change);
  if (splicedCodon(fact) !== null) return 'splice';
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

/** `X1010_splice`, `D1010_splice`: a change of the splice site at this codon, as mutation tables write it. */
export function splicedCodon({ pHgvs, names }: VariantFact): number | null {
  const written = [pHgvs, ...names].map((text) => /(?:^|[^A-Za-z0-9])[A-Z](\d{1,5})_splice\b/.exec(text ?? '')?.[1]);
  const codon = written.find((found) => found !== undefined);
  return codon === undefined ? null : Number(codon);
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

/**
 * The exons whose codons are known to be numbered as laboratories number them (MANE Select); the one in which that ends counts whole. Empty
 * where it is not shown: a wrong exon is worse than none, and a stated exon is read as stated.
 */
export function countedExons({ exons, countedTo }: GeneModel): GeneModel['exons'] {
  return countedTo === null ? [] : exons.filter(({ codons }) => codons[0] <= countedTo);
}

export function exonsOf(
  codons: readonly [number, number] | null,
  fact: VariantFact,
  terms: readonly Term[],
  model: GeneModel,
): readonly [number, number] | null {
  const named = terms.find((term) => term.kind === 'exon');
  if (named?.kind === 'exon') return named.exons;
  if (codons) {
    const touched = countedExons(model)
      .filter((exon) => exon.codons[0] <= codons[1] && exon.codons[1] >= codons[0])
      .map(({ exon }) => exon);
    if (touched.length > 0) return [Math.min(...touched), Math.max(...touched)];
  }
  const stated = /^\D*(\d+)(?:\s*\/\s*\d+)?(?:\s*-\s*(\d+))?\D*$/.exec(fact.exon ?? '');
  return stated ? renumberedExons(model.symbol, [Number(stated[1]), Number(stated[2] ?? stated[1])]) : null;
}
