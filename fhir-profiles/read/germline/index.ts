/** All germline (pharmacogenomic) results of a chart. */
import { COMPONENT, OBSERVATION } from '../../codes/genomics/genomics-codes.ts';
import { pgxGene } from '../../codes/pgx/genes.ts';
import { geneOfRsId } from '../../codes/pgx/rsids.ts';
import { geneOfTestCode } from '../../codes/pgx/test-codes.ts';
import type { DataWarning, DrugStatement, GermlineResult } from '../../facts.ts';
import { ONLY_NOT_DONE } from '../../codes/not-done.ts';
import { ASKED_FOR } from '../asked-and-answered.ts';
import { quoted, unparsed, type Chart, type ChartReading } from '../chart.ts';
import { isEmpty, wordings } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import type { IntakeResource } from '../intake.ts';
import type { ObservationView } from '../observation.ts';
import { isFinal, isSetAside, whySetAside } from '../result-status.ts';
import { geneOfRow } from '../under-gene-row.ts';
import { tellsKnowledge, tellsOfTheTest } from './named-test/about-the-test.ts';
import { joinAlleleRows, type Slot } from './result/allele-rows.ts';
import { anotherPerson } from './another-person.ts';
import { pgxGenesIn } from './notation/gene-in-text.ts';
import { hlaAlleles } from './notation/hla-alleles.ts';
import { CONTRADICTED, genotypeTexts, isSomatic, plainResult, readGenotype, UNREAD, type GenotypeReading } from './result/genotype.ts';
import { withSeparateCopies } from './result/separate-copies.ts';
import { joinHaplotypes } from './result/haplotype-pairs.ts';
import { genesOfBins, statementsOfBins } from './report/drug-bins.ts';
import { readGenomicIndicators } from './report/genomic-indicator.ts';
import { readInVariantForm } from './named-test/in-variant-form.ts';
import { isDiagnosticHla, OF_TUMOUR } from './named-test/about-the-gene.ts';
import { statedByItsName } from './report/stated-by-its-name.ts';
import { readNamedTest } from './named-test/index.ts';
import { rsIdsIn } from './notation/nucleotides.ts';
import { withoutAnyCopy } from './result/no-copies.ts';
import { readImplication } from './result/phenotype.ts';
import { phenotypesBeside } from './named-test/phenotype-beside.ts';
import { readCodedReports, unreadCodedReports } from './report/coded.ts';
import { readReportText } from './report/text.ts';
import { ownGenes } from './result/stated-genes.ts';

const IMPLICATIONS: readonly string[] = [
  OBSERVATION.therapeuticImplication,
  OBSERVATION.drugMetabolism,
  OBSERVATION.drugEfficacy,
  OBSERVATION.drugHighRisk,
  OBSERVATION.transporterFunction,
];

/** Read by the variant readers. */
const GENOMIC: readonly string[] = [
  OBSERVATION.variant,
  OBSERVATION.regionStudied,
  OBSERVATION.molecularConsequence,
  OBSERVATION.molecularConsequences,
  OBSERVATION.diagnosticImplication,
  OBSERVATION.clinicalSignificance,
];

export interface GermlineReading extends ChartReading<GermlineResult> {
  readonly statements: readonly DrugStatement[];
  /** References of Observations in the form of a variant that hold the result of a whole gene, so that no single change is looked for in them. */
  readonly inVariantForm: ReadonlySet<string>;
}

