/** The discrete genomic variant: assembly, chromosome, 1-based position, bases. Incomplete ones are left out, never filled by a guess. */
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { GRCH37_VERSION } from '../../../codes/genomics/refget.ts';
import { onGrch38, pharmacogeneAt } from '../../../codes/pgx/places.ts';
import type { VariantFact } from '../../../facts.ts';
import { text, wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { Component, ObservationView } from '../../observation.ts';

type Genomic = NonNullable<VariantFact['genomic']>;

const BASES = /^[ACGTN]*$/i;

function componentsFor(view: ObservationView, ...codes: readonly string[]): readonly Component[] {
  return view.components.filter((component) => codes.some((code) => component.codes.has(code)));
}

function firstText(view: ObservationView, code: string): string | undefined {
  for (const { value } of componentsFor(view, code)) {
    if (value?.kind === 'text') return value.text;
    const named = valueConcept(value);
    const found = named.text ?? named.codings.find((coding) => coding.code !== '')?.code ?? wordings(named)[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Span of the affected stretch in bases, from any of the three ranges; undefined when a range is open. */
export function affectedSpan(view: ObservationView): number | undefined {
  const [range] = componentsFor(view, COMPONENT.exactRange, COMPONENT.innerRange, COMPONENT.outerRange, COMPONENT.exactRangeStu1);
  if (range?.value?.kind !== 'range' || range.value.low === undefined || range.value.high === undefined) return undefined;
  return Math.abs(range.value.high - range.value.low) + 1;
}

/** A position on a transcript with its bases, as a name: it is not a genomic position. */
export function transcriptPosition(view: ObservationView): string | undefined {
  const [range] = componentsFor(view, COMPONENT.exactRange, COMPONENT.exactRangeStu1);
  const low = range?.value?.kind === 'range' ? range.value.low : undefined;
  const ref = firstText(view, COMPONENT.refAllele);
  const alt = firstText(view, COMPONENT.altAllele);
  const transcript = firstText(view, COMPONENT.transcript);
  if (
    low === undefined ||
    ref === undefined ||
    alt === undefined ||
    transcript === undefined ||
    firstText(view, COMPONENT.genomicReference) !== undefined
  )
    return undefined;
  return `${transcript} position ${low} ${ref}>${alt}`;
}

function assemblyOfRefSeq(refSeq: string | undefined): { readonly assembly: Genomic['assembly']; readonly chromosome?: string } {
  const match = /^NC_0000(\d{2})\.(\d+)$/.exec(refSeq ?? '');
  if (match === null)
    return /^NC_(?:012920|001807)\b/.test(refSeq ?? '') ? { assembly: 'unknown', chromosome: 'MT' } : { assembly: 'unknown' };
  const number = Number(match[1]);
  const version = GRCH37_VERSION[number - 1];
  if (version === undefined) return { assembly: 'unknown' };
  const chromosome = number === 23 ? 'X' : number === 24 ? 'Y' : String(number);
  const stated = Number(match[2]);
  return { chromosome, assembly: stated === version ? 'GRCh37' : stated === version + 1 ? 'GRCh38' : 'unknown' };
}

/** A place of which the assembly is known, counted on GRCh38 and from 1; null where it cannot be told. */
interface Placed {
  readonly chromosome: string;
  readonly position: number;
}

/**
 * The pharmacogene in which a place lies; null where the assembly is not said or another one whose places are not translated. Changes of several
 * bases count by their first one, and only on a chromosome's own sequence (`NC_000001.11:g.…`, `NC_012920.1:m.…`), whose version says the assembly.
 */
export function pharmacogeneOfPlace(genomic: Genomic | undefined, gHgvs: string | undefined): string | null {
  const placed = placeOnGrch38(genomic) ?? placeOfHgvs(gHgvs);
  return placed === null ? pharmacogeneOnEither(genomic) : pharmacogeneAt(placed.chromosome, placed.position);
}

/** The one pharmacogene in which a place without an assembly lies, counted on either: what was found there stays unread. */
function pharmacogeneOnEither(genomic: Genomic | undefined): string | null {
  if (genomic?.chromosome === undefined || genomic.assembly !== 'unknown' || genomic.refSeq !== undefined) return null;
  const { chromosome, position } = genomic;
  const counted = [position, onGrch38(chromosome, position)].flatMap((place) =>
    place === null ? [] : (pharmacogeneAt(chromosome, place) ?? []),
  );
  const [gene, ...others] = new Set(counted);
  return gene === undefined || others.length > 0 ? null : gene;
}

/** Inside a pharmacogene the same place on GRCh38, as allele definitions count it. */
export function placeOnGrch38(genomic: Genomic | undefined): Placed | null {
  if (genomic?.chromosome === undefined) return null;
  const chromosome = genomic.chromosome.replace(/^chr/i, '').toUpperCase();
  if (genomic.assembly === 'GRCh38' || /^MT?$/.test(chromosome))
    return { chromosome: chromosome === 'M' ? 'MT' : chromosome, position: genomic.position };
  const position = genomic.assembly === 'GRCh37' ? onGrch38(chromosome, genomic.position) : null;
  return position === null ? null : { chromosome, position };
}

/**
 * Whether a mitochondrial change is counted on NC_001807, the sequence that UCSC's hg19 calls chrM: its positions are not those of the revised Cambridge
 * Reference Sequence (NC_012920) by which the changes of MT-RNR1 are named, so that a name found there is another change.
 */
export const countedOnNc001807 = (names: readonly string[], assembly: Genomic['assembly']): boolean =>
  names.some((name) => /\bNC_001807\b/.test(name) || (assembly === 'GRCh37' && /^\s*chrM\b/.test(name)));

function placeOfHgvs(gHgvs: string | undefined): Placed | null {
  // On this chromosome both assemblies hold the same sequence; UCSC's other one differs by a base or two, and is told apart where the change is read.
  const mitochondrial = /^(?:(?:chr)?MT?:[gm]|m)\.(\d{1,5})(?!\d)/i.exec(gHgvs ?? '')?.[1];
  if (mitochondrial !== undefined) return { chromosome: 'MT', position: Number(mitochondrial) };
  const [, refSeq, first = ''] = /^(NC_\d{6}\.\d+):[gm]\.(\d{1,9})/.exec(gHgvs ?? '') ?? [];
  return refSeq === undefined ? null : placeOnGrch38({ ...assemblyOfRefSeq(refSeq), position: Number(first), ref: '', alt: '' });
}

export function genomicPosition(view: ObservationView, gHgvs: string | undefined, texts: readonly string[]): Genomic | undefined {
  return fromComponents(view) ?? fromSpdi(texts, view) ?? fromHgvs(gHgvs, view) ?? fromVcf(texts, view);
}

export function statedAssembly(view: ObservationView): Genomic['assembly'] {
  const [component] = componentsFor(view, COMPONENT.assembly);
  const named = valueConcept(component?.value ?? null);
  if (named.codings.some(({ code }) => code === 'LA14029-5')) return 'GRCh37';
  if (named.codings.some(({ code }) => code === 'LA26806-2')) return 'GRCh38';
  const words = wordings(named).join(' ');
  if (/37|hg19/i.test(words)) return 'GRCh37';
  return /38/.test(words) ? 'GRCh38' : 'unknown';
}

function fromComponents(view: ObservationView): Genomic | undefined {
  const [range] = componentsFor(view, COMPONENT.exactRange, COMPONENT.exactRangeStu1);
  const start = range?.value?.kind === 'range' ? range.value.low : range?.value?.kind === 'quantity' ? range.value.value : undefined;
  const ref = firstText(view, COMPONENT.refAllele);
  const alt = firstText(view, COMPONENT.altAllele);
  const refSeq = firstText(view, COMPONENT.genomicReference);
  if (start === undefined || !Number.isInteger(start) || ref === undefined || alt === undefined || !BASES.test(ref) || !BASES.test(alt))
    return undefined;
  // Positions on a transcript or a gene sequence are not genomic positions.
  const chromosome = chromosomeStated(view);
  if (refSeq === undefined ? chromosome === undefined : !refSeq.startsWith('NC_')) return undefined;
  return located(zeroBased(view) ? start + 1 : start, ref, alt, refSeq, statedAssembly(view), chromosome);
}

/** LA30100-4 and LA30101-2 count from 0; LA30102-0 counts from 1, which is also taken when nothing is said. */
function zeroBased(view: ObservationView): boolean {
  const [component] = componentsFor(view, COMPONENT.coordinateSystem);
  const named = valueConcept(component?.value ?? null);
  return (
    named.codings.some(({ code }) => code === 'LA30100-4' || code === 'LA30101-2') ||
    wordings(named).some((words) => /^0-based/i.test(words))
  );
}

/** LOINC's answer list LL2938-0 for 48000-4 and 48001-2, 1 to 22, X, Y (LOINC 2.78). */
const CHROMOSOME_ANSWERS =
  'LA21254-0 LA21255-7 LA21256-5 LA21257-3 LA21258-1 LA21259-9 LA21260-7 LA21261-5 LA21262-3 LA21263-1 LA21264-9 LA21265-6 LA21266-4 LA21267-2 LA21268-0 LA21269-8 LA21270-6 LA21271-4 LA21272-2 LA21273-0 LA21274-8 LA21275-5 LA21276-3 LA21277-1'.split(
    ' ',
  );
function chromosomeOfAnswer(code: string): string | undefined {
  const at = CHROMOSOME_ANSWERS.indexOf(code) + 1;
  return at === 0 ? undefined : at === 23 ? 'X' : at === 24 ? 'Y' : String(at);
}

function chromosomeStated(view: ObservationView): string | undefined {
  const [component] = componentsFor(view, COMPONENT.chromosome, COMPONENT.cytogeneticLocation);
  const named = valueConcept(component?.value ?? null);
  const words = wordings(named).join(' ');
  return (
    named.codings.map(({ code }) => chromosomeOfAnswer(code)).find((found) => found !== undefined) ??
    /(?:chromosome|chr)\s*([0-9]{1,2}|X|Y|MT?)\b/i.exec(words)?.[1]?.toUpperCase() ??
    /^([0-9]{1,2}|X|Y|MT?)(?:[pq]|$)/.exec(words)?.[1] ??
    // Converters put the first column of the VCF into the name of the region.
    /^chr([0-9]{1,2}|X|Y|MT?)$/i.exec(firstText(view, COMPONENT.regionName)?.trim() ?? '')?.[1]?.toUpperCase()
  );
}

function located(
  position: number,
  ref: string,
  alt: string,
  refSeq: string | undefined,
  stated: Genomic['assembly'],
  chromosome?: string,
): Genomic {
  const known = assemblyOfRefSeq(refSeq);
  const named = known.chromosome ?? chromosome;
  return {
    // The reference sequence's version says the assembly better than a label beside it.
    assembly: known.assembly === 'unknown' ? stated : known.assembly,
    ...(named === undefined ? {} : { chromosome: named }),
    ...(refSeq === undefined ? {} : { refSeq }),
    position,
    ref: ref.toUpperCase(),
    alt: alt.toUpperCase(),
  };
}

/** NCBI's SPDI counts from 0: `NC_000005.9:112102031:A:T` is position 112102032. */
function fromSpdi(texts: readonly string[], view: ObservationView): Genomic | undefined {
  for (const written of texts) {
    const match = /^(NC_\d{6}\.\d+):(\d{1,9}):([ACGT]*|\d+):([ACGT]*)$/i.exec(written.trim());
    if (match === null || /^\d+$/.test(match[3] ?? '')) continue;
    return located(Number(match[2]) + 1, match[3] ?? '', match[4] ?? '', match[1], statedAssembly(view));
  }
  return undefined;
}

function fromHgvs(gHgvs: string | undefined, view: ObservationView): Genomic | undefined {
  const match = /^(?:(NC_\d{6}\.\d+)|chr([0-9]{1,2}|X|Y)):g\.(\d{1,9})([ACGT])>([ACGT])$/i.exec(gHgvs ?? '');
  return match === null
    ? undefined
    : located(Number(match[3]), match[4] ?? '', match[5] ?? '', match[1], statedAssembly(view), match[2]?.toUpperCase());
}

/** `7-140753336-A-T`, `chr7:140753336:A:T`, `chr7:140753336A>T`, "Variant detected at 7:140753336 (A->T)": the VCF habit, counted from 1. */
const VCF_PLACE =
  /^(?:(?:variant |change )?(?:detected |found )?(?:at )?)?(?:chr)?([0-9]{1,2}|X|Y)[-:](?:g\.)?(\d{3,9})[-:\s(]{0,3}([ACGT]+)(?:[-:>/]|->)([ACGT]+)\)?$/i;
function fromVcf(texts: readonly string[], view: ObservationView): Genomic | undefined {
  for (const written of texts) {
    const [, place = written, named] = /^(.*?)\s*\(?(GRCh3[78]|hg(?:19|38))\)?$/i.exec(written) ?? [];
    const match = VCF_PLACE.exec(text(place) ?? '');
    if (match === null) continue;
    const assembly = named === undefined ? statedAssembly(view) : /38/.test(named) ? 'GRCh38' : 'GRCh37';
    return located(Number(match[2]), match[3] ?? '', match[4] ?? '', undefined, assembly, match[1]?.toUpperCase());
  }
  return undefined;
}
