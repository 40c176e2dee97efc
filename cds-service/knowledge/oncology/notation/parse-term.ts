/** Reads one profile term or one laboratory name into what it means. The same reader serves knowledge and patients. */
import { codingName, parseCoding } from './coding.ts';
import { parseFusion, type GeneNames } from './fusion.ts';
import { armDeletion } from './karyotype.ts';
import { parseMarker } from './marker.ts';
import { isPromoterChange } from './promoter.ts';
import { parseProtein, type ProteinChange } from './protein.ts';
import type { ExonChange, Term } from './term.ts';

/**
 * @param context gene to assume when the text names none ("exon 19 deletion" in an EGFR result)
 * @returns null when no rule reads the text
 */
export function parseTerm(text: string, genes: GeneNames, context: string | null = null): Term | null {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  if (trimmed === '') return null;
  const marker = parseMarker(trimmed);
  if (marker) return marker;
  const fusion = parseFusion(trimmed, genes);
  if (fusion) return fusion;
  const arm = armDeletion(trimmed);
  if (arm !== null) return { kind: 'arm-deletion', arm };
  if (/^EGFR ?v(?:III|3)$/i.test(trimmed)) return ofGene('VIII', 'EGFR');
  if (/^ex19del$/i.test(trimmed) && context === null) return ofGene('exon 19 deletion', 'EGFR');
  const [gene, rest] = split(trimmed, genes, context);
  return gene === null ? null : ofGene(rest, gene);
}

/** Takes the gene off the front ("HER2 amplification") or the end ("amplification of HER2"). */
function split(text: string, genes: GeneNames, context: string | null): readonly [string | null, string] {
  const front = /^([A-Za-z0-9][\w.-]*(?:\/neu)?)(?:[ :]|$)\s*(.*)$/.exec(text);
  const first = front ? genes.symbol(front[1] ?? '') : null;
  if (front && first !== null) return [first, (front[2] ?? '').replace(/^gene\s+/i, '')];
  const back = /^(.*?)\s+(?:of|in)\s+(?:the\s+)?([A-Za-z0-9][\w-]*)(?:\s+gene)?$/.exec(text);
  const last = back ? genes.symbol(back[2] ?? '') : null;
  if (back && last !== null) return [last, back[1] ?? ''];
  // "FLT3-TKD (D835/I836)": what the bracket lists is what such tests look at.
  const attached = /^([A-Z0-9]{2,8})[-_ ](ITD|TKD|mut|wt|amp)(?: \([A-Z]\d{2,4}(?:[/, ]+[A-Z]?\d{2,4})*\))?$/i.exec(text);
  const symbol = attached ? genes.symbol(attached[1] ?? '') : null;
  if (attached && symbol !== null) return [symbol, attached[2] ?? ''];
  const skipped = /^(MET) ?ex(?:on)? ?14(.*)$/i.exec(text);
  if (skipped) return ['MET', `exon 14${skipped[2] === '' ? ' skipping' : (skipped[2] ?? '')}`];
  // "RAS mutation": one of KRAS and NRAS.
  if (context !== null && /^[KN]RAS$/.test(context) && /^RAS mutation$/.test(text)) return [context, 'mutation'];
  return [context, text];
}

function ofGene(rest: string, gene: string): Term | null {
  const name = withoutExon(rest.trim());
  const lower = name.toLowerCase();
  return exonTerm(lower, gene) ?? classTerm(lower, gene) ?? copyTerm(lower, gene) ?? expressionTerm(lower, gene) ?? singleTerm(name, gene);
}

/** "Exon 21 L858R", "exon 21 (L858R)", "L858R (exon 21)": the change says more than the exon it lies in. */
const CHANGE = String.raw`(?:p\.)?\(?(?:[A-Z]\d{2,4}[A-Z*]|[A-Z][a-z]{2}\d{2,4}(?:[A-Z][a-z]{2}|\*))\)?`;
const BEHIND_EXON = new RegExp(String.raw`^[Ee]x(?:on)? ?\d{1,2},? ?\(?(${CHANGE}?)\)?( (?:mutation|variant))?$`);
const BEFORE_EXON = new RegExp(String.raw`^(${CHANGE}) ?[(,] ?[Ee]x(?:on)? ?\d{1,2}\)?$`);
const withoutExon = (name: string): string => BEHIND_EXON.exec(name)?.[1] ?? BEFORE_EXON.exec(name)?.[1] ?? name;

