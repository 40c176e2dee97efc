/** One Condition as a tumour: type, histology, status, sites, stages. */
import { bodySiteName } from '../../codes/body-sites.ts';
import { SNOMED } from '../../codes/systems.ts';
import type { Code, StageFact, TumourFact } from '../../facts.ts';
import type { Chart } from '../chart.ts';
import { verificationOf } from '../condition-status.ts';
import { concept, concepts, dateOf, isEmpty, isRecord, listedWord, records, text, type Concept } from '../elements.ts';
import { personNamed } from '../another-person.ts';
import type { IntakeResource, RawResource } from '../intake.ts';
import { sourceOf } from '../observation.ts';
import { organDispute } from './organ-dispute.ts';
import { conditionStages, type StageObservation } from './stage.ts';
import { tumourType, typeOfWords } from './tumour-type.ts';

export function tumourOf(
  entry: IntakeResource,
  chart: Chart,
  secondary: boolean,
  observed: readonly StageObservation[],
  observedHistology: Concept | undefined,
): TumourFact {
  const { resource } = entry;
  const code = concept(resource['code']);
  const stated = histologyExtension(entry);
  const histology = isEmpty(stated) ? (observedHistology ?? stated) : stated;
  const placed = concepts(resource['bodySite']);
  const sites = placed.flatMap(siteOf);
  // Words show a site better than its code; for the type the topography code says more.
  const topography = [...placed, topographyExtension(entry)].flatMap(({ codings }) =>
    codings.flatMap((coding) => (/^C\d{2}(?:\.\d)?$/.test(coding.code) ? [coding.code] : [])),
  );
  const type = secondary
    ? { oncotree: null, doid: null }
    : tumourType({ code, histology, sites: [...new Set([...sites, ...topography])] }, chart.vocabulary.tumours);
  const disputed = secondary
    ? undefined
    : organDispute(code, type, chart.vocabulary.tumours, (words) => typeOfWords(words, chart.vocabulary.tumours));
  const [histologyCode] = histology.codings;
  const histologyText = histology.text ?? histologyCode?.display;
  const onset =
    dateOf(resource['onsetDateTime']) ?? (isRecord(resource['onsetPeriod']) ? dateOf(resource['onsetPeriod']['start']) : undefined);
  const stages: readonly StageFact[] = [...conditionStages(entry, chart), ...observed.map(({ stage }) => stage)];
  return {
    text: code.text ?? code.codings.find((coding) => coding.display !== undefined)?.display ?? code.codings[0]?.code ?? '',
    codes: code.codings.filter((coding): coding is Code => coding.code !== ''),
    oncotree: type.oncotree,
    doid: type.doid,
    ...(disputed === undefined ? {} : { disputed }),
    ...(histologyCode !== undefined && histologyCode.code !== ''
      ? { histology: histologyCode }
      : histologyText === undefined
        ? {}
        : { histology: { text: histologyText } }),
    role: secondary ? 'secondary' : 'primary',
    clinicalStatus: clinicalStatus(resource),
    verified: verified(resource),
    bodySites: sites,
    stages,
    ...notesOf(resource),
    ...(onset === undefined ? {} : { onset }),
    source: sourceOf(entry, chart.intake),
  };
}

/** What is written beside the diagnosis; a word of another person's in a sentence takes the sentence away. */
function notesOf(resource: RawResource): Pick<TumourFact, 'notes'> {
  const notes = records(resource['note'])
    .flatMap((note) => (text(note['text']) ?? '').split(/(?<=[.;!])\s+|\n+/))
    .filter((sentence) => sentence.trim() !== '' && sentence.length <= LONGEST_NOTE && personNamed(sentence) === null);
  return notes.length === 0 ? {} : { notes: notes.slice(0, 40) };
}
const LONGEST_NOTE = 200;

/** The site in words. */
export function siteOf(of: Concept): readonly string[] {
  const displays = of.codings.flatMap(({ display }) => display ?? []);
  const named = of.codings.flatMap(({ system, code }) => (system === SNOMED ? (bodySiteName(code) ?? []) : []));
  const found = of.text ?? displays.at(-1) ?? named[0] ?? of.codings[0]?.code;
  return found === undefined || found === '' ? [] : [found];
}

function histologyExtension(entry: IntakeResource): Concept {
  const found = records(entry.resource['extension']).find((extension) =>
    /histology-morphology-behavior$|histolog/i.test(text(extension['url']) ?? ''),
  );
  return concept(found?.['valueCodeableConcept']);
}

/** ICD-O topography beside the diagnosis (onconova/fhir `cancer-topography`, read 2026-11-22). */
function topographyExtension(entry: IntakeResource): Concept {
  const found = records(entry.resource['extension']).find((extension) => /topograph/i.test(text(extension['url']) ?? ''));
  return concept(found?.['valueCodeableConcept']);
}

const CLINICAL: ReadonlySet<string> = new Set(['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved']);
const VERIFIED: ReadonlySet<string> = new Set(['confirmed', 'provisional', 'differential', 'unconfirmed']);

/** Active unless the record says otherwise; an abatement date says otherwise. */
function clinicalStatus(resource: IntakeResource['resource']): TumourFact['clinicalStatus'] {
  const stated = listedWord(resource['clinicalStatus'], CLINICAL);
  if (stated !== undefined) return CLINICAL.has(stated) ? (stated as TumourFact['clinicalStatus']) : 'unknown';
  return Object.keys(resource).some((key) => key.startsWith('abatement') && resource[key] !== false) ? 'resolved' : 'active';
}

function verified(resource: IntakeResource['resource']): TumourFact['verified'] {
  const stated = verificationOf(resource) ?? '';
  return VERIFIED.has(stated) ? (stated as TumourFact['verified']) : 'unknown';
}
