/** Orders and drugs taken. Change it together with `types/medication.ts`. */
import { list, nullableString, number, oneOf, shape, string } from './words.ts';

export const medicationSchema = {
  order: shape(
    {
      reference: string,
      status: string,
      text: string,
      systemic: { type: ['boolean', 'null'] },
      ingredients: list(shape({ name: string, rxnorm: nullableString })),
      dose: shape({ amount: number, unit: string, perDay: number, route: string }, ['perDay', 'route']),
      disputed: shape({ byCode: list(string), byText: list(string) }),
    },
    ['dose', 'disputed'],
  ),
  takenDrug: shape(
    {
      role: oneOf('current', 'past'),
      text: string,
      ingredients: list(shape({ name: string, rxnorm: nullableString })),
      from: string,
      to: string,
      records: number,
      references: list(string),
    },
    ['from', 'to'],
  ),
};
