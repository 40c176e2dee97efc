/**
 * The genetics extensions of core FHIR R4 (`observation-geneticsGene` and its siblings), from before the Genomics Reporting guide:
 * turned into the components that the guide uses, so that one reader serves both.
 */
import { COMPONENT, OBSERVATION } from '../codes/genomics/genomics-codes.ts';
import { LOINC } from '../codes/systems.ts';
import { records, text, wordings, type Concept, type Json } from './elements.ts';
import { entryOf } from '../entry-of.ts';

const PREFIX = 'http://hl7.org/fhir/StructureDefinition/observation-genetics';

/** Simple extensions, and the parts of complex ones. */
const COMPONENTS: Readonly<Record<string, string>> = {
  Gene: COMPONENT.gene,
  GenomicSourceClass: COMPONENT.sourceClass,
  DNARegionName: COMPONENT.regionName,
  CopyNumberEvent: COMPONENT.changeType,
  'Variant.Name': COMPONENT.variation,
  'Variant.Id': COMPONENT.variation,
  'Variant.Type': COMPONENT.changeType,
  'AminoAcidChange.Name': COMPONENT.pHgvs,
  'AminoAcidChange.Type': COMPONENT.aminoAcidChangeType,
  // Simple extensions of the releases before R4, as converters of vendors' reports still write them.
  AminoAcidChangeName: COMPONENT.pHgvs,
  AminoAcidChangeType: COMPONENT.aminoAcidChangeType,
  DNASequenceVariantName: COMPONENT.cHgvs,
  DNASequenceVariantType: COMPONENT.changeType,
  AlleleState: COMPONENT.allelicState,
  AlleleFrequency: COMPONENT.vaf,
  'Allele.State': COMPONENT.allelicState,
  'Allele.Frequency': COMPONENT.vaf,
};

/** Component elements, as if they had been written that way. */
export function coreGeneticsComponents(resource: Json): readonly Json[] {
  return records(resource['extension']).flatMap((extension) => {
    const url = text(extension['url']) ?? '';
    if (!url.startsWith(PREFIX)) return [];
    const name = url.slice(PREFIX.length);
    const parts = records(extension['extension']).flatMap((part) => asComponent(`${name}.${text(part['url']) ?? ''}`, part));
    return [...asComponent(name, extension), ...parts];
  });
}

function asComponent(name: string, extension: Json): readonly Json[] {
  const code = entryOf(COMPONENTS, name);
  const value = Object.entries(extension).filter(([key]) => key.startsWith('value'));
  return code === undefined || value.length === 0 ? [] : [{ code: { coding: [{ system: LOINC, code }] }, ...Object.fromEntries(value) }];
}

/** With these extensions an Observation is a variant, unless its value is a genotype in star alleles. */
export function coreGeneticsCode(resource: Json, value: Concept): readonly string[] {
  const named = records(resource['extension']).some((extension) =>
    /observation-genetics(?:Gene|Variant|AminoAcidChange)$/.test(text(extension['url']) ?? ''),
  );
  return named && !wordings(value).some((words) => /\*\s*\d/.test(words)) ? [OBSERVATION.variant] : [];
}