export function readGermline(chart: Chart): GermlineReading {
  const genotypes: GermlineResult[] = [];
  const haplotypes: GermlineResult[] = [];
  const others: GermlineResult[] = [];
  const warnings: DataWarning[] = [];
  const statements: DrugStatement[] = [];
  const claimed = new Set<IntakeResource>();
  const slots = new Map<GermlineResult, Slot>();
  const inVariantForm = new Set<string>();
  const take = (reading: GenotypeReading, into: GermlineResult[], view: ObservationView) => {
    into.push(...reading.results);
    warnings.push(...reading.warnings);
    statements.push(...(reading.statements ?? []));
    claimed.add(view.entry);
  };

  for (const view of chart.observations) {
    if (!view.usable) {
      genotypes.push(...setAside(view, chart));
      continue;
    }
    if (tellsKnowledge(view)) {
      if (namesPharmacogene(view)) {
        const message = `${quoted(wordings(view.code)[0] ?? '')} tells what is known of a gene and is no result of the patient.`;
        warnings.push({ code: 'not-used', message, reference: view.entry.reference });
      }
      claimed.add(view.entry);
      continue;
    }
    const whose = namesPharmacogene(view) ? anotherPerson(view) : null;
    if (whose !== null) {
      warnings.push(unparsed(view.entry, `A gene result was not used because it is about another person (${whose}).`));
      claimed.add(view.entry);
      continue;
    }
    const before = genotypes.length;
    const othersBefore = others.length;
    if (view.codes.has(OBSERVATION.genotype)) take(orPhenotype(readGenotype(view, valueConcept(view.value), chart), view), genotypes, view);
    else if (view.codes.has(OBSERVATION.haplotype)) take(readGenotype(view, valueConcept(view.value), chart), haplotypes, view);
    else if (IMPLICATIONS.some((code) => view.codes.has(code))) {
      take(readImplication(view, chart), others, view);
      if (statesPair(view)) take(readGenotype(view, valueConcept(view.value), chart), genotypes, view);
    } else if (!GENOMIC.some((code) => view.codes.has(code))) {
      const reading = readNamedTest(view, chart);
      if (reading.recognised) take(reading, genotypes, view);
      const named = reading.results.length === 0 ? statedByItsName(view) : [];
      if (named.length > 0) take({ results: named, warnings: [] }, genotypes, view);
      for (const [result, slot] of reading.slots ?? []) slots.set(result, slot);
    } else if (view.codes.has(OBSERVATION.variant) || view.codes.has(OBSERVATION.clinicalSignificance)) {
      const results = readInVariantForm(view, chart);
      if (results.length > 0) take({ results, warnings: [] }, genotypes, view);
    }
    for (const component of view.components) {
      const value = valueConcept(component.value);
      if (component.codes.has(COMPONENT.genotype) && !isEmpty(value)) take(readGenotype(view, value, chart), genotypes, view);
    }
    const own = withoutNamesOfAbsent(genotypes.splice(before));
    if (view.codes.has(OBSERVATION.variant) && own.length > 0) inVariantForm.add(view.entry.reference);
    const beside =
      view.codes.has(OBSERVATION.genotype) || own.some(isGenotype) ? phenotypesBeside(view, [...own, ...others.slice(othersBefore)]) : [];
    others.push(...beside);
    genotypes.push(...(beside.length > 0 ? own.filter(({ call }) => call.kind !== 'no-call' || call.why !== UNREAD) : own));
  }
  const joined = joinHaplotypes(genotypes, haplotypes);
  const rows = [...joinAlleleRows(genotypes, slots), ...joined.results, ...others];
  const stated = rows.filter((result) => !wasNotDone(result));
  for (const { gene, source } of rows.filter(wasNotDone))
    warnings.push({
      code: 'not-used',
      message: `The ${gene} test was not done: there is no result.`,
      reference: source.reference,
      genes: [gene],
    });
  const known = new Set(stated.filter(({ call }) => call.kind !== 'no-call').map(({ gene }) => gene));
  // A phenotype that contradicts itself says nothing beside a genotype that was read. Of HLA each allele is a result of its own.
  const said = stated.filter(
    ({ gene, call }) =>
      call.kind !== 'no-call' || !known.has(gene) || !(call.why === ASKED_FOR || (call.why === CONTRADICTED && !isHla(gene))),
  );
  const called = new Set(said.map(({ gene }) => gene));
  const absent = chart.observations.flatMap((view) => withoutAnyCopy(view, called, chart));
  const unassigned = chart.observations.flatMap((view) => studiedOnly(view, called));
  const ofDrugs = genesOfBins(chart, called);
  const observed = withSeparateCopies([...said, ...absent, ...unassigned, ...ofDrugs], chart);
  const indicators = readGenomicIndicators(chart, observed);
  statements.push(...indicators.statements, ...statementsOfBins(chart));
  const structured = [...observed, ...indicators.facts];
  const coded = readCodedReports(chart, structured);
  const inReports = readReportText(chart, [...structured, ...coded.facts]);
  const unread = unreadCodedReports(chart, [...structured, ...coded.facts, ...inReports.facts]);
  for (const entry of indicators.claimed) claimed.add(entry);
  return {
    facts: [...structured, ...coded.facts, ...inReports.facts, ...unread.facts],
    warnings: [...warnings, ...joined.warnings, ...indicators.warnings, ...coded.warnings, ...inReports.warnings, ...unread.warnings],
    claimed,
    statements,
    inVariantForm,
  };
}

