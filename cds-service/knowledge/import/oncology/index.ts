/** `genehook knowledge oncology --from DIR`: compiles the targeted-therapy knowledge. Fails loudly rather than import half. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drugTable } from '../../../../fhir-profiles/codes/drug/table.ts';
import type { KnowledgeHeader } from '../../../../fhir-profiles/knowledge-header.ts';
import { ingredientName } from '../../oncology/ingredient.ts';
import { parseExpression, type Expression } from '../../oncology/notation/expression.ts';
import { parseTerm } from '../../oncology/notation/parse-term.ts';
import { genesOf } from '../../oncology/notation/term.ts';
import { readApprovalFacts, type ApprovalFacts } from './approvals.ts';
import { compileCivic } from './civic.ts';
import { compileGenes, readHgnc, type HgncNames } from './genes.ts';
import { compileResistance, type ResistanceFile } from './resistance.ts';
import { RXNORM_INGREDIENTS } from './rxnorm.ts';
import { compileTumours, type TumourFile } from './tumours.ts';
import { readTsv } from './tsv.ts';

export interface ImportSummary {
  readonly evidence: number;
  readonly profiles: number;
  readonly approvals: number;
  readonly genes: number;
  readonly therapiesWithRxNorm: string;
  /** Terms that match by name alone. */
  readonly byNameOnly: readonly string[];
  readonly skipped: readonly string[];
}

/** Genes whose germline findings are named with care even where no evidence row speaks of them. */
const HEREDITARY = ['BRCA1', 'BRCA2', 'PALB2', 'ATM', 'CHEK2', 'MLH1', 'MSH2', 'MSH6', 'PMS2', 'EPCAM', 'APC', 'TP53', 'VHL', 'RET', 'MEN1', 'SDHA', 'SDHAF2', 'SDHB', 'SDHC', 'SDHD', 'FH', 'NF1', 'PTEN', 'STK11', 'CDH1', 'RB1', 'TSC1', 'TSC2', 'BAP1', 'MITF']; // prettier-ignore

/** @param from folder of the reference tables; @param root package folder that holds `cds-service/knowledge/data` */
export function importOncology(from: string, root: string): ImportSummary {
  const hgnc = readHgnc(from);
  const civic = compileCivic(from, hgnc);
  const tumours = compileTumours(from);
  const curated = join(root, 'cds-service', 'knowledge', 'oncology');
  const facts = readApprovalFacts(curated);
  const approvals = compileApprovals(facts, hgnc, tumours);
  const resistance = compileResistance(curated);
  const genes = new Set([...civic.genes, ...approvals.genes, ...genesOfResistance(resistance, hgnc, tumours), ...HEREDITARY]);
  const suppressors = new Set([
    ...civic.suppressors,
    ...approvals.suppressors,
    ...HEREDITARY.filter((gene) => !['RET', 'MITF', 'EPCAM'].includes(gene)),
  ]);
  const geneFile = compileGenes({ folder: from, hgnc, genes, known: civic.known, suppressors });
  const rxnorm = rxnormIds(from, root, [...civic.file.therapies, ...facts.approvals.flatMap(({ drugs }) => drugs)]);

  const out = join(root, 'cds-service', 'knowledge', 'data');
  mkdirSync(out, { recursive: true });
  const write = (name: string, content: object) => writeFileSync(join(out, name), `${lines(content)}\n`);
  write('oncology.json', { header: EVIDENCE_HEADER, ...civic.file, rxnorm });
  write('oncology-approvals.json', {
    header: APPROVALS_HEADER,
    earlier: facts.earlier,
    comparisons: facts.comparisons,
    precedence: facts.precedence,
    withdrawn: facts.withdrawn,
    alwaysAsked: facts.alwaysAsked,
    approvals: approvals.rows,
  });
  write('oncology-resistance.json', { header: RESISTANCE_HEADER, ...resistance });
  write('oncology-genes.json', { header: GENES_HEADER, ...geneFile });
  write('oncology-tumours.json', { header: TUMOURS_HEADER, ...tumours });
  write('oncology-hotspots.json', { header: HOTSPOTS_HEADER, codons: hotspots(from, new Set(Object.keys(geneFile.genes))) });
  return {
    evidence: civic.file.evidence.length,
    profiles: civic.file.profiles.length,
    approvals: approvals.rows.length,
    genes: Object.keys(geneFile.genes).length,
    therapiesWithRxNorm: `${Object.keys(rxnorm).length} of ${civic.file.therapies.length}`,
    byNameOnly: civic.byNameOnly,
    skipped: civic.skipped,
  };
}

