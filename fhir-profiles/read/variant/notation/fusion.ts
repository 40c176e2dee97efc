/** Fusions: both partners, which is the 5′ one when that can be told, and whether the frame is kept. */
import { KINASE_LAST } from '../../../codes/genomics/kinase-fusions.ts';
import type { VariantFact } from '../../../facts.ts';
import type { GeneTable } from '../../../vocabulary.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import { geneNamed } from '../../gene-named.ts';
import type { ObservationView } from '../../observation.ts';
import { testedTogether } from './gene-groups.ts';

export type Fusion = NonNullable<VariantFact['fusion']>;

/** HGNC's notation for a fusion gene, and the older hyphen or slash when both sides are genes. */
const NOTATION = /(?<![A-Za-z0-9:])([A-Z][A-Z0-9-]{1,14}?)\s?(::|[-/–])\s?([A-Z][A-Z0-9]{1,14})(?![A-Za-z0-9])/g;

/** What stands beside a partner's symbol and is no part of its name: transcripts, positions, exons. Each is bounded, so that no text is slow. */
const BESIDE: readonly (readonly [RegExp, string])[] = [
  // EML4-ALK.E13A20, KIF5B-RET.K15R12.COSF1232: letters and exons of the partners, and an accession, as RNA panels write them
  [/(?<=[A-Z0-9])\.[A-Z]\d{1,2}[A-Z]\d{1,2}(?:\.[A-Z]{1,5}\d{3,8}(?:\.\d)?){0,2}(?![A-Za-z0-9])/g, ''],
  // NM_004304.5(ALK) and ENST00000389048(ALK)
  [/\b(?:N[MR]_\d{1,12}|ENS[TG]\d{1,12}|LRG_\d{1,6}(?:t\d{1,3})?)(?:\.\d{1,3})?\(([A-Z][A-Z0-9-]{1,14})\)/g, '$1'],
  // ALK(ENST00000389048.8), ALK{NM_004304.3}, ALK(20), ALK(exon 20)
  [/\b([A-Z][A-Z0-9]{1,14})\s?[({](?:ENS[TG]|N[MR]_|LRG_|e(?:x(?:on)?)?\.?\s?)?\d[\w.]{0,20}[)}]/g, '$1'],
  // inv(2)(p21p23), t(2;5)(p23;q35)
  [/\b(?:t|inv|ins|del)\([\dXY;]{1,9}\)(?:\([pq\d.;]{2,30}\))?/gi, ''],
  [/:?\b[rcg]\.[\d_?+*-]{1,40}/g, ''],
  [/\b([A-Z][A-Z0-9]{1,14})[\s:_-]{0,3}(?:exons?|ex|e)\.?\s?\d{1,3}(?=\s?(?:::|[-/–_]))/gi, '$1'],
  // The junction by the partners' initials and exons: (E13;A20), (C1;R12)
  [/\s?\([A-Z]\d{1,2}(?:ins\d{1,3})?\s?[;:,]\s?[A-Z]\d{1,2}(?:ins\d{1,3})?\)/g, ''],
  [/--|>{1,2}/g, '::'],
];

/** `EML4(ENST00000318522.10):r.1_1751::ALK(ENST00000389048.8):r.4080_6220` → `EML4::ALK`; `KIF5B exon 15 - RET exon 12` → `KIF5B - RET exon 12`. */
function plainPartners(text: string): string {
  return BESIDE.reduce((plain, [beside, by]) => plain.replace(beside, by), text);
}

interface Partners {
  readonly fivePrime: string | null;
  readonly threePrime: string | null;
  readonly ordered: boolean;
}

