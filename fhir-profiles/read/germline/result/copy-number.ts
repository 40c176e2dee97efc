/**
 * The number of gene copies reported beside a star genotype, in a component or as a test of its own ("CYP2D6 copy number: 3"): *1/*2 in three
 * copies is another result than *1/*2.
 */
import type { CopyNumber, GermlineCall, Haplotype } from '../../../facts.ts';
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { wordings, type Concept } from '../../elements.ts';
import { valueConcept, type ElementValue } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';

const NAMED = /\bcopy[- ]numbers?\b|\bCNVs?\b|\b(?:gene|number of) copies\b|^copies$|^CN$/i;
/** Rows of callers that say in their own words what else was found of the gene. */
const STRUCTURE = /^(?:SVs?|structural (?:variants?|variations?|change))$/i;

/** A test of its own for more copies than two; one that looks for deletions as well does not say which it found. */
const DUPLICATION = /\b(?:gene )?(?:duplications?|multiplications?)\b|\b(?:copy[- ]number )?gains?\b(?![- ]of[- ]function)/i;
const DELETION = /\bdeletions?\b/i;
const namesDuplication = (code: Concept): boolean =>
  wordings(code).some((words) => DUPLICATION.test(words)) && !wordings(code).some((words) => DELETION.test(words));
const DENIED = /\b(?:no|not|none|negative|absent|undetected|without|normal)\b/i;
const FOUND = /\b(?:positive|detected|present|yes|found|identified)\b/i;

export const namesCopyNumber = (code: Concept): boolean => wordings(code).some((words) => NAMED.test(words)) || namesDuplication(code);

/** A test for more copies that found none: the genotype stands as it is. */
export function noneMore({ code, value }: { readonly code: Concept; readonly value: ElementValue | null }): boolean {
  if (!namesDuplication(code)) return false;
  if (value?.kind === 'boolean') return !value.value;
  return wordings(valueConcept(value)).some((words) => DENIED.test(words) && !/\d/.test(words));
}

/**
 * The copies that a value states, a whole number; "duplication detected" does not say how many, so at least three. Null for anything else.
 * `code`: the test's name, where it asks for a duplication.
 */
export function copiesStated(value: ElementValue | null, code?: Concept): CopyNumber | null {
  const asked = code !== undefined && namesDuplication(code);
  if (value?.kind === 'boolean') return asked && value.value ? { n: 3, atLeast: true } : null;
  const said = value === null ? [] : wordings(valueConcept(value));
  const more = said.some((words) => (DUPLICATION.test(words) && !DELETION.test(words)) || (asked && FOUND.test(words)));
  if (more && !said.some((words) => DENIED.test(words) || /\d/.test(words))) return { n: 3, atLeast: true };
  if (value?.kind === 'quantity') {
    if (!Number.isInteger(value.value) || value.value < 0 || value.value > 20 || value.comparator?.startsWith('<') === true) return null;
    return { n: value.comparator === '>' ? value.value + 1 : value.value, atLeast: value.comparator !== undefined };
  }
  const written = value === null ? undefined : wordings(valueConcept(value))[0];
  if (/^[x×]\s?N$/i.test(written?.trim() ?? '')) return { n: 3, atLeast: true };
  const found = /^[x×]?\s?(>=|≥|>)?\s?(\d{1,2})(\+?)(?:\s?N|\s?(?:gene )?copies)?$/i.exec(written?.trim() ?? '');
  if (found === null) return null;
  const atLeast = found[1] !== undefined || found[3] === '+';
  return { n: Number(found[2]) + (found[1] === '>' ? 1 : 0), atLeast };
}

/** A copy-number component on a diplotype says how many copies there are in all. */
export function withCopies(call: GermlineCall, view: ObservationView): GermlineCall {
  const coded = view.components.find((component) => component.codes.has(COMPONENT.copyNumber));
  if (coded !== undefined) return withTotal(call, copiesStated(coded.value));
  const named = view.components.find(({ code }) => namesCopyNumber(code));
  if (!isPlain(call)) return call;
  if (view.components.some(changesStructure)) return withUnreadStructure(call);
  if (named === undefined || named.value === null) return call;
  const stated = copiesStated(named.value, named.code);
  return stated === null && !noneMore(named) && !saysNothingMore(named.value) ? withUnreadStructure(call) : withTotal(call, stated);
}

