/**
 * How much of a named change was seen, as the answer of its test: "EGFR L858R: 12 %", "BRAF V600E allele frequency: 0.234", "<0.1 %",
 * "0.05 % (LoD 0.1 %)". Any share above the limit that is named is a presence, none and one below the limit an absence. A number that may count
 * something else (a cycle, the depth, a population, stained cells) says nothing.
 */
import type { Presence } from '../../../facts.ts';
import { isRecord, list, wordings } from '../../elements.ts';
import type { ObservationView } from '../../observation.ts';
import { findHgvs } from '../notation/hgvs.ts';
import { proteinChanges } from './names.ts';
import { alleleFraction } from '../parts/variant-parts.ts';

/** "Variant allele frequency", "VAF", "allele burden", "Allelfrequenz", "fréquence allélique". */
const SHARE = String.raw`(?:(?:variant|mutant|mutated|mutation|mutational|alternate?)[\s-]+)?(?:allele|allelic)[\s-]+(?:frequenc(?:y|ies)|fraction|burden|load|percentage|ratio)|mutant[\s-]+(?:fraction|burden)|VAF|(?:Mutations)?allel(?:frequenz|fraktion|last)|fr[ée]quence all[ée]lique|fr[ae][ck]uencia al[ée]lica|frequenza allelica|frequência alélica`;
const OF_SHARE = new RegExp(String.raw`(?<![\p{L}\d])(?:${SHARE})(?![\p{L}\d])`, 'iu');
const WITH_SIGNS = new RegExp(
  String.raw`[\s,;:([–-]*(?<![\p{L}\d])(?:${SHARE}|MAF|AF)(?![\p{L}\d])(?:\s*\((?:${SHARE}|MAF|AF)\))?(?:\s*\))?(?:\s*(?:\(\s*(?:%|percent)\s*\)|%))?(?:\s+(?:of|for|de|von)(?=\s))?`,
  'giu',
);
const CHANGE =
  /\b[cp]\.\S|(?<![A-Za-z0-9])[ACDEFGHIKLMNPQRSTVWY]\d{2,4}(?:[ACDEFGHIKLMNPQRSTVWY*]|fs|del|dup|ins|_)|\bex(?:on)?\s?-?\d{1,2}|\b(?:ITD|TKD)\b/;

/** "EGFR" and nothing else. */
const GENE_ALONE = /^[A-Z][A-Z0-9]{2,7}(?: gene)?$/;

/** The name of a test without the words for how it is answered: "EGFR L858R variant allele frequency (%)" → "EGFR L858R". */
export function withoutShare(name: string): string {
  if (name.length > 200) return name;
  const bare = name.replace(WITH_SIGNS, ' ').replace(/\s+/g, ' ').trim();
  return CHANGE.test(bare) || (GENE_ALONE.test(bare) && namesShare([name])) ? bare : name;
}

/** Whether a share is what the test gives. */
export const namesShare = (names: readonly string[]): boolean => names.some((name) => OF_SHARE.test(name) || DUPLICATION_RATIO.test(name));
/** "FLT3-ITD ratio", "FLT3 ITD/WT ratio". */
const DUPLICATION_RATIO = /\bITD\b.*\bratio\b/i;

/** Numbers of a population, of the assay or of the sample, under a name that holds the change all the same. */
const NOT_OF_FINDING =
  /\b(?:population|gnomAD|1000 ?genomes|ExAC|TOPMed|dbSNP|minor allele|prevalence|incidence|limits? of|detection limit|nachweisgrenze|L[Oo][DBQ]|coverage|depth|sensitivity|specificity|confidence|probability|quality|score|threshold|cut-?off|expected|purity|cellularity|(?:tumou?r|cancer)[\s-]+(?:cells?[\s-]+)?(?:content|fraction|percentage)|frequency in)\b|\bMAF\b/i;
