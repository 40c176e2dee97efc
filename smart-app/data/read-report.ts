/** Any JSON → what can be shown of it. One unreadable entry never takes the others down: it is counted and left out. */
import { readForecast, readMarker, readOtherTumour, readProtein, readTherapy, readTumour, readVariant } from './read-oncology.ts';
import { readAnnotation, readEarlier, readFit, readTumourNote } from './read-tumour-findings.ts';
import { readTrial, readTrialSearch } from './read-trials.ts';
import { readAdvice, readGene, readOrder, readTaken, readUntested } from './read-pgx.ts';
import { PARTS, type ChartSource, type DataWarning, type KnowledgeRelease, type PanelReport, type ReadReport } from './panel-report.ts';
import { readTexts } from './read-shared.ts';
import { isWithheld, unreadParts, withoutClaims } from './unread.ts';
import { asList, asNumber, asOneOf, asRecord, asText, optional } from './read-values.ts';

export function readReport(value: unknown): ReadReport {
  const raw = asRecord(value);
  const pgx = asRecord(raw.pgx);
  const oncology = asRecord(raw.oncology);
  let unreadable = 0;
  const each = <T>(list: unknown, read: (entry: unknown) => T | null): T[] => {
    const entries: T[] = [];
    if (list !== undefined && list !== null && !Array.isArray(list)) unreadable += 1;
    for (const entry of asList(list)) {
      const result = read(entry);
      if (result === null) unreadable += 1;
      else entries.push(result);
    }
    return entries;
  };
  const sources = each(raw.sources, readSource);
  const warnings = each(raw.warnings, readWarning);
  const report: PanelReport = withoutClaims({
    unread: unreadParts(sources, isWithheld(warnings)),
    patient: readPatient(raw.patient),
    asOf: asText(raw.asOf),
    inputHash: asText(raw.inputHash),
    orders: each(raw.orders, readOrder),
    taken: each(raw.taken, readTaken),
    knowledge: each(raw.knowledge, readRelease),
    genes: each(pgx.genes, readGene),
    drugs: each(pgx.drugs, readAdvice),
    untested: each(pgx.untested, readUntested),
    tumour: readTumour(oncology.tumour),
    otherTumours: each(oncology.otherTumours, readOtherTumour),
    variants: each(oncology.variants, readVariant),
    biomarkers: each(oncology.biomarkers, readMarker),
    therapies: each(oncology.therapies, readTherapy),
    refuted: each(oncology.refuted, readTherapy),
    fits: each(oncology.orders, readFit),
    earlier: each(oncology.earlier, readEarlier),
    tumourNotes: [...each(oncology.emerging, readTumourNote('emerging')), ...each(oncology.germline, readTumourNote('germline'))],
    annotations: each(oncology.annotations, readAnnotation),
    proteins: each(oncology.proteins, readProtein),
    trials: each(raw.trials, readTrial),
    trialSearch: readTrialSearch(raw.trialSearch),
    predictions: each(raw.predictions, readForecast),
    warnings,
  });
  const arrived = new Set(PARTS.filter((part) => typeof raw[part] === 'object' && raw[part] !== null));
  return { report, arrived, unreadable, sources, complete: raw.complete === true, raw };
}

function readPatient(value: unknown): PanelReport['patient'] {
  const fields = asRecord(value);
  return {
    id: asText(fields.id),
    ...optional('birthDate', asText(fields.birthDate) || null),
    ...optional('sex', asOneOf(fields.sex, ['male', 'female', 'other', 'unknown'])),
  };
}

function readSource(value: unknown): ChartSource | null {
  const fields = asRecord(value);
  const label = asText(fields.label) || asText(fields.key);
  if (label === '') return null;
  const state = asOneOf(fields.state, ['data', 'none', 'failed', 'incomplete']) ?? 'unrecognised';
  return { key: asText(fields.key), label, state, count: asNumber(fields.count) ?? 0, why: asText(fields.why) };
}

function readRelease(value: unknown): KnowledgeRelease | null {
  const fields = asRecord(value);
  const id = asText(fields.id);
  return id === '' ? null : { id, version: asText(fields.version), date: asText(fields.date), licence: asText(fields.licence) };
}

function readWarning(value: unknown): DataWarning | null {
  const fields = asRecord(value);
  const message = asText(fields.message);
  const code = asText(fields.code);
  if (message === '' && code === '') return null;
  const [pending, genes] = [readTexts(fields.pending), readTexts(fields.genes)];
  return {
    code: code || 'unknown',
    message: message || code,
    ...optional('reference', asText(fields.reference) || null),
    ...(genes.length === 0 ? {} : { genes }),
    ...(pending.length === 0 ? {} : { pending }),
    ...(fields.genomic === true ? { genomic: true as const } : {}),
  };
}
