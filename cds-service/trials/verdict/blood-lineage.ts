/**
 * Blood cancers that exclude each other, and those that OncoTree files below lymphoma though no text means them. OncoTree's branches of the blood overlap in use
 * (lymphoblastic and ambiguous leukaemias, transformed and composite lymphomas, plasmacytic differentiation), so only pairs far from these borders are told apart.
 * The lines are those of OncoTree's own tree. That myeloma and chronic lymphocytic leukaemia are no lymphoma is the Disease Ontology's: neither DOID:9538 nor
 * DOID:1040 lies below DOID:0060058.
 */
import type { TumourTree } from '../../knowledge/oncology/types.ts';
import { lineage } from './lineage.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

type Line = 'acute-myeloid' | 'myeloid' | 'plasma' | 'b-cell' | 'large' | 't-cell' | 'hodgkin' | 'lymphoma' | 'lymphoblastic';
/** Everything below a node; the first that is found upwards counts. */
const LINES: Readonly<Record<string, Line>> = {
  AML: 'acute-myeloid',
  MDS: 'myeloid',
  MPN: 'myeloid',
  PCM: 'plasma',
  DLBCLNOS: 'large',
  FL: 'b-cell',
  MCL: 'b-cell',
  BL: 'large',
  CLLSLL: 'b-cell',
  HCL: 'b-cell',
  MTNN: 't-cell',
  HL: 'hodgkin',
  BLL: 'lymphoblastic',
  TLL: 'lymphoblastic',
  // What lies between them, and the wider names.
  NHL: 'lymphoma',
};
/** Burkitt and large-cell lymphomas share wards and words with lymphoblastic leukaemia; the small-cell ones do not. */
const APART: Readonly<Record<Line, readonly Line[]>> = {
  // An acute leukaemia may be of two lines.
  'acute-myeloid': ['plasma', 'b-cell', 'large', 't-cell', 'hodgkin', 'lymphoma'],
  myeloid: ['plasma', 'b-cell', 'large', 't-cell', 'hodgkin', 'lymphoma', 'lymphoblastic'],
  plasma: ['acute-myeloid', 'myeloid', 'b-cell', 'large', 't-cell', 'hodgkin', 'lymphoblastic'],
  'b-cell': ['acute-myeloid', 'myeloid', 'plasma', 't-cell', 'lymphoblastic'],
  large: ['acute-myeloid', 'myeloid', 'plasma', 't-cell'],
  't-cell': ['acute-myeloid', 'myeloid', 'plasma', 'b-cell', 'large'],
  hodgkin: ['acute-myeloid', 'myeloid', 'plasma', 'lymphoblastic'],
  lymphoma: ['acute-myeloid', 'myeloid'],
  lymphoblastic: ['myeloid', 'plasma', 'b-cell', 'hodgkin'],
};

/** Two nodes of the blood that nobody's tumour is both of. */
export function bloodApart(asked: string, own: string, tree: TumourTree): boolean {
  const [theirs, mine] = [lineOf(asked, tree), lineOf(own, tree)];
  // "Lymphoma", any of them.
  if (asked === 'LNM') return mine === 'myeloid' || mine === 'acute-myeloid';
  return theirs !== null && mine !== null && APART[mine].includes(theirs);
}
function lineOf(code: string, tree: TumourTree): Line | null {
  for (const node of lineage(code, tree)) {
    const line = entryOf(LINES, node);
    if (line !== undefined) return line;
  }
  return null;
}

const LYMPHOMA = /lymphoma/i;
/** OncoTree nodes below non-Hodgkin lymphoma that are not called so. */
const BELOW_LYMPHOMA: Readonly<Record<string, 'never' | 'sometimes'>> = {
  PCM: 'never',
  // Myelomas and leukaemias of mature B cells lie below it too.
  MBN: 'sometimes',
  MGUS: 'never',
  SPB: 'sometimes',
  EP: 'sometimes',
  MIDD: 'sometimes',
  AHCD: 'sometimes',
  GHCD: 'sometimes',
  MHCD: 'sometimes',
  CLLSLL: 'sometimes',
  HCL: 'sometimes',
  BPLL: 'sometimes',
};
/** OncoTree's lymphoblastic neoplasms are leukaemia and lymphoma in one node. */
const LYMPHOBLASTIC: readonly string[] = ['BLL', 'TLL'];

/** Whether a tumour of these types is called a lymphoma, where a wide name of lymphomas is asked for; null: the trees may answer. */
export function calledLymphoma(
  { name, oncotree }: { readonly name: string; readonly oncotree: string | null },
  owns: ReadonlySet<string>,
  above: ReadonlySet<string>,
): 'never' | 'sometimes' | null {
  if (!LYMPHOMA.test(name) || (oncotree !== null && !['NHL', 'MBN', 'LNM', 'LYMPH'].includes(oncotree))) return null;
  if (LYMPHOBLASTIC.some((code) => owns.has(code) || above.has(code))) return 'sometimes';
  const said = [...owns].map((own) => entryOf(BELOW_LYMPHOMA, own) ?? null);
  if (said.length === 0 || said.includes(null)) return null;
  return said.every((one) => one === 'never') ? 'never' : 'sometimes';
}
