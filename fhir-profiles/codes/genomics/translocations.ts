/**
 * Gene fusions by their karyotype. Breakpoint bands are those of the named entities of OncoTree and the Disease Ontology (leukaemias,
 * sarcomas) and of the genes themselves (HGNC cytobands, 2025-10), with the older band names still in use. A text counts only when type,
 * chromosomes and bands all agree; bands that fit two pairs, or none, name no genes.
 */

type Row = readonly [kind: 't' | 'inv', first: string, second: string, five: string, three: string];

/** `9 q34`: chromosome and its bands; a band without sub-band takes any of its sub-bands. */
const ROWS: readonly Row[] = [
  ['t', '9 q34', '22 q11', 'BCR', 'ABL1'],
  ['t', '15 q22 q24', '17 q11 q12 q21', 'PML', 'RARA'],
  ['t', '8 q21 q22', '21 q22', 'RUNX1', 'RUNX1T1'],
  ['inv', '16 p13', '16 q22', 'CBFB', 'MYH11'],
  ['t', '16 p13', '16 q22', 'CBFB', 'MYH11'],
  ['t', '12 p13', '21 q22', 'ETV6', 'RUNX1'],
  ['t', '1 q23', '19 p13', 'TCF3', 'PBX1'],
  ['t', '17 q21 q22', '19 p13', 'TCF3', 'HLF'],
  ['t', '6 p22 p23', '9 q34', 'DEK', 'NUP214'],
  ['t', '1 p13', '22 q13', 'RBM15', 'MRTFA'],
  ['t', '8 p11', '16 p13', 'KAT6A', 'CREBBP'],
  ['inv', '3 q21', '3 q26', 'GATA2', 'MECOM'],
  ['t', '3 q21', '3 q26', 'GATA2', 'MECOM'],
  ['t', '9 p21 p22', '11 q23', 'KMT2A', 'MLLT3'],
  ['t', '4 q21', '11 q23', 'KMT2A', 'AFF1'],
  ['t', '6 q27', '11 q23', 'KMT2A', 'AFDN'],
  ['t', '10 p12', '11 q23', 'KMT2A', 'MLLT10'],
  ['t', '11 q23', '19 p13.3', 'KMT2A', 'MLLT1'],
  ['t', '11 q23', '19 p13.1', 'KMT2A', 'ELL'],
  ['t', '5 q31 q32 q33', '12 p13', 'ETV6', 'PDGFRB'],
  ['t', '9 q34', '12 p13', 'ETV6', 'ABL1'],
  ['t', '9 p24', '12 p13', 'ETV6', 'JAK2'],
  ['t', '8 p21 p22', '9 p24', 'PCM1', 'JAK2'],
  ['t', '8 p11 p12', '13 q11 q12', 'ZMYM2', 'FGFR1'],
  ['t', '8 p11 p12', '22 q11', 'BCR', 'FGFR1'],
  ['t', '6 q27', '8 p11 p12', 'CEP43', 'FGFR1'],
  ['t', '2 p23', '5 q35', 'NPM1', 'ALK'],
  ['t', '2 p23', '17 q23', 'CLTC', 'ALK'],
  ['t', '1 q21 q25', '2 p23', 'TPM3', 'ALK'],
  ['inv', '2 p21', '2 p23', 'EML4', 'ALK'],
  ['t', '2 p21', '2 p23', 'EML4', 'ALK'],
  ['t', '5 q32 q33', '6 q22', 'CD74', 'ROS1'],
  ['inv', '10 q11', '10 q21', 'CCDC6', 'RET'],
  ['t', '12 p13', '15 q25 q26', 'ETV6', 'NTRK3'],
  ['t', '4 q24 q25', '7 q34', 'PAPSS1', 'BRAF'],
  ['t', '11 q24', '22 q12', 'EWSR1', 'FLI1'],
  ['t', '11 p13', '22 q12', 'EWSR1', 'WT1'],
  ['t', '21 q22', '22 q12', 'EWSR1', 'ERG'],
  ['t', '9 q22 q31', '22 q12', 'EWSR1', 'NR4A3'],
  ['t', '12 q13.1', '22 q12', 'EWSR1', 'ATF1'],
  ['t', '12 q13.3', '22 q12', 'EWSR1', 'DDIT3'],
  ['t', '12 q13', '16 p11', 'FUS', 'DDIT3'],
  ['t', '2 q35 q36', '13 q14', 'PAX3', 'FOXO1'],
  ['t', '1 p36', '13 q14', 'PAX7', 'FOXO1'],
  ['t', '17 q21 q22', '22 q13', 'COL1A1', 'PDGFB'],
  ['t', 'X p11', '17 q25', 'ASPSCR1', 'TFE3'],
  ['t', '15 q13 q14', '19 p13', 'BRD4', 'NUTM1'],
  ['t', '11 q21', '19 p13', 'CRTC1', 'MAML2'],
  ['t', '6 q22 q23', '9 p23 p24', 'MYB', 'NFIB'],
];

