/**
 * What follows from the findings, as therapeutic implications of HL7 Genomics Reporting 3.0.0, each derived from findings in the same document.
 * They are `preliminary`: software made them and nobody has signed them, and whoever reads them back must not take them for a laboratory's result.
 */
import type { Advice, PanelReport, Reference, Therapy } from '../data/panel-report.ts';
import type { Language } from '../language/language.tsx';
import { actionText } from '../view/action-text.ts';
import { releasesFor } from '../view/releases.ts';
import { therapyTitle } from '../view/tumour.ts';
import {
  CATEGORIES,
  GENOMICS,
  loinc,
  noteOf,
  resultInEhr,
  tbd,
  type DocumentEntry,
  type DocumentFrame,
  type Findings,
} from './document-findings.ts';

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const ARTIFACT = 'http://hl7.org/fhir/StructureDefinition/workflow-relatedArtifact';
const MOST = 500;

export interface Implications {
  readonly entries: readonly DocumentEntry[];
  readonly drugs: readonly string[];
  readonly therapies: readonly string[];
}

export function implicationsOf(report: PanelReport, findings: Findings, frame: DocumentFrame): Implications {
  const entries: DocumentEntry[] = [];
  const add = (resource: DocumentEntry['resource']): string => {
    const fullUrl = frame.newAddress();
    entries.push({ fullUrl, resource });
    return fullUrl;
  };
  return {
    drugs: report.drugs.slice(0, MOST).map((advice) => add(ofAdvice(advice, report, findings, frame))),
    therapies: report.therapies.slice(0, MOST).map((match) => add(ofTherapy(match, report, findings, frame))),
    entries,
  };
}

function ofAdvice(advice: Advice, report: PanelReport, findings: Findings, frame: DocumentFrame): DocumentEntry['resource'] {
  const { t } = frame.language;
  const from = [...new Set(advice.genes.flatMap(({ gene }) => findings.ofGene.get(gene) ?? []))];
  const versions = releasesFor(advice.ruleId, advice.source.label, report.knowledge).map(({ id, version }) => `${id} ${version}`);
  return {
    ...implication(from, frame),
    ...artifacts([advice.source]),
    ...noteOf([advice.ruleId === '' ? '' : `${t('explain.rule-id')} ${advice.ruleId}`, versions.join(', ')]),
    ...(from.length > 0 ? {} : resultInEhr(advice.evidence, frame)),
    component: [
      conclusion([actionText(advice, t as Language['t']), advice.text, advice.dose?.text ?? ''].filter(Boolean).join('. ')),
      ...advice.genes
        .filter(({ phenotype }) => phenotype !== null)
        .map(({ gene, phenotype }) => ({ code: tbd('therapeutic-implication'), valueCodeableConcept: { text: `${gene} ${phenotype}` } })),
      drugComponent(advice.drug.name, advice.drug.rxnorm),
      { code: loinc('93044-6', 'Level of evidence'), valueCodeableConcept: { text: t(`strength.${advice.strength}`) } },
    ],
  };
}

function ofTherapy(match: Therapy, report: PanelReport, findings: Findings, frame: DocumentFrame): DocumentEntry['resource'] {
  const { t } = frame.language;
  const from = [...new Set(match.variants.flatMap((id) => findings.ofVariant.get(id) ?? []))];
  const level = [
    match.tier === '' ? '' : `AMP/ASCO/CAP ${match.tier}`,
    match.escat === undefined ? '' : `ESCAT ${match.escat}`,
    match.level === '' ? '' : `${t('therapy.level')}: ${match.level}`,
  ].filter(Boolean);
  return {
    ...implication(from, frame),
    ...artifacts(match.sources.slice(0, 20)),
    ...noteOf([
      t(`match.${match.tumourMatch}`),
      t(match.approved ? 'therapy.approved-long' : 'therapy.not-approved'),
      match.resisted ?? '',
    ]),
    component: [
      conclusion([`${t(`effect.${match.effect}`)}: ${therapyTitle(match)}`, ...(match.because ?? [])].join('. ')),
      { code: tbd('therapeutic-implication'), valueCodeableConcept: { text: t(`effect.${match.effect}`) } },
      ...(report.tumour === null
        ? []
        : [{ code: loinc('81259-4', 'Associated phenotype'), valueCodeableConcept: { text: report.tumour.text } }]),
      ...match.therapy.map(({ name, rxnorm }) => drugComponent(name, rxnorm ?? '')),
      ...level.map((text) => ({ code: loinc('93044-6', 'Level of evidence'), valueCodeableConcept: { text } })),
    ],
  };
}

/** Only what is derived from a finding in the document claims the profile. */
function implication(from: readonly string[], frame: DocumentFrame) {
  return {
    resourceType: 'Observation',
    ...(from.length === 0 ? {} : { meta: { profile: [`${GENOMICS}/StructureDefinition/therapeutic-implication`] } }),
    status: 'preliminary',
    category: CATEGORIES,
    code: tbd('therapeutic-implication'),
    subject: { reference: frame.patient },
    performer: [{ display: 'Genehook' }],
    device: { reference: frame.device },
    issued: frame.at,
    ...(from.length === 0 ? {} : { derivedFrom: from.map((reference) => ({ reference })) }),
  };
}

function conclusion(text: string) {
  return { code: tbd('conclusion-string'), valueString: text };
}

function drugComponent(name: string, rxnorm: string) {
  return {
    code: loinc('51963-7', 'Medication assessed [ID]'),
    valueCodeableConcept: { text: name, ...(/^\d+$/.test(rxnorm) ? { coding: [{ system: RXNORM, code: rxnorm, display: name }] } : {}) },
  };
}

function artifacts(sources: readonly Reference[]): object {
  const cited = sources.filter(({ label }) => label !== '');
  if (cited.length === 0) return {};
  return {
    extension: cited.map(({ label, url, version }) => ({
      url: ARTIFACT,
      valueRelatedArtifact: {
        type: 'citation',
        display: [label, version].filter(Boolean).join(' · '),
        ...(url === null ? {} : { url }),
      },
    })),
  };
}
