/** The patient's tumours: primary and secondary, with type, histology, status, sites and stages. */
import { isPrimaryIcd, isSecondaryIcd } from '../../codes/tumour/codes.ts';
import { bodySiteName } from '../../codes/body-sites.ts';
import { ONCOTREE, SNOMED } from '../../codes/systems.ts';
import type { Code, DataWarning, StageFact, TumourFact } from '../../facts.ts';
import { unparsed, type Chart, type ChartReading } from '../chart.ts';
import { concept, concepts, dateOf, isEmpty, isRecord, list, listedWord, records, text, wordings, type Concept } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import { isFamilyHistory } from '../condition.ts';
import type { TumourTable } from '../../vocabulary.ts';
import type { IntakeResource } from '../intake.ts';
import { sourceOf, type ObservationView } from '../observation.ts';
import { conditionStages, isTnmPart, stageDisagreement, stageObservations, type StageObservation } from './stage.ts';
import { oneTumour } from './one-tumour.ts';
import { organDispute } from './organ-dispute.ts';
import { namesTumour, tumourType, typeOfWords } from './tumour-type.ts';
import { namedPrimary, simplerWordings } from './tumour-words.ts';

export function readTumours(chart: Chart): ChartReading<TumourFact> {
  const facts: TumourFact[] = [];
  const warnings: DataWarning[] = [];
  const claimed = new Set<IntakeResource>();
  const table = chart.vocabulary.tumours;
  const conditions = chart.intake
    .ofType('Condition')
    .filter((entry) => namesTumour(concept(entry.resource['code']), table) && !isFamilyHistory(entry));
  const usable: IntakeResource[] = [];
  for (const entry of conditions) {
    claimed.add(entry);
    const refuted = listedWord(entry.resource['verificationStatus'], VERIFICATION);
    if (refuted !== 'refuted' && refuted !== 'entered-in-error') usable.push(entry);
  }
  const secondary = secondaries(usable, table);
  const primaries = usable.filter((entry) => !secondary.has(entry));
  const sole = soleOwner(primaries, chart);
  const stages = stageObservations(chart);
  for (const { view } of stages) claimed.add(view.entry);
  for (const view of chart.observations) if (view.usable && isTnmPart(view)) claimed.add(view.entry);
  const histologies = histologyObservations(chart, claimed);

  for (const entry of usable) {
    const mine = (focus: readonly IntakeResource[]) => focus.includes(entry) || (focus.length === 0 && entry === sole);
    const observed = stages.filter(({ focus }) => mine(focus));
    const histology = histologies.find(({ focus, view }) => mine(focus) || assessedBy(entry, view, chart));
    const fact = tumourOf(entry, chart, secondary.has(entry), observed, histology?.value);
    facts.push(fact);
    const conflict = stageDisagreement(entry, fact.stages);
    if (conflict !== null) warnings.push(conflict);
    if (fact.disputed !== undefined)
      warnings.push({
        code: 'conflict',
        message: `The diagnosis names two organs: ${fact.disputed.said}. Nothing is claimed that holds for one of them alone.`,
        reference: entry.reference,
      });
  }
  const attached = new Set(facts.flatMap((fact) => fact.stages.map(({ source }) => source.reference)));
  for (const { view } of stages) {
    if (!attached.has(view.entry.reference))
      warnings.push(
        unparsed(view.entry, 'A tumour stage was not used because it cannot be told which tumour of the record it belongs to.'),
      );
  }
  if (facts.length === 0) facts.push(...fromRequests(chart));
  facts.push(...metastasisSites(chart, claimed));
  return { facts, warnings, claimed };
}

/**
 * Whose a stage or histology is that names no tumour: the only one's, the narrower entry's where one cancer is entered twice. A basal or squamous cell
 * cancer of the skin beside another cancer has neither stage group nor histology report of its own in routine.
 */