interface ApprovalRows {
  readonly rows: readonly object[];
  readonly genes: readonly string[];
  readonly suppressors: readonly string[];
}
/** One row per drug set, biomarker and group of tumours; a term or tumour that cannot be read stops the import. */
function compileApprovals({ approvals }: ApprovalFacts, hgnc: HgncNames, tumours: TumourFile): ApprovalRows {
  const genes = new Set<string>();
  const suppressors = new Set<string>();
  const rows = approvals.map((fact, at) => {
    const tree = parseExpression(fact.biomarker);
    for (const leaf of leaves(tree)) {
      const term = parseTerm(leaf, hgnc);
      if (!term) throw new Error(`approval biomarker is not readable: ${leaf}`);
      for (const gene of genesOf(term)) genes.add(gene);
      if (term.kind === 'mutation' && term.effect === 'loss') suppressors.add(term.gene);
    }
    for (const code of [...fact.tumours, ...(fact.excludes ?? [])]) {
      if (code !== 'any-solid' && !tumours.oncotree[code]) throw new Error(`approval names an unknown OncoTree code: ${code}`);
    }
    const application = fact.application === undefined ? '' : String(fact.application).padStart(6, '0');
    // Without an application number on file the notice of the approval is what can be looked up.
    const url =
      application === ''
        ? (fact.notices?.[0]?.url ?? '')
        : `https://www.accessdata.fda.gov/scripts/cder/daf/index.cfm?event=overview.process&ApplNo=${application}`;
    return {
      id: `fda-${fact.application ?? 'notice'}-${at + 1}`,
      drugs: fact.drugs,
      biomarker: fact.biomarker,
      tree,
      tumours: fact.tumours,
      ...(fact.excludes ? { excludes: fact.excludes } : {}),
      origin: fact.origin ?? 'any',
      ...(fact.required ? { required: true } : {}),
      ...(fact.requiredWhere === undefined ? {} : { requiredWhere: fact.requiredWhere }),
      ...(fact.assumed ? { assumed: true } : {}),
      ...(fact.orderOnly ? { orderOnly: true } : {}),
      ...(fact.early ? { early: true } : {}),
      ...(fact.line === undefined ? {} : { line: fact.line }),
      ...(fact.lines === undefined ? {} : { lines: fact.lines }),
      ...(fact.after === undefined ? {} : { after: fact.after }),
      ...(fact.progressed === undefined ? {} : { progressed: fact.progressed }),
      ...(fact.without === undefined ? {} : { without: fact.without }),
      ...(fact.activeAgainst === undefined
        ? {}
        : { activeAgainst: fact.activeAgainst.map(({ biomarker, source }) => ({ tree: parseExpression(biomarker), source })) }),
      ...(fact.setting === undefined ? {} : { setting: fact.setting }),
      ...(fact.ages === undefined ? {} : { ages: fact.ages }),
      ...(fact.notices === undefined ? {} : { notices: fact.notices }),
      labelDate: fact.labelDate,
      application,
      url,
    };
  });
  return { rows, genes: [...genes], suppressors: [...suppressors] };
}
/** A term, gene or tumour that cannot be read stops the import. */
function genesOfResistance({ targets, resistance, arising }: ResistanceFile, hgnc: HgncNames, tumours: TumourFile): readonly string[] {
  for (const code of resistance.flatMap((fact) => fact.tumours))
    if (code !== 'any-solid' && !tumours.oncotree[code]) throw new Error(`resistance names an unknown OncoTree code: ${code}`);
  const named = resistance
    .flatMap(({ tree }) => leaves(tree))
    .flatMap((leaf) => {
      const [gene = '', name = ''] = leaf.split(' ');
      // A reversion is known by its name alone.
      if (name === 'Reversion') return [gene];
      const term = parseTerm(leaf, hgnc);
      if (!term) throw new Error(`resistance names a change that is not readable: ${leaf}`);
      return genesOf(term);
    });
  return [...named, ...[...targets, ...arising].flatMap(({ genes }) => genes)];
}
function leaves(tree: Expression): string[] {
  if (typeof tree === 'string') return [tree];
  if ('not' in tree) return leaves(tree.not);
  return ('and' in tree ? tree.and : tree.or).flatMap(leaves);
}

