/** Turns the compiled files into indexed knowledge. `read` gives the parsed content of a file in `cds-service/knowledge/data`. */
import type { KnowledgeHeader } from '../../../fhir-profiles/knowledge-header.ts';
import { ingredientName } from './ingredient.ts';
import type { Expression } from './notation/expression.ts';
import { parseTerm } from './notation/parse-term.ts';
import { parseProtein } from './notation/protein.ts';
import { genesOf, type Term } from './notation/term.ts';
import type {
  Approval, Disease, EvidenceEffect, EvidenceItem, EvidenceLevel, EvidenceOrigin, GeneModel, GeneModels, Interaction,
  KnowledgeIndex, OncologyKnowledge, Profile, ProfileTree, Therapy, TumourTree, Withdrawal,
} from './types.ts'; // prettier-ignore

interface EvidenceFile {
  readonly header: KnowledgeHeader;
  readonly profiles: readonly { readonly text: string; readonly tree: Expression; readonly civic: string }[];
  readonly diseases: readonly (readonly [string, string | null, Disease['breadth'], readonly string[]])[];
  readonly therapies: readonly string[];
  readonly rxnorm: Readonly<Record<string, string>>;
  readonly evidence: readonly (readonly [
    number,
    number,
    number,
    readonly number[],
    Interaction | null,
    0 | 1,
    EvidenceEffect,
    EvidenceLevel,
    number | null,
    EvidenceOrigin,
    string,
    string | null,
    string,
  ])[];
}
interface ApprovalRow {
  readonly id: string;
  readonly drugs: readonly string[];
  readonly biomarker: string;
  readonly tree: Expression;
  readonly tumours: readonly string[];
  readonly excludes?: readonly string[];
  readonly origin: Approval['origin'];
  readonly required?: boolean;
  readonly assumed?: boolean;
  readonly orderOnly?: boolean;
  readonly early?: boolean;
  readonly line?: NonNullable<Approval['line']>;
  readonly after?: readonly string[];
  readonly without?: readonly string[];
  readonly setting?: string;
  readonly ages?: { readonly from?: number; readonly to?: number };
  readonly labelDate: string;
  readonly application: string;
  readonly url: string;
  readonly notices?: Approval['notices'];
  readonly activeAgainst?: readonly { readonly tree: Expression; readonly source: string }[];
}
interface ApprovalFile {
  readonly header: KnowledgeHeader;
  readonly earlier: Readonly<Record<string, readonly string[]>>;
  readonly comparisons: readonly {
    readonly better: readonly string[];
    readonly than: readonly string[];
    readonly tumours: readonly string[];
    readonly trial: string;
  }[];
  readonly precedence: readonly {
    readonly first: readonly (readonly string[])[];
    readonly before: string;
    readonly tumours: readonly string[];
    readonly why: string;
    readonly trial: string;
  }[];
  readonly withdrawn: readonly Withdrawal[];
  readonly approvals: readonly ApprovalRow[];
}
interface ResistanceFile {
  readonly header: KnowledgeHeader;
  readonly targets: readonly { readonly drugs: readonly string[]; readonly genes: readonly string[] }[];
  readonly resistance: readonly {
    readonly biomarker: string;
    readonly tree: Expression;
    readonly drugs: readonly string[];
    readonly tumours: readonly string[];
    readonly level: EvidenceLevel;
    readonly sources: readonly { readonly title: string; readonly url: string; readonly date: string; readonly pmid?: string }[];
  }[];
}
interface GeneRow {
  readonly mane?: string;
  readonly enst?: string;
  readonly numbered?: Readonly<Record<string, number>>;
  readonly elsewhere?: Readonly<Record<string, readonly string[]>>;
  readonly transcript?: string;
  readonly exons: readonly (readonly [number, number, number, number, number])[];
  readonly on?: readonly [string, ...(readonly [number, number])[]];
  readonly countedTo?: number;
  readonly regions?: Readonly<Record<string, readonly [number, number]>>;
  readonly known: readonly string[];
  readonly coding?: Readonly<Record<string, string>>;
  readonly genomic?: Readonly<Record<string, string>>;
  readonly rs?: Readonly<Record<string, string>>;
  readonly suppressor?: true;
}