function soleOwner(primaries: readonly IntakeResource[], chart: Chart): IntakeResource | undefined {
  const [only, second] = primaries;
  if (second === undefined) return only;
  const table = chart.vocabulary.tumours;
  const order = {
    isAbove: (broad: string, narrow: string) => table.isAbove?.(broad, narrow) === true,
    isTypeAbove: (broad: string, narrow: string) => table.isTypeAbove?.(broad, narrow) === true,
  };
  const read = primaries.map((entry) => ({ entry, fact: tumourOf(entry, chart, false, [], undefined) }));
  const owners = read.filter(({ fact }) => !isSkinCarcinoma(fact));
  let sole = (owners.length === 0 ? read : owners)[0];
  for (const owner of owners.slice(1)) {
    if (sole === undefined) return undefined;
    const narrower = oneTumour(sole.fact, owner.fact, order);
    if (narrower === null) return undefined;
    if (narrower === owner.fact) sole = owner;
  }
  return owners.length === 0 && read.length > 1 ? undefined : sole?.entry;
}
const isSkinCarcinoma = ({ oncotree, doid }: TumourFact): boolean =>
  oncotree === 'BCC' || oncotree === 'CSCC' || doid === 'DOID:2513' || doid === 'DOID:3151';

/** ICD-O morphology and OncoTree as Observations of their own. */
interface Histology {
  readonly view: ObservationView;
  readonly focus: readonly IntakeResource[];
  readonly value: Concept;
}

function histologyObservations(chart: Chart, claimed: Set<IntakeResource>): readonly Histology[] {
  return chart.observations.flatMap((view) => {
    if (!view.usable) return [];
    const value = valueConcept(view.value);
    const oncotree = value.codings.some(({ system }) => system === ONCOTREE || /oncotree/i.test(system));
    const morphology =
      view.code.codings.some(({ code }) => code === '59847-4' || code === '31206-6') ||
      value.codings.some(({ code }) => /^\d{4}\/\d$/.test(code));
    if (!oncotree && !morphology) return [];
    claimed.add(view.entry);
    const focus = list(view.entry.resource['focus']).flatMap((item) => chart.intake.resolve(item, view.entry) ?? []);
    return [{ view, focus, value }];
  });
}

function assessedBy(entry: IntakeResource, view: ObservationView, chart: Chart): boolean {
  return records(entry.resource['stage'])
    .flatMap((stage) => list(stage['assessment']))
    .some((item) => chart.intake.resolve(item, entry) === view.entry);
}

function tumourOf(
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
    ...(onset === undefined ? {} : { onset }),
    source: sourceOf(entry, chart.intake),
  };
}

