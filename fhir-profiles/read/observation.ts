/** An Observation opened once: code, value, components and links in typed form. All genomic and tumour readers work on this. */
import type { DataWarning, Source } from '../facts.ts';
import { personAnswering } from './another-person.ts';
import { concept, concepts, dateOf, isEmpty, isRecord, list, records, text, wordings, type Concept } from './elements.ts';
import { coreGeneticsCode, coreGeneticsComponents } from './core-genetics.ts';
import { elementValue, valueConcept, type ElementValue } from './element-value.ts';
import { componentCodeNamed, observationCodeNamed } from '../codes/genomics/code-names.ts';
import { COMPONENT } from '../codes/genomics/genomics-codes.ts';
import { codeInWords, titleInWords } from '../codes/title-in-words.ts';
import { LOINC } from '../codes/systems.ts';
import type { Intake, IntakeResource } from './intake.ts';
import { referenceText } from './resource-references.ts';
import { resultStatus } from './result-status.ts';
import { specimenOf, specimensOfReports } from './specimen.ts';
import { represented } from './variation-representation.ts';
import { entryOf } from '../entry-of.ts';

export interface Component {
  readonly code: Concept;
  /** LOINC and Genomics Reporting local codes of `code`. */
  readonly codes: ReadonlySet<string>;
  readonly value: ElementValue | null;
  readonly noValue?: Concept;
  readonly interpretation: readonly Concept[];
  readonly element: Readonly<Record<string, unknown>>;
}

export interface ObservationView {
  readonly entry: IntakeResource;
  readonly code: Concept;
  readonly codes: ReadonlySet<string>;
  readonly value: ElementValue | null;
  /** `dataAbsentReason`, when given. */
  readonly noValue?: Concept;
  readonly interpretation: readonly Concept[];
  readonly method: Concept;
  readonly bodySite: Concept;
  readonly components: readonly Component[];
  /** Results that this one rests on, as far as they are in the input. */
  readonly derivedFrom: readonly IntakeResource[];
  readonly members: readonly IntakeResource[];
  /** `derivedFrom` and `hasMember` as references, also of resources that are not in the input. */
  readonly links: readonly string[];
  readonly specimen?: string;
  readonly notes: readonly string[];
  readonly usable: boolean;
  readonly amended: boolean;
  readonly notUsable?: DataWarning;
  /** Holds a GA4GH VRS object, which says the same as the components beside it or something else. */
  readonly representation?: 'agrees' | 'contradicts';
  readonly source: Source;
}

export function openObservations(intake: Intake): readonly ObservationView[] {
  const ofReports = specimensOfReports(intake);
  return intake.ofType('Observation').map((entry) => openObservation(entry, intake, ofReports));
}

/** A resource of another kind in the place of a result: its code is what was asked, `value` what it answers. */
export function openAs(entry: IntakeResource, intake: Intake, value: Readonly<Record<string, unknown>>): ObservationView {
  const { status, code, subject, issued, effectiveDateTime, effectivePeriod, performer } = entry.resource;
  const asked = { status, code, subject, issued, effectiveDateTime, effectivePeriod, performer };
  const resource = { resourceType: entry.type, ...asked, ...value };
  return { ...openObservation({ ...entry, resource }, intake, new Map()), entry };
}

function openObservation(entry: IntakeResource, intake: Intake, ofReports: ReadonlyMap<IntakeResource, string>): ObservationView {
  const { resource } = entry;
  const status = resultStatus(entry);
  const code = named(concept(resource['code']));
  const noValue = concept(resource['dataAbsentReason']);
  const derived = list(resource['derivedFrom']);
  const members = list(resource['hasMember']);
  const method = concept(resource['method']);
  const bodySite = concept(resource['bodySite']);
  const specimen = specimenOf(entry, intake, { code, method, bodySite }, ofReports);
  const variation = represented(resource);
  const value = elementValue(variation?.value ?? resource);
  return {
    entry,
    code,
    codes:
      resource['extension'] === undefined
        ? codesOf(code, observationCodeNamed)
        : new Set([...codesOf(code, observationCodeNamed), ...coreGeneticsCode(resource, valueConcept(value))]),
    value,
    ...(isEmpty(noValue) ? {} : { noValue }),
    interpretation: concepts(resource['interpretation']),
    method,
    bodySite,
    ...(variation === null ? {} : { representation: variation.contradicted ? 'contradicts' : 'agrees' }),
    components: [
      ...(variation?.components ?? records(resource['component'])),
      ...(resource['extension'] === undefined ? [] : coreGeneticsComponents(resource)),
    ].map(openComponent),
    derivedFrom: targets(derived, entry, intake),
    members: targets(members, entry, intake),
    links: [...derived, ...members].map((item) => nameOf(item, entry, intake)).filter((name) => name !== ''),
    ...(specimen === undefined ? {} : { specimen }),
    notes: records(resource['note'])
      .flatMap((note) => text(note['text']) ?? [])
      .filter((words) => personAnswering(words) === null),
    usable: status.usable,
    amended: status.amended,
    ...(status.warning === undefined ? {} : { notUsable: status.warning }),
    source: sourceOf(entry, intake),
  };
}

