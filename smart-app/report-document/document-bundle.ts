/**
 * The report as a FHIR R4 document: a Composition with the same sections and the same hash, the patient, the software with its knowledge,
 * what was read and what follows from it as coded Observations, and the report itself as JSON inside a Binary.
 * The document says what was found; it orders nothing. Every reference inside it resolves inside it; results that stay in the EHR are named.
 */
import type { PanelReport, ReadReport } from '../data/panel-report.ts';
import type { Language } from '../language/language.tsx';
import type { PatientDetails } from '../shell/patient-details.ts';
import { forPaper } from '../view/for-paper.ts';
import type { Gap } from '../view/unchecked.ts';
import { findingsOf, type DocumentFrame } from './document-findings.ts';
import { implicationsOf } from './document-implications.ts';
import { drugLines, geneLines, predictionLines, trialLines, tumourLines } from './document-narrative.ts';
import { reportJson } from './report-json.ts';

interface Input {
  readonly read: ReadReport;
  readonly patient: PatientDetails;
  readonly gaps: readonly Gap[];
  /** As written by the board; empty where nothing is. */
  readonly decision?: string;
  readonly language: Pick<Language, 't' | 'code' | 'count'>;
  /** Instant at which the document is made, ISO 8601 with zone. */
  readonly at: string;
  readonly newId: () => string;
}

/** FHIR servers refuse strings of a megabyte and more; a report of that size is downloaded as JSON beside the document. */
const MOST_BASE64 = 1_000_000;

type Resource = Record<string, unknown>;

export function documentBundle({ read, patient, gaps, decision = '', language, at, newId }: Input): Resource {
  const { report } = read;
  const { t } = language;
  const address = {
    composition: `urn:uuid:${newId()}`,
    patient: `urn:uuid:${newId()}`,
    device: `urn:uuid:${newId()}`,
    binary: `urn:uuid:${newId()}`,
  };
  const json = base64(reportJson(read));
  const fits = json.length < MOST_BASE64;
  const frame: DocumentFrame = { patient: address.patient, device: address.device, at, language, newAddress: () => `urn:uuid:${newId()}` };
  const findings = findingsOf(report, frame);
  const paper = forPaper(report);
  const implications = implicationsOf(paper.report, findings, frame);
  const leftOff = paper.leftOff === 0 ? [] : [language.count('doc.drugs-left-off', paper.leftOff)];
  const sections: readonly (readonly [title: string, lines: readonly string[], coded?: readonly string[]])[] = [
    [t('doc.findings'), [...drugLines(paper.report, language), ...leftOff], implications.drugs],
    [t('doc.genes'), geneLines(report, language), findings.genotypes],
    [
      t('doc.therapies'),
      [...tumourLines(report, language), ...trialLines(report, language)],
      [...findings.tumour, ...implications.therapies],
    ],
    ...(report.predictions.length === 0 ? [] : [[t('view.models'), predictionLines(report, language)] as const]),
    [t('doc.not-checked'), gaps.map(({ subject, text }) => [subject, text].filter(Boolean).join(': '))],
    [t('doc.methods'), report.knowledge.map(({ id, version, date, licence }) => `${id} ${version} (${date}), ${licence}`)],
  ];
  return {
    resourceType: 'Bundle',
    type: 'document',
    // Of this very document; the hash, which is the same whenever the same data are read, identifies the composition.
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${newId()}` },
    timestamp: at,
    entry: [
      {
        fullUrl: address.composition,
        resource: {
          resourceType: 'Composition',
          identifier: { system: 'urn:genehook:input-hash', value: report.inputHash || 'unknown' },
          // Made by software and not yet attested by anybody.
          status: 'preliminary',
          language: language.code,
          type: { coding: [{ system: 'http://loinc.org', code: '51969-4', display: 'Genetic analysis report' }] },
          subject: { reference: address.patient },
          date: at,
          author: [{ reference: address.device }],
          title: t('doc.title'),
          section: [
            ...sections.map(([title, lines, coded = []]) => ({
              title,
              text: { status: 'generated', div: narrative(lines.length === 0 ? ['–'] : lines) },
              ...(coded.length === 0 ? {} : { entry: coded.map((reference) => ({ reference })) }),
            })),
            // Written by people, not made from the data.
            ...(decision.trim() === ''
              ? []
              : [{ title: t('doc.decision'), text: { status: 'additional', div: narrative(decision.trim().split(/\n+/)) } }]),
            {
              title: 'JSON',
              text: { status: 'generated', div: narrative([t(fits ? 'doc.json-inside' : 'doc.json-outside')]) },
              ...(fits ? { entry: [{ reference: address.binary }] } : {}),
            },
          ],
        },
      },
      { fullUrl: address.patient, resource: patientResource(patient, report) },
      { fullUrl: address.device, resource: software(report) },
      ...findings.entries,
      ...implications.entries,
      ...(fits ? [{ fullUrl: address.binary, resource: { resourceType: 'Binary', contentType: 'application/json', data: json } }] : []),
    ],
  };
}

/** The software with the knowledge that it used: the same versions as in the stamp of every printed page. */
function software(report: PanelReport): Resource {
  const version = report.knowledge
    .filter((release) => release.version !== '')
    .map((release) => ({ type: { text: release.id }, value: release.version }));
  return {
    resourceType: 'Device',
    deviceName: [{ name: 'Genehook', type: 'user-friendly-name' }],
    ...(version.length === 0 ? {} : { version }),
  };
}

function patientResource(patient: PatientDetails, report: PanelReport): Resource {
  const birthDate = patient.birthDate ?? report.patient.birthDate;
  return {
    resourceType: 'Patient',
    id: patient.id,
    ...(patient.name === undefined ? {} : { name: [{ text: patient.name }] }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(report.patient.sex === undefined ? {} : { gender: report.patient.sex }),
    ...(patient.mrn === undefined ? {} : { identifier: [{ value: patient.mrn }] }),
  };
}

function narrative(lines: readonly string[]): string {
  return `<div xmlns="http://www.w3.org/1999/xhtml"><ul>${lines.map((line) => `<li>${escapeXml(line)}</li>`).join('')}</ul></div>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return btoa(parts.join(''));
}
