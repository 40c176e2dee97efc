/**
 * The sub-id of HL7 v2 (OBX-4), by which rows of one finding belong together: "Gene studied: CYP2C19" and "Genotype: *2/*2" under 1, those of CYP2D6
 * under 2. FHIR has no element for it; converters keep it in the extension observation-v2-subid of HL7's v2-to-FHIR guide (original-sub-identifier,
 * group, sequence), in extensions of their own, or as an identifier of that type.
 */
import { concept, isRecord, list, records, text, wordings, type Json } from './elements.ts';
import type { IntakeResource } from './intake.ts';
import { referenceText } from './resource-references.ts';

const NAMES_SUB_ID = /(?:^|[/#:.-])(?:observation-?(?:v2-?)?sub-?id(?:entifier)?|obx-?sub-?id|sub-?id|obx[.-]?4(?:\.1)?)$/i;
const OF_IDENTIFIER = /\b(?:observation )?sub[- ]?id(?:entifier)?\b|\bOBX[-. ]?4\b/i;
/** Parts of the extension in the order in which they tell the group; the sequence numbers rows within one. */
const PARTS = ['group', 'original-sub-identifier', 'identifier'];

/** The sub-id of a row as it is written; undefined where it has none. */
export function subIdOf(resource: Json): string | undefined {
  const extensions = records(resource['extension']);
  const nested = extensions.flatMap((extension) => records(extension['extension']));
  const own = [...extensions, ...nested].find((extension) => NAMES_SUB_ID.test(text(extension['url']) ?? ''));
  const parts = own === undefined ? [] : records(own['extension']);
  const said = [
    own,
    ...PARTS.map((name) => parts.find((part) => text(part['url'])?.toLowerCase() === name)),
    ...records(resource['identifier']).filter(isSubId),
  ];
  return said.map((one) => (one === undefined ? undefined : written(one))).find((value) => value !== undefined);
}

const isSubId = (identifier: Json): boolean =>
  wordings(concept(identifier['type'])).some((name) => OF_IDENTIFIER.test(name)) || NAMES_SUB_ID.test(text(identifier['system']) ?? '');

function written(from: Json): string | undefined {
  const value = Object.entries(from).find(([key]) => key.startsWith('value'))?.[1];
  const said = typeof value === 'number' ? String(value) : text(isRecord(value) ? (value['value'] ?? value['text']) : value);
  return said === undefined || said.trim() === '' ? undefined : said.trim();
}

/**
 * Rows of a report or panel by their sub-ids, each group in its order; rows without one are a group of their own. Null where there are none, or
 * where they only number the rows. "2a.a" belongs to "2a"; where every row has its own, what stands before the dot is the group.
 */
export function rowsBySubId(rows: readonly IntakeResource[]): readonly (readonly IntakeResource[])[] | null {
  const ids = rows.map(({ resource }) => subIdOf(resource));
  const exact = grouped(rows, (_, at) => withoutChild(ids[at], ids));
  if (exact !== null) return exact;
  return grouped(rows, (_, at) => ids[at]?.split('.')[0]);
}

/** The sub-id, or the one of the row that it is a part of. */
function withoutChild(id: string | undefined, ids: readonly (string | undefined)[]): string | undefined {
  const whole = id === undefined ? -1 : id.lastIndexOf('.');
  const parent = id?.slice(0, whole);
  return whole > 0 && ids.includes(parent) ? withoutChild(parent, ids) : id;
}

/** Null where no two rows have one sub-id. */
function grouped<Row>(rows: readonly Row[], idOf: (row: Row, at: number) => string | undefined): readonly (readonly Row[])[] | null {
  const groups = new Map<string | undefined, Row[]>();
  rows.forEach((row, at) => {
    const id = idOf(row, at);
    groups.set(id, [...(groups.get(id) ?? []), row]);
  });
  return [...groups].some(([id, members]) => id !== undefined && members.length > 1) ? [...groups.values()] : null;
}

const TOGETHER = ['subject', 'basedOn', 'specimen', 'encounter'];
const AT = ['effectiveDateTime', 'issued'];

/**
 * The same of rows that no report and no panel holds: those of one sub-id, one order, one sample and one time. The order of resources in a
 * chart says nothing, so that they stand by their references.
 */
export function looseRowsBySubId(rows: readonly IntakeResource[]): readonly (readonly IntakeResource[])[] {
  const numbered = rows.filter(({ type, resource }) => type === 'Observation' && subIdOf(resource) !== undefined);
  const place = ({ resource }: IntakeResource): string =>
    JSON.stringify([
      subIdOf(resource),
      ...TOGETHER.map((name) =>
        list(resource[name] ?? []).length === 0 ? referenceText(resource[name]) : list(resource[name]).map(referenceText),
      ),
      ...AT.map((name) => resource[name]),
    ]);
  const groups = grouped(numbered, place) ?? [];
  return groups.map((group) => group.toSorted((a, b) => (a.reference < b.reference ? -1 : 1)));
}
