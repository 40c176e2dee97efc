/**
 * Words on a gene beside the result that is used. The laboratory's genotype leads; its own phenotype and what the record states are held
 * against it: agreeing words are noted, others are kept with what the advice would be by them, so that nothing contradicts in silence.
 */
import type { RecordedIn } from '../../../fhir-profiles/index.ts';
import { UNGRADED_DEFICIENCY } from '../../../fhir-profiles/codes/gene/disorders.ts';
import type { GermlineResult, PatientFacts } from '../../../fhir-profiles/index.ts';
import type { GuidelineKnowledge, PgxGene } from '../../knowledge/pgx/types.ts';
import { cautiousKeys } from './cautious-keys.ts';
import { combine } from './combine.ts';
import { toFinding, withOtherWords } from './finding.ts';
import { scoresOfPhenotype } from './phenotype-rule.ts';
import { openReading, type Reading } from './reading.ts';
import { readReports } from './report-readings.ts';
import { readStatements, sameWord, stateTerm } from './stated-phenotype.ts';
import type { GeneFinding, OtherWord } from './types.ts';

/** What the lists of the record say of the gene, each entry a reading that knows where it stands. */
export function readRecorded(gene: PgxGene, results: readonly GermlineResult[], facts: PatientFacts): Reading[] {
  return results.flatMap((result): Reading[] => {
    const { recorded = 'problem list', call, source } = result;
    const ungraded = call.kind === 'phenotype' && call.term === UNGRADED_DEFICIENCY;
    const readings = ungraded
      ? [deficiency(gene, result)]
      : readReports(gene, [{ ...result, derivedFrom: [] }], { ...facts, labs: [], variants: [] });
    const note = `Taken from the ${recorded} (${source.reference}), not from a laboratory result.`;
    return readings.map((reading) => ({
      ...reading,
      recorded,
      ...(reading.rule === undefined ? {} : { rule: reading.rule.replace('as stated by the laboratory', `as stated on the ${recorded}`) }),
      notes: [
        ...reading.notes.map((one) =>
          one
            .replace('Stated by the laboratory', `Stated on the ${recorded}`)
            .replace(/^(?:The test gave no result|The result on file could not be used): /, ''),
        ),
        note,
      ],
      evidence: [source],
    }));
  });
}

/** An enzyme deficiency without its grade: intermediate or poor, and never less than that. */
function deficiency(gene: PgxGene, { text }: GermlineResult): Reading {
  const phenotypes = ['Intermediate Metabolizer', 'Poor Metabolizer'].filter((phenotype) => gene.phenotypes.includes(phenotype));
  const scores = phenotypes.flatMap((phenotype) => scoresOfPhenotype(gene, phenotype));
  return {
    ...openReading(gene.symbol, 'phenotype'),
    state: 'indeterminate',
    phenotype: 'Indeterminate',
    possiblePhenotypes: phenotypes,
    possibleScores: scores,
    ...(gene.scores === undefined ? cautiousKeys(gene, phenotypes) : { openKeys: scores }),
    worstLeads: true,
    notes: [`"${text}" does not say how much: ${phenotypes.join(' or ')}.`],
  };
}

/** The laboratory's finding with the record's words held against it; the record's own where the laboratory decides nothing. */
export function withRecord(
  readings: readonly Reading[],
  recorded: readonly Reading[],
  gene: PgxGene,
  knowledge: GuidelineKnowledge,
): GeneFinding | null {
  if (readings.every(({ state }) => state !== 'called')) {
    const all = [...readings, ...recorded];
    return all.length === 0 ? null : withLaboratoryWord(combine(all, gene, knowledge), gene, knowledge);
  }
  const finding = withLaboratoryWord(combine(readings, gene, knowledge), gene, knowledge);
  return recorded.reduce((so, reading) => heldAgainst(so, reading, gene, knowledge), finding);
}

/** The laboratory's own phenotype where it differs from what its genotype gives. */
function withLaboratoryWord(finding: GeneFinding, gene: PgxGene, knowledge: GuidelineKnowledge): GeneFinding {
  const { stated } = finding;
  if (stated === undefined) return finding;
  const { written, score, phenotype } = stated;
  const statement = { ...stateTerm(gene, phenotype, written), ...(score === undefined ? {} : { score }) };
  const reading = readStatements(gene, [statement]);
  if (reading.state !== 'called') return finding;
  const other = word('laboratory', { ...reading, evidence: finding.result.evidence }, gene, knowledge);
  if (stated.contradicts !== true) return withOtherWords(finding, [other]);
  const { diplotype, evidence } = finding.result;
  const reference = evidence[0]?.reference;
  const message = `A ${gene.symbol} result contradicts itself: ${diplotype ?? 'its genotype'} is ${meaning(finding)}, the phenotype stated with it is ${other.means}. Neither is relied on in silence.`;
  const warning = { code: 'conflict', message, genes: [gene.symbol], ...(reference === undefined ? {} : { reference }) };
  return withOtherWords({ ...finding, warnings: [...finding.warnings, warning] }, [{ ...other, contradicts: true }]);
}

