/** Orders with what must appear, as a file that a pharmacist can read and a site can write its own of. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../knowledge/package-root.ts';
import { issueLine } from '../config/trust.ts';

const text = z.string().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be YYYY-MM-DD');

const dose = z.strictObject({
  amount: z.number().positive(),
  unit: text,
  times: z.number().int().positive(),
  period: z.number().positive(),
  periodUnit: z.enum(['h', 'd', 'wk', 'mo']),
  route: z.enum(['oral', 'intravenous', 'subcutaneous', 'intramuscular', 'topical']),
});

const builtPatient = z.strictObject({
  about: text,
  sex: z.enum(['male', 'female']),
  /** On the anchor day; the whole chart is moved to the day of the run, so that the age stays the same. */
  birthDate: day,
  weightKg: z.number().positive().optional(),
  results: z.array(z.strictObject({ gene: text, hgnc: z.string().regex(/^HGNC:\d+$/), value: text })),
  conditions: z.array(z.strictObject({ icd10: text.optional(), text })),
  takes: z.array(z.strictObject({ drug: text, rxnorm: text })).optional(),
});

const expectedCard = z.strictObject({
  service: text,
  /** One indicator, or several that are all right: `warning|info`. */
  indicator: z.string().regex(/^(critical|warning|info)(\|(critical|warning|info))*$/),
  /** Every one must be named in the summary or the text. */
  genes: z.array(text),
  /** Words of the summary, which is all that is read in a hurry; whatever their case; `a|b` means either. */
  says: z.array(text),
  /** Words of the summary or the text. */
  details: z.array(text).optional(),
  neverSays: z.array(text).optional(),
  /** A note that may be left out; if it comes, it must be this and no more. */
  mayBeAbsent: z.boolean().optional(),
});

const orderList = z.strictObject({
  /** The day for which the charts are written. */
  anchor: day,
  patients: z.record(z.string(), builtPatient),
  orders: z
    .array(
      z.strictObject({
        id: text,
        patient: z.union([z.strictObject({ fixture: z.string().regex(/^[a-z0-9-]+$/) }), z.strictObject({ built: text })]),
        order: z.strictObject({ drug: text, rxnorm: text.optional(), dose: dose.optional() }),
        /** Empty: silence. */
        expect: z.array(expectedCard),
        basis: z.strictObject({
          source: text,
          pmid: text.optional(),
          /** In words, from the source. */
          states: text,
          /** Row of the guideline's table: what it asks of these results. */
          row: z.strictObject({ phenotypes: z.record(z.string(), text), action: text }).optional(),
        }),
      }),
    )
    .min(1),
});

export type OrderList = z.infer<typeof orderList>;
export type AcceptanceOrder = OrderList['orders'][number];
export type ExpectedCard = z.infer<typeof expectedCard>;
export type BuiltPatient = z.infer<typeof builtPatient>;
export type OrderDose = z.infer<typeof dose>;

export class OrderListFault extends Error {
  override readonly name = 'OrderListFault';
}

/** The list that comes with the product, or a site's own. Throws `OrderListFault` with every field that is wrong. */
export function readOrderList(file: string = join(packageRoot(), 'cds-service', 'acceptance', 'orders.json')): OrderList {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new OrderListFault('the list of orders cannot be read as JSON');
  }
  const parsed = orderList.safeParse(content);
  if (!parsed.success) throw new OrderListFault(parsed.error.issues.map(issueLine).join('\n'));
  const unknown = parsed.data.orders.flatMap(({ id, patient }) =>
    'built' in patient && !Object.hasOwn(parsed.data.patients, patient.built)
      ? [`order ${id}: there is no patient "${patient.built}"`]
      : [],
  );
  if (unknown.length > 0) throw new OrderListFault(unknown.join('\n'));
  return parsed.data;
}