export function loadOncologyKnowledge(read: (name: string) => unknown): OncologyKnowledge {
  const file = read('oncology.json') as EvidenceFile;
  const approvalFile = read('oncology-approvals.json') as ApprovalFile;
  const resistanceFile = read('oncology-resistance.json') as ResistanceFile;
  const geneFile = read('oncology-genes.json') as {
    header: KnowledgeHeader;
    genes: Readonly<Record<string, GeneRow>>;
    aliases: Readonly<Record<string, string>>;
  };
  const tumourFile = read('oncology-tumours.json') as TumourFile;
  const hotspotFile = read('oncology-hotspots.json') as { header: KnowledgeHeader; codons: Readonly<Record<string, readonly number[]>> };

  const genes = geneModels(geneFile, hotspotFile.codons);
  const tumours = tumourTree(tumourFile);
  const terms = new Map<string, Term>();
  const profiles: Profile[] = file.profiles.map(({ text, tree, civic }) => ({ text, tree: compile(tree, genes, terms), civicId: civic }));
  const therapies = file.therapies.map((name) => therapy(name, file.rxnorm));
  const diseases = file.diseases.map(([name, doid, breadth, oncotree]): Disease => ({
    name,
    doid,
    breadth,
    oncotree: oncotree.length > 0 || doid === null ? oncotree : (tumours.toOncotree.get(doid) ?? []),
  }));
  const evidence: EvidenceItem[] = file.evidence.map(
    ([id, profile, disease, drugs, interaction, supports, effect, level, rating, origin, citation, pmid, reviewed]): EvidenceItem => ({
      id,
      profile,
      disease: diseases[disease] ?? missing(`disease of EID${id}`),
      therapies: drugs.map((drug) => therapies[drug] ?? missing(`therapy of EID${id}`)),
      interaction,
      supports: supports === 1,
      effect,
      level,
      rating,
      origin,
      citation,
      pmid,
      reviewed,
    }),
  );
  for (const fact of resistanceFile.resistance) {
    profiles.push({ text: fact.biomarker, tree: compile(fact.tree, genes, terms), civicId: '' });
    evidence.push(...publishedResistance(fact, profiles.length - 1, tumours, (name) => therapy(name, file.rxnorm)));
  }
  const groups = (names: readonly string[] = []) => names.map((name) => ({ name, drugs: approvalFile.earlier[name] ?? missing(name) }));
  const approvals = approvalFile.approvals.map((row): Approval => {
    profiles.push({ text: row.biomarker, tree: compile(row.tree, genes, terms), civicId: '' });
    const { id, tumours: types, origin, labelDate, application, url } = row;
    const excludes = row.excludes ?? [];
    const drugs = row.drugs.map((name) => therapy(name, file.rxnorm));
    return {
      id,
      therapies: drugs,
      profile: profiles.length - 1,
      tumours: types,
      excludes,
      origin,
      required: row.required ?? false,
      assumed: row.assumed ?? false,
      orderOnly: row.orderOnly ?? false,
      early: row.early ?? false,
      setting: row.setting ?? null,
      ages: row.ages === undefined ? null : { from: row.ages.from ?? null, to: row.ages.to ?? null },
      line: row.line ?? null,
      after: groups(row.after),
      without: groups(row.without),
      labelDate,
      application,
      url,
      notices: row.notices ?? [],
      activeAgainst: (row.activeAgainst ?? []).map(({ tree, source }) => ({ tree: compile(tree, genes, terms), source })),
    };
  });
  return {
    header: file.header,
    parts: [approvalFile.header, resistanceFile.header, geneFile.header, tumourFile.header, hotspotFile.header],
    profiles,
    evidence,
    approvals,
    comparisons: approvalFile.comparisons.map(({ better, than, ...rest }) => ({ ...rest, better: drugKey(better), than: drugKey(than) })),
    precedence: approvalFile.precedence.map(({ first, ...rest }) => ({ ...rest, first: first.map(drugKey) })),
    targets: new Map(resistanceFile.targets.flatMap(({ drugs, genes: own }) => drugs.map((name) => [ingredientName(name), own] as const))),
    withdrawn: new Map(approvalFile.withdrawn.map((row) => [ingredientName(row.drug), row])),
    genes,
    tumours,
    index: buildIndex(profiles, evidence, approvals),
  };
}