function siteOf(of: Concept): readonly string[] {
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

/** A primary named first, its metastases after it: "lung cancer with brain metastases". */
const PRIMARY_WITH_METASTASES =
  /\b(?:cancer|carcinoma|adenocarcinoma|melanoma|sarcoma|lymphoma|NSCLC|SCLC)\b[^|]*?(?:,|;|\bwith\b|\band\b)[^|]*\bmetasta/i;

/** "Liver metastases from colon cancer" is the patient's colon cancer when no record of its own names that. */
function secondaries(usable: readonly IntakeResource[], table: TumourTable): ReadonlySet<IntakeResource> {
  const secondary = usable.filter((entry) => isSecondary(entry, table));
  if (secondary.length < usable.length) return new Set(secondary);
  const named = secondary.find((entry) => primaryNamed(entry, table, true));
  return new Set(secondary.filter((entry) => entry !== named));
}

function primaryNamed(entry: IntakeResource, table: TumourTable, from: boolean): boolean {
  return wordings(concept(entry.resource['code'])).some((words) => {
    const primary = namedPrimary(words, from);
    return primary !== null && [primary, ...simplerWordings(primary)].some((part) => (table.byText(part)?.oncotree ?? null) !== null);
  });
}

/** Metastasis: said by code, words, profile or a link to its primary. "Metastatic breast cancer" is the primary, "metastasis to bone" is not. */
function isSecondary(entry: IntakeResource, table: TumourTable): boolean {
  const code = concept(entry.resource['code']);
  if (code.codings.some((coding) => /icd-?10/i.test(coding.system) && isSecondaryIcd(coding.code))) return true;
  // A primary coded as such stays the primary, whatever the words add: "Colon cancer, liver metastases" with C18.2.
  if (code.codings.some((coding) => /icd-?10/i.test(coding.system) && isPrimaryIcd(coding.code))) return false;
  const words = wordings(code).join(' | ');
  if (PRIMARY_WITH_METASTASES.test(words) || primaryNamed(entry, table, false)) return false;
  if (
    /\bsecondary\b|\bmetastas[ei]s\b|\bmetastatic (?:malignant )?(?:neoplasm|tumou?r|cancer|disease|deposit)s?(?: \(\w+\))? (?:to|in)\b|\bmetastatic to\b/i.test(
      words,
    )
  )
    return true;
  return records(entry.resource['extension']).some(
    (extension) => /related-primary-cancer|condition-related$/.test(text(extension['url']) ?? '') && /secondary/i.test(profiles(entry)),
  );
}

function profiles(entry: IntakeResource): string {
  const meta = entry.resource['meta'];
  return isRecord(meta)
    ? list(meta['profile'])
        .flatMap((profile) => text(profile) ?? [])
        .join(' ')
    : '';
}

const CLINICAL: ReadonlySet<string> = new Set(['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved']);
const VERIFICATION: ReadonlySet<string> = new Set([
  'confirmed',
  'provisional',
  'differential',
  'unconfirmed',
  'refuted',
  'entered-in-error',
]);
const VERIFIED: ReadonlySet<string> = new Set(['confirmed', 'provisional', 'differential', 'unconfirmed']);

/** Active unless the record says otherwise; an abatement date says otherwise. */
function clinicalStatus(resource: IntakeResource['resource']): TumourFact['clinicalStatus'] {
  const stated = listedWord(resource['clinicalStatus'], CLINICAL);
  if (stated !== undefined) return CLINICAL.has(stated) ? (stated as TumourFact['clinicalStatus']) : 'unknown';
  return Object.keys(resource).some((key) => key.startsWith('abatement') && resource[key] !== false) ? 'resolved' : 'active';
}

function verified(resource: IntakeResource['resource']): TumourFact['verified'] {
  const stated = concept(resource['verificationStatus'])
    .codings.map(({ code }) => code)
    .find((code) => VERIFIED.has(code));
  return stated === undefined ? 'unknown' : (stated as TumourFact['verified']);
}

/** Where no Condition names a tumour, an order's reason may: kept as of unknown standing. */
function fromRequests(chart: Chart): readonly TumourFact[] {
  const table = chart.vocabulary.tumours;
  const found: TumourFact[] = [];
  for (const entry of chart.intake.ofType('ServiceRequest')) {
    if (['entered-in-error', 'revoked'].includes(text(entry.resource['status']) ?? '')) continue;
    for (const reason of concepts(entry.resource['reasonCode'])) {
      const type = tumourType({ code: reason, histology: { codings: [] }, sites: [] }, table);
      if (!namesTumour(reason, table) || (type.doid === null && type.oncotree === null)) continue;
      found.push({
        text: reason.text ?? reason.codings[0]?.display ?? reason.codings[0]?.code ?? '',
        codes: reason.codings,
        ...type,
        role: 'primary',
        clinicalStatus: 'unknown',
        verified: 'unknown',
        bodySites: [],
        stages: [],
        source: sourceOf(entry, chart.intake),
      });
    }
  }
  return found;
}

/** SNOMED CT 385421009 "Site of distant metastasis". */
function metastasisSites(chart: Chart, claimed: Set<IntakeResource>): readonly TumourFact[] {
  return chart.observations.flatMap((view) => {
    if (!view.usable || !view.code.codings.some(({ code }) => code === '385421009')) return [];
    claimed.add(view.entry);
    const sites = siteOf(valueConcept(view.value));
    const [site] = sites;
    if (site === undefined) return [];
    const fact: TumourFact = {
      text: `Metastasis: ${site}`,
      codes: valueConcept(view.value).codings,
      oncotree: null,
      doid: null,
      role: 'secondary',
      clinicalStatus: 'active',
      verified: 'unknown',
      bodySites: sites,
      stages: [],
      source: view.source,
    };
    return [fact];
  });
}
