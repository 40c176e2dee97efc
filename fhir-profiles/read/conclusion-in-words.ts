/**
 * The conclusion of a molecular or pathological report that lists no results, as one result in words: what a reader of such results understands as a whole
 * is read ("EGFR p.L858R detected. KRAS wild type."), all else is told as before (`report-text`). Conclusions on the genes of drugs
 * have a reader of their own (`germline/report`).
 */
import { SEQUENCING_PRODUCT } from '../codes/sequencing-products.ts';
import type { FoundResource } from './collect-resources.ts';
import { concept, list, text, wordings } from './elements.ts';
import { pgxGenesIn } from './germline/notation/gene-in-text.ts';
import { hlaAlleles } from './germline/notation/hla-alleles.ts';
import type { IntakeResource, RawResource } from './intake.ts';

const ID = 'conclusion-in-words';
/** Longer conclusions discuss. */
const LONGEST = 1_500;
const FINAL = /^(?:final|amended|corrected|appended)$/i;
const OF_TUMOURS =
  /\bmolecular|patholog|immunohisto|\bIHC\b|\bbiopsy\b|histology|cytology|tissue exam|\b[FCD]?ISH\b|rearrang|\bfusions?\b|\bmutation|amplification|microsatellite|mismatch repair|\bPD-?L1\b|\bHER-?2\b|\b(?:o?estrogen|progesterone|hormone) receptors?|\bNGS\b|next[- ]generation sequencing|\b(?:tumou?r|cancer|oncolog\w*|somatic|solid|lung|melanoma|colorectal|myeloid|leuk(?:a?e)mia)\b.{0,40}\b(?:panel|profil\w*|sequencing|mutation|genomic\w*|genetic\w*|biomarkers?|report|testing)|\b(?:mutation|biomarker) (?:analysis|testing|panel|report)/i;
const OF_GERMLINE =
  /\b(?:germ-?line|hereditary|inherited|carrier|prenatal|newborn|pharmacogen\w*|PGx|constitutional|predisposition|liquid control)\b/i;
/** What an earlier or another laboratory found is told with this one's results. */
const OF_ANOTHER_TIME =
  /\b(?:prior|previous(?:ly)?|earlier|historical(?:ly)?|outside|external|referring|history of|known|initial(?:ly)?|original(?:ly)?|baseline|at diagnosis|family|mother|father|sister|brother|sibling|donor|control)\b/i;
/** Copied into the result in words: whose it is, when and of what. */
const KEPT = [
  'status',
  'subject',
  'issued',
  'effectiveDateTime',
  'effectivePeriod',
  'performer',
  'identifier',
  'modifierExtension',
  'implicitRules',
  'meta',
];

export function conclusionsInWords(found: readonly FoundResource[]): readonly FoundResource[] {
  return found.flatMap((item) => {
    const said = item.resource.resourceType === 'DiagnosticReport' ? conclusionOf(item.resource) : null;
    return said === null ? [] : [{ containedIn: item, resource: asResult(item.resource, said) }];
  });
}

/** Made here of a report's own words. */
export const isConclusionInWords = ({ type, resource, container }: IntakeResource): boolean =>
  type === 'Observation' && resource['id'] === ID && container?.type === 'DiagnosticReport';

/** By the reference of a finding. */
export const isOfConclusion = (reference: string): boolean => new RegExp(`^DiagnosticReport/[^#]+#${ID}(?:#\\d+)?$`).test(reference);

function conclusionOf(report: RawResource): string | null {
  const names = wordings(concept(report['code']));
  const said = text(report['conclusion']);
  if (said === undefined || said.length > LONGEST || !FINAL.test(text(report['status']) ?? '')) return null;
  if (list(report['result']).length + list(report['contained']).length > 0) return null;
  if (
    !names.some((name) => OF_TUMOURS.test(name) || SEQUENCING_PRODUCT.test(name)) ||
    names.some((name) => OF_GERMLINE.test(name) || pgxGenesIn(name).length > 0)
  )
    return null;
  if (OF_ANOTHER_TIME.test(said)) return null;
  return pgxGenesIn(said).length > 0 || hlaAlleles(said).length > 0 ? null : said;
}

function asResult(report: RawResource, said: string): RawResource {
  const [specimen] = list(report['specimen']);
  const kept = Object.fromEntries(KEPT.flatMap((name) => (report[name] === undefined ? [] : [[name, report[name]]])));
  const code = concept(report['code']);
  const name = wordings(code)[0] ?? 'Molecular pathology report';
  return {
    ...kept,
    resourceType: 'Observation',
    id: ID,
    // By its name alone: the code of a report is none of a result.
    code: { text: name },
    ...(specimen === undefined ? {} : { specimen }),
    valueString: said,
  };
}