export interface KaryotypeReading {
  /** 5′ partner first, in the order of the text. */
  readonly fusions: readonly (readonly [string, string])[];
  /** Translocations and inversions whose genes cannot be told. */
  readonly undecided: readonly string[];
}

const ABNORMALITY = /\b(t|inv)\(([0-9XY]{1,2})(?:;([0-9XY]{1,2}))?\)(?:\(([pq]\d{0,2}(?:\.\d+)?)[;~-]?([pq]\d{0,2}(?:\.\d+)?)\))?/gi;

/** All translocations and inversions that a text names (ISCN); "Philadelphia chromosome" by its word. */
export function readKaryotype(text: string): KaryotypeReading {
  const fusions: (readonly [string, string])[] = [];
  const undecided: string[] = [];
  // Blanks within the notation alone: "for t(8;21)" without its blank is no word that begins with "t".
  const compact = text.replace(/\s+/g, ' ').replace(/ ?([();,]) ?/g, '$1');
  if (/philadelphia|\bph1?\+|\bph1?-positive/i.test(text)) fusions.push(['BCR', 'ABL1']);
  for (const [whole, kind = '', one = '', other, band, second] of compact.matchAll(ABNORMALITY)) {
    if (kind.toLowerCase() === 't' && other === undefined) continue;
    const found = pairOf(kind.toLowerCase(), [one.toUpperCase(), band], [(other ?? one).toUpperCase(), second]);
    if (found === null) undecided.push(whole);
    else if (!fusions.some(([five, three]) => five === found[0] && three === found[1])) fusions.push(found);
  }
  return { fusions, undecided };
}

type Break = readonly [chromosome: string, band: string | undefined];

function pairOf(kind: string, a: Break, b: Break): readonly [string, string] | null {
  const hits = ROWS.filter(
    ([type, first, second]) => type === kind && ((isAt(a, first) && isAt(b, second)) || (isAt(b, first) && isAt(a, second))),
  );
  const pairs = new Set(hits.map(([, , , five, three]) => `${five} ${three}`));
  const [hit] = hits;
  // "t(9;22)" without bands is the Philadelphia translocation in every laboratory of blood diseases; the one of chondrosarcoma is written with its bands.
  if (pairs.size > 1 && a[1] === undefined && b[1] === undefined && pairs.has('BCR ABL1')) return ['BCR', 'ABL1'];
  return hit !== undefined && pairs.size === 1 ? [hit[3], hit[4]] : null;
}

/** Without bands the chromosomes alone must leave one pair only. */
function isAt([chromosome, band]: Break, place: string): boolean {
  const [own, ...bands] = place.split(' ');
  if (own !== chromosome) return false;
  return (
    band === undefined ||
    bands.some((known) => band === known || band.startsWith(`${known}.`) || (known.includes('.') && band.startsWith(known)))
  );
}