/** One item for each drug, tumour and publication, so that two publications count as two. */
function publishedResistance(
  { biomarker, drugs, tumours: types, level, sources }: ResistanceFile['resistance'][number],
  profile: number,
  tree: TumourTree,
  therapyOf: (name: string) => Therapy,
): EvidenceItem[] {
  const diseases = types.map((code): Disease =>
    code === 'any-solid'
      ? { name: 'Solid Tumor', doid: null, oncotree: [], breadth: 'solid' }
      : { name: tree.oncotree.get(code)?.name ?? missing(`tumour ${code} of ${biomarker}`), doid: null, oncotree: [code], breadth: null },
  );
  return drugs.flatMap((drug) =>
    diseases.flatMap((disease) =>
      sources.map(({ title, url, date, pmid }): EvidenceItem => ({
        id: 0,
        profile,
        disease,
        therapies: [therapyOf(drug)],
        interaction: null,
        supports: true,
        effect: 'resistance',
        level,
        rating: null,
        origin: 'somatic',
        citation: title,
        pmid: pmid ?? null,
        reviewed: date,
        publication: url,
      })),
    ),
  );
}

function compile(tree: Expression, genes: GeneModels, seen: Map<string, Term>): ProfileTree {
  if (typeof tree !== 'string') {
    if ('not' in tree) return { not: compile(tree.not, genes, seen) };
    return 'and' in tree
      ? { and: tree.and.map((part) => compile(part, genes, seen)) }
      : { or: tree.or.map((part) => compile(part, genes, seen)) };
  }
  const known = seen.get(tree);
  if (known) return known;
  const [first = '', ...rest] = tree.split(' ');
  const term = parseTerm(tree, genes) ?? { kind: 'named' as const, gene: genes.symbol(first) ?? first, name: rest.join(' ') };
  seen.set(tree, term);
  return term;
}

/** One key per set of drugs, whatever their order. */
export function drugKey(drugs: readonly string[]): string {
  return drugs.length === 1 ? (drugs[0] ?? '') : [...drugs].sort().join('+');
}

function therapy(name: string, rxnorm: Readonly<Record<string, string>>): Therapy {
  const ingredient = ingredientName(name);
  return { name, ingredient, rxnorm: rxnorm[ingredient] ?? null };
}

// ------------------------------------------------------------------ genes

function geneModels(
  file: { genes: Readonly<Record<string, GeneRow>>; aliases: Readonly<Record<string, string>> },
  hotspots: Readonly<Record<string, readonly number[]>>,
): GeneModels {
  const models = new Map(Object.entries(file.genes).map(([symbol, row]) => [symbol, geneModel(symbol, row, hotspots[symbol] ?? [])]));
  const names = new Map([...Object.entries(file.aliases), ...[...models.keys()].map((symbol) => [symbol.toUpperCase(), symbol] as const)]);
  const transcripts = new Map<string, string>();
  const rsIds = new Map<string, string>();
  const places = new Map<string, string>();
  for (const { symbol, mane, enst, transcript, numbered, byRsId, byGenomic } of models.values()) {
    for (const name of [mane, enst, transcript, ...Object.keys(numbered)]) if (name !== null) transcripts.set(unversioned(name), symbol);
    for (const id of byRsId.keys()) rsIds.set(id, symbol);
    for (const place of byGenomic.keys()) places.set(place, symbol);
  }
  return {
    get: (symbol) => models.get(symbol),
    symbol: (name) => names.get(name.toUpperCase()) ?? null,
    symbolOfTranscript: (name) => transcripts.get(unversioned(name)) ?? null,
    symbolOfRsId: (id) => rsIds.get(id.toLowerCase()) ?? null,
    symbolAt: (place) => places.get(place) ?? null,
    on: (chromosome) => [...models.values()].filter(({ place }) => place?.chromosome === chromosome),
  };
}

function unversioned(transcript: string): string {
  return transcript.replace(/\.\d+$/, '').toUpperCase();
}