/** Ingredient ids: the project's own drug table first, then RxNorm names in lists that may be redistributed. */
function rxnormIds(from: string, root: string, therapies: readonly string[]): Record<string, string> {
  const table = drugTable(JSON.parse(readFileSync(join(root, 'fhir-profiles', 'codes', 'data', 'drugs.json'), 'utf8')));
  const listed = new Map<string, string>();
  for (const row of readTsv(join(from, 'rxnorm_oncology_medications.tsv')))
    if (!/\d+ |\[/.test(row('display'))) listed.set(row('display').toLowerCase(), row('rxcui'));
  const clinical = join(from, '..', 'drugs', 'rxnorm_clinical_drugs.tsv');
  if (existsSync(clinical))
    for (const row of readTsv(clinical)) if (!/\d+ |\[/.test(row('display'))) listed.set(row('display').toLowerCase(), row('rxnorm'));
  const found: Record<string, string> = {};
  for (const name of new Set(therapies)) {
    const ingredient = ingredientName(name);
    const [only, ...more] = table.byText(ingredient)?.ingredients ?? [];
    const id =
      (more.length === 0 && only?.name === ingredient ? only.rxnorm : null) ?? listed.get(ingredient) ?? RXNORM_INGREDIENTS[ingredient];
    if (id) found[ingredient] = id;
  }
  return found;
}

/** Codons that mutate more often than chance in cancerhotspots.org v2; the 3D clusters, less sure, are left out. */
function hotspots(from: string, genes: ReadonlySet<string>): Record<string, number[]> {
  const codons: Record<string, number[]> = {};
  for (const row of readTsv(join(from, 'cancer_hotspots_v2_3d.tsv'))) {
    if (row('type') !== 'single residue' || !genes.has(row('hugo_symbol'))) continue;
    (codons[row('hugo_symbol')] ??= []).push(Number(row('amino_acid_position')));
  }
  return Object.fromEntries(
    Object.entries(codons)
      .sort()
      .map(([gene, list]) => [gene, [...new Set(list)].sort((a, b) => a - b)]),
  );
}

/** JSON with one record per line: small, and readable in a diff. */
function lines(content: object): string {
  const members = Object.entries(content).map(([name, value]) => {
    if (Array.isArray(value)) return `${JSON.stringify(name)}:[\n${value.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
    if (name === 'genes' || name === 'oncotree' || name === 'doid') {
      const rows = Object.entries(value as object).map(([key, row]) => `${JSON.stringify(key)}:${JSON.stringify(row)}`);
      return `${JSON.stringify(name)}:{\n${rows.join(',\n')}\n}`;
    }
    return `${JSON.stringify(name)}:${JSON.stringify(value)}`;
  });
  return `{\n${members.join(',\n')}\n}`;
}

const CIVIC = {
  label: 'CIViC (Clinical Interpretation of Variants in Cancer), accepted evidence',
  url: 'https://civicdb.org',
  date: '2026-05-26',
  licence: 'CC0-1.0',
};
const EVIDENCE_HEADER: KnowledgeHeader = {
  id: 'civic-oncology',
  version: '2026-05',
  date: '2026-05-26',
  licence: 'CC0-1.0',
  sources: [CIVIC],
};
const APPROVALS_HEADER: KnowledgeHeader = {
  id: 'us-biomarker-approvals',
  version: '2026-11',
  date: '2026-06-24',
  licence: 'Apache-2.0 (facts of public labels, compiled by this project)',
  sources: [
    {
      label: 'Drugs@FDA: US prescribing information, by application number',
      url: 'https://www.accessdata.fda.gov/scripts/cder/daf/',
      date: '2026-05-07',
      licence: 'public domain',
    },
    {
      label: 'Public notices of approvals and withdrawals, each named in its fact',
      url: 'https://www.fda.gov/drugs/resources-information-approved-drugs',
      date: '2026-06-24',
      licence: 'facts only',
    },
  ],
};
const RESISTANCE_HEADER: KnowledgeHeader = {
  id: 'oncology-resistance',
  version: '2026-11',
  date: '2026-11-21',
  licence: 'Apache-2.0 (facts of publications, compiled by this project)',
  sources: [
    { label: 'Publications, each named in its fact', url: 'https://pubmed.ncbi.nlm.nih.gov', date: '2026-11-21', licence: 'facts only' },
  ],
};
const GENES_HEADER: KnowledgeHeader = {
  id: 'oncology-genes',
  version: '2026-11',
  date: '2025-10-07',
  licence: 'CC0-1.0 and public domain',
  sources: [
    { label: 'HGNC gene names', url: 'https://www.genenames.org', date: '2025-10-07', licence: 'CC0-1.0' },
    {
      label: 'MANE 1.0 transcripts (NCBI, EMBL-EBI)',
      url: 'https://www.ncbi.nlm.nih.gov/refseq/MANE/',
      date: '2022-07-01',
      licence: 'public domain',
    },
    {
      label: 'Exon and codon ranges computed from Ensembl v75 gene models',
      url: 'https://feb2014.archive.ensembl.org',
      date: '2014-02-01',
      licence: 'no restriction',
    },
    { label: 'CIViC variant summaries', url: 'https://civicdb.org', date: '2021-02-25', licence: 'CC0-1.0' },
  ],
};
const TUMOURS_HEADER: KnowledgeHeader = {
  id: 'oncology-tumours',
  version: 'OncoTree 2025-10-03, Disease Ontology 2026-08',
  date: '2026-08-01',
  licence: 'CC-BY-4.0 (OncoTree, Memorial Sloan Kettering Cancer Center)',
  sources: [
    { label: 'OncoTree', url: 'https://oncotree.mskcc.org', date: '2025-10-03', licence: 'CC-BY-4.0' },
    { label: 'Human Disease Ontology', url: 'https://disease-ontology.org', date: '2026-08-01', licence: 'CC0-1.0' },
  ],
};
const HOTSPOTS_HEADER: KnowledgeHeader = {
  id: 'cancer-hotspots',
  version: 'v2',
  date: '2018-01-01',
  licence: 'ODbL-1.0 (this file alone: recurrent codons of the genes used)',
  sources: [{ label: 'Cancer Hotspots v2', url: 'https://www.cancerhotspots.org', date: '2018-01-01', licence: 'ODbL-1.0' }],
};
