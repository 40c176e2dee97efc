/**
 * Results that the record states beside the laboratory's: metabolizer status as a Condition (Epic: category "genomics", "Genomic
 * Indicators"), an enzyme deficiency as a diagnosis, a gene result in the allergy list or as a flag. Often the Observation that it was taken
 * from is there too: the same gene and phenotype from both count once.
 */
import type { DataWarning, DrugStatement, GermlineResult, RecordedIn } from '../../../facts.ts';
import { aboutGenes, quoted, type Chart, type ChartReading } from '../../chart.ts';
import { isFamilyHistory } from '../../condition.ts';
import { concept, concepts, list, records, text, wordings, type Concept } from '../../elements.ts';
import type { IntakeResource } from '../../intake.ts';
import { recogniseDrug } from '../../medication/drug.ts';
import { sourceOf } from '../../observation.ts';
import { referenceText } from '../../resource-references.ts';
import { withoutDrugBeside } from '../result/drug-beside.ts';
import { isUsual, phenotypeStated } from '../result/phenotype.ts';
import { drugsOfResponse } from './drug-response.ts';
import { genesMeant, genesNamed, isOfAnother, leftOpen, maySpeakOfGene, recordedStatements } from './recorded-words.ts';

const OUT = new Set(['refuted', 'entered-in-error', 'unconfirmed', 'provisional', 'differential']);
const OVER = new Set(['inactive', 'resolved', 'remission']);

const LISTS: readonly (readonly [string, RecordedIn])[] = [
  ['Condition', 'problem list'],
  ['AllergyIntolerance', 'allergy list'],
  ['Flag', 'flags'],
];

export interface IndicatorReading extends ChartReading<GermlineResult> {
  readonly statements: readonly DrugStatement[];
}

export function readGenomicIndicators(chart: Chart, fromObservations: readonly GermlineResult[]): IndicatorReading {
  const statements: DrugStatement[] = [];
  const facts: GermlineResult[] = [];
  const warnings: DataWarning[] = [];
  const claimed = new Set<IntakeResource>();
  for (const [type, recorded] of LISTS) {
    for (const entry of chart.intake.ofType(type)) {
      const all = statedBy(entry);
      const ofDrug =
        isIndicator(entry) ||
        all.flatMap(wordings).some((words) => METABOLIZER.test(words) || drugsOfResponse(words, type === 'Condition').length > 0);
      if ((!maySpeakOfGene(all) && !ofDrug) || isFamilyHistory(entry)) continue;
      // Each word for itself: "reported by the mother" in a note takes nothing from what the entry is about.
      const stated = all.filter((each) => !isOfAnother(wordings(each)));
      const words = stated.flatMap(wordings);
      if (stated.length === 0) continue;
      const plain = stated.map((each) => withoutDrugs(each, chart));
      const found = recordedStatements(plain, isIndicator(entry) || type !== 'Condition');
      if (found.length === 0) {
        const meant = isIndicator(entry) ? genesNamed(words) : genesMeant(words);
        if (ofDrug && meant.length === 0 && statusOf(entry) === null) statements.push(...statementOnDrug(entry, recorded, words, chart));
        if (isIndicator(entry) || meant.length > 0) warnings.push(unread(entry, recorded, meant, words));
        if (statusOf(entry) === null)
          for (const gene of leftOpen(meant, words)) facts.push(open(entry, chart, gene, recorded, words, UNREAD_ENTRY(recorded, words)));
        continue;
      }
      claimed.add(entry);
      const status = statusOf(entry);
      if (status !== null) {
        const about = found.map(({ gene }) => gene);
        const message = `A genomic indicator for ${about.join(', ')} (${recorded}) was not used because it is marked ${status}.`;
        warnings.push({ code: 'not-final', message, reference: entry.reference, ...aboutGenes(about) });
        // Genes do not change: a trait that is marked as over was there, or was withdrawn, and nobody can tell which.
        if (OVER.has(status))
          for (const gene of new Set(found.map((one) => one.gene)))
            facts.push(
              open(
                entry,
                chart,
                gene,
                recorded,
                words,
                `${quoted(words[0] ?? 'Without words')} is marked ${status} on the ${recorded}, although what a gene causes does not pass`,
              ),
            );
        continue;
      }
      for (const one of found) {
        const result: GermlineResult = { ...one, source: sourceOf(entry, chart.intake), derivedFrom: evidence(entry, chart), recorded };
        const known = [...fromObservations, ...facts].some((other) => other.gene === result.gene && sameCall(other, result));
        if (!known) facts.push(result);
      }
    }
  }
  return { facts, warnings, claimed, statements };
}

function withoutDrugs({ codings, text: said }: Concept, { vocabulary: { drugs } }: Chart): Concept {
  return {
    codings: codings.map((coding) => ({
      ...coding,
      ...(coding.display === undefined ? {} : { display: withoutDrugBeside(coding.display, drugs) }),
    })),
    ...(said === undefined ? {} : { text: withoutDrugBeside(said, drugs) }),
  };
}

const UNREAD_ENTRY = (recorded: RecordedIn, words: readonly string[]): string =>
  `${quoted(words[0] ?? 'Without words')} on the ${recorded} states no result that can be read`;

