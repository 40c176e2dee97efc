/** What the tumour's findings mean for ordered drugs, what has newly appeared, and what is inherited. */
import type { Earlier, ExternalAnnotation, Fit, TumourNote } from './panel-report.ts';
import { readCoding, readDrugName, readEvidence, readReference, readReferences, readTexts } from './read-shared.ts';
import { genericName } from './drug-name.ts';
import { asList, asOneOf, asRecord, asText, optional } from './read-values.ts';

const VERDICTS = [
  'fits',
  'contradicted',
  'withdrawn',
  'biomarker-negative',
  'biomarker-not-tested',
  'biomarker-open',
  'better-option',
  'not-covered',
] as const;

export function readFit(value: unknown): Fit | null {
  const fields = asRecord(value);
  const drug = readDrugName(fields.drug);
  if (drug.name === '') return null;
  const partners = readTexts(fields.partners);
  return {
    order: asText(fields.order),
    drug,
    verdict: asOneOf(fields.verdict, VERDICTS) ?? 'unrecognised',
    tests: readTexts(fields.tests),
    variants: readTexts(fields.variants),
    because: readTexts(fields.because),
    alternatives: asList(fields.alternatives).flatMap((entry) => {
      const item = asRecord(entry);
      const drugs = asList(item.therapy)
        .map(readDrugName)
        .filter(({ name }) => name !== '');
      if (drugs.length === 0) return [];
      const standing = asText(item.settingStanding);
      return [
        {
          names: drugs.map(({ name }) => name).join(' + '),
          drugs,
          because: asText(item.because),
          source: readReference(item.source),
          evidence: readEvidence(item.evidence),
          ...optional('setting', asText(item.setting) || null),
          ...optional('settingStanding', standing === '' ? null : (asOneOf(standing, ['shown', 'open', 'against']) ?? 'unrecognised')),
          ...(item.noEarlierTreatment === true ? { noEarlierTreatment: true as const } : {}),
        },
      ];
    }),
    testOrders: asList(fields.testOrders).flatMap((entry) => {
      const code = readCoding(asRecord(entry).code);
      const text = asText(asRecord(entry).text) || code.display;
      return text === '' ? [] : [{ text, code }];
    }),
    sources: readReferences(fields.sources),
    ruleId: asText(fields.ruleId),
    evidence: readEvidence(fields.evidence),
    ...optional('biomarker', asText(fields.biomarker) || null),
    ...(partners.length === 0 ? {} : { partners }),
    ...(fields.taken === true ? { taken: true as const } : {}),
    ...readJudgedFor(fields.judgedFor),
  };
}

function readJudgedFor(value: unknown): Pick<Fit, 'judgedFor'> {
  const fields = asRecord(value);
  const tumour = asText(fields.tumour);
  const beside = readTexts(fields.beside);
  return tumour === '' || beside.length === 0 ? {} : { judgedFor: { tumour, beside } };
}

export function readTumourNote(kind: TumourNote['kind']): (value: unknown) => TumourNote | null {
  return (value) => {
    const fields = asRecord(value);
    const gene = asText(fields.gene);
    const text = asText(fields.text);
    if (gene === '' && text === '') return null;
    return {
      kind,
      gene,
      name: asText(fields.name),
      text,
      therapies: therapyNames(fields.therapies),
      sources: kind === 'emerging' ? readReferences(fields.sources) : [readReference(fields.source)].filter(({ label }) => label !== ''),
      evidence: readEvidence(fields.evidence),
      ...optional('since', asText(fields.since) || null),
    };
  };
}

const ENDS = ['progression', 'intolerance', 'completed', 'circumstance', 'other'] as const;

/** Null without a drug or without words: a course of which nothing is told says nothing. */
export function readEarlier(value: unknown): Earlier | null {
  const fields = asRecord(value);
  const drug = readDrugName(fields.drug);
  const said = asText(fields.said);
  if (drug.name === '' || said === '') return null;
  return {
    drug,
    ended: readTexts(fields.ended).map((kind) => asOneOf(kind, ENDS) ?? 'unrecognised'),
    said,
    evidence: readEvidence(fields.evidence),
  };
}

function therapyNames(value: unknown): string[] {
  return asList(value).flatMap((drug) => genericName(asText(asRecord(drug).name)) || []);
}

/** Without source and attribution nothing is shown: it could not be told from our own words. */
export function readAnnotation(value: unknown): ExternalAnnotation | null {
  const fields = asRecord(value);
  const source = asText(fields.source);
  const attribution = asText(fields.attribution);
  const lines = readTexts(fields.lines);
  if (source === '' || attribution === '' || lines.length === 0) return null;
  return {
    variant: asText(fields.variant),
    name: asText(fields.name),
    source,
    lines,
    pmids: readTexts(fields.pmids).filter((pmid) => /^\d{1,9}$/.test(pmid)),
    attribution,
    ...optional('version', asText(fields.version) || null),
  };
}