/** Partners in a text: `EML4::ALK` is ordered (5′ first); `EML4-ALK` is taken so too when both are genes and a fusion is spoken of. */
export function partnersInText(texts: readonly string[], genes: GeneTable): Partners | null {
  for (const written of texts) {
    const text = plainPartners(written);
    const shared = oneOfSeveral(text, genes);
    if (shared !== null) return { fivePrime: null, threePrime: shared, ordered: false };
    for (const [, one = '', sign, two = ''] of text.matchAll(NOTATION)) {
      const five = genes.bySymbol(one) ?? (sign === '::' ? genes.byName(one) : null);
      const three = genes.bySymbol(two) ?? (sign === '::' || /fusion|rearrang|translocation/i.test(text) ? genes.byName(two) : null);
      // A slash states no order: RET/PTC1 is CCDC6::RET. Nor does a hyphen behind the kinase: "ALK-EML4" is EML4::ALK by the habit of its writer.
      const ordered = sign === '::' || (sign !== '/' && !(KINASE_LAST.has(five ?? '') && !KINASE_LAST.has(three ?? '')));
      // "BRCA1/BRCA2 negative", "ALK/ROS1 fusion" list two genes that are tested side by side.
      if (sign === '/' && isList([five, three], text)) continue;
      // "AR-V7" is the transcript: a name of two letters or digits is an alias of somebody's, and no partner.
      if (sign !== '::' && two.length < 3 && two !== three) continue;
      if (five !== null && three !== null && five !== three) return { fivePrime: five, threePrime: three, ordered };
      const oneKnown = genes.byName(one);
      if (oneKnown !== null && three !== null && oneKnown !== three && /fusion|rearrang|translocation/i.test(text))
        return { fivePrime: oneKnown, threePrime: three, ordered };
    }
  }
  return null;
}

function isList(pair: readonly (string | null)[], text: string): boolean {
  const genes = pair.flatMap((gene) => gene ?? []);
  if (genes.length < 2 || !testedTogether(genes)) return false;
  return genes.every((gene) => KINASE_LAST.has(gene)) || !/fusion|rearrang|translocation|transcript/i.test(text);
}

/** "EML4-ALK, KIF5B-ALK, and/or KLC1-ALK": one of them, and the answer does not tell which. The gene that all of them have. */
function oneOfSeveral(text: string, genes: GeneTable): string | null {
  if (text.length > 400 || !/\bor\b/i.test(text)) return null;
  const pairs = [...text.matchAll(NOTATION)].map(([, one = '', , two = '']) => [genes.byName(one), genes.byName(two)]);
  const [first, ...others] = pairs;
  if (first === undefined || others.length === 0 || pairs.flat().includes(null)) return null;
  const [gene, ...more] = first.filter((symbol) => others.every((pair) => pair.includes(symbol)));
  return gene === undefined || more.length > 0 ? null : gene;
}

/** The words without the fusion they name: "EML4-ALK fusion with G1202R" → "G1202R". */
export function withoutFusion(written: string, genes: GeneTable): string {
  if (partnersInText([`${written} fusion`], genes) === null) return written;
  return plainPartners(written)
    .replace(NOTATION, (whole, one: string, _, two: string) => (genes.byName(one) !== null && genes.byName(two) !== null ? ' ' : whole))
    .replace(/\b(?:gene )?(?:fusion|rearrangement|transcript)(?: gene)?s?\b|^\s*(?:with|and|plus)\b/gi, ' ')
    .replace(/^[\s,;:]*(?:(?:with|and|plus)\b)?[\s,;:]*|\s+$/g, '')
    .replace(/\s+/g, ' ');
}

/** Both genes where the gene itself is written as a fusion of two: "STRN::ALK", "EML4-ALK fusion". A slash may list genes and joins none. */
export function fusedGenes(written: readonly string[], genes: GeneTable): string[] {
  const partners = partnersInText(
    written.filter((text) => text.length < 100 && !text.includes('/')),
    genes,
  );
  const [five, three] = [partners?.fivePrime ?? null, partners?.threePrime ?? null];
  return five === null || three === null ? [] : [five, three];
}

/** Words that may stand beside a fusion when a value says nothing else than that it was found. */
const FOUND_WORDS =
  /\b(?:gene|fusions?|rearrangements?|transcripts?|translocation|detected|positive|present|identified|found|in-?frame|variants?|exons?|e\d{1,3}|[ea]\d{1,3}|v\d|[123][ab]?(?:\/[ab])?|\d{1,3})\b/gi;

/** The two genes of a value that names a fusion found and nothing else: "EML4-ALK fusion detected", "CD74::ROS1". */
export function fusionAlone(said: readonly string[], genes: GeneTable): readonly [string, string] | null {
  for (const written of said) {
    const text = plainPartners(written);
    if (/\b(?:no|not|negative|without|absent)\b/i.test(text)) continue;
    const partners = partnersInText([`${text} fusion`], genes);
    const [five, three] = [partners?.fivePrime ?? null, partners?.threePrime ?? null];
    if (five === null || three === null) continue;
    const rest = text.replace(NOTATION, ' ').replace(FOUND_WORDS, ' ');
    if (/^[\s.,;:()/-]*$/.test(rest)) return [five, three];
  }
  return null;
}