/** The share of stained cells has a cut-off of its own for every antibody. */
const STAINED = /\b(?:IHC|immuno?histo\w*|immun\w* ?stain\w*|stain(?:ed|ing)?|VE-?1|H-?score)\b/i;

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d+)?)\s*(%|percent\b)?`;
const LIMIT = String.raw`(?:L[Oo][DB]|limit of (?:detection|blank)|detection limit|nachweisgrenze|reporting (?:limit|threshold))`;
const ANSWER = new RegExp(
  String.raw`^\s*(${SHARE}|AF)?[\s:=]*(<=|>=|[<>≤≥~≈])?\s*${NUMBER}\s*(?:\(?\s*(${SHARE}|AF|of (?:reads|alleles))\s*\)?)?\s*(?:[,;(]\s*${LIMIT}[\s:=<]*${NUMBER}\s*\)?)?[.\s]*$`,
  'iu',
);
/** "<LoD", "below the limit of detection": the whole answer. "Below the limit of quantification" was seen. */
const BELOW_LIMIT = new RegExp(String.raw`^\s*(?:<|below|under|unter)\s*(?:the\s|der\s)?${LIMIT}[.\s]*$`, 'i');
/** Laboratories write "<1 %" and less for what they did not see; "<5 %" may be a finding that they do not call. */
const NOT_SEEN = 1;

const numberOf = (written: string): number => Number(written.replace(',', '.'));

/** What a share says of the change that the test's name holds; null where it says nothing for certain. */
export function shareSays(view: ObservationView, words: readonly string[], said: readonly string[]): Presence | null {
  const names = wordings(view.code);
  const [only, ...more] = said;
  if (!namesChange(words) || tellsOther(names)) return null;
  if (only === undefined) return ofComponent(view);
  if (more.length > 0) return null;
  if (BELOW_LIMIT.test(only)) return 'absent';
  const [whole, before, sign = '', written = '', unit, behind, limit, limitUnit] = ANSWER.exec(only) ?? [];
  if (whole === undefined) return null;
  const named = before !== undefined || behind !== undefined || namesShare(names);
  if (unit === undefined && !named) return null;
  const value = numberOf(written);
  if (value > 100) return null;
  if (/[<≤]/.test(sign)) return value <= NOT_SEEN ? 'absent' : null;
  if (limit !== undefined && (limitUnit === undefined) !== (unit === undefined)) return null;
  if (limit !== undefined && /[>≥]/.test(sign)) return null;
  return value > 0 && (limit === undefined || value >= numberOf(limit)) ? 'present' : 'absent';
}

/** "EGFR L858R" without a value, its share in a component. */
function ofComponent(view: ObservationView): Presence | null {
  if (view.value !== null || view.noValue !== undefined) return null;
  const fraction = alleleFraction(view);
  return fraction.kind !== 'fraction' ? null : fraction.value > 0 ? 'present' : 'absent';
}

/** A number under a test of one change that is no share of it: null of `measuredPresence`. */
export function isOtherNumber(view: ObservationView): boolean {
  if (view.value?.kind !== 'quantity') return false;
  const { value, comparator, unit = '' } = view.value;
  return (
    tellsOther(wordings(view.code)) ||
    NO_SHARE.test(unit) ||
    (comparator?.startsWith('<') === true && unit === '%' && value > NOT_SEEN) ||
    isWithinReference(view, value)
  );
}
/** Cycles, depth, concentration of what was tested. */
const NO_SHARE = /^(?:C[tpq]|cycles?|\{?C[tpq]\}?|\{?cycles?\}?|x|\{?reads?\}?|(?:ng|pg|ug|µg)(?:\/.*)?|mm|h-?score)$/i;

const tellsOther = (names: readonly string[]): boolean => names.some((name) => NOT_OF_FINDING.test(name) || STAINED.test(name));

/** What the laboratory's own range holds is nothing that it calls. */
function isWithinReference(view: ObservationView, value: number): boolean {
  return list(view.entry.resource['referenceRange']).some((range) => {
    const high = isRecord(range) && isRecord(range['high']) ? range['high']['value'] : undefined;
    return typeof high === 'number' && value <= high && value > 0;
  });
}

function namesChange(words: readonly string[]): boolean {
  const { c, p } = findHgvs(words);
  return c.length + p.length > 0 || words.some((text) => proteinChanges(text).length > 0 || EXON_CHANGE.test(text));
}
const EXON_CHANGE = /\bexon \d{1,2} (?:deletion|insertion|skipping)\b|\bITD\b/i;
