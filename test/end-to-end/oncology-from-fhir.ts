/** Tumour, alteration and order from FHIR through the whole path: what each evidence row promises must come out in every shape. */
import { genesOf } from '../../cds-service/knowledge/oncology/notation/term.ts';
import { proteinHgvs, proteinName } from '../../cds-service/knowledge/oncology/notation/protein.ts';
import type { EvidenceItem, Profile } from '../../cds-service/knowledge/oncology/types.ts';
import { bundle, condition, patient, words, type Resource } from '../reading/resources.ts';
import { substitutionShapes, amplificationShapes, fusionShapes, type Shaped } from './oncology-alterations.ts';
import { knowledge, reportOf } from './report.ts';

export interface Miss {
  readonly shape: string;
  readonly what: string;
  readonly detail: string;
}
export interface Comparison {
  readonly rows: number;
  readonly reports: number;
  readonly misses: readonly Miss[];
  /** Profiles of a class that has no single typical alteration; the fact-level recall check makes those. */
  readonly unmade: number;
}

/** Shapes for a profile of one term; empty when no single typical alteration stands for it. */
function shapesOf({ tree }: Profile): Shaped[] {
  if (!('kind' in tree)) return [];
  const hgnc = (symbol: string) => hgncIds.get(symbol) ?? '';
  if (tree.kind === 'protein') {
    const [change] = tree.changes;
    const model = knowledge.oncology.genes.get(tree.gene);
    if (!change || !model || hgnc(tree.gene) === '') return [];
    const short = proteinName(change);
    const of = (names: ReadonlyMap<string, string>) => [...names].find(([, protein]) => protein === short)?.[0];
    const coding = of(model.byCoding);
    const rsId = of(model.byRsId);
    return substitutionShapes({
      gene: tree.gene,
      hgnc: hgnc(tree.gene),
      short,
      long: proteinHgvs(change),
      ...(coding === undefined ? {} : { coding }),
      ...(model.mane === null ? {} : { transcript: model.mane }),
      ...(rsId === undefined ? {} : { rsId }),
    });
  }
  if (tree.kind === 'copy' && tree.change === 'amplification') return amplificationShapes(tree.gene, hgnc(tree.gene));
  if (tree.kind === 'fusion' && tree.five !== null && tree.three !== null && tree.breaks === null)
    return fusionShapes(tree.five, hgnc(tree.five), tree.three, hgnc(tree.three));
  return [];
}

/** HGNC ids of the genes that the knowledge speaks of. */
let hgncIds: ReadonlyMap<string, string> = new Map();
export function useGenes(table: { readonly genes: string }): void {
  hgncIds = new Map(table.genes.split('\n').map((line) => [line.split('\t')[0] ?? '', line.split('\t')[1] ?? '']));
}

/** Every `every`-th evidence row of level A or B that a FHIR patient can be made for. */
export function compareEvidence(every: number): Comparison {
  const misses: Miss[] = [];
  let rows = 0;
  let reports = 0;
  let unmade = 0;
  const items = knowledge.oncology.evidence.filter(({ level, disease }) => level <= 'B' && disease.breadth === null);
  for (const [at, item] of items.entries()) {
    if (at % every !== 0) continue;
    const profile = knowledge.oncology.profiles[item.profile];
    const shapes = profile ? shapesOf(profile) : [];
    if (!profile || shapes.length === 0) {
      unmade += 1;
      continue;
    }
    rows += 1;
    for (const { shape, resources } of shapes) {
      reports += 1;
      const detail = judge(item, profile, resources);
      if (detail !== null) misses.push({ shape, what: `EID${item.id} ${profile.text} in ${item.disease.name}`, detail });
    }
  }
  return { rows, reports, misses, unmade };
}

function judge(item: EvidenceItem, profile: Profile, resources: readonly Resource[]): string | null {
  if (item.origin.startsWith('germline')) return null;
  const report = reportOf(bundle(patient, ...resources, tumourOf(item)));
  const { oncology } = report;
  const tumour = oncology.tumour;
  if (tumour === undefined) return `tumour not read: ${item.disease.name}`;
  const genes = 'kind' in profile.tree ? genesOf(profile.tree) : [];
  if (!oncology.variants.some(({ gene, name, present }) => present && genes.some((symbol) => symbol === gene || name.includes(symbol))))
    return 'variant not read';
  const url = `/evidence_items/${item.id}`;
  const all = item.supports ? oncology.therapies : [...(oncology.refuted ?? []), ...oncology.therapies];
  const cited = all.filter(({ sources, conflicting }) => [...sources, ...(conflicting ?? [])].some((source) => source.url.endsWith(url)));
  if (cited.length === 0) return 'row not cited';
  if (!item.supports) return null;
  const right = cited.filter(
    ({ effect, therapy }) =>
      effect === item.effect && item.therapies.every(({ name }) => therapy.some((drug) => drug.name.toLowerCase() === name.toLowerCase())),
  );
  if (right.length === 0) return 'cited with another drug or effect';
  if (!right.some(({ tumourMatch }) => tumourMatch === 'same'))
    return `tumour ${right[0]?.tumourMatch ?? ''}: ${item.disease.name} read as ${tumour.oncotree ?? '-'} ${tumour.doid ?? '-'}`;
  return null;
}
function tumourOf({ disease }: EvidenceItem): Resource {
  return condition('c1', words(disease.name));
}
