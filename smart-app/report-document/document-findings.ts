/**
 * What was read, as Observations of the FHIR document: genotypes, variants and markers, each transcribed from a result in the EHR.
 * Codes and shapes are those of HL7 Genomics Reporting 3.0.0 (genotype, variant); names without a code stay text, none is guessed.
 */
import type { Evidence, Gene, Marker, PanelReport, Variant } from '../data/panel-report.ts';
import type { Language } from '../language/language.tsx';
import { writeDate } from '../view/dates.ts';
import { isUnreadable } from '../view/gene-rows.ts';
import { markerTitle } from '../view/tumour.ts';

export type Resource = Readonly<Record<string, unknown>>;

export interface DocumentEntry {
  readonly fullUrl: string;
  readonly resource: Resource;
}

/** What every Observation of the document shares. */
export interface DocumentFrame {
  readonly patient: string;
  readonly device: string;
  /** Instant at which the document is made. */
  readonly at: string;
  readonly language: Pick<Language, 't' | 'code'>;
  readonly newAddress: () => string;
}

const LOINC = 'http://loinc.org';
export const GENOMICS = 'http://hl7.org/fhir/uv/genomics-reporting';
const HGVS = 'http://varnomen.hgvs.org';
const UCUM = 'http://unitsofmeasure.org';

export const loinc = (code: string, display?: string) => ({
  coding: [{ system: LOINC, code, ...(display === undefined ? {} : { display }) }],
});
/** A code that the guide itself still calls "to be determined". */
export const tbd = (code: string) => ({ coding: [{ system: `${GENOMICS}/CodeSystem/tbd-codes-cs`, code }] });
export const CATEGORIES = [
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'GE' }] },
];
const NO_VALUE = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'unknown' }] };

/** Most variants that a document transcribes one by one; the JSON inside it has them all. */
const MOST_VARIANTS = 500;

export interface Findings {
  readonly entries: readonly DocumentEntry[];
  /** Addresses of a gene's results. */
  readonly ofGene: ReadonlyMap<string, readonly string[]>;
  /** Address of a variant by its id in the report. */
  readonly ofVariant: ReadonlyMap<string, string>;
  readonly genotypes: readonly string[];
  readonly tumour: readonly string[];
}

export function findingsOf(report: PanelReport, frame: DocumentFrame): Findings {
  const entries: DocumentEntry[] = [];
  const add = (resource: Resource): string => {
    const fullUrl = frame.newAddress();
    entries.push({ fullUrl, resource });
    return fullUrl;
  };
  const ofGene = new Map<string, string[]>();
  const ofVariant = new Map<string, string>();
  const genotypes = report.genes.map((gene) => {
    const address = add(genotype(gene, frame));
    ofGene.set(gene.gene, [...(ofGene.get(gene.gene) ?? []), address]);
    return address;
  });
  const wanted = new Set(report.therapies.flatMap(({ variants }) => variants));
  const ordered = [...report.variants].sort((a, b) => Number(wanted.has(b.id)) - Number(wanted.has(a.id)));
  const tumour = ordered.slice(0, MOST_VARIANTS).map((found) => {
    const address = add(variant(found, frame));
    ofVariant.set(found.id, address);
    return address;
  });
  for (const found of report.biomarkers.slice(0, MOST_VARIANTS)) tumour.push(add(marker(found, frame)));
  return { entries, ofGene, ofVariant, genotypes, tumour };
}