/** Kinase genes whose rearrangement is a finding whatever the partner. */
const REARRANGED =
  /^(?:the )?(ALK|ROS1|RET|NTRK[123]|FGFR2|NRG1)(?: gene)?[\s:-]+(?:is )?(?:rearranged|(?:re-?arrangement|fusion|translocation)(?: (?:was |is )?(?:detected|present|positive|identified|found))?)\.?$/i;

/** "Partner not identified", "breakpoint not resolved": the denial is the partner's, the rearrangement was found. */
const OPEN = String.raw`(?:\bnot (?:yet )?(?:identified|determined|known|resolved|detected|established|found|reported|specified|tested)\b|\bun(?:known|determined|resolved|identified|specified)\b)`;
const PARTNER_OPEN = new RegExp(
  [
    String.raw`\b(?:(?:fusion )?partners?(?: genes?)?|(?:fusion )?break-?points?)\b[^.;,]{0,16}?${OPEN}`,
    String.raw`\b(?:un(?:known|identified|determined|specified)|novel) (?:fusion |gene )?partners?(?: gene)?\b`,
    String.raw`\b(?:no|without)(?: an?)? (?:identified |known |identifiable )?(?:fusion )?partner(?: gene)?(?: (?:was )?(?:identified|found|detected|determined))?\b`,
  ].join('|'),
  'gi',
);
export function withoutOpenPartner(text: string): string {
  return text.replace(PARTNER_OPEN, ' ');
}
/** Where in the gene it broke, and brackets and commas left behind. */
const PLACES = /\b(?:in )?(?:introns?|exons?) \d{1,2}(?:\s?-\s?\d{1,2})?\b|[(),]/gi;

/** The gene of a value that says it is rearranged and nothing else: "ALK rearranged", "ROS1 rearrangement detected". */
export function rearrangedAlone(said: readonly string[]): string | null {
  return (
    said
      .map((text) => REARRANGED.exec(withoutOpenPartner(text).replace(PLACES, ' ').replace(/\s+/g, ' ').trim())?.[1]?.toUpperCase())
      .find((gene) => gene !== undefined) ?? null
  );
}

/** Components that name the 5′ and 3′ gene (German molecular tumour board profiles and others that use these words). */
function partnersInComponents(view: ObservationView, genes: GeneTable): Partners | null {
  const gene = (pattern: RegExp): string | null => {
    for (const component of view.components) {
      const names = [...component.code.codings.map(({ code }) => code), ...wordings(component.code)];
      if (!names.some((name) => pattern.test(name))) continue;
      const named = geneNamed(valueConcept(component.value), genes);
      if (named.kind === 'gene') return named.symbol;
    }
    return null;
  };
  const fivePrime = gene(/^(?:five|5)[-\s]?(?:prime|['′])?[-\s]?(?:partner[-\s])?gene|5['′] (?:partner )?gene/i);
  const threePrime = gene(/^(?:three|3)[-\s]?(?:prime|['′])?[-\s]?(?:partner[-\s])?gene|3['′] (?:partner )?gene/i);
  return fivePrime === null && threePrime === null ? null : { fivePrime, threePrime, ordered: true };
}

/** Text order of the report; with components alone the order is not known. */
export function fusionOf(view: ObservationView, stated: readonly string[], texts: readonly string[], genes: GeneTable): Fusion {
  const named = partnersInComponents(view, genes) ?? partnersInText(texts, genes);
  const frame = texts.some((text) => /\bin[- ]?frame\b/i.test(text))
    ? true
    : texts.some((text) => /\bout[- ]of[- ]frame\b/i.test(text))
      ? false
      : undefined;
  const inFrame = frame === undefined ? {} : { inFrame: frame };
  if (named !== null) return { ...named, ...inFrame };
  const [one = null, two = null] = stated;
  return two === null
    ? { fivePrime: null, threePrime: one, ordered: false, ...inFrame }
    : { fivePrime: one, threePrime: two, ordered: false, ...inFrame };
}

export function hasFusionComponents(view: ObservationView): boolean {
  return view.components.some(({ code }) => code.codings.some((coding) => /^(?:five|three)-prime-gene$/.test(coding.code)));
}
