/**
 * GA4GH VRS and Cat-VRS objects inside an Observation, written as JSON in a text, an attachment or an extension: turned into the components
 * that the Genomics Reporting guide uses, so that one reader serves both. Read are expressions (HGVS, SPDI), names, the gene context and
 * places on chromosomes; of a categorical variant what defines it, not its members, of which the patient has one at most.
 */
import { COMPONENT } from '../codes/genomics/genomics-codes.ts';
import { chromosomeOfRefget } from '../codes/genomics/refget.ts';
import { HGVS, LOINC } from '../codes/systems.ts';
import { isRecord, numberOf, records, text, type Json } from './elements.ts';
import { entryOf } from '../entry-of.ts';

const TYPES =
  /^(?:Allele|\w*Var(?:iant|iation)|CanonicalAllele|ProteinSequenceConsequence|CategoricalCnv|VariationDescriptor|CopyNumber\w+)$/;
/** Of a variant with all its mappings and descriptions; more is no variant. */
const LONGEST = 200_000;

/** The VRS objects in an element's own value, in its attachment and in its extensions. */
function representationsIn(element: Json, depth = 0): readonly Json[] {
  const written = [element['valueString'], element['valueMarkdown'], attached(element['valueAttachment'])];
  const own = written.map(representation).filter((found) => found !== null);
  return depth > 2 ? own : [...own, ...records(element['extension']).flatMap((part) => representationsIn(part, depth + 1))];
}

function attached(value: unknown): string | undefined {
  const data = isRecord(value) ? value['data'] : undefined;
  if (typeof data !== 'string' || data.length > 2 * LONGEST) return undefined;
  try {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

function representation(value: unknown): Json | null {
  if (typeof value !== 'string' || value.length > LONGEST || !/^\s*\{/.test(value)) return null;
  try {
    const found: unknown = JSON.parse(value);
    return isRecord(found) && TYPES.test(text(found['type']) ?? '') ? found : null;
  } catch {
    return null;
  }
}

export interface Represented {
  readonly components: readonly Json[];
  /** The value in place of an object that stood there; undefined: the value is none. */
  readonly value?: Json;
  /** An object names another residue than the components beside it. */
  readonly contradicted: boolean;
}

/** The components of an Observation with those of its VRS objects; what the Observation says itself stands first. Null: it holds none. */
export function represented(resource: Json): Represented | null {
  const own = records(resource['component']);
  const held = own.map((component) => representationsIn(component));
  const outer = representationsIn(resource);
  if (outer.length === 0 && held.every((list) => list.length === 0)) return null;
  const kept = own.filter((component, at) => held[at]?.length === 0 || component['valueCodeableConcept'] !== undefined);
  const added = [...outer, ...held.flat()].flatMap(componentsOfRepresentation);
  const stated = new Set(kept.map(loincOf));
  const value = representation(resource['valueString']) ?? representation(attached(resource['valueAttachment']));
  const name = value === null ? undefined : (text(value['name']) ?? text(value['label']));
  return {
    components: [...kept, ...onePerCode(added.filter((component) => !stated.has(loincOf(component))))],
    ...(value === null ? {} : { value: name === undefined ? {} : { valueString: name } }),
    contradicted: residues(kept).some((place) => residues(added).some((other) => other !== place)),
  };
}

function onePerCode(components: readonly Json[]): readonly Json[] {
  return [...new Map([...components].reverse().map((component) => [loincOf(component), component])).values()].reverse();
}
function loincOf(component: Json): string {
  return records(isRecord(component['code']) ? component['code']['coding'] : undefined).map(({ code }) => text(code) ?? '')[0] ?? '';
}
/** Positions that protein names give. */
function residues(components: readonly Json[]): readonly string[] {
  return components
    .filter((component) => loincOf(component) === COMPONENT.pHgvs)
    .flatMap((component) => /p\.\(?[A-Za-z*]+(\d+)/.exec(JSON.stringify(component))?.[1] ?? []);
}

/** Component elements that say what the object says, as far as it is understood. */
function componentsOfRepresentation(found: Json): readonly Json[] {
  const defining = records(found['constraints']).flatMap((constraint) => records(constraint['allele']));
  const alleles = [found, ...records(found['definingContext']), ...records(found['variation']), ...defining];
  const gene = [found, ...records(found['constraints'])].map(geneOf).find((name) => name !== undefined);
  const named = [found].flatMap((item) => text(item['name']) ?? text(item['label']) ?? []).filter((name) => name.length <= 80);
  return [
    ...(gene === undefined ? [] : [coded(COMPONENT.gene, { text: gene })]),
    ...alleles.flatMap(expressionsOf),
    ...named.map((name) => coded(COMPONENT.variation, { text: name })),
    ...alleles.flatMap(placeOf),
  ];
}

const SLOTS: Readonly<Record<string, string>> = {
  'hgvs.c': COMPONENT.cHgvs,
  'hgvs.n': COMPONENT.cHgvs,
  'hgvs.p': COMPONENT.pHgvs,
  'hgvs.g': COMPONENT.gHgvs,
  spdi: COMPONENT.variation,
};

function expressionsOf(allele: Json): readonly Json[] {
  return records(allele['expressions']).flatMap((expression) => {
    const syntax = text(expression['syntax']) ?? '';
    const value = text(expression['value']);
    const slot = entryOf(SLOTS, syntax);
    return slot === undefined || value === undefined ? [] : [coded(slot, { coding: [{ system: HGVS, code: value }] })];
  });
}

/** The gene of a descriptor or of a constraint that names one. */
function geneOf(item: Json): string | undefined {
  const context = item['gene_context'] ?? item['geneContext'] ?? item['featureContext'];
  if (!isRecord(context)) return typeof context === 'string' ? context.replace(/^.*:/, '') : undefined;
  return text(context['label']) ?? text(context['name']);
}

/** One base or several of the same number on a chromosome: version 1 and version 2 of the specification; counted between bases. */
function placeOf(allele: Json): readonly Json[] {
  const location = isRecord(allele['location']) ? allele['location'] : {};
  const reference = location['sequenceReference'];
  const written = isRecord(reference) ? text(reference['refgetAccession']) : (text(location['sequence_id']) ?? text(location['sequence']));
  const chromosome = chromosomeOfRefget(written ?? '');
  const interval = isRecord(location['interval']) ? location['interval'] : location;
  const [start, end] = [interval['start'], interval['end']].map((bound) => numberOf(isRecord(bound) ? bound['value'] : bound));
  const state = isRecord(allele['state']) ? text(allele['state']['sequence']) : undefined;
  if (chromosome === undefined || start === undefined || end === undefined || state === undefined) return [];
  const before = text(location['sequence']);
  // What was there before is not part of the object; "N" keeps its place.
  const bases = before !== undefined && /^[ACGT]+$/.test(before) ? before : 'N'.repeat(Math.min(Math.max(end - start, 0), 50));
  if (!/^[ACGT]+$/.test(state) || bases.length !== end - start || bases.length !== state.length) return [];
  return [
    coded(COMPONENT.genomicReference, { text: chromosome }),
    { ...coded(COMPONENT.exactRange), valueRange: { low: { value: start + 1 }, high: { value: end } } },
    { ...coded(COMPONENT.refAllele), valueString: bases },
    { ...coded(COMPONENT.altAllele), valueString: state },
  ];
}

function coded(code: string, valueCodeableConcept?: Json): Json {
  return { code: { coding: [{ system: LOINC, code }] }, ...(valueCodeableConcept === undefined ? {} : { valueCodeableConcept }) };
}