/** The result in the EHR that this stands for: named, not included, because the document carries no copy of the chart. */
export function resultInEhr(evidence: readonly Evidence[], { language }: DocumentFrame): object {
  if (evidence.length === 0) return {};
  return {
    derivedFrom: evidence.slice(0, 20).map(({ reference, issued, lab }) => ({
      ...(/^[A-Za-z]+\//.test(reference) ? { type: reference.split('/')[0] } : {}),
      ...(reference === '' ? {} : { identifier: { value: reference } }),
      display: [
        issued === undefined ? language.t('evidence.no-date') : writeDate(issued, language.code),
        lab ?? language.t('evidence.no-lab'),
      ].join(', '),
    })),
  };
}

/** Whose it is; a result keeps the laboratories that made it as its performers, the software is only the device that wrote it down. */
function transcribed(evidence: readonly Evidence[], frame: DocumentFrame): object {
  const labs = [...new Set(evidence.flatMap(({ lab }) => lab ?? []))].slice(0, 10);
  return {
    subject: { reference: frame.patient },
    ...(labs.length === 0 ? {} : { performer: labs.map((display) => ({ display })) }),
    device: { reference: frame.device },
  };
}

function dated(evidence: readonly Evidence[]): object {
  const day = evidence.map(({ issued }) => issued ?? '').find((issued) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(issued.slice(0, 10)));
  return day === undefined ? {} : { effectiveDateTime: day.slice(0, 10) };
}

function genotype(gene: Gene, frame: DocumentFrame): Resource {
  const readable = !isUnreadable(gene) && gene.diplotype !== null;
  return {
    resourceType: 'Observation',
    ...(readable ? { meta: { profile: [`${GENOMICS}/StructureDefinition/genotype`] } } : {}),
    status: 'final',
    category: CATEGORIES,
    code: loinc('84413-4', 'Genotype display name'),
    ...transcribed(gene.evidence, frame),
    ...dated(gene.evidence),
    ...(readable ? { valueCodeableConcept: { text: gene.diplotype } } : { dataAbsentReason: NO_VALUE }),
    ...noteOf([...(gene.notes ?? []), gene.phenotype ?? '']),
    ...resultInEhr(gene.evidence, frame),
    component: [{ code: loinc('48018-6', 'Gene studied [ID]'), valueCodeableConcept: { text: gene.gene } }],
  };
}

function variant(found: Variant, frame: DocumentFrame): Resource {
  const name = (code: string, display: string, hgvs: string | undefined) =>
    hgvs === undefined ? [] : [{ code: loinc(code, display), valueCodeableConcept: { coding: [{ system: HGVS, code: hgvs }] } }];
  const origin = { somatic: ['LA6684-0', 'Somatic'], germline: ['LA6683-2', 'Germline'], unknown: null, unrecognised: null }[found.origin];
  return {
    resourceType: 'Observation',
    meta: { profile: [`${GENOMICS}/StructureDefinition/variant`] },
    status: 'final',
    category: CATEGORIES,
    code: loinc('69548-6', 'Genetic variant assessment'),
    ...transcribed(found.evidence, frame),
    ...dated(found.evidence),
    ...(found.present === null
      ? { dataAbsentReason: NO_VALUE }
      : { valueCodeableConcept: found.present ? loinc('LA9633-4', 'Present') : loinc('LA9634-2', 'Absent') }),
    ...noteOf([`${found.gene} ${found.name}`.trim(), found.classification ?? '']),
    ...resultInEhr(found.evidence, frame),
    component: [
      ...(found.gene === '' ? [] : [{ code: loinc('48018-6', 'Gene studied [ID]'), valueCodeableConcept: { text: found.gene } }]),
      ...name('48004-6', 'DNA change (c.HGVS)', found.cHgvs),
      ...name('48005-3', 'Amino acid change (pHGVS)', found.pHgvs),
      ...(origin === null
        ? []
        : [{ code: loinc('48002-0', 'Genomic source class [Type]'), valueCodeableConcept: loinc(origin[0] ?? '', origin[1]) }]),
      ...(found.vaf === undefined
        ? []
        : [
            {
              code: loinc('81258-6', 'Sample variant allelic frequency [NFr]'),
              valueQuantity: { value: found.vaf, system: UCUM, code: '1' },
            },
          ]),
    ],
  };
}

/** A marker keeps its name as text: the report does not carry the code under which it was found. */
function marker(found: Marker, frame: DocumentFrame): Resource {
  const { value, comparator, unit } = found;
  return {
    resourceType: 'Observation',
    status: 'final',
    category: CATEGORIES.slice(0, 1),
    code: { text: markerTitle(found) },
    ...transcribed(found.evidence, frame),
    ...dated(found.evidence),
    ...(typeof value === 'number'
      ? { valueQuantity: { value, ...(comparator === undefined ? {} : { comparator }), ...(unit === undefined ? {} : { unit }) } }
      : value === ''
        ? { dataAbsentReason: NO_VALUE }
        : { valueString: value }),
    ...(found.status === undefined ? {} : { interpretation: [{ text: found.status }] }),
    ...resultInEhr(found.evidence, frame),
  };
}

export function noteOf(lines: readonly string[]): object {
  const text = lines.filter((line) => line !== '').join('. ');
  return text === '' ? {} : { note: [{ text }] };
}