/** The pair stands, and what else was found of the copies could not be read. */
export const withUnreadStructure = (call: GermlineCall): GermlineCall =>
  call.kind === 'diplotype' ? { ...call, structureUnread: true } : call;
const CHANGED = /dup|multipl|\bdel|hybrid|gain|loss|tandem/i;
const changesStructure = ({ code, value }: ObservationView['components'][number]): boolean =>
  wordings(code).some((name) => STRUCTURE.test(name.trim())) && wordings(valueConcept(value)).some((said) => CHANGED.test(said));
/** "Normal", "no CNV detected": the pair stands as it is; "not reported" and "unknown" leave it as without the row. */
const saysNothingMore = (value: ElementValue): boolean =>
  value.kind !== 'quantity' &&
  wordings(valueConcept(value)).every((said) => !/\d|[x×]|\bN\b/i.test(said) && !CHANGED.test(said.replace(NONE_OF, '')));
const NONE_OF = /\b(?:no|not|without|negative for|absence of)\b.*$/i;

/** Names of tests for hybrids of the gene with its neighbour CYP2D7. */
const ASKS_HYBRID = /\bhybrids?\b|\bCYP2D7\b|\b(?:gene )?conversions?\b/i;
const HYBRID_NAMED = /\bhybrids?\b|\bCYP2D7\b|\*(?:13|36|57|61|63|68|83)(?!\d)/i;

/**
 * A row of its own about the copies ("CYP2D6 CNV: CYP2D6-CYP2D7 hybrid detected", "CYP2D6/CYP2D7 hybrid: Positive") that says that the copies are not what
 * the pair beside it names; `deletion` alone is what a pair with *5 names.
 */
export function structureFound({
  code,
  value,
}: {
  readonly code: Concept;
  readonly value: ElementValue | null;
}): 'deletion' | 'other' | null {
  const names = wordings(code);
  const asksHybrid = names.some((name) => ASKS_HYBRID.test(name));
  if (!asksHybrid && !namesCopyNumber(code) && !names.some((name) => STRUCTURE_OF_GENE.test(name))) return null;
  if (value?.kind === 'boolean') return asksHybrid && value.value ? 'other' : null;
  const said = value === null || value.kind === 'quantity' ? [] : wordings(valueConcept(value)).map((words) => words.replace(NONE_OF, ''));
  if (said.some((words) => /\b(?:not|none|negative|absent|undetected|normal)\b/i.test(words))) return null;
  if (said.some((words) => HYBRID_NAMED.test(words) || (asksHybrid && FOUND.test(words)))) return 'other';
  if (said.some((words) => CHANGED.test(words) && !DELETION.test(words))) return 'other';
  return said.some((words) => DELETION.test(words)) ? 'deletion' : null;
}
const STRUCTURE_OF_GENE = /\b(?:SVs?|structural (?:variants?|variations?|changes?))\b/i;

export function withTotal(call: GermlineCall, copies: CopyNumber | null): GermlineCall {
  return call.kind !== 'diplotype' || call.totalCopies !== undefined || copies === null ? call : { ...call, totalCopies: copies };
}

/** Hybrids with CYP2D7 are counted or not, depending on the region that the assay looks at; stated multiples speak for themselves. */
const HYBRID = /^\*(?:13|36|57|61|63|68|83)$/;
export const isPlain = (call: GermlineCall): boolean => call.kind === 'diplotype' && call.haplotypes.every(isPlainHaplotype);

function isPlainHaplotype({ units }: Haplotype): boolean {
  const [unit] = units;
  return units.length === 1 && unit !== undefined && unit.copies.n === 1 && !unit.copies.atLeast && !HYBRID.test(unit.allele);
}
