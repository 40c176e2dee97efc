/** HGNC gene names, looked up by symbol, HGNC id, NCBI Gene id, or any other name. */
import type { KnowledgeHeader } from '../../knowledge-header.ts';
import type { GeneTable } from '../../vocabulary.ts';

/** Case, blanks and hyphens do not tell genes apart: "HER-2/neu", "her2/NEU". */
function squeezed(name: string): string {
  return name.toUpperCase().replace(/[\s\-_/().]+/g, '');
}

/** Opens the compiled table (see `cds-service/knowledge/import/genes.ts` for its form). An alias of two genes leads to null. */
export function geneTable(raw: unknown): GeneTable & { readonly header: KnowledgeHeader } {
  const { header, genes = '', transcripts = '' } = raw as { header: KnowledgeHeader; genes?: string; transcripts?: string };
  const symbols = new Map<string, string>();
  const hgnc = new Map<string, string>();
  const entrez = new Map<string, string>();
  const aliasLists: string[] = [];
  const owners: string[] = [];
  for (const line of genes.split('\n')) {
    const [symbol = '', hgncNumber = '', entrezId = '', aliases = ''] = line.split('\t');
    if (symbol === '') continue;
    symbols.set(symbol.toUpperCase(), symbol);
    if (hgncNumber !== '') hgnc.set(hgncNumber, symbol);
    if (entrezId !== '') entrez.set(entrezId, symbol);
    if (aliases !== '') {
      aliasLists.push(aliases);
      owners.push(symbol);
    }
  }

  // Sixty thousand aliases are seldom asked for: their index is made at the first question.
  let aliases: ReadonlyMap<string, string | null> | undefined;
  const aliasIndex = () => (aliases ??= indexAliases(aliasLists, owners, symbols));

  let sequences: ReadonlyMap<string, string> | undefined;
  const sequenceIndex = () => (sequences ??= indexSequences(transcripts));

  const bySymbol = (symbol: string) => symbols.get(symbol.trim().toUpperCase()) ?? null;
  return {
    header,
    bySymbol,
    byHgncId: (id) => hgnc.get(id.trim().replace(/^HGNC:\s*/i, '')) ?? null,
    byEntrez: (id) => entrez.get(id.trim().replace(/^(?:NCBIGene|GeneID|entrez)?:?\s*/i, '')) ?? null,
    byTranscript: (accession) => {
      const [, kind, number] = /^\s*(N[MP]|ENS[TG])_?0*(\d+)(?:\.\d+)?\s*$/i.exec(accession) ?? [];
      return kind === undefined ? null : (sequenceIndex().get(`${kind.toUpperCase()}${number ?? ''}`) ?? null);
    },
    byName: (name) => {
      const symbol = bySymbol(name);
      if (symbol !== null) return symbol;
      const index = aliasIndex();
      const exact = index.get(name.trim().toUpperCase());
      // An alias as written decides, even if it is ambiguous; only then is punctuation ignored ("P-gp" is not PGP).
      return exact === undefined ? (index.get(squeezed(name)) ?? null) : exact;
    },
  };
}

function indexSequences(lines: string): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const line of lines.split('\n')) {
    const [symbol = '', names = ''] = line.split('\t');
    for (const name of names.split(' ')) if (name !== '') index.set(name, symbol);
  }
  return index;
}

function indexAliases(
  lists: readonly string[],
  owners: readonly string[],
  symbols: ReadonlyMap<string, string>,
): ReadonlyMap<string, string | null> {
  const written = new Map<string, string | null>();
  const loose = new Map<string, string | null>();
  const add = (index: Map<string, string | null>, key: string, owner: string) => {
    const known = index.get(key);
    if (key !== '') index.set(key, known === undefined || known === owner ? owner : null);
  };
  // Two symbols that differ only in hyphens are told apart by `bySymbol`; squeezed they are ambiguous.
  for (const symbol of symbols.values()) add(loose, squeezed(symbol), symbol);
  const approved = new Set(loose.keys());
  lists.forEach((list, at) => {
    const owner = owners[at] ?? '';
    for (const alias of list.split('|')) {
      const name = alias.toUpperCase();
      add(written, name, owner);
      if (!approved.has(squeezed(alias))) add(loose, squeezed(alias), owner);
    }
  });
  return new Map([...loose, ...written]);
}
