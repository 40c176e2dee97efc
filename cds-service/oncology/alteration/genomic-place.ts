/**
 * GRCh37 places of a reported variant, as the knowledge keys them: `7:55259515:T>G`. A GRCh38 place is translated in the stretches whose
 * distance between the two assemblies is known; elsewhere it is left alone, and said so.
 */
import type { VariantFact } from '../../../fhir-profiles/index.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** RefSeq chromosome accessions of GRCh37 by chromosome number; the version tells the assembly. */
const GRCH37_VERSIONS: Readonly<Record<string, string>> = {
  1: '10', 2: '11', 3: '11', 4: '11', 5: '9', 6: '11', 7: '13', 8: '10', 9: '11', 10: '10', 11: '9', 12: '11',
  13: '10', 14: '8', 15: '9', 16: '9', 17: '10', 18: '9', 19: '9', 20: '10', 21: '8', 22: '10', 23: '10', 24: '9',
}; // prettier-ignore

/**
 * [chromosome, first and last GRCh38 position, bases to add for GRCh37]. Each distance was taken from changes whose places are published
 * in both assemblies (CIViC for GRCh37; GRCh38: EGFR L858R, T790M and G719S; KRAS G12C, G12D and G13D; PIK3CA H1047R and E545K; BRAF V600E;
 * NRAS Q61R; IDH1 R132H; KIT D816V; RET M918T; ABL1 T315I; AKT1 E17K; TP53 R175H; IDH2 R140Q; PDGFRA D842V; ESR1 D538G; FLT3 D835Y; ERBB2 S310F;
 * ALK F1174L, whose distance is also that of its transcript in MANE and Ensembl 75). With one change to go by, the stretch is 20,000 bases either side.
 */
const TRANSLATED: readonly (readonly [string, number, number, number])[] = [
  ['7', 55_019_017, 55_211_628, 67_693],
  ['12', 25_205_246, 25_250_929, 152_934],
  ['3', 179_148_114, 179_240_093, -282_212],
  ['7', 140_733_336, 140_773_336, -300_200],
  ['1', 114_693_908, 114_733_908, 542_621],
  ['2', 208_228_388, 208_268_388, 864_724],
  ['4', 54_713_155, 54_753_155, 866_166],
  ['10', 43_101_968, 43_141_968, 495_448],
  ['9', 130_852_896, 130_892_896, 2_875_387],
  ['14', 104_760_214, 104_800_214, 466_337],
  ['17', 7_655_088, 7_695_088, -96_682],
  ['15', 90_068_702, 90_108_702, 543_232],
  ['4', 54_265_926, 54_305_926, 866_167],
  ['6', 152_078_791, 152_118_791, 321_135],
  ['13', 27_998_505, 28_038_505, 574_137],
  ['17', 39_691_955, 39_731_955, -1_843_747],
  ['2', 29_200_829, 29_240_829, 222_866],
];

/** The GRCh37 position of a GRCh38 one; null outside the stretches that are known. */
function toGrch37(chromosome: string, position: number): number | null {
  const stretch = TRANSLATED.find(([own, first, last]) => own === chromosome && position >= first && position <= last);
  return stretch === undefined ? null : position + stretch[3];
}

/** True when the variant is told by a GRCh38 place alone that is not translated. */
export function isUntranslated(fact: VariantFact): boolean {
  const grch38 = fact.genomic?.assembly === 'GRCh38' || numberOf(/^(NC_0+\d+\.\d+):g\./.exec(fact.gHgvs ?? '')?.[1] ?? '') !== null;
  return grch38 && fact.pHgvs === undefined && fact.cHgvs === undefined && placesOf(fact).length === 0;
}

/** A change by its place on GRCh37; `before` is empty where the report does not write what was there. */
export interface Place {
  readonly chromosome: string;
  readonly first: number;
  readonly last: number;
  readonly kind: 'bases' | 'del' | 'dup' | 'ins' | 'delins';
  readonly before: string;
  readonly after: string;
}

