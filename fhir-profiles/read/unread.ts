/** What was seen and not used: genomic or oncologic resources that are not final or that no reader understood. */
import { biomarkerTest } from '../codes/biomarker-tests.ts';
import { COMPONENT, OBSERVATION } from '../codes/genomics/genomics-codes.ts';
import { namesDrugGeneTest } from '../codes/pgx/drug-gene-tests.ts';
import { geneOfTestCode } from '../codes/pgx/test-codes.ts';
import { GENETIC_REPORT_CODES } from '../codes/result-codes.ts';
import { stageTest } from '../codes/stage-codes.ts';
import type { DataWarning } from '../facts.ts';
import { quoted, unparsed, type Chart } from './chart.ts';
import { plainTextOf } from './attachment.ts';
import { concept, concepts, list, text, wordings, type Concept } from './elements.ts';
import { valueConcept } from './element-value.ts';
import { OF_TUMOUR } from './germline/named-test/about-the-gene.ts';
import { pgxGenesIn } from './germline/notation/gene-in-text.ts';
import { hlaAlleles } from './germline/notation/hla-alleles.ts';
import { phenotypeStated } from './germline/result/phenotype.ts';
import { ownGenes } from './germline/result/stated-genes.ts';
import type { IntakeResource } from './intake.ts';
import type { ObservationView } from './observation.ts';
import { resultStatus } from './result-status.ts';
import { genesOfNamedTest, namesTumourVariant } from './variant/named-test/index.ts';
import { SEQUENCING_PRODUCT } from '../codes/sequencing-products.ts';

const OURS: ReadonlySet<string> = new Set(Object.values(OBSERVATION));
const GENETIC_REPORTS: ReadonlySet<string> = new Set([...GENETIC_REPORT_CODES, '60568-3', '22034-3']);
export const isGeneticReportCode = (code: string): boolean => GENETIC_REPORTS.has(code);
/** LOINC 55233-1: the code of a group, which some exporters give to every result in it. */
const MASTER_PANEL = '55233-1';
const REPORT_WORDS = /\bgen(?:etic|omic|otyp)|pharmacogen|\bPGx\b|molecular (?:pathology|profil)|\bNGS\b|next[- ]generation sequencing/i;

/** `claimed`: resources that some reader dealt with, whether it used them or said why not; `others`: whose a result is that is not the patient's. */
export function unreadWarnings(
  chart: Chart,
  claimed: ReadonlySet<IntakeResource>,
  others: ReadonlyMap<ObservationView, string>,
): readonly DataWarning[] {
  const warnings: DataWarning[] = [];
  for (const view of chart.observations) {
    if (!view.usable) {
      if (view.notUsable !== undefined && isOurs(view, chart))
        warnings.push(
          withPending(view.notUsable, view.entry, [...pgxGenesOf(view.code), ...ownGenes(view, chart).symbols, ...ofTumour(view, chart)]),
        );
    } else if (!claimed.has(view.entry) && isElsewhere(view)) {
      const told = unparsed(view.entry, 'A genetic result only says where its report is; documents are not read.');
      warnings.push({ ...told, document: true, drugGenes: true });
    } else if (!claimed.has(view.entry) && isOurs(view, chart)) {
      const name = wordings(view.code)[0] ?? view.code.codings[0]?.code;
      const whose = others.get(view);
      const why = whose === undefined ? 'its form is not known' : `it is of ${whose}`;
      warnings.push(
        unparsed(view.entry, `A genomic or tumour result${name === undefined ? '' : ` (${quoted(name)})`} was not used because ${why}.`, [
          ...pgxGenesOf(view.code),
          ...ownGenes(view, chart).symbols,
        ]),
      );
    }
  }
  for (const sequence of chart.intake.ofType('MolecularSequence', 'Sequence'))
    if (list(sequence.resource['variant']).length > 0 && !isReadBy(sequence, chart, claimed))
      warnings.push(unparsed(sequence, 'Variants that only a sequence lists are not read; those of Observations are.'));
  for (const report of chart.intake.ofType('DiagnosticReport')) warnings.push(...reportWarnings(report, chart));
  return warnings;
}

/** Every variant of it was taken as a result, whether it was used or it was said why not. */
function isReadBy(sequence: IntakeResource, chart: Chart, claimed: ReadonlySet<IntakeResource>): boolean {
  const own = chart.observations.filter(({ entry }) => entry.container === sequence);
  return own.length === list(sequence.resource['variant']).length && own.every(({ entry }) => claimed.has(entry));
}

/** A result that is to come is no missing test: its genes are named. */
function withPending(warning: DataWarning, { resource }: IntakeResource, named: readonly string[]): DataWarning {
  if (!/^(?:preliminary|registered|unknown)$/i.test(text(resource['status']) ?? '')) return warning;
  const genes = [...new Set(named)].toSorted();
  return genes.length === 0 ? warning : { ...warning, pending: genes };
}

/** Genes and the marker of the tumour that the code or the name of a test stands for. */
export function ofTumour(view: ObservationView, chart: Chart): readonly string[] {
  const codes = view.code.codings.map(({ code }) => code);
  return [...genesOfNamedTest(view, chart), ...[biomarkerTest(codes, wordings(view.code))].flatMap((test) => test?.kind ?? [])];
}

