/** Compiles CIViC's accepted predictive evidence (CC0): profiles as trees, diseases, therapies, direction and effect apart. */
import { join } from 'node:path';
import { genesOf, type Term } from '../../oncology/notation/term.ts';
import { parseExpression, type Expression } from '../../oncology/notation/expression.ts';
import { parseTerm } from '../../oncology/notation/parse-term.ts';
import { proteinName } from '../../oncology/notation/protein.ts';
import type { HgncNames } from './genes.ts';
import { readTsv, type TsvRow } from './tsv.ts';

export interface EvidenceFile {
  profiles: { text: string; tree: Expression; civic: string }[];
  /** [name, DOID or null, breadth or null, OncoTree codes given by hand] */
  diseases: (readonly [string, string | null, string | null, readonly string[]])[];
  therapies: string[];
  /** [id, profile, disease, therapies, interaction, supports, effect, level, rating, origin, citation, pmid, reviewed] */
  evidence: (readonly [
    number,
    number,
    number,
    readonly number[],
    string | null,
    0 | 1,
    string,
    string,
    number | null,
    string,
    string,
    string | null,
    string,
  ])[];
}
export interface CivicResult {
  readonly file: EvidenceFile;
  readonly genes: ReadonlySet<string>;
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
  readonly suppressors: ReadonlySet<string>;
  /** Terms that no rule reads and that match by name alone. */
  readonly byNameOnly: readonly string[];
  readonly skipped: readonly string[];
}

const CIVIC_FILE = join('civic', 'evidence_accepted_2026-05.tsv');

const EFFECTS: Readonly<Record<string, string>> = {
  'Sensitivity/Response': 'sensitivity',
  Resistance: 'resistance',
  'Reduced Sensitivity': 'reduced-sensitivity',
  'Adverse Response': 'adverse',
};
const ORIGINS: Readonly<Record<string, string>> = {
  Somatic: 'somatic', 'Rare Germline': 'germline-rare', 'Common Germline': 'germline-common', Mixed: 'mixed', Combined: 'mixed',
}; // prettier-ignore
const INTERACTIONS: Readonly<Record<string, string>> = { Combination: 'combination', Substitutes: 'substitutes', Sequential: 'sequential' };
/** Diseases that CIViC writes without a code. */
const UNCODED: Readonly<Record<string, readonly [breadth: string | null, oncotree: readonly string[]]>> = {
  'Solid Tumor': ['solid', []],
  'Solid Tumors, Advanced': ['solid', []],
  Glioma: [null, ['DIFG', 'ENCG']],
  'B-cell Non-Hodgkin Lymphoma': [null, ['MBN']],
  'Extramammary Paget Disease': [null, []],
};

export function compileCivic(folder: string, hgnc: HgncNames): CivicResult {
  const rows = readTsv(join(folder, CIVIC_FILE));
  const file: EvidenceFile = { profiles: [], diseases: [], therapies: [], evidence: [] };
  const profiles = numbered<string>();
  const diseases = numbered<string>();
  const therapies = numbered<string>();
  const skipped: string[] = [];
  for (const row of rows) {
    if (row('evidence_type') !== 'Predictive' || row('evidence_status') !== 'accepted') continue;
    const effect = EFFECTS[row('significance')];
    const names = therapyNames(row('therapies'));
    if (effect === undefined || names.length === 0) {
      skipped.push(`EID${row('evidence_id')}: significance "${row('significance')}", therapies "${row('therapies')}"`);
      continue;
    }
    const profile = profiles(row('molecular_profile'), () =>
      file.profiles.push({
        text: row('molecular_profile'),
        tree: parseExpression(row('molecular_profile')),
        civic: row('molecular_profile_id'),
      }),
    );
    const disease = diseases(`${row('disease')}|${row('doid')}`, () => file.diseases.push(diseaseOf(row)));
    const supports = row('evidence_direction') === 'Supports';
    if (!supports && row('evidence_direction') !== 'Does Not Support')
      throw new Error(`unknown direction in evidence ${row('evidence_id')}`);
    file.evidence.push([
      Number(row('evidence_id')),
      profile,
      disease,
      names.map((name) => therapies(name, () => file.therapies.push(name))),
      names.length > 1 ? (INTERACTIONS[row('therapy_interaction_type')] ?? null) : null,
      supports ? 1 : 0,
      effect,
      row('evidence_level'),
      row('rating') === '' ? null : Number(row('rating')),
      ORIGINS[row('variant_origin')] ?? 'unknown',
      row('citation') || row('source_type'),
      row('source_type') === 'PubMed' ? row('citation_id') : null,
      row('last_review_date').slice(0, 10),
    ]);
  }
  const terms = readTerms(
    file.profiles.map(({ tree }) => tree),
    hgnc,
  );
  return { file, ...terms, ...knownChanges(rows, hgnc, terms.genes), skipped };
}