/** The place of a variant told by `g.` or by position and bases alone; null where the assembly is neither GRCh37 nor translated. */
export function placeOf({ genomic, gHgvs = '' }: VariantFact): Place | null {
  if (genomic !== undefined && !/N/.test(`${genomic.ref}${genomic.alt}`)) {
    const chromosome = genomic.chromosome?.replace(/^chr/i, '') ?? numberOf(genomic.refSeq ?? '') ?? chromosomeOf(genomic.refSeq ?? '');
    const first = chromosome === null ? null : onGrch37(chromosome, genomic.position, genomic.assembly);
    if (chromosome === null || first === null) return null;
    return { chromosome, first, last: first + Math.max(genomic.ref.length, 1) - 1, kind: 'bases', before: genomic.ref, after: genomic.alt };
  }
  const written = /^(NC_0+\d+\.\d+):g\.(\d+)(?:_(\d+))?(?:([ACGT]+)>([ACGT]+)|(delins|del|dup|ins)([ACGT]*)(?:ins([ACGT]+))?)$/i.exec(
    gHgvs,
  );
  if (written === null) return null;
  const [, sequence = '', from = '', to = from, before, after, kind = '', bases = '', inserted] = written;
  const old = chromosomeOf(sequence);
  const chromosome = old ?? numberOf(sequence);
  const assembly = old === null ? 'GRCh38' : 'GRCh37';
  const first = chromosome === null ? null : onGrch37(chromosome, Number(from), assembly);
  const last = chromosome === null ? null : onGrch37(chromosome, Number(to), assembly);
  if (chromosome === null || first === null || last === null) return null;
  if (before !== undefined && after !== undefined)
    return { chromosome, first, last: first + before.length - 1, kind: 'bases', before: before.toUpperCase(), after: after.toUpperCase() };
  const what = inserted === undefined ? (kind.toLowerCase() as Place['kind']) : 'delins';
  return {
    chromosome,
    first,
    last,
    kind: what,
    before: '',
    after: (inserted ?? (what === 'del' || what === 'dup' ? '' : bases)).toUpperCase(),
  };
}
function onGrch37(chromosome: string, position: number, assembly: 'GRCh37' | 'GRCh38' | 'unknown'): number | null {
  return assembly === 'GRCh37' ? position : assembly === 'GRCh38' ? toGrch37(chromosome, position) : null;
}

export function placesOf(fact: VariantFact): string[] {
  const places: string[] = [];
  const { genomic } = fact;
  if (genomic && genomic.assembly !== 'GRCh38') {
    const fromRefSeq = genomic.refSeq === undefined ? null : chromosomeOf(genomic.refSeq);
    const chromosome = fromRefSeq ?? (genomic.assembly === 'GRCh37' ? genomic.chromosome?.replace(/^chr/i, '') : undefined);
    if (chromosome !== undefined) places.push(...placed(chromosome, genomic.position, genomic));
  }
  if (genomic?.assembly === 'GRCh38') {
    const chromosome = genomic.chromosome?.replace(/^chr/i, '') ?? numberOf(genomic.refSeq ?? '');
    const position = chromosome === null ? null : toGrch37(chromosome, genomic.position);
    if (position !== null) places.push(...placed(chromosome ?? '', position, genomic));
  }
  const written = /^(NC_0+\d+\.\d+):g\.(\d+)([ACGT]+)>([ACGT]+)$/i.exec(fact.gHgvs ?? '');
  const chromosome = written ? chromosomeOf(written[1] ?? '') : null;
  if (written && chromosome !== null) places.push(`${chromosome}:${written[2] ?? ''}:${written[3] ?? ''}>${written[4] ?? ''}`);
  const other = written && chromosome === null ? numberOf(written[1] ?? '') : null;
  const translated = written && other !== null ? toGrch37(other, Number(written[2])) : null;
  if (written && translated !== null) places.push(`${other ?? ''}:${translated}:${written[3] ?? ''}>${written[4] ?? ''}`);
  return [...new Set(places)];
}

/** "N" as what was there before: the report does not say it. Only one of the four bases stands there, so that a known place is the right one. */
function placed(chromosome: string, position: number, { ref, alt }: { readonly ref: string; readonly alt: string }): string[] {
  const before = ref === 'N' ? [...'ACGT'].filter((base) => base !== alt) : [ref];
  return before.map((base) => `${chromosome}:${position}:${base}>${alt}`);
}

/** Chromosome of a RefSeq accession of GRCh38, whose version follows that of GRCh37. */
function numberOf(accession: string): string | null {
  const match = /^NC_0+(\d+)\.(\d+)$/i.exec(accession);
  const version = entryOf(GRCH37_VERSIONS, match?.[1] ?? '');
  if (!match || version === undefined || Number(match[2]) !== Number(version) + 1) return null;
  return match[1] === '23' ? 'X' : match[1] === '24' ? 'Y' : (match[1] ?? null);
}

/** `NC_000007.13` → `7`; null for another assembly's version. */
function chromosomeOf(accession: string): string | null {
  const match = /^NC_0+(\d+)\.(\d+)$/i.exec(accession);
  if (!match || entryOf(GRCH37_VERSIONS, match[1] ?? '') !== match[2]) return null;
  return match[1] === '23' ? 'X' : match[1] === '24' ? 'Y' : (match[1] ?? null);
}