function exonTerm(name: string, gene: string): Term | null {
  if (/^(?:egfr)?v(?:iii|3)$/.test(name)) return { kind: 'exon', gene, exons: [2, 7], change: 'deletion', rare: false };
  const match =
    /^(rare )?(?:in[- ]?frame )?(?:(deletions?|insertions?|del|ins|mutations?|skipping) (?:of|in) )?ex(?:on)?s? ?-?(\d+)(?: ?(?:-|to|–) ?(\d+))?(?!\d)\s*(.*)$/.exec(
      name.replace(/^(ex)(\d)/, '$1on $2'),
    );
  if (!match) return null;
  const first = Number(match[3]);
  const last = match[4] === undefined ? first : Number(match[4]);
  const what = `${match[2] ?? ''} ${match[5] ?? ''}`;
  if (/overexpression|phosphorylation/.test(what)) return null;
  const rare = match[1] !== undefined;
  // "Exon 13-15 fusion (exon 14 skipping)": the exon of which the skipping is said, not the first of those that are joined.
  const within = first === last ? null : (/\bexon ?(\d+) skip/.exec(what)?.[1] ?? null);
  if (within !== null) return { kind: 'skipping', gene, exon: Number(within) };
  // A MET transcript without exon 14 is what "exon 14 deletion", "alteration" and "splice variant" mean there.
  if (/skip/.test(what) || (gene === 'MET' && first === 14 && last === 14 && /splice|alteration|\bdel|^\s*$/.test(what))) {
    return { kind: 'skipping', gene, exon: first };
  }
  return { kind: 'exon', gene, exons: [first, last], change: exonChange(what), rare };
}
function exonChange(text: string): ExonChange {
  if (/frame ?-?shift/.test(text)) return 'frameshift';
  if (/\bdel(?!ins)/.test(text)) return 'deletion';
  if (/\bins/.test(text)) return 'insertion';
  if (/\bdup/.test(text)) return 'duplication';
  return 'any';
}

const MUTATED = String.raw`(?:mutation nachgewiesen|pathogene variante(?: nachgewiesen)?|mutations?|variants?|mutated|mutant|mut|alterations?|positive mutation|mutation positive|mutation detected|pathogenic variant|mutation-positive)`;
function classTerm(name: string, gene: string): Term | null {
  const mutation = (effect: Extract<Term, { kind: 'mutation' }>['effect'], rare = false): Term => ({
    kind: 'mutation',
    gene,
    effect,
    rare,
  });
  if (/^(?:wild[- ]?typ(?:e)?(?: \(.*\))?|wt|no mutation(?:s)?(?: detected)?|unmutated|non-mutated)$/.test(name))
    return { kind: 'wild-type', gene };
  if (/^alterations?$/.test(name)) return mutation('alteration');
  if (new RegExp(`^(?:somatic |germline |any |oncogenic |pathogenic |likely pathogenic |hotspot )?${MUTATED}$`).test(name))
    return mutation('any');
  if (new RegExp(`^(?:activating|gain[- ]of[- ]function)(?: ${MUTATED})?$`).test(name)) return mutation('activating');
  if (
    new RegExp(`^(?:loss[- ]of[- ]function|deleterious|inactivating|truncating|truncation|biallelic)(?: ${MUTATED}| inactivation)?$`).test(
      name,
    )
  )
    return mutation('loss');
  if (/^frame ?-?shift(?: truncation| mutation)?$/.test(name)) return mutation('frameshift');
  if (/^rare (?:mutation|egfr mut)$/.test(name)) return mutation('any', true);
  if (/^(?:itd|internal (?:tandem )?duplication)(?: mutation)?(?: positive)?$/.test(name)) return { kind: 'internal-duplication', gene };
  if (/^promoter(?: mutation| variant)?$/.test(name) || isPromoterChange(gene, name)) return { kind: 'promoter', gene };
  if (/^(?:tyrosine )?(?:kinase domain|tkd)(?: mutation| variant)?$/.test(name)) return region('kinase domain');
  if (/^p-loop(?: mutation)?$/.test(name)) return region('P-loop');
  if (/^non-p-loop(?: mutation)?$/.test(name)) return region('kinase domain', 'P-loop');
  if (/^dna binding domain mutation$/.test(name)) return region('DNA binding domain');
  if (/^b2 domain mutation$/.test(name)) return region('B2 domain');
  return null;

  function region(named: string, except: string | null = null): Term {
    return { kind: 'region', gene, region: named, except };
  }
}