/** Pharmacogenes that the code or the name of a test stands for. */
function pgxGenesOf(code: Concept): readonly string[] {
  const coded = code.codings.flatMap((coding) => geneOfTestCode(coding.code) ?? []);
  return [...wordings(code).flatMap(pgxGenesIn), ...coded.flatMap(({ gene, verified }) => (verified ? [gene] : []))];
}

/** Does the Observation look like a genomic or oncologic result at all? Everything else is for the laboratory reader. */
function isOurs(view: ObservationView, chart: Chart): boolean {
  if ([...view.codes].some((code) => OURS.has(code) || geneOfTestCode(code) !== null)) return true;
  const words = wordings(view.code);
  const codes = view.code.codings.map(({ code }) => code);
  if (view.value !== null && codes.includes(MASTER_PANEL)) return true;
  if (biomarkerTest(codes, words) !== null || stageTest(codes, words) !== null) return true;
  if (words.some((item) => pgxGenesIn(item).length > 0 && !/activity|enzyme/i.test(item)) || namesTumourVariant(view, chart)) return true;
  // A metabolizer grade without a gene is some pharmacogenomic result.
  const said = phenotypeStated(valueConcept(view.value));
  if (said !== null && said !== 'disagree' && said.family === 'metabolizer') return true;
  if (view.components.some((component) => component.codes.has(COMPONENT.gene) || component.codes.has(COMPONENT.genotype))) return true;
  return isGenomicCategory(view.entry);
}

/** Filed under genetics. */
export function isGenomicCategory({ resource }: IntakeResource): boolean {
  return concepts(resource['category']).some(isGenomics);
}
function isGenomics(category: Concept): boolean {
  return (
    category.codings.some(({ code }) => code === 'GE' || code.toLowerCase() === 'genomics') ||
    wordings(category).some((words) => /^genetics?$|^genomics$/i.test(words))
  );
}

/** By its code, its name or its category. */
export function isGeneticReport(report: IntakeResource): boolean {
  const { resource } = report;
  const code = concept(resource['code']);
  return (
    code.codings.some((coding) => GENETIC_REPORTS.has(coding.code) || geneOfTestCode(coding.code)?.verified === true) ||
    wordings(code).some((words) => namesGeneticReport(words) || namesHlaAllele(words)) ||
    isGenomicCategory(report)
  );
}
/** "HLA-B*15:02 [Presence]": asked for before a drug, as a code of its own. */
const namesHlaAllele = (words: string): boolean => hlaAlleles(words).some(({ gene, allele }) => gene !== null && allele.includes(':'));

/** "Molecular pathology report", "FoundationOne CDx", "GeneSight Psychotropic". */
export function namesGeneticReport(words: string): boolean {
  return REPORT_WORDS.test(words) || SEQUENCING_PRODUCT.test(words) || namesDrugGeneTest(words);
}

/** "Pharmacogenomics panel: see scanned report". */
const isElsewhere = (view: ObservationView): boolean =>
  view.components.length === 0 &&
  wordings(view.code).some(namesDrugGeneTest) &&
  wordings(valueConcept(view.value)).some((said) => SEE_ELSEWHERE.test(said));

/** The whole conclusion: what was found stands in another place. */
const SEE_ELSEWHERE =
  /^\s*(?:please )?(?:see|refer to|results? (?:in|are in|as)) [^.]{0,60}\b(?:attach\w*|scan\w*|pdf|document|media|report)\b[^.]{0,30}\.?\s*$/i;

function reportWarnings(report: IntakeResource, chart: Chart): readonly DataWarning[] {
  if (!isGeneticReport(report)) return [];
  const status = resultStatus(report);
  if (!status.usable)
    return status.warning === undefined ? [] : [withPending(status.warning, report, pgxGenesOf(concept(report.resource['code'])))];
  const results = list(report.resource['result']);
  const attached = list(report.resource['presentedForm']);
  const names = wordings(concept(report.resource['code']));
  const ofDrugs = names.some(namesDrugGeneTest) ? { drugGenes: true as const } : {};
  const elsewhere = ofDrugs.drugGenes === true && attached.length === 0 && SEE_ELSEWHERE.test(text(report.resource['conclusion']) ?? '');
  if (
    results.length === 0 &&
    (elsewhere || attached.some((form) => plainTextOf(form) === undefined)) &&
    list(report.resource['contained']).length === 0
  ) {
    return [
      { ...unparsed(report, 'A genetic report is only attached as a document; documents are not read.'), document: true, ...ofDrugs },
    ];
  }
  const missing = results.filter(
    (item) => chart.intake.resolve(item, report) === null && text((item as Record<string, unknown> | null)?.['reference']) !== undefined,
  );
  return missing.length === 0
    ? []
    : [
        {
          code: 'missing',
          message: `A genetic report lists ${missing.length} result${missing.length === 1 ? '' : 's'} that ${missing.length === 1 ? 'is' : 'are'} not among the data.`,
          reference: report.reference,
          ...(names.some((name) => OF_TUMOUR.test(name) || SEQUENCING_PRODUCT.test(name)) ? {} : { unfetched: true as const, ...ofDrugs }),
        },
      ];
}
