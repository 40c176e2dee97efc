/**
 * A table whose cells are Observations: "Gene: EGFR", "Variant: L858R", "Result: Detected", each a row of a report or a member of a panel, as interfaces
 * from HL7 v2 make them. The cells of one row are put together as components of one Observation; in the order of the report a row begins where its first
 * column comes again. Where that does not go up (a column twice in a row, another order in the next row), nothing is put together.
 * Pharmacogenes are read by `under-gene-row.ts` and `asked-and-answered.ts`.
 */
import { COMPONENT, OBSERVATION } from '../../../codes/genomics/genomics-codes.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { concept, text, wordings, type Concept } from '../../elements.ts';
import { elementValue, valueConcept } from '../../element-value.ts';
import { pgxGenesIn } from '../../germline/notation/gene-in-text.ts';
import type { IntakeResource, RawResource } from '../../intake.ts';
import { referenceText } from '../../resource-references.ts';
import { geneOfTumourTest, underTumourGene } from './bare-change.ts';
import { isAnswerColumn, isMeasuredColumn } from './column-answers.ts';
import { ASKED, CHANGE, CLASS, GENE, ORIGIN } from './columns.ts';
import { entryOf } from '../../../entry-of.ts';

/** One row of the table: its cells, and what takes the place of each. */
export type JoinedRow = ReadonlyMap<IntakeResource, RawResource>;

type Role = 'gene' | 'change' | 'named' | 'answer' | 'measure' | 'beside';
interface Cell {
  readonly row: IntakeResource;
  readonly code: Concept;
  /** The column: a LOINC code or the name in small letters. */
  readonly column: string;
  readonly role: Role;
}

const CODED: Readonly<Record<string, Role>> = {
  ...Object.fromEntries(Object.values(COMPONENT).map((code) => [code, 'beside' as const])),
  [COMPONENT.gene]: 'gene',
  [COMPONENT.pHgvs]: 'change',
  [COMPONENT.cHgvs]: 'change',
  [COMPONENT.gHgvs]: 'change',
  [COMPONENT.variation]: 'change',
  [OBSERVATION.variant]: 'answer',
  [COMPONENT.vaf]: 'measure',
  [COMPONENT.allelicState]: 'measure',
  [COMPONENT.clinicalSignificance]: 'measure',
};
/** Their rows are results of their own kind. */
const OTHERWISE: ReadonlySet<string> = new Set([COMPONENT.genotype, COMPONENT.haplotype, COMPONENT.medication, COMPONENT.therapy]);
const WORDED: readonly (readonly [RegExp, Role])[] = [
  [GENE, 'gene'],
  [ASKED, 'change'],
  [CHANGE, 'change'],
  [CLASS, 'measure'],
  [/^(?:tier|zygosity|exon)$/i, 'beside'],
  [ORIGIN, 'beside'],
];
const OF_ANOTHER = /\bdonor|\bchimeris|\bmother|\bfather|\bparent/i;
const REVOKED = /^(?:entered-in-error|cancelled)$/i;
const FINAL = /^(?:final|amended|corrected|appended)$/i;

/** `rows`: what a report or a panel holds, in its order; `test`: the name of that. */
export function joinedRows(rows: readonly IntakeResource[], test: Concept): readonly JoinedRow[] {
  const cells = [...new Set(rows)].flatMap((row) => cellOf(row) ?? []);
  const tested = geneOfTumourTest(test);
  const [first] = cells;
  if (OF_ANOTHER.test(wordings(test).join(' '))) return [];
  if (first === undefined || (tested === null && !cells.some(({ role }) => role === 'gene'))) return [];
  const table = rowsOfTable(cells, first.column);
  if (table === null) return [];
  return table.flatMap((row) => {
    const [gene] = row.filter(({ role }) => role === 'gene');
    if (gene === undefined ? tested === null : isPharmacogene(gene)) return [];
    const symbol = gene === undefined ? (tested ?? '') : (symbolOf(gene) ?? '');
    const changes = row.filter(({ role }) => role === 'named');
    if (changes.length > 0) return gene === undefined ? [] : [new Map(changes.map(({ row: of, code }) => [of, renamed(of, code, symbol)]))];
    const isChanged = row.some(({ role }) => role === 'change');
    return gene !== undefined || isChanged ? [joined(row, gene === undefined ? symbol : null)] : [];
  });
}