/** The record says something of the gene that cannot be used: it must never look like a gene of which nothing is on file. */
function open(
  entry: IntakeResource,
  chart: Chart,
  gene: string,
  recorded: RecordedIn,
  words: readonly string[],
  why: string,
): GermlineResult {
  const call: GermlineResult['call'] = { kind: 'no-call', why };
  return { gene, call, text: words[0] ?? '', source: sourceOf(entry, chart.intake), derivedFrom: evidence(entry, chart), recorded };
}

function unread(entry: IntakeResource, recorded: RecordedIn, genes: readonly string[], words: readonly string[]): DataWarning {
  const about = genes.length === 0 ? '' : ` about ${genes.join(', ')}`;
  return {
    code: 'unparsed',
    message: `An entry of the ${recorded}${about} (${quoted(words[0] ?? 'without words')}) was seen and not used: it states no result that can be read.`,
    reference: entry.reference,
    ...aboutGenes(genes),
  };
}

/** What the entry is about; of an allergy also what it came from, since gene results are written there as reaction or note. */
function statedBy({ type, resource }: IntakeResource): readonly Concept[] {
  const named = [concept(resource['code'])];
  if (type !== 'AllergyIntolerance') return named;
  const reactions = records(resource['reaction']).flatMap((reaction) => [
    ...concepts(reaction['manifestation']),
    { codings: [], ...withText(text(reaction['description'])) },
  ]);
  const notes = records(resource['note']).map((note) => ({ codings: [], ...withText(text(note['text'])) }));
  return [...named, ...reactions, ...notes];
}

const withText = (written: string | undefined): { text?: string } => (written === undefined ? {} : { text: written });

/** "Poor metabolizer of clopidogrel", "Codeine ultra-rapid metaboliser" on a problem list: a grade, and no gene. */
const METABOLIZER = /\bmetaboli[sz]er\b/i;

/** What an entry says of a drug, its gene not named: a grade, or an inherited response. */
function statementOnDrug(entry: IntakeResource, recorded: RecordedIn, words: readonly string[], chart: Chart): readonly DrugStatement[] {
  const source = sourceOf(entry, chart.intake);
  const graded = gradeOfDrug(words, chart).map((one): DrugStatement => ({ ...one, source, recorded }));
  if (graded.length > 0) return graded;
  return words.slice(0, 1).flatMap((says) => {
    const ingredients = drugsOfResponse(says, entry.type === 'Condition').flatMap((name) => ingredientsNamed(name, chart));
    return ingredients.length === 0 ? [] : [{ ingredients, says, adverse: true, source, recorded }];
  });
}

const ingredientsNamed = (name: string, chart: Chart): DrugStatement['ingredients'] =>
  recogniseDrug({ codes: [], texts: [name], parts: [], missingMedication: false }, chart.vocabulary.drugs).ingredients;

/** Each word of such an entry is tried as the drug, with all the others as its grade: not for a text of thousands. */
const LONGEST_GRADE = 1_000;

/** "Poor Clopidogrel Metabolizer": a grade, and the drug in the place of the gene. */
function gradeOfDrug(words: readonly string[], chart: Chart): readonly Omit<DrugStatement, 'source'>[] {
  return words.slice(0, 1).flatMap((said) =>
    said.length > LONGEST_GRADE
      ? []
      : [...said.matchAll(/[A-Za-z]{5,}/g)].flatMap(([name]) => {
          const grade = phenotypeStated({
            codings: [],
            text: said
              .replace(name, ' ')
              .replace(/ (?:of|for) /i, ' ')
              .replace(/[\s:-]+/g, ' ')
              .trim(),
          });
          if (grade === null || grade === 'disagree' || grade.family !== 'metabolizer') return [];
          const ingredients = ingredientsNamed(name, chart);
          return ingredients.length === 0 ? [] : [{ ingredients, says: grade.written, adverse: !isUsual(grade) }];
        }),
  );
}

/** Filed as a genomic indicator. */
export function isIndicator(entry: IntakeResource): boolean {
  return concepts(entry.resource['category']).some(
    (category) =>
      category.codings.some(({ code }) => code.toLowerCase() === 'genomics') ||
      wordings(category).some((words) => /genomic indicator/i.test(words)),
  );
}

/** Why the entry does not hold today; null when it does. */
export function statusOf({ resource, type }: IntakeResource): string | null {
  const codes = (element: unknown) =>
    (typeof element === 'string' ? [element] : concept(element).codings.map(({ code }) => code)).map((code) => code.toLowerCase());
  if (type === 'Flag') {
    const status = text(resource['status']);
    return status === undefined || status === 'active' ? null : status;
  }
  return (
    codes(resource['verificationStatus']).find((code) => OUT.has(code)) ??
    codes(resource['clinicalStatus']).find((code) => OVER.has(code)) ??
    null
  );
}

function evidence(entry: IntakeResource, chart: Chart): readonly string[] {
  return records(entry.resource['evidence'])
    .flatMap((item) => list(item['detail']))
    .map((detail) => chart.intake.resolve(detail, entry)?.reference ?? referenceText(detail) ?? '')
    .filter((reference) => reference !== '');
}

function sameCall(one: GermlineResult, two: GermlineResult): boolean {
  if (one.call.kind === 'phenotype' && two.call.kind === 'phenotype') return one.call.term === two.call.term;
  if (one.call.kind === 'allele-presence' && two.call.kind === 'allele-presence')
    return one.call.allele === two.call.allele && one.call.present === two.call.present;
  return false;
}
