/**
 * Design rule 2: a corrected or amended result replaces the one before it, and a result of a withdrawn report is withdrawn with it.
 * Two final results that disagree are never treated as a correction: both stay.
 */
import { COMPONENT, OBSERVATION } from '../codes/genomics/genomics-codes.ts';
import { dateOf, list, records, text, wordings } from './elements.ts';
import { valueConcept } from './element-value.ts';
import type { Intake, IntakeResource } from './intake.ts';
import type { ObservationView } from './observation.ts';
import { referenceText } from './resource-references.ts';

/** Views with the replaced and withdrawn ones marked as not usable, saying why. */
export function withoutReplaced(views: readonly ObservationView[], intake: Intake): readonly ObservationView[] {
  const replacedBy = replacements(views, intake);
  const withdrawn = ofWithdrawnReports(intake);
  if (replacedBy.size === 0 && withdrawn.size === 0) return views;
  return views.map((view) => {
    const successor = replacedBy.get(view.entry);
    if (view.usable && successor !== undefined) return unusable(view, `it was replaced by the corrected result ${successor}`);
    if (view.usable && withdrawn.has(view.entry)) return unusable(view, 'the report that it belongs to was withdrawn');
    return view;
  });
}

function unusable(view: ObservationView, why: string): ObservationView {
  return {
    ...view,
    usable: false,
    notUsable: { code: 'not-final', message: `Observation was not used because ${why}.`, reference: view.entry.reference },
  };
}

function replacements(views: readonly ObservationView[], intake: Intake): ReadonlyMap<IntakeResource, string> {
  const found = new Map<IntakeResource, string>();
  const byIdentity = new Map<string, ObservationView[]>();
  for (const view of views) {
    if (!view.usable) continue;
    for (const extension of records(view.entry.resource['extension'])) {
      if (!/(?:^|[/-])replaces$/.test(text(extension['url']) ?? '')) continue;
      const target = intake.resolve(extension['valueReference'], view.entry);
      if (target !== null && target !== view.entry) found.set(target, view.entry.reference);
    }
  }
  const amended = views.filter((view) => view.usable && view.amended);
  if (amended.length === 0) return found;
  for (const view of views) {
    if (!view.usable || view.amended) continue;
    const key = identityOf(view);
    byIdentity.set(key, [...(byIdentity.get(key) ?? []), view]);
  }
  for (const correction of amended) {
    for (const earlier of byIdentity.get(identityOf(correction)) ?? []) {
      const before =
        earlier.source.issued === undefined || correction.source.issued === undefined || earlier.source.issued <= correction.source.issued;
      if (before && sameExamination(earlier, correction)) found.set(earlier.entry, correction.entry.reference);
    }
  }
  return found;
}

/** What is examined: the code, the gene, and for a variant or a drug effect also which variant or drug. */
function identityOf(view: ObservationView): string {
  const naming: readonly string[] = view.codes.has(OBSERVATION.variant)
    ? [COMPONENT.gene, COMPONENT.cHgvs, COMPONENT.pHgvs, COMPONENT.gHgvs, COMPONENT.variation, COMPONENT.exactRange, COMPONENT.altAllele]
    : [COMPONENT.gene, COMPONENT.medication, COMPONENT.phenotypeContext];
  const named = view.components
    .filter(({ codes }) => naming.some((code) => codes.has(code)))
    .map(({ value }) => (value?.kind === 'concept' || value?.kind === 'text' ? JSON.stringify(valueConcept(value)) : JSON.stringify(value)))
    .sort();
  return JSON.stringify([view.code.codings.map(({ code }) => code).sort(), wordings(view.code), named]);
}

/** The same identifier, specimen, order or examination time ties a correction to what it corrects. */
function sameExamination(one: ObservationView, two: ObservationView): boolean {
  const a = one.entry.resource;
  const b = two.entry.resource;
  const shared = (name: string) => {
    const left = list(a[name]).flatMap((item) => referenceText(item) ?? []);
    return left.length > 0 && list(b[name]).some((item) => left.includes(referenceText(item) ?? ''));
  };
  const numbers = (of: typeof a) =>
    records(of['identifier']).flatMap(({ system, value }) =>
      text(value) === undefined ? [] : [`${text(system) ?? ''}|${text(value) ?? ''}`],
    );
  if (shared('specimen') || shared('basedOn') || numbers(a).some((number) => numbers(b).includes(number))) return true;
  const effective = dateOf(a['effectiveDateTime']);
  return effective !== undefined && effective === dateOf(b['effectiveDateTime']);
}

const WITHDRAWN = new Set(['entered-in-error', 'cancelled']);

function ofWithdrawnReports(intake: Intake): ReadonlySet<IntakeResource> {
  const withdrawn = new Set<IntakeResource>();
  const standing = new Set<IntakeResource>();
  for (const report of intake.ofType('DiagnosticReport')) {
    const results = list(report.resource['result']).flatMap((item) => intake.resolve(item, report) ?? []);
    const into = WITHDRAWN.has(text(report.resource['status']) ?? '') ? withdrawn : standing;
    for (const result of results) into.add(result);
  }
  for (const result of standing) withdrawn.delete(result);
  return withdrawn;
}
