/** Which gene an element names: by HGNC id, NCBI Gene id, Ensembl gene id, symbol, alias or full name. Ids and words that disagree name none. */
import type { GeneTable } from '../vocabulary.ts';
import { withSymbols } from '../codes/gene/spellings.ts';
import { HGNC } from '../codes/systems.ts';
import type { Concept } from './elements.ts';
import { wordings } from './elements.ts';

export type GeneNamed =
  /** `doubt`: one id beside is that of another gene; a plain sentence says so. */
  | { readonly kind: 'gene'; readonly symbol: string; readonly doubt?: string }
  /** Id and words say different genes; a plain sentence says which. */
  | { readonly kind: 'disagreement'; readonly message: string }
  | { readonly kind: 'none' };

const NONE: GeneNamed = { kind: 'none' };

export function geneNamed(of: Concept, genes: GeneTable): GeneNamed {
  const byId = new Set<string>();
  const byWord = new Set<string>();
  const ids: string[] = [];
  for (const { system, code } of of.codings) {
    if (code === '') continue;
    const found = geneOfCode(system, code, genes);
    if (found === null) continue;
    if (isId(code)) {
      byId.add(found);
      ids.push(code);
    } else byWord.add(found);
  }
  for (const words of wordings(of)) {
    const found = geneOfWords(words, genes);
    if (found !== null) byWord.add(found);
  }
  const all = new Set([...byId, ...byWord]);
  const [symbol] = all;
  if (symbol === undefined) return NONE;
  if (all.size === 1) return { kind: 'gene', symbol };
  const meant = meantByBoth(of, byWord, genes);
  if (meant !== null) return { kind: 'gene', symbol: meant };
  const approved = approvedAndNamed(of, byWord, genes);
  if (approved !== null) {
    const others = [...byId].filter((one) => one !== approved).sort();
    return {
      kind: 'gene',
      symbol: approved,
      doubt: `One gene id beside ${approved} is that of ${others.join(', ')}; HGNC id and name say ${approved}, which was used.`,
    };
  }
  const idNames = [...byId].sort().join(', ');
  const words = [...byWord].sort().join(', ');
  return {
    kind: 'disagreement',
    message:
      byId.size > 0 && byWord.size > 0
        ? `The gene id ${ids.sort().join(', ')} means ${idNames}, but the text says ${words}; the result was not used.`
        : `Different genes are named for one result (${[...all].sort().join(', ')}); the result was not used.`,
  };
}

/**
 * The gene of the words where every id beside them is a bare number that is its NCBI Gene id, whatever register the number is said to be of:
 * id and words agree then, and two genes do not share both.
 */
function meantByBoth({ codings }: Concept, byWord: ReadonlySet<string>, genes: GeneTable): string | null {
  const [word, other] = byWord;
  if (word === undefined || other !== undefined) return null;
  const ids = codings.filter(({ code }) => isId(code)).map(({ code }) => code);
  return ids.every((code) => /^\d+$/.test(code) && genes.byEntrez(code) === word) ? word : null;
}

/** The gene of which the HGNC id and every word agree, where an id of another register beside them is wrong. */
function approvedAndNamed({ codings }: Concept, byWord: ReadonlySet<string>, genes: GeneTable): string | null {
  const [word, other] = byWord;
  if (word === undefined || other !== undefined) return null;
  const approved = codings.filter(({ system, code }) => /^HGNC:\s*\d+$/i.test(code) || (isId(code) && /genenames|hgnc/i.test(system)));
  return approved.length > 0 && approved.every(({ system, code }) => geneOfCode(system, code, genes) === word) ? word : null;
}

const ENSEMBL = /^(?:ensembl:)?(ENSG\d{11}(?:\.\d+)?)$/i;
function isId(code: string): boolean {
  return ENSEMBL.test(code) || (/\d/.test(code) && /^(?:HGNC:|NCBIGene:)?\d+$/i.test(code));
}

function geneOfCode(system: string, code: string, genes: GeneTable): string | null {
  if (/^HGNC:\s*\d+$/i.test(code)) return genes.byHgncId(code);
  const ensembl = ENSEMBL.exec(code)?.[1];
  if (ensembl !== undefined) return genes.byTranscript(ensembl);
  const hgnc = system === HGNC || /genenames|hgnc/i.test(system);
  if (/^\d+$/.test(code)) {
    if (hgnc) return genes.byHgncId(code);
    return /ncbi\.nlm\.nih\.gov\/gene|entrez/i.test(system) ? genes.byEntrez(code) : null;
  }
  return hgnc || system === '' ? genes.bySymbol(code) : null;
}

function geneOfWords(words: string, genes: GeneTable): string | null {
  const ensembl = ENSEMBL.exec(words.trim())?.[1];
  if (ensembl !== undefined) return genes.byTranscript(ensembl);
  if (/^HGNC:\s?\d+$/i.test(words.trim())) return genes.byHgncId(words.trim().replace(/\s/g, '').toUpperCase());
  const whole = genes.byName(words) ?? genes.byName(withSymbols(words));
  if (whole !== null) return whole;
  // "CYP2C19 (cytochrome P450 …)", "EGFR gene": the symbol leads.
  const [lead = ''] = words.split(/[\s(,;:]/);
  return /^[A-Z][A-Z0-9-]{1,14}$/.test(lead) && lead !== words ? genes.bySymbol(lead) : null;
}
