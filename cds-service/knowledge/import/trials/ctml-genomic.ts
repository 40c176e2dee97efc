/** Genomic clauses of CTML: all keys of one clause describe one alteration. */
import { parseTerm } from '../../oncology/notation/parse-term.ts';
import type { Term } from '../../oncology/notation/term.ts';
import type { GeneModels, ProfileTree } from '../../oncology/types.ts';
import type { CopyCall, ReportedVariant, Requirement } from '../../trials/types.ts';
import { mismatchRepair, microsatellites, signature } from './ctml-markers.ts';
import { eachValue, unread, valuesOf } from './ctml-values.ts';
import { variantWords } from './ctml-words.ts';
import type { Fields } from './fields.ts';

export function genomicClause(fields: Fields, genes: GeneModels): Requirement[] {
  // "All available genomic criteria": every patient with a report.
  if (valuesOf(fields.match_all).some((text) => /^true$/i.test(text))) return [];
  const markers = Object.entries(fields).flatMap(([key, value]): { key: string; asked: Requirement }[] => {
    if (key === 'mmr_status') return [{ key, asked: eachValue(value, mismatchRepair) }];
    if (key === 'ms_status' || key === 'msi_status') return [{ key, asked: eachValue(value, microsatellites) }];
    return signature(key, '') === null ? [] : [{ key, asked: eachValue(value, (plain) => signature(key, plain) ?? unread(key)) }];
  });
  if (markers.length > 0) {
    const named = new Set([...markers.map(({ key }) => key), 'hugo_symbol', 'variant_category', 'display_name']);
    const strange = Object.keys(fields).filter((key) => !named.has(key));
    return [...markers.map(({ asked }) => asked), ...strange.map((key) => unread(key.replace(/_/g, ' ')))];
  }
  const values = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, valuesOf(value)]));
  const [unreadable] = Object.entries(values).filter(([key, list]) => list.length === 0 && key !== 'display_name');
  if (unreadable !== undefined) return [unread(unreadable[0].replace(/_/g, ' '))];
  const negative = Object.values(values).some((list) => list.some((text) => text.startsWith('!')));
  const plain = new Map(Object.entries(values).map(([key, list]) => [key, list.map((text) => text.replace(/^!\s*/, ''))]));
  const asked = alteration(plain, genes, negative);
  return [negative ? { kind: 'not', of: asked } : asked];
}

/** The same for biomarkers of another dialect, already without `!`. `negative`: what the clause describes shuts the patient out. */
export function alterationClause(fields: Readonly<Record<string, string>>, genes: GeneModels, negative: boolean): Requirement {
  return alteration(new Map(Object.entries(fields).map(([key, value]) => [key, [value]])), genes, negative);
}

const READ = new Set([
  'hugo_symbol', 'protein_change', 'wildcard_protein_change', 'variant_category', 'cnv_call', 'wildtype', 'exon', 'true_transcript_exon', 'variant_classification',
  'true_variant_classification', 'molecular_function', 'fusion_partner_hugo_symbol', 'left_partner_gene', 'right_partner_gene', 'display_name', 'cdna_change',
]); // prettier-ignore
const NO_GENE = /^(?:none|any[_ ]?gene|any|\d+|)$/i;
type Category = ReportedVariant['category'] | 'wild-type' | null;

