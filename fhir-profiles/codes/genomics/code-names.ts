/**
 * The names that LOINC and the Genomics Reporting guide give to the codes of genomic results, for senders that write the name and leave the code
 * away, or give it a code of their own. Source: displays in HL7 Genomics Reporting 1.0.0, 2.0.0 and 3.0.0 (CC0-1.0), LOINC names.
 * Only names that say by themselves what they mean: `Variation` or `Copy number` may stand for anything.
 */
import { COMPONENT, OBSERVATION } from './genomics-codes.ts';
import { entryOf } from '../../entry-of.ts';

const OBSERVATION_NAMES: Readonly<Record<string, string>> = {
  'genetic variant assessment': OBSERVATION.variant,
  'genotype display name': OBSERVATION.genotype,
  'haplotype name': OBSERVATION.haplotype,
  // The genetics examples of FHIR R4 itself (observation-example-haplotype1).
  'haplotype call': OBSERVATION.haplotype,
  'genetic disease analysis overall interpretation': OBSERVATION.overallInterpretation,
  "genetic variation's effect on drug metabolism": OBSERVATION.drugMetabolism,
  "genetic variation's effect on drug efficacy": OBSERVATION.drugEfficacy,
  'therapeutic implication': OBSERVATION.therapeuticImplication,
  'diagnostic implication': OBSERVATION.diagnosticImplication,
};

const COMPONENT_NAMES: Readonly<Record<string, string>> = {
  'gene studied': COMPONENT.gene,
  'gene studied id': COMPONENT.gene,
  'gene studied [id]': COMPONENT.gene,
  'genotype display name': COMPONENT.genotype,
  // Epic's name for it in its genomics interface (VARCONCEPT506).
  'genotype name': COMPONENT.genotype,
  'discrete genetic variant': COMPONENT.variation,
  'dbsnp id': COMPONENT.dbsnp,
  'dbsnp [id]': COMPONENT.dbsnp,
  'dna change (c.hgvs)': COMPONENT.cHgvs,
  'amino acid change (phgvs)': COMPONENT.pHgvs,
  'amino acid change (p.hgvs)': COMPONENT.pHgvs,
  'genomic dna change (ghgvs)': COMPONENT.gHgvs,
  'transcript ref sequence id': COMPONENT.transcript,
  'transcript reference sequence [id]': COMPONENT.transcript,
  'genomic reference sequence id': COMPONENT.genomicReference,
  'genomic reference sequence [id]': COMPONENT.genomicReference,
  'human reference sequence assembly version': COMPONENT.assembly,
  'genomic ref allele [id]': COMPONENT.refAllele,
  'genomic alt allele [id]': COMPONENT.altAllele,
  'dna change type': COMPONENT.changeType,
  'amino acid change type': COMPONENT.aminoAcidChangeType,
  'genomic source class': COMPONENT.sourceClass,
  'genomic source class [type]': COMPONENT.sourceClass,
  'allelic state': COMPONENT.allelicState,
  'sample variant allelic frequency [nfr]': COMPONENT.vaf,
  'allelic read depth': COMPONENT.readDepth,
  'genomic structural variant copy number': COMPONENT.copyNumber,
  'cytogenetic (chromosome) location': COMPONENT.cytogeneticLocation,
  'genetic variation clinical significance': COMPONENT.clinicalSignificance,
  'genetic variation clinical significance [imp]': COMPONENT.clinicalSignificance,
  'medication assessed': COMPONENT.medication,
  'medication assessed [id]': COMPONENT.medication,
  'therapeutic implication': COMPONENT.therapeuticImplication,
  'predicted therapeutic implication': COMPONENT.predictedImplication,
};

const plain = (name: string): string => name.replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();

/** The code that a name of an Observation stands for. */
export function observationCodeNamed(name: string): string | undefined {
  return own(OBSERVATION_NAMES, plain(name));
}

/** The code that a name of a component stands for. */
export function componentCodeNamed(name: string): string | undefined {
  return own(COMPONENT_NAMES, plain(name));
}

function own(names: Readonly<Record<string, string>>, name: string): string | undefined {
  return entryOf(names, name);
}