function heldAgainst(finding: GeneFinding, reading: Reading, gene: PgxGene, knowledge: GuidelineKnowledge): GeneFinding {
  const { recorded = 'problem list', evidence } = reading;
  const reference = evidence[0]?.reference ?? '';
  const unspoken = (reading.alleleStatus ?? []).filter((status) => !speaksOf(finding, status));
  if (unspoken.length > 0) return withAlleles(finding, unspoken, reading, gene);
  if (agrees(finding, reading)) {
    const note = `The ${recorded} says the same (${reference}).`;
    return { ...finding, result: { ...finding.result, notes: [...(finding.result.notes ?? []), note] } };
  }
  const other = word(recorded, reading, gene, knowledge);
  const used =
    finding.state === 'conflict'
      ? 'the laboratory results disagree too'
      : `the laboratory result (${meaning(finding)}) is used, not the entry`;
  const message = `The ${recorded} says ${gene.symbol}${other.means.startsWith('*') ? '' : ' '}${other.means}; ${used}.`;
  const noted = { ...finding.result, notes: [...(finding.result.notes ?? []), message] };
  const warning = { code: 'conflict', message, genes: [gene.symbol], reference };
  return withOtherWords({ ...finding, result: noted, warnings: [...finding.warnings, warning] }, [other]);
}

function word(by: 'laboratory' | RecordedIn, reading: Reading, gene: PgxGene, knowledge: GuidelineKnowledge): OtherWord {
  const finding = toFinding(reading, gene, knowledge);
  return { by, means: meaning(finding), finding };
}

/** "poor metabolizer"; of HLA the allele status. */
function meaning({ result, lookup }: GeneFinding): string {
  if (lookup.alleleStatus !== undefined && lookup.alleleStatus.length > 0) return lookup.alleleStatus.join(', ');
  return result.phenotype === null ? (result.diplotype ?? 'not readable') : lowered(result.phenotype);
}

const lowered = (phenotype: string): string =>
  `${phenotype.charAt(0).toLowerCase()}${phenotype.slice(1).replace(/ ([A-Z])(?=[a-z])/g, (_, letter: string) => ` ${letter.toLowerCase()}`)}`;

function agrees(finding: GeneFinding, reading: Reading): boolean {
  const { lookup, result } = finding;
  if (reading.alleleStatus !== undefined) {
    const known = lookup.alleleStatus ?? [];
    return reading.alleleStatus.every((status) => known.includes(status) || !known.includes(opposite(status)));
  }
  if (result.phenotype === null || reading.phenotype === null) return result.diplotype === reading.diplotype;
  if (reading.state === 'called') return sameWord(result.phenotype, reading.phenotype);
  const open = (reading.possiblePhenotypes ?? []).filter((one) => one !== 'Indeterminate');
  return open.length === 0 || open.some((one) => sameWord(one, result.phenotype ?? ''));
}

/** HLA: the laboratory looked for this allele, whatever it found. */
const speaksOf = ({ lookup }: GeneFinding, status: string): boolean =>
  (lookup.alleleStatus ?? []).some((known) => known.split(' ')[0] === status.split(' ')[0]);

/** Alleles found by the record alone, beside those that the laboratory looked for; an allele that the record calls absent is only noted. */
function withAlleles(finding: GeneFinding, statuses: readonly string[], { recorded, evidence }: Reading, gene: PgxGene): GeneFinding {
  const note = `${statuses.map((status) => `${gene.symbol}${status}`).join(', ')} is taken from the ${recorded ?? 'problem list'} (${evidence[0]?.reference ?? ''}), not from a laboratory result.`;
  const found = statuses.filter((status) => status.endsWith(' positive'));
  const { lookup, result } = finding;
  const all = [...found, ...(lookup.alleleStatus ?? [])];
  return {
    ...finding,
    lookup: { ...lookup, alleleStatus: all, keys: [...lookup.keys, ...found], dpwgKeys: [...lookup.dpwgKeys, ...found] },
    result: {
      ...result,
      phenotype: found.length === 0 ? result.phenotype : [...found, result.phenotype].filter((part) => part !== null).join(', '),
      notes: [...(result.notes ?? []), note],
      ...(found.length === 0
        ? {}
        : {
            recordedAlleles: [...(result.recordedAlleles ?? []), ...found.map((status) => ({ status, list: recorded ?? 'problem list' }))],
          }),
      evidence: found.length === 0 ? result.evidence : [...result.evidence, ...evidence],
    },
  };
}

const opposite = (status: string): string =>
  status.endsWith(' positive') ? status.replace(/ positive$/, ' negative') : status.replace(/ negative$/, ' positive');