/** Drug names with commas inside ("2,4-pyrimidinediamine") are rare and rejoined: a part that starts with a digit belongs to the one before. */
function therapyNames(text: string): string[] {
  const names: string[] = [];
  for (const part of text.split(',').map((name) => name.trim())) {
    const last = names.at(-1);
    if (last !== undefined && (/^\d+(?:-|$)/.test(part) || part === '')) names[names.length - 1] = `${last},${part}`;
    else if (part !== '' && part !== 'Not Applicable') names.push(part);
  }
  return names;
}

function diseaseOf(row: TsvRow): EvidenceFile['diseases'][number] {
  if (row('doid') === '') {
    const [breadth, oncotree] = UNCODED[row('disease')] ?? [null, []];
    return [row('disease'), null, breadth, oncotree];
  }
  const doid = `DOID:${row('doid')}`;
  return [row('disease'), doid, doid === 'DOID:162' ? 'any' : null, []];
}

function leaves(tree: Expression): string[] {
  if (typeof tree === 'string') return [tree];
  if ('not' in tree) return leaves(tree.not);
  return ('and' in tree ? tree.and : tree.or).flatMap(leaves);
}

function readTerms(trees: readonly Expression[], hgnc: HgncNames): { genes: Set<string>; byNameOnly: string[]; suppressors: Set<string> } {
  const genes = new Set<string>();
  const byNameOnly = new Set<string>();
  const suppressors = new Set<string>();
  for (const text of trees.flatMap(leaves)) {
    const term = parseTerm(text, hgnc);
    if (!term) {
      byNameOnly.add(text);
      // Loci that HGNC does not list as protein-coding (UGT1A1) keep the name CIViC gives them.
      const [first = ''] = text.split(' ');
      genes.add(hgnc.symbol(first) ?? first);
      continue;
    }
    for (const gene of genesOf(term)) genes.add(gene);
    if (isLoss(term) && 'gene' in term) suppressors.add(term.gene);
  }
  return { genes, byNameOnly: [...byNameOnly].sort(), suppressors };
}
function isLoss(term: Term): boolean {
  return (
    (term.kind === 'mutation' && term.effect === 'loss') || (term.kind === 'copy' && (term.change === 'loss' || term.change === 'deletion'))
  );
}

/** What CIViC says matters: single changes with evidence that supports an effect, oncogenicity, altered function or predisposition. */
function knownChanges(rows: readonly TsvRow[], hgnc: HgncNames, genes: ReadonlySet<string>): { known: Map<string, Set<string>> } {
  const known = new Map<string, Set<string>>();
  for (const row of rows) {
    if (row('evidence_direction') !== 'Supports' || row('variant_origin') === 'Common Germline') continue;
    if (/uncertain|unaltered|benign/i.test(row('significance'))) continue;
    for (const text of leaves(parseExpression(row('molecular_profile')))) {
      const term = parseTerm(text, hgnc);
      if (term?.kind !== 'protein' || !genes.has(term.gene)) continue;
      for (const change of term.changes) known.set(term.gene, (known.get(term.gene) ?? new Set()).add(proteinName(change)));
    }
  }
  return { known };
}

function numbered<T>(): (key: T, add: () => void) => number {
  const seen = new Map<T, number>();
  return (key, add) => {
    const found = seen.get(key);
    if (found !== undefined) return found;
    seen.set(key, seen.size);
    add();
    return seen.size - 1;
  };
}
