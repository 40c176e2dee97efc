/** Tumour, variants, therapies and predictions, read from whatever came. */
import type { Tumour } from '../../cds-service/report/types.ts';
import type { Forecast, Marker, OtherTumour, Protein, Therapy, Variant } from './panel-report.ts';
import { genericName } from './drug-name.ts';
import { readEvidence, readRange, readReference, readReferences, readTexts } from './read-shared.ts';
import { asList, asNumber, asOneOf, asRecord, asText, asTextOrNull, optional } from './read-values.ts';

export function readTumour(value: unknown): Tumour | null {
  const fields = asRecord(value);
  const text = asText(fields.text);
  const codes = asList(fields.codes).map((code) => ({ system: asText(asRecord(code).system), code: asText(asRecord(code).code) }));
  if (text === '' && codes.length === 0) return null;
  return {
    text: text || codes.map(({ code }) => code).join(', '),
    codes,
    oncotree: asTextOrNull(fields.oncotree),
    doid: asTextOrNull(fields.doid),
    evidence: readEvidence(fields.evidence),
    ...optional('stage', asText(fields.stage) || null),
  };
}

export function readOtherTumour(value: unknown): OtherTumour | null {
  const tumour = readTumour(value);
  const therapies = asList(asRecord(value).therapies).flatMap((entry) => readTherapy(entry) ?? []);
  return tumour === null ? null : { ...tumour, therapies };
}

export function readVariant(value: unknown, index = 0): Variant | null {
  const fields = asRecord(value);
  const gene = asText(fields.gene);
  const name = asText(fields.name) || asText(fields.pHgvs) || asText(fields.cHgvs);
  if (gene === '' && name === '') return null;
  return {
    id: asText(fields.id) || `${gene} ${name} ${index}`,
    gene,
    name: name || gene,
    kind: asOneOf(fields.kind, ['snv', 'indel', 'copy-number', 'fusion', 'expression', 'other']) ?? 'unrecognised',
    origin: asOneOf(fields.origin, ['somatic', 'germline', 'unknown']) ?? 'unrecognised',
    present: typeof fields.present === 'boolean' ? fields.present : null,
    evidence: readEvidence(fields.evidence),
    ...optional('cHgvs', asText(fields.cHgvs) || null),
    ...optional('pHgvs', asText(fields.pHgvs) || null),
    ...optional('vaf', asNumber(fields.vaf)),
    because: readTexts(fields.because),
    ...optional('classification', asText(fields.classification) || null),
    ...optional('specimen', asText(fields.specimen) || null),
  };
}

/** Longest human protein, rounded up: a residue beyond it is a mistake. */
const LONGEST_PROTEIN = 40_000;

/** Null for exons that overlap by more than a shared codon or run backwards: they could only be drawn wrong. */
export function readProtein(value: unknown): Protein | null {
  const fields = asRecord(value);
  const gene = asText(fields.gene);
  const exons = asList(fields.exons).map((entry) => {
    const { exon, from, to } = asRecord(entry);
    return { exon: asNumber(exon) ?? 0, from: asNumber(from) ?? 0, to: asNumber(to) ?? 0 };
  });
  const sound = exons.every(
    ({ from, to }, at) => from >= (exons[at - 1]?.to ?? 1) && to >= from && to <= LONGEST_PROTEIN && Number.isInteger(from),
  );
  if (gene === '' || exons.length === 0 || !sound) return null;
  const length = asNumber(fields.length);
  return {
    gene,
    transcript: asText(fields.transcript),
    exons,
    source: readReference(fields.source),
    ...optional('length', length !== null && length >= (exons.at(-1)?.to ?? 0) ? length : null),
  };
}

const COMPARATORS = ['<', '<=', '>=', '>'] as const;

export function readMarker(value: unknown): Marker | null {
  const fields = asRecord(value);
  const kind = asText(fields.kind);
  const reading = asNumber(fields.value) ?? asText(fields.value);
  if (kind === '') return null;
  return {
    kind,
    value: reading,
    ...optional('comparator', typeof reading === 'number' ? (COMPARATORS.find((sign) => sign === fields.comparator) ?? null) : null),
    evidence: readEvidence(fields.evidence),
    ...optional('unit', asText(fields.unit) || null),
    ...optional('status', asText(fields.status) || null),
    ...optional('method', asText(fields.method) || null),
    ...optional('specimen', asText(fields.specimen) || null),
  };
}

export function readTherapy(value: unknown): Therapy | null {
  const fields = asRecord(value);
  const therapy = asList(fields.therapy).flatMap((entry) => {
    const name = asText(asRecord(entry).name);
    return name === '' ? [] : [{ name: genericName(name), ...optional('rxnorm', asText(asRecord(entry).rxnorm) || null) }];
  });
  if (therapy.length === 0) return null;
  return {
    therapy,
    effect: asOneOf(fields.effect, ['sensitivity', 'resistance', 'adverse', 'reduced-sensitivity']) ?? 'unrecognised',
    level: asText(fields.level),
    tier: asText(fields.tier),
    approved: fields.approved === true,
    tumourMatch: asOneOf(fields.tumourMatch, ['same', 'ancestor', 'any-solid', 'other']) ?? 'unrecognised',
    variants: readTexts(fields.variants),
    sources: readReferences(fields.sources),
    conflicting: readReferences(fields.conflicting),
    because: readTexts(fields.because),
    ...optional('interaction', asOneOf(fields.interaction, ['combination', 'substitutes', 'sequential'])),
    evidence: readEvidence(fields.evidence),
    ...optional('escat', asText(fields.escat) || null),
    ...optional('setting', asText(fields.setting) || null),
    ...(fields.settingStanding === undefined || fields.settingStanding === null
      ? {}
      : { settingStanding: asOneOf(fields.settingStanding, ['shown', 'open', 'against']) ?? 'unrecognised' }),
    ...optional('resisted', asText(fields.resisted) || null),
  };
}

/** A share above none and below all; anything else says nothing. */
function readShare(value: unknown): number | null {
  const share = asNumber(value);
  return share !== null && share > 0 && share < 1 ? share : null;
}

export function readForecast(value: unknown): Forecast | null {
  const fields = asRecord(value);
  const model = asText(fields.model);
  if (model === '') return null;
  return {
    model,
    version: asText(fields.version),
    target: asText(fields.target) || model,
    value: asNumber(fields.value),
    unit: asText(fields.unit),
    interval: readRange(fields.interval),
    ...optional('intervalLevel', readShare(fields.intervalLevel)),
    card: asText(fields.card),
    notes: readTexts(fields.notes),
    drugs: readTexts(fields.drugs),
    contributions: asList(fields.contributions).flatMap((entry) => {
      const item = asRecord(entry);
      const contribution = asNumber(item.contribution);
      return contribution === null
        ? []
        : [{ feature: asText(item.feature), value: asText(item.value), contribution, evidence: readEvidence(item.evidence) }];
    }),
    comparisons: asList(fields.comparisons).flatMap((entry) => {
      const item = asRecord(entry);
      const number = asNumber(item.value);
      return number === null
        ? []
        : [{ name: asText(item.name), value: number, unit: asText(item.unit), source: readReference(item.source) }];
    }),
    ...optional('abstained', asText(fields.abstained) || null),
  };
}
