/** Every name of a table with each of its values, in the forms in which records hold such lines. */
import { bundle, component, observation, patient, words, type Resource } from '../reading/resources.ts';

export interface Line {
  readonly name: string;
  readonly value: string;
}

/** "A, B | 1 ; 2": four lines. */
export function linesOf(table: string): readonly Line[] {
  const lines = table.split('\n').filter((row) => row.includes(' | '));
  return lines.flatMap((row) => {
    const [names = '', values = ''] = row.split(' | ');
    return names.split(', ').flatMap((name) => values.split(' ; ').map((value) => ({ name, value: value.trim() })));
  });
}

const QUANTITY = /^([<>]=?)?\s?(\d+(?:\.\d+)?)\s?(\S.*)?$/;

/** A number as Quantity, a word as text and as concept; as the part of a panel; under a local code; with category and flag. */
export function formsOf({ name, value }: Line): readonly (readonly [string, Resource])[] {
  const [, comparator, amount, unit] = QUANTITY.exec(value) ?? [];
  const number =
    amount === undefined || (unit !== undefined && /^\(|[/-]\d/.test(unit))
      ? undefined
      : {
          valueQuantity: {
            value: Number(amount),
            ...(unit === undefined ? {} : { unit }),
            ...(comparator === undefined ? {} : { comparator }),
          },
        };
  const spoken = { valueString: value };
  const coded = { valueCodeableConcept: { coding: [{ system: 'urn:hospital', code: 'X1', display: value }], text: value } };
  const main = number ?? spoken;
  const laboratory = {
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] }],
    interpretation: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code: 'N' }] }],
  };
  return [
    ['text', observation('o', words(name), spoken)],
    ['concept', observation('o', words(name), coded)],
    ...(number === undefined ? [] : [['quantity', observation('o', words(name), number)] as const]),
    ['local code', observation('o', { coding: [{ system: 'urn:hospital', code: '50912', display: name }] }, { ...main, ...laboratory })],
    ['code is the name', observation('o', { coding: [{ system: 'urn:hospital', code: name }] }, main)],
    ['part of a panel', observation('o', words('Panel'), { component: [component(words(name), main)] })],
    ['note beside', observation('o', words(name), { ...main, note: [{ text: 'Reviewed by the laboratory.' }] })],
  ];
}

export const chart = (...resources: readonly Resource[]) => bundle(patient, ...resources);