function alteration(plain: ReadonlyMap<string, readonly string[]>, genes: GeneModels, negative: boolean): Requirement {
  const all = (...keys: string[]): readonly string[] => keys.flatMap((key) => plain.get(key) ?? []);
  const said = [...plain.values()].flat().join(' ');
  const symbolsOf = (...keys: string[]): string[] =>
    all(...keys)
      .filter((name) => !NO_GENE.test(name) && !/^intergenic$/i.test(name))
      .flatMap((name) => symbols(name, genes));
  const own = symbolsOf('hugo_symbol', 'left_partner_gene');
  const others = symbolsOf('fusion_partner_hugo_symbol', 'right_partner_gene');
  const category = categoryOf(plain, own.length > 0 || others.length > 0);
  const strange = [...plain.keys()].filter((key) => !READ.has(key));
  if (category === null || strange.length > 0 || others.length > 1) return unread(said);
  const named = own.length > 0 ? own : others;
  if (category === 'wild-type') {
    const [gene] = named;
    if (gene === undefined || named.length > 1) return unread(said);
    return { kind: 'molecular', label: `${gene} wild type`, tree: { kind: 'wild-type', gene } };
  }
  const intergenic = all('fusion_partner_hugo_symbol', 'hugo_symbol').some((name) => /^intergenic$/i.test(name));
  const partner = intergenic ? 'intergenic' : own.length > 0 ? others[0] : undefined;
  const copies = all('cnv_call').map((call) => COPIES[call.toLowerCase().replace(/ level /, ' ')]);
  const exons = all('exon', 'true_transcript_exon').flatMap(exonsOf);
  const effect = all('molecular_function').map((text) => EFFECTS[text.toLowerCase()])[0];
  if (copies.includes(undefined) || exons.some((exon) => !Number.isInteger(exon))) return unread(said);
  if (all('molecular_function').length > 0 && effect === undefined) return unread(said);
  const changes = all('protein_change').map((text) => text.replace(/^p\./i, ''));
  const codons = all('wildcard_protein_change').map((text) => text.replace(/^p\./i, ''));
  const coding = all('cdna_change');
  if (named.length === 0 && (category !== 'structural' || partner !== undefined)) return unread(said);
  const classes = all('variant_classification', 'true_variant_classification');
  if (coding.length > 0 && changes.length === 0) {
    const [gene, cdna] = [named[0], coding[0]];
    const term = gene === undefined || cdna === undefined || named.length + coding.length > 2 ? null : ofKind(parseTerm(`${gene} ${cdna}`, genes), 'coding'); // prettier-ignore
    const more = codons.length + classes.length + exons.length + copies.length > 0 || effect !== undefined;
    return term === null || more ? unread(said) : { kind: 'molecular', label: `${gene ?? ''} ${cdna ?? ''}`, tree: term };
  }
  const one = (change: string | undefined, codon: string | undefined): ReportedVariant => {
    const made: Omit<ReportedVariant, 'label' | 'tree' | 'exact'> = {
      kind: 'variant',
      genes: named,
      category,
      counts: negative ? 'known' : 'reported',
      ...(classes.length === 0 ? {} : { classes }),
      ...(exons.length === 0 ? {} : { exons }),
      ...(change === undefined ? {} : { change }),
      ...(codon === undefined ? {} : { codon }),
      ...(copies.length === 0 ? {} : { copies: copies.filter((call) => call !== undefined) }),
      ...(partner === undefined ? {} : { partner }),
      ...(effect === undefined ? {} : { effect }),
    };
    const { tree, exact } = therapyTerms(made, genes);
    return { ...made, label: variantWords(made), tree, exact };
  };
  // Several changes are alternatives.
  const list = changes.length > 0 ? changes.map((change) => one(change, undefined)) : codons.length > 0 ? codons.map((codon) => one(undefined, codon)) : [one(undefined, undefined)]; // prettier-ignore
  const [only] = list;
  return list.length === 1 && only ? only : { kind: 'any', of: list };
}

/** "19", and "18-21" for each of those between. */
function exonsOf(text: string): number[] {
  const [, from, to] = /^\s*(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})\s*$/.exec(text) ?? [];
  const [first, last] = [Number(from), Number(to)];
  return from === undefined || last < first ? [Number(text)] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** Names of families stand for each of their genes. Members and aliases: HGNC gene groups and alias symbols, 2026. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  NOTCH: ['NOTCH1', 'NOTCH2', 'NOTCH3', 'NOTCH4'],
  NTRK: ['NTRK1', 'NTRK2', 'NTRK3'],
  FGFR: ['FGFR1', 'FGFR2', 'FGFR3', 'FGFR4'],
  AKT: ['AKT1', 'AKT2', 'AKT3'],
  RAS: ['KRAS', 'NRAS', 'HRAS'],
  BRCA: ['BRCA1', 'BRCA2'],
  NRF2: ['NFE2L2'],
};
function symbols(name: string, genes: GeneModels): readonly string[] {
  return FAMILIES[name.toUpperCase()] ?? [genes.symbol(name) ?? name.toUpperCase()];
}

