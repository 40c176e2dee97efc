/**
 * A CTML match tree as a requirement. `and` and `or` hold lists of nodes; several keys of one node must all hold; `!` before a value of a clause turns the
 * whole clause around: the patient must not have what it describes. A key that nobody documents leaves its clause open.
 */
import type { TumourTable } from '../../../../fhir-profiles/index.ts';
import type { GeneModels } from '../../oncology/types.ts';
import type { Requirement } from '../../trials/types.ts';
import { clinicalClause } from './ctml-clinical.ts';
import { genomicClause } from './ctml-genomic.ts';
import { priorTreatmentClause } from './ctml-treatment.ts';
import { fieldsOf, textOf, type Fields } from './fields.ts';

export function clauseTree(match: unknown, genes: GeneModels, tumours: TumourTable): Requirement {
  const node = (value: unknown): Requirement => {
    if (Array.isArray(value)) return all(value.map(node));
    return all(
      Object.entries(fieldsOf(value)).map(([key, inner]): Requirement => {
        switch (key.toLowerCase()) {
          case 'and':
            return all(itemsOf(inner).map(node));
          case 'or':
            return anyOf(itemsOf(inner).map(node));
          case 'not':
            return { kind: 'not', of: node(inner) };
          case 'clinical':
            return all(clinicalClause(lowered(inner), tumours));
          case 'genomic':
            return all(genomicClause(lowered(inner), genes));
          case 'prior_treatment':
          case 'prior_treatments':
            return all(priorTreatmentClause(lowered(inner)));
          default:
            return { kind: 'unread', ask: key.replace(/_/g, ' ') };
        }
      }),
    );
  };
  return node(match);
}

/** Nothing is asked: everybody fits. */
export function isEmptyRequirement(requirement: Requirement): boolean {
  return requirement.kind === 'all' && requirement.of.length === 0;
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
/** Keys in lower case, as some exports write them in upper case; empty values say nothing. */
function lowered(value: unknown): Fields {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).flatMap(([key, inner]) => (inner === null || textOf(inner) === '' && typeof inner === 'string' ? [] : [[key.toLowerCase(), inner]])), // prettier-ignore
  );
}
function all(of: readonly Requirement[]): Requirement {
  const flat = of.flatMap((one) => (one.kind === 'all' ? one.of : [one]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind: 'all', of: flat };
}
/** One member that asks for nothing makes the choice free. */
function anyOf(of: readonly Requirement[]): Requirement {
  const [only] = of;
  if (of.length === 0 || of.some(isEmptyRequirement)) return { kind: 'all', of: [] };
  return of.length === 1 && only ? only : { kind: 'any', of };
}
