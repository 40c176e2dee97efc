/** What was seen in the molecular results and not used, and why: never silently dropped. */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { proteinName } from '../knowledge/oncology/notation/protein.ts';
import type { DataWarning } from '../report/types.ts';
import { isReversion } from './alteration/index.ts';
import { sequencedClear } from './alteration/covers.ts';
import { isUntranslated } from './alteration/genomic-place.ts';
import { isMutatedOrRearranged, isTurned, labelOf } from './alteration/class.ts';
import { markerConflicts } from './marker/conflicts.ts';
import type { OncologyPatient } from './patient.ts';
import { competingPrimaries, type PatientTumour } from './tumour.ts';
import { isNamedResult } from './named-result.ts';
import { countsAlike, otherVersion, restsOnCoding } from './alteration/transcript.ts';

/** `named`: ids of variants that a row of evidence speaks of. */
export function oncologyWarnings(
  facts: PatientFacts,
  patient: OncologyPatient,
  tumour: PatientTumour | null,
  named: ReadonlySet<string> = new Set(),
): DataWarning[] {
  return [
    ...unknownTumour(facts, patient, tumour),
    ...disputed(patient),
    ...unclassified(patient, named),
    ...turnedFusions(patient),
    ...numbering(patient),
    ...patient.unplaced.map(({ gHgvs, cHgvs, pHgvs, names, source }) => ({
      code: 'missing',
      message: `A variant is on file whose gene cannot be told here (${gHgvs ?? cHgvs ?? pHgvs ?? names[0]?.slice(0, 60) ?? 'a place alone'}${gHgvs?.startsWith('NC_') === true ? ', not translated' : ''}): no therapy is matched to it.`,
      reference: source.reference,
    })),
    ...contradicted(patient),
    ...foundAndAbsent(patient),
    ...markerConflicts(facts.biomarkers),
  ];
}

function unknownTumour(facts: PatientFacts, patient: OncologyPatient, tumour: PatientTumour | null): DataWarning[] {
  const findings = patient.found.some(({ implied, alteration }) => !implied && alteration.fact.origin !== 'germline');
  if (!findings) return [];
  if (tumour === null)
    return [
      { code: 'missing', message: 'No tumour diagnosis was found: therapies are matched by variant alone and none counts as approved.' },
    ];
  if (tumour.oncotree.size === 0 && tumour.doid.size === 0) {
    return [
      {
        code: 'unparsed',
        message: 'The tumour type could not be recognised: therapies are matched by variant alone and none counts as approved.',
        reference: tumour.fact.source.reference,
      },
    ];
  }
  const taken: DataWarning[] =
    tumour.takenFor === null
      ? []
      : [
          {
            code: 'missing',
            message: `The record does not name the exact type of the tumour: taken for ${tumour.takenFor.name}.`,
            reference: tumour.fact.source.reference,
          },
        ];
  const primaries = competingPrimaries(facts);
  if (primaries.length === 0) return taken;
  const names = [...new Set(primaries.map(({ text }) => text).filter((text) => text !== ''))].toSorted();
  return [
    ...taken,
    {
      code: 'conflict',
      message: `More than one active primary tumour is on file${names.length > 1 ? ` (${names.join('; ')})` : ''}: therapies are matched for ${tumour.fact.text === '' ? 'one of them' : tumour.fact.text}.`,
      reference: tumour.fact.source.reference,
      about: 'several-primaries',
    },
  ];
}

/** A change that evidence names outright, which the laboratory calls uncertain: worth a question to the laboratory. */
function disputed(patient: OncologyPatient): DataWarning[] {
  return patient.found
    .filter(({ alteration, standing }) => !standing.usable && ['vus', 'conflicting'].includes(alteration.fact.classification))
    .filter(({ alteration }) =>
      alteration.changes.some((change) => alteration.genes.some((gene) => patient.genes.get(gene)?.known.has(proteinName(change)))),
    )
    .map(({ alteration, standing }) => ({
      code: 'conflict',
      message: `${alteration.genes[0] ?? ''} ${labelOf(alteration)} is reported as ${standing.why}, yet published evidence names this change; no therapy is matched to it. Ask the laboratory.`,
      reference: alteration.fact.source.reference,
      genes: alteration.genes,
    }));
}

/** Named one by one up to this many; a large panel gets one sentence for all. */
const MOST_NAMED = 5;