/** The name of a test in words: a column's "EGFR_mutation" is one. */
function named(code: Concept): Concept {
  const codings = code.codings.map((coding) =>
    coding.display === undefined || coding.display === '' ? coding : { ...coding, display: titleInWords(coding.display) },
  );
  const written = code.text !== undefined || code.codings.some(({ display = '' }) => display !== '');
  const text = code.text === undefined ? (written ? undefined : ownCode(code)) : titleInWords(code.text);
  return { ...code, codings, ...(text === undefined ? {} : { text }) };
}

function ownCode({ codings }: Concept): string | undefined {
  const own = codings.filter(({ system }) => system !== LOINC && !system.startsWith('http://snomed.info'));
  return own.map(({ code }) => codeInWords(code)).find((words) => words !== undefined);
}

function openComponent(element: Readonly<Record<string, unknown>>): Component {
  const written = concept(element['code']);
  const code = named(written);
  const noValue = concept(element['dataAbsentReason']);
  return {
    code,
    codes: new Set([...codesOf(written, componentCodeNamed), ...codesOfColumn(written)]),
    value: elementValue(element),
    ...(isEmpty(noValue) ? {} : { noValue }),
    interpretation: concepts(element['interpretation']),
    element,
  };
}

/** Columns of mutation tables (MAF, as cBioPortal and GENIE export them), where they stand as names of components without a code. */
const COLUMNS: Readonly<Record<string, string>> = {
  hugo_symbol: COMPONENT.gene,
  hgvsp: COMPONENT.pHgvs,
  hgvsp_short: COMPONENT.pHgvs,
  hgvsc: COMPONENT.cHgvs,
};
function codesOfColumn(code: Concept): readonly string[] {
  const name = code.codings.length > 0 ? '' : (code.text ?? '').trim().toLowerCase();
  const column = entryOf(COLUMNS, name);
  return column === undefined ? [] : [column];
}

const GENOMICS_SYSTEM = /genomics-reporting|tbd-?codes|CodeSystem\/(?:molecular-biomarker|loinc-requested)/i;

/**
 * Codes that carry meaning here: LOINC, local codes of any version of the Genomics Reporting guide, and codes without system. Where there is none of
 * these, the code whose name is written.
 */
function codesOf(of: Concept, codeNamed: (name: string) => string | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { system, code } of of.codings) {
    if (code !== '' && (system === LOINC || system === '' || GENOMICS_SYSTEM.test(system))) found.add(code);
  }
  if (found.size > 0) return found;
  for (const name of wordings(of)) {
    const code = codeNamed(name);
    if (code !== undefined) found.add(code);
  }
  return found;
}

function targets(references: readonly unknown[], from: IntakeResource, intake: Intake): readonly IntakeResource[] {
  return references.flatMap((item) => intake.resolve(item, from) ?? []);
}

function nameOf(reference: unknown, from: IntakeResource, intake: Intake): string {
  return intake.resolve(reference, from)?.reference ?? referenceText(reference) ?? '';
}

/** Reference, date and laboratory of a result. The date is issued, else effective, else that of the containing report. */
export function sourceOf(entry: IntakeResource, intake: Intake): Source {
  const issued = dateFrom(entry) ?? (entry.container === undefined ? undefined : dateFrom(entry.container));
  const lab = labOf(entry, intake) ?? (entry.container === undefined ? undefined : labOf(entry.container, intake));
  return { reference: entry.reference, ...(issued === undefined ? {} : { issued }), ...(lab === undefined ? {} : { lab }) };
}

function dateFrom({ resource }: IntakeResource): string | undefined {
  const period = isRecord(resource['effectivePeriod']) ? resource['effectivePeriod'] : {};
  const timing = isRecord(resource['effectiveTiming']) ? resource['effectiveTiming'] : {};
  return (
    dateOf(resource['issued']) ??
    dateOf(resource['effectiveDateTime']) ??
    dateOf(resource['effectiveInstant']) ??
    dateOf(period['end']) ??
    dateOf(period['start']) ??
    list(timing['event'])
      .flatMap((event) => dateOf(event) ?? [])
      .sort()
      .at(-1) ??
    dateOf(resource['recordedDate']) ??
    dateOf(resource['onsetDateTime']) ??
    undefined
  );
}

/** A performer by display only: an organisation when it says so or its name does. */
function isNamedLaboratory(performer: Readonly<Record<string, unknown>>): boolean {
  const named =
    /\b(?:lab|labs|labor|laborator\w*|hospital|clinic|cent(?:er|re)|diagnosti\w*|genomics|genetics|patholog\w*|institut\w*|universit\w*)\b/i;
  return performer['type'] === 'Organization' || (performer['reference'] === undefined && named.test(text(performer['display']) ?? ''));
}

/** Name of the performing organisation; persons are not named. */
function labOf(entry: IntakeResource, intake: Intake): string | undefined {
  for (const performer of records(entry.resource['performer'])) {
    const target = intake.resolve(performer, entry);
    if (target?.type === 'Organization') {
      const name = text(target.resource['name']);
      if (name !== undefined) return name;
    }
    if (target === null && (/Organization\//.test(referenceText(performer) ?? '') || isNamedLaboratory(performer))) {
      const display = text(performer['display']);
      if (display !== undefined) return display;
    }
  }
  return undefined;
}