function categoryOf(plain: ReadonlyMap<string, readonly string[]>, gene: boolean): Category {
  const text = (plain.get('variant_category')?.[0] ?? '').toLowerCase();
  const wild = (plain.get('wildtype')?.[0] ?? '').toLowerCase();
  if (/^(?:true|yes|wildtype|wild type)$/.test(wild)) return 'wild-type';
  switch (text) {
    case 'mutation':
      return 'mutation';
    case 'cnv':
    case 'copy number variation':
      return 'copy';
    case 'sv':
    case 'structural variation':
    case 'fusion':
      return 'structural';
    case 'any variation':
      return 'any';
    case 'wt':
    case 'wildtype':
    case 'wild type':
    case 'not mutated':
    case 'not mutated (surrogate for wildtype)':
      return 'wild-type';
    case '': {
      if (plain.has('cnv_call')) return 'copy';
      if (plain.has('fusion_partner_hugo_symbol') || plain.has('left_partner_gene') || plain.has('right_partner_gene')) return 'structural';
      const change = ['protein_change', 'wildcard_protein_change', 'exon', 'true_transcript_exon', 'variant_classification', 'true_variant_classification', 'cdna_change', 'wildtype', 'molecular_function']; // prettier-ignore
      return change.some((key) => plain.has(key)) ? 'mutation' : gene ? 'any' : null;
    }
    default:
      return null;
  }
}
const COPIES: Readonly<Record<string, CopyCall>> = {
  'high amplification': 'amplification',
  'high amplication': 'amplification',
  amplification: 'amplification',
  'low amplification': 'gain',
  gain: 'gain',
  'homozygous deletion': 'homozygous-deletion',
  'heterozygous deletion': 'heterozygous-deletion',
  loss: 'loss',
  deletion: 'loss',
};
const EFFECTS: Readonly<Record<string, 'activating' | 'inactivating'>> = {
  activating: 'activating',
  'gain-of-function': 'activating',
  'likely gain-of-function': 'activating',
  inactivating: 'inactivating',
  'loss-of-function': 'inactivating',
  'likely loss-of-function': 'inactivating',
};

/** The clause in the therapy part's own terms, so that both parts read a report alike. `exact`: the terms say all of it. */
function therapyTerms(
  asked: Omit<ReportedVariant, 'label' | 'tree' | 'exact'>,
  genes: GeneModels,
): { readonly tree: ProfileTree | null; readonly exact: boolean } {
  const { genes: symbols, category, classes, exons = [], change, codon, copies = [], partner, effect } = asked;
  const terms = symbols.map((gene) => (genes.get(gene) === undefined ? null : term(gene)));
  const known = terms.filter((each) => each !== null);
  const [only] = known;
  if (only === undefined || known.length < terms.length) return { tree: null, exact: false };
  const plainCopies = copies.length === 1 && copies[0] === 'amplification';
  const sequence = category === 'mutation' && classes === undefined && codon === undefined && [change, effect, exons[0]].filter((part) => part !== undefined).length <= 1; // prettier-ignore
  return {
    tree: known.length === 1 ? only : { or: known },
    exact: sequence || (category === 'copy' && plainCopies && effect === undefined) || (category === 'structural' && effect === undefined),
  };

  function term(gene: string): ProfileTree | null {
    switch (category) {
      case 'mutation': {
        if (change !== undefined) return ofKind(parseTerm(`${gene} ${change}`, genes), 'protein');
        if (codon !== undefined) return ofKind(parseTerm(`${gene} ${codon}`, genes), 'codons');
        const within = exons.flatMap((exon): Term[] => {
          const inside: Term = { kind: 'exon', gene, exons: [exon, exon], change: 'any', rare: false };
          return gene === 'MET' && exon === 14 ? [inside, { kind: 'skipping', gene, exon }] : [inside];
        });
        const [first] = within;
        if (first !== undefined) return within.length === 1 ? first : { or: within };
        return {
          kind: 'mutation',
          gene,
          effect: effect === 'activating' ? 'activating' : effect === 'inactivating' ? 'loss' : 'any',
          rare: false,
        };
      }
      case 'copy': {
        const [call] = copies;
        const change = call === 'amplification' ? 'amplification' : call === 'homozygous-deletion' ? 'deletion' : null;
        return change === null || copies.length > 1 ? null : { kind: 'copy', gene, change };
      }
      case 'structural': {
        const pair = (five: string | null, three: string | null): Term => ({ kind: 'fusion', five, three, ordered: false, breaks: null });
        if (partner === undefined) return pair(null, gene);
        return partner === 'intergenic' ? null : { or: [pair(gene, partner), pair(partner, gene)] };
      }
      case 'any':
        return null;
    }
  }
}
function ofKind(term: Term | null, kind: Term['kind']): Term | null {
  return term?.kind === kind ? term : null;
}