function unclassified(patient: OncologyPatient, named: ReadonlySet<string>): DataWarning[] {
  const open = patient.found
    .filter(({ alteration }) => !named.has(alteration.fact.id))
    .filter(({ alteration, standing, implied }) => !implied && standing.usable && !standing.matters && alteration.effect !== 'silent')
    .filter(({ alteration }) => !isNamedResult(alteration.fact) && !isReversion(alteration.fact))
    .filter(
      ({ alteration }) =>
        alteration.genes.length > 0 &&
        alteration.copy === null &&
        alteration.expression === null &&
        alteration.fact.classification === 'unknown',
    )
    .map(({ alteration }) => alteration);
  if (open.length > MOST_NAMED) {
    const genes = [...new Set(open.map(({ genes: [gene = ''] }) => gene))].sort();
    const named = `${genes.slice(0, 12).join(', ')}${genes.length > 12 ? ` and ${genes.length - 12} more genes` : ''}`;
    return [
      {
        code: 'missing',
        message: `${open.length} variants carry no classification and are no known changes (${named}): they do not count as mutations of their genes.`,
        genes,
      },
    ];
  }
  return open.map((alteration) => ({
    code: 'missing',
    message:
      alteration.changes.length > 0 || alteration.codings.length > 0
        ? `${alteration.genes[0] ?? ''} ${labelOf(alteration)} carries no classification and is not a known change: it does not count as a mutation of the gene.`
        : isUntranslated(alteration.fact)
          ? `A variant of ${alteration.genes[0] ?? ''} is given by its place on GRCh38 only, which is not translated here: no therapy is matched to it.`
          : `A variant of ${alteration.genes[0] ?? ''} is reported without its change or classification: no therapy is matched to it.`,
    reference: alteration.fact.source.reference,
    genes: alteration.genes,
  }));
}

/** A change told by its coding name alone, on a transcript that is not known to count like the one on file, or on another version of it. */
function numbering(patient: OncologyPatient): DataWarning[] {
  return patient.found.flatMap(({ alteration: { fact, genes, codons, changes } }): DataWarning[] => {
    const model = genes.map((gene) => patient.genes.get(gene)).find((found) => found !== undefined);
    if (model === undefined || !restsOnCoding(fact)) return [];
    const { cHgvs = '', transcript, source } = fact;
    const versions = otherVersion(model, transcript);
    const place = Math.ceil(Number(/\d+/.exec(cHgvs)?.[0] ?? '0') / 3);
    const message =
      changes.length === 0 && codons === null && !countsAlike(model, transcript, place)
        ? `${model.symbol} ${cHgvs} is counted on ${transcript ?? ''}, which is not known here to count as ${model.mane ?? 'MANE Select'} does: its place in the protein is not read.`
        : versions !== null && (changes.length > 0 || codons !== null)
          ? `${model.symbol} ${cHgvs} is counted on ${versions[0]}; here ${versions[1]} is known, and the same count is assumed.`
          : null;
    return message === null ? [] : [{ code: 'missing', message, reference: source.reference, genes }];
  });
}

function contradicted(patient: OncologyPatient): DataWarning[] {
  const warnings: DataWarning[] = [];
  for (const [gene, references] of patient.negative) {
    // A test for fusions that found none denies no mutation.
    const fusionsOnly = sequencedClear(gene, patient).length === 0;
    const altered = (patient.byGene.get(gene) ?? []).filter(
      ({ standing, implied, alteration }) =>
        standing.matters && !implied && (fusionsOnly ? alteration.fusion !== null : isMutatedOrRearranged(alteration)),
    );
    const [reference] = references;
    if (altered.length > 0 && reference !== undefined) {
      warnings.push({
        code: 'conflict',
        message: `${gene} is reported without a variant in one result and altered in another; wild type is not assumed.`,
        reference,
        genes: [gene],
      });
    }
  }
  return warnings;
}

/** The same change found by one test and not by another of the tumour: it counts as found, and the reader is told. */
function foundAndAbsent({ found, absent }: OncologyPatient): DataWarning[] {
  return absent.flatMap((missing) => {
    const same = found.find(
      ({ alteration, implied }) =>
        !implied &&
        // An inherited change that the tumour has, or the other way round, is told by where it was looked for.
        (alteration.fact.origin === 'germline') === (missing.fact.origin === 'germline') &&
        alteration.genes.some((gene) => missing.genes.includes(gene)) &&
        labelOf(alteration) === labelOf(missing),
    );
    if (same === undefined) return [];
    const { source } = same.alteration.fact;
    const day = (issued: string | undefined): string => (issued === undefined ? '' : ` (${issued.slice(0, 10)})`);
    return [
      {
        code: 'conflict',
        message: `${missing.genes.join('::')} ${labelOf(missing)} is reported as found${day(source.issued)} and as not found${day(missing.fact.source.issued)}; it counts as found here.`,
        reference: missing.fact.source.reference,
        genes: missing.genes,
      },
    ];
  });
}

function turnedFusions(patient: OncologyPatient): DataWarning[] {
  return patient.found
    .filter(({ alteration }) => isTurned(alteration))
    .map(({ alteration: { fact, fusion, genes } }) => ({
      code: 'conflict',
      message: `${fusion?.five ?? ''}::${fusion?.three ?? ''} is reported with ${fusion?.five ?? ''} as the 5′ partner: it does not count as a fusion of ${fusion?.five ?? ''}. Ask the laboratory which way round it is.`,
      reference: fact.source.reference,
      genes,
    }));
}
