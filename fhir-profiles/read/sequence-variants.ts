/**
 * Variants that a MolecularSequence lists (FHIR R4), as the Observations that the Genomics Reporting guide makes of them: place on the reference
 * sequence, bases before and after. Which gene that is, and whether it can be told at all, is for the readers of variants.
 */
import { COMPONENT, OBSERVATION } from '../codes/genomics/genomics-codes.ts';
import { LOINC } from '../codes/systems.ts';
import type { FoundResource } from './collect-resources.ts';
import { concept, isRecord, list, numberOf, records, text, type Json } from './elements.ts';
import type { RawResource } from './intake.ts';
import { referenceText, typeAndId, uuidOf } from './resource-references.ts';

/** Of all sequences together. More are a genome, and no list of findings. */
const MOST = 200;

/** STU3 says Sequence. */
const isSequence = ({ resourceType }: RawResource): boolean => resourceType === 'MolecularSequence' || resourceType === 'Sequence';

/** Of sequences that no result with an answer of its own is derived from: what such a result says is read there. */
export function sequenceVariants(found: readonly FoundResource[]): readonly FoundResource[] {
  const sequences = found.filter(({ resource }) => isSequence(resource) && list(resource['variant']).length > 0);
  if (sequences.length === 0) return [];
  const spoken = new Set(found.flatMap(({ resource }) => (resource.resourceType === 'Observation' ? restsOn(resource) : [])));
  const silent = sequences.filter((item) => !namesOf(item).some((name) => spoken.has(name)));
  const listed = silent.flatMap((item) => records(item.resource['variant']).map((variant, at) => ({ variant, at, item })));
  return listed.length > MOST ? [] : listed.flatMap(({ variant, at, item }) => asResult(variant, at, item) ?? []);
}

function restsOn(resource: RawResource): readonly string[] {
  const answers = Object.keys(resource).some((name) => name.startsWith('value')) || list(resource['component']).length > 0;
  if (!answers) return [];
  return list(resource['derivedFrom']).flatMap((reference) => {
    const written = referenceText(reference);
    return written === undefined ? [] : [written, typeAndId(written) ?? written, uuidOf(written) ?? written];
  });
}

function namesOf({ resource, fullUrl, containedIn }: FoundResource): readonly string[] {
  const id = text(resource['id']);
  const own = id === undefined ? [] : containedIn === undefined ? [`${resource.resourceType}/${id}`, id] : [`#${id}`];
  return fullUrl === undefined ? own : [...own, fullUrl];
}

/** Null where no bases were observed, or the same as before: nothing is changed there. */
function asResult(variant: Json, at: number, container: FoundResource): FoundResource | null {
  const { resource } = container;
  const start = numberOf(variant['start']);
  const end = numberOf(variant['end']);
  const alt = text(variant['observedAllele']);
  const ref = text(variant['referenceAllele']);
  const reference = isRecord(resource['referenceSeq']) ? resource['referenceSeq'] : {};
  const counted = numberOf(resource['coordinateSystem']);
  const onReverse =
    text(reference['strand']) === 'crick' || text(reference['orientation']) === 'antisense' || numberOf(reference['strand']) === -1;
  if (
    start === undefined ||
    alt === undefined ||
    ref === undefined ||
    alt === ref ||
    onReverse ||
    !/^(?:dna)?$/i.test(text(resource['type']) ?? '')
  )
    return null;
  if (counted !== 0 && counted !== 1) return null;
  const id = concept(reference['referenceSeqId']);
  const accession = [...id.codings.map(({ code }) => code), id.text ?? ''].find((code) => /^(?:N[CMGR]|ENS[TG])_?\d/.test(code));
  const chromosome = concept(reference['chromosome']);
  const build = text(reference['genomeBuild']);
  const place = { low: { value: start }, ...(end === undefined ? {} : { high: { value: end } }) };
  const onTranscript = accession !== undefined && /^(?:NM_|NR_|ENST)/.test(accession);
  const component = [
    ...(accession === undefined ? [] : [coded(onTranscript ? COMPONENT.transcript : COMPONENT.genomicReference, { valueCodeableConcept: { text: accession } })]),
    ...(chromosome.codings.length === 0 && chromosome.text === undefined ? [] : [coded(COMPONENT.chromosome, { valueCodeableConcept: reference['chromosome'] })]),
    ...(build === undefined ? [] : [coded(COMPONENT.assembly, { valueCodeableConcept: { text: build } })]),
    coded(COMPONENT.exactRange, { valueRange: place }),
    coded(COMPONENT.coordinateSystem, { valueCodeableConcept: { coding: [{ system: LOINC, code: counted === 0 ? 'LA30100-4' : 'LA30102-0' }] } }),
    coded(COMPONENT.refAllele, { valueString: ref }),
    coded(COMPONENT.altAllele, { valueString: alt }),
  ]; // prettier-ignore
  const subject = resource['patient'] ?? resource['subject'];
  return {
    containedIn: container,
    resource: {
      resourceType: 'Observation',
      id: `variant-${at + 1}`,
      status: 'final',
      ...(subject === undefined ? {} : { subject }),
      ...(resource['specimen'] === undefined ? {} : { specimen: resource['specimen'] }),
      ...(resource['performer'] === undefined ? {} : { performer: [resource['performer']] }),
      code: { coding: [{ system: LOINC, code: OBSERVATION.variant, display: 'Genetic variant assessment' }] },
      valueCodeableConcept: { coding: [{ system: LOINC, code: 'LA9633-4', display: 'Present' }] },
      component,
    },
  };
}

function coded(code: string, value: Json): Json {
  return { code: { coding: [{ system: LOINC, code }] }, ...value };
}