function copyTerm(name: string, gene: string): Term | null {
  const copy = (change: Extract<Term, { kind: 'copy' }>['change']): Term => ({ kind: 'copy', gene, change });
  if (/^(?:gene |focal |high[- ]level )?(?:amplification|amplified|amp|amplification positive)$/.test(name)) return copy('amplification');
  if (/^(?:copy number )?gain$/.test(name)) return copy('gain');
  if (/^(?:homozygous |deep |whole gene |gene |biallelic )?(?:deletion|deleted|copy number deletion)$/.test(name)) return copy('deletion');
  if (/^(?:loss|copy number loss|protein loss|lost)$/.test(name)) return copy('loss');
  return null;
}

function expressionTerm(name: string, gene: string): Term | null {
  if (/^(?:over-?expression|overexpressed|high expression)$/.test(name)) return { kind: 'expression', gene, level: 'over' };
  if (/^(?:under-?expression|low expression|underexpressed)$/.test(name)) return { kind: 'expression', gene, level: 'under' };
  if (/^(?:p16 )?(?:expression|expressed)$/.test(name)) return { kind: 'expression', gene, level: 'present' };
  return null;
}

function singleTerm(name: string, gene: string): Term | null {
  const rs = /^(rs\d+)( homozygosity)?$/i.exec(name);
  if (rs) return { kind: 'rsid', gene, rsId: (rs[1] ?? '').toLowerCase(), homozygous: rs[2] !== undefined };
  const non = /^non-([A-Z])(\d+)$/i.exec(name);
  if (non) return { kind: 'codons', gene, codons: [Number(non[2])], except: true };
  const worded =
    /^(?:codons?|residues?|amino acids?) (\d+(?:\s*(?:[/,&]|and|or)\s*\d+)*)(?: (?:point |hotspot )?(?:mutations?|mutated|variants?|alterations?))?$/i.exec(
      name,
    );
  if (worded) return { kind: 'codons', gene, codons: (worded[1] ?? '').split(/\D+/).map(Number), except: false };
  const codons = /^[A-Z]\d+(?:\s*[/,]\s*[A-Z]?\d+)+$/.test(name) ? name.split(/[/,]/).map((part) => Number(part.replace(/\D/g, ''))) : null;
  if (codons) return { kind: 'codons', gene, codons, except: false };
  const splice = /^splice site \((c\.[^)]+)\)$/i.exec(name);
  const coding = parseCoding(splice?.[1] ?? name) ? codingName(splice?.[1] ?? name) : null;
  if (coding !== null) return { kind: 'coding', gene, coding };
  const bare = name
    .replace(/\s*\(c\.[^)]*\)$/, '')
    .replace(/^(?:codon|residue) /i, '')
    .replace(/(?<=\S)(?: (?:point |hotspot )?(?:mutations?|mutated|mutant|variants?|alterations?|positive|detected))+$/i, '');
  const changes = proteinChanges(bare);
  if (changes.length === 0) return null;
  const [first] = changes;
  if (first?.kind === 'codon') return { kind: 'codons', gene, codons: span(first), except: false };
  return { kind: 'protein', gene, changes };
}

/** `S310F/Y` are two changes. */
function proteinChanges(name: string): ProteinChange[] {
  const several = /^(?:p\.)?([A-Z]\d+)([A-Z])((?:\/[A-Z])+)$/.exec(name);
  if (several) {
    const alternatives = [several[2] ?? '', ...(several[3] ?? '').split('/').slice(1)];
    return alternatives.map((residue) => parseProtein(`${several[1] ?? ''}${residue}`)).filter((change) => change !== null);
  }
  const one = parseProtein(name);
  return one ? [one] : [];
}
function span(change: ProteinChange): number[] {
  return Array.from({ length: change.end - change.start + 1 }, (_, step) => change.start + step);
}