/** "Gene studied: CYP2C19" in a row of its own, and no result that can be told to be of that gene: it must not look untested. */
function studiedOnly(view: ObservationView, called: ReadonlySet<string>): readonly GermlineResult[] {
  const gene = view.usable && !isSomatic(view) ? geneOfRow(view.entry) : null;
  if (gene === null || called.has(gene)) return [];
  return [plainResult(view, gene, { kind: 'no-call', why: 'which of the results is of this gene cannot be told' }, gene)];
}

/** A final result that something in it turns round or takes back: its gene must not look untested. */
function setAside(view: ObservationView, chart: Chart): readonly GermlineResult[] {
  if (!isSetAside(view.entry) || !isFinal(view.entry) || isSomatic(view) || anotherPerson(view) !== null) return [];
  if (tellsOfTheTest(view) || wordings(view.code).some((name) => isDiagnosticHla(name) || OF_TUMOUR.test(name))) return [];
  const named = [...wordings(view.code).flatMap(genesIn), ...ownGenes(view, chart).symbols, ...coded(view)];
  const answered = named.length > 0 ? named : wordings(valueConcept(view.value)).flatMap(genesIn);
  const said = wordings(valueConcept(view.value))[0] ?? '';
  return [...new Set(answered)]
    .filter((gene) => pgxGene(gene) !== null)
    .map((gene) => plainResult(view, gene, { kind: 'no-call', why: whySetAside(view.entry) }, said));
}

const genesIn = (words: string): readonly string[] => [
  ...pgxGenesIn(words),
  ...hlaAlleles(words).flatMap(({ gene }) => gene ?? []),
  ...rsIdsIn(words).flatMap((id) => geneOfRsId(id) ?? []),
];
const coded = ({ code }: ObservationView): readonly string[] =>
  code.codings.flatMap((coding) => {
    const test = geneOfTestCode(coding.code);
    return test?.verified === true ? [test.gene] : [];
  });

/** "*57:01" in one row and "*57:01 (negative)" as the value: the row names the allele that was looked for. A pair is a typing, and stays. */
function withoutNamesOfAbsent(own: readonly GermlineResult[]): GermlineResult[] {
  const absent = new Set(
    own.flatMap(({ gene, call }) => (call.kind === 'allele-presence' && !call.present && isHla(gene) ? [`${gene}${call.allele}`] : [])),
  );
  return own.filter(
    ({ gene, call }) => call.kind !== 'single-allele' || !call.haplotype.units.every(({ allele }) => absent.has(`${gene}${allele}`)),
  );
}

/** "Not performed" in the place of the result, or as the reason why there is none: the gene is not tested. A failed or a masked result is one. */
function wasNotDone({ call, text }: GermlineResult): boolean {
  const why = call.kind === 'no-call' ? (call.reason ?? call.why) : '';
  return [text, why].some((words) => ONLY_NOT_DONE.test(words.trim()));
}

const isHla = (gene: string): boolean => pgxGene(gene)?.naming === 'hla';

/** Something that a phenotype stated beside it can agree with or contradict. */
const isGenotype = ({ call }: GermlineResult): boolean => !['phenotype', 'activity-score', 'no-call'].includes(call.kind);

/** Whether the result would be read here: by its code, by its name, or by the genes of its value. */
function namesPharmacogene(view: ObservationView): boolean {
  if (view.codes.has(OBSERVATION.genotype) || view.codes.has(OBSERVATION.haplotype) || IMPLICATIONS.some((code) => view.codes.has(code)))
    return true;
  return [...wordings(view.code), ...wordings(valueConcept(view.value))].some(
    (said) => pgxGenesIn(said).length > 0 || hlaAlleles(said).length > 0,
  );
}

/** A drug effect whose value is, or begins with, the genotype itself: "CYP2C19 *2/*2 (Poor Metabolizer)". */
function statesPair(view: ObservationView): boolean {
  return genotypeTexts(valueConcept(view.value)).some((text) => /\*\s?\d\w*\s?\/\s?\*\s?\d/.test(text));
}

/** A genotype whose value is the phenotype is read as that ({@link phenotypesBeside}), and then is no genotype that could not be read. */
function orPhenotype(reading: GenotypeReading, view: ObservationView): GenotypeReading {
  const unread = reading.results.length > 0 && reading.results.every(({ call }) => call.kind === 'no-call' && call.why === UNREAD);
  return unread && phenotypesBeside(view, reading.results).length > 0 ? { results: reading.results, warnings: [] } : reading;
}
