/** Resistance facts with their publications, as evidence. */
import type { ResistanceFile } from './files.ts';
import type { Disease, EvidenceItem, Therapy, TumourTree } from './types.ts';

/** One item for each drug, tumour and publication, so that two publications count as two. */
export function publishedResistance(
  { biomarker, drugs, tumours: types, level, effect, sources }: ResistanceFile['resistance'][number],
  profile: number,
  tree: TumourTree,
  therapyOf: (name: string) => Therapy,
): EvidenceItem[] {
  const diseases = types.map((code): Disease =>
    code === 'any-solid'
      ? { name: 'Solid Tumor', doid: null, oncotree: [], breadth: 'solid' }
      : { name: tree.oncotree.get(code)?.name ?? noTumour(code, biomarker), doid: null, oncotree: [code], breadth: null },
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
        effect: effect ?? 'resistance',
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

function noTumour(code: string, biomarker: string): never {
  throw new Error(`oncology knowledge: tumour ${code} of ${biomarker} is not in the file`);
}
