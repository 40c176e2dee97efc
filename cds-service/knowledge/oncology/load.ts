/** Turns the compiled files into indexed knowledge. `read` gives the parsed content of a file in `cds-service/knowledge/data`. */
import type { KnowledgeHeader } from '../../../fhir-profiles/knowledge-header.ts';
import type { ApprovalFile, EvidenceFile, GeneFile, ResistanceFile, TumourFile } from './files.ts';
import { geneModels } from './gene-models.ts';
import { ingredientName } from './ingredient.ts';
import { buildIndex } from './knowledge-index.ts';
import type { Expression } from './notation/expression.ts';
import { parseTerm } from './notation/parse-term.ts';
import type { Term } from './notation/term.ts';
import { drugKey } from './profile-terms.ts';
import { publishedResistance } from './published-resistance.ts';
import { tumourTree } from './tumour-tree.ts';
import type { Approval, Disease, EvidenceItem, GeneModels, OncologyKnowledge, Profile, ProfileTree, Therapy } from './types.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export function loadOncologyKnowledge(read: (name: string) => unknown): OncologyKnowledge {
  const file = read('oncology.json') as EvidenceFile;
  const approvalFile = read('oncology-approvals.json') as ApprovalFile;
  const resistanceFile = read('oncology-resistance.json') as ResistanceFile;
  const geneFile = read('oncology-genes.json') as GeneFile;
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
  const groups = (names: readonly string[] = []) =>
    names.map((name) => ({ name, drugs: entryOf(approvalFile.earlier, name) ?? missing(name) }));
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
      requiredWhere: row.requiredWhere ?? null,
      assumed: row.assumed ?? false,
      orderOnly: row.orderOnly ?? false,
      early: row.early ?? false,
      setting: row.setting ?? null,
      ages: row.ages === undefined ? null : { from: row.ages.from ?? null, to: row.ages.to ?? null },
      line: row.line ?? null,
      lines: row.lines ?? null,
      after: groups(row.after),
      progressed: row.progressed ?? null,
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
    acquired: resistanceFile.acquired.map(({ tree, under, drugs }) => ({
      tree: compile(tree, genes, terms),
      under,
      drugs: drugs.map(ingredientName),
    })),
    arising: resistanceFile.arising.map(({ spared, only, drugs, ...rest }) => ({
      ...rest,
      drugs: drugs.map(ingredientName),
      spared: spared === undefined ? null : compile(spared, genes, terms),
      only: only === undefined ? null : compile(only, genes, terms),
    })),
    alwaysAsked: new Set(approvalFile.alwaysAsked.map(ingredientName)),
    withdrawn: new Map(approvalFile.withdrawn.map((row) => [ingredientName(row.drug), row])),
    genes,
    tumours,
    index: buildIndex(profiles, evidence, approvals),
  };
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

function therapy(name: string, rxnorm: Readonly<Record<string, string>>): Therapy {
  const ingredient = ingredientName(name);
  return { name, ingredient, rxnorm: entryOf(rxnorm, ingredient) ?? null };
}

function missing(what: string): never {
  throw new Error(`oncology knowledge: ${what} is not in the file`);
}