function cellOf(row: IntakeResource): Cell | null {
  const { resource } = row;
  if (row.type !== 'Observation' || resource['component'] !== undefined || REVOKED.test(text(resource['status']) ?? '')) return null;
  const code = concept(resource['code']);
  const coded = code.codings.map((coding) => coding.code).find((one) => Object.hasOwn(CODED, one));
  if (coded !== undefined) return OTHERWISE.has(coded) ? null : { row, code, column: coded, role: entryOf(CODED, coded) ?? 'beside' };
  const [name, ...others] = wordings(code).map((words) => words.trim());
  if (name === undefined || others.length > 0 || code.codings.some(({ system }) => /loinc|snomed/i.test(system))) return null;
  if (underTumourGene(code, '') !== null) return { row, code, column: `named ${name}`, role: 'named' };
  const role =
    WORDED.find(([pattern]) => pattern.test(name))?.[1] ?? (isAnswerColumn(name) ? 'answer' : isMeasuredColumn(name) ? 'measure' : null);
  return role === null ? null : { row, code, column: name.toLowerCase(), role };
}

/** Null where the cells do not make rows of one form, each of one gene, one specimen and one person. */
function rowsOfTable(cells: readonly Cell[], head: string): readonly (readonly Cell[])[] | null {
  const rows: Cell[][] = [];
  for (const cell of cells) {
    const last = rows.at(-1);
    if (last === undefined || cell.column === head) rows.push([cell]);
    else last.push(cell);
  }
  const order = new Map<string, Set<string>>();
  for (const row of rows) {
    const columns = row.map(({ column }) => column);
    if (new Set(columns).size < columns.length || row.filter(({ role }) => role === 'gene').length > 1) return null;
    if (['subject', 'specimen'].some((element) => new Set(row.flatMap((cell) => referenceText(cell.row.resource[element]) ?? [])).size > 1))
      return null;
    // What nothing in the row says to be found may have been looked for alone.
    if (!row.some(({ role }) => role === 'answer' || role === 'measure' || role === 'named')) return null;
    for (const [at, column] of columns.entries()) {
      const after = order.get(column) ?? new Set<string>();
      for (const later of columns.slice(at + 1)) {
        if (order.get(later)?.has(column) === true) return null;
        after.add(later);
      }
      order.set(column, after);
    }
  }
  return rows;
}

const saidBy = ({ row }: Cell): readonly string[] => wordings(valueConcept(elementValue(row.resource)));
const isPharmacogene = (cell: Cell): boolean => saidBy(cell).some((words) => pgxGenesIn(words).length > 0 || pgxGene(words) !== null);
const symbolOf = (cell: Cell): string | undefined => saidBy(cell)[0];

const renamed = ({ resource }: IntakeResource, code: Concept, gene: string): RawResource => ({
  ...resource,
  code: underTumourGene(code, gene),
});

const OF_ANSWER = /^(?:value|interpretation$|dataAbsentReason$)/;
const only = (resource: RawResource, of: (key: string) => boolean): Record<string, unknown> =>
  Object.fromEntries(Object.entries(resource).filter(([key]) => of(key)));

/** The row in the place of its answer, or of its last cell; the other cells say nothing more by themselves. */
function joined(row: readonly Cell[], gene: string | null): JoinedRow {
  const assessed = row.find(({ column }) => column === OBSERVATION.variant);
  const carrier = assessed ?? row.findLast(({ role }) => role === 'answer') ?? row.at(-1);
  const pending = row.map((cell) => cell.row.resource['status']).find((status) => !FINAL.test(text(status) ?? ''));
  const component = [
    ...(gene === null ? [] : [{ code: { text: 'Gene' }, valueString: gene }]),
    ...row
      .filter((cell) => cell !== assessed)
      .map(({ row: { resource } }) => ({ code: resource['code'], ...only(resource, (key) => OF_ANSWER.test(key)) })),
  ];
  return new Map(
    row.map((cell): [IntakeResource, RawResource] => {
      const { resource } = cell.row;
      if (cell !== carrier)
        return [cell.row, { ...only(resource, (key) => OF_STUB.has(key)), resourceType: resource.resourceType, code: NAME }];
      const kept = { ...only(resource, (key) => cell === assessed || !OF_ANSWER.test(key)), resourceType: resource.resourceType };
      const code = cell === assessed ? resource['code'] : NAME;
      return [cell.row, { ...kept, code, component, ...(pending === undefined ? {} : { status: pending }) }];
    }),
  );
}
const NAME = { text: 'Genetic result' };
const OF_STUB: ReadonlySet<string> = new Set(['id', 'status', 'subject']);

/** Of rows that several reports hold those that all of them put together in the same way. */
export function agreeing(rows: readonly JoinedRow[]): ReadonlyMap<IntakeResource, RawResource> {
  const forms = new Map<IntakeResource, Set<string>>();
  const formOf = (row: JoinedRow): string => JSON.stringify([...row.values()]);
  for (const row of rows) for (const cell of row.keys()) forms.set(cell, (forms.get(cell) ?? new Set<string>()).add(formOf(row)));
  return new Map(rows.filter((row) => [...row.keys()].every((cell) => forms.get(cell)?.size === 1)).flatMap((row) => [...row]));
}