function geneModel(symbol: string, row: GeneRow, hotspots: readonly number[]): GeneModel {
  const codons = new Set<number>();
  const residues = new Map<number, string>();
  for (const name of row.known) {
    const change = parseProtein(name);
    if (!change) continue;
    for (let at = change.start; at <= change.end && at < change.start + 40; at += 1) codons.add(at);
    if (change.from !== '') residues.set(change.start, change.from);
    if (change.to !== '') residues.set(change.end, change.to);
  }
  return {
    symbol,
    mane: row.mane ?? null,
    enst: row.enst ?? null,
    numbered: row.numbered ?? {},
    elsewhere: row.elsewhere ?? {},
    transcript: row.transcript ?? null,
    exons: row.exons.map(([exon, first, last, start, end]) => ({ exon, codons: [first, last], cds: [start, end] })),
    place: placeOf(row),
    countedTo: row.countedTo ?? null,
    regions: row.regions ?? {},
    known: new Set(row.known),
    knownCodons: codons,
    hotspots: new Set(hotspots),
    byCoding: new Map(Object.entries(row.coding ?? {})),
    byGenomic: new Map(Object.entries(row.genomic ?? {})),
    byRsId: new Map(Object.entries(row.rs ?? {})),
    suppressor: row.suppressor ?? false,
    residues,
  };
}

function placeOf({ on }: GeneRow): GeneModel['place'] {
  if (on === undefined) return null;
  const [where, ...bounds] = on;
  return { chromosome: where.slice(0, -1), forward: where.endsWith('+'), bounds };
}

// ------------------------------------------------------------------ tumours

interface TumourFile {
  readonly header: KnowledgeHeader;
  readonly oncotree: Readonly<Record<string, readonly [string, string | null, string]>>;
  readonly doid: Readonly<Record<string, readonly string[]>>;
  readonly pairs: readonly (readonly [string, string])[];
}
function tumourTree(file: TumourFile): TumourTree {
  const toDoid = new Map<string, string[]>();
  const toOncotree = new Map<string, string[]>();
  for (const [code, doid] of file.pairs) {
    toDoid.set(code, [...(toDoid.get(code) ?? []), doid]);
    toOncotree.set(doid, [...(toOncotree.get(doid) ?? []), code]);
  }
  return {
    oncotree: new Map(Object.entries(file.oncotree).map(([code, [name, parent, tissue]]) => [code, { name, parent, tissue }])),
    doid: new Map(Object.entries(file.doid).map(([id, [name = '', ...parents]]) => [id, { name, parents }])),
    toDoid,
    toOncotree,
  };
}

// ------------------------------------------------------------------ index

/** Key of the profiles that ask for a marker of the whole tumour. */
export const MARKER_KEY = '';

function buildIndex(profiles: readonly Profile[], evidence: readonly EvidenceItem[], approvals: readonly Approval[]): KnowledgeIndex {
  const profilesByGene = new Map<string, number[]>();
  profiles.forEach((profile, at) => {
    const genes = new Set(termsOf(profile.tree).flatMap((term) => (genesOf(term).length === 0 ? [MARKER_KEY] : genesOf(term))));
    for (const gene of genes) add(profilesByGene, gene, at);
  });
  const evidenceByProfile = new Map<number, EvidenceItem[]>();
  for (const item of evidence) add(evidenceByProfile, item.profile, item);
  const approvalsByProfile = new Map<number, Approval[]>();
  const approvalsByDrug = new Map<string, Approval[]>();
  for (const approval of approvals) {
    add(approvalsByProfile, approval.profile, approval);
    for (const { ingredient } of approval.therapies) add(approvalsByDrug, ingredient, approval);
  }
  return { profilesByGene, evidenceByProfile, approvalsByProfile, approvalsByDrug };
}

/** All terms of a profile, also those under NOT. */
export function termsOf(tree: ProfileTree): readonly Term[] {
  if ('and' in tree) return tree.and.flatMap(termsOf);
  if ('or' in tree) return tree.or.flatMap(termsOf);
  return 'not' in tree ? termsOf(tree.not) : [tree];
}
function add<K, V>(into: Map<K, V[]>, key: K, value: V): void {
  const list = into.get(key);
  if (list) list.push(value);
  else into.set(key, [value]);
}
function missing(what: string): never {
  throw new Error(`oncology knowledge: ${what} is not in the file`);
}
