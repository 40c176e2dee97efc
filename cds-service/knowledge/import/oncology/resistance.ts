/** Reads and compiles the facts on resistance (`../oncology/resistance.json`); what each field means stands in the file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseExpression, type Expression } from '../../oncology/notation/expression.ts';

const drugs = z.array(z.string().min(1)).min(1);
const sources = z
  .array(z.strictObject({ title: z.string(), url: z.url(), date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), pmid: z.string().optional() }))
  .min(1);
const file = z.strictObject({
  about: z.string(),
  targets: z.array(z.strictObject({ drugs, genes: z.array(z.string().min(1)).min(1), source: z.string().min(1) })),
  resistance: z.array(
    z.strictObject({
      biomarker: z.string().min(1),
      drugs,
      tumours: z.array(z.string()).min(1),
      level: z.enum(['B', 'C', 'D']),
      effect: z.literal('reduced-sensitivity').optional(),
      sources,
    }),
  ),
  acquired: z.array(z.strictObject({ biomarker: z.string().min(1), under: z.string().min(1), drugs, source: z.string().min(1) })),
  arising: z.array(
    z.strictObject({
      genes: z.array(z.string().min(1)).min(1),
      drugs,
      under: z.string().min(1),
      except: z.string().min(1).optional(),
      only: z.string().min(1).optional(),
      sources,
    }),
  ),
});

type ResistanceFact = z.infer<typeof file>['resistance'][number];
type AcquiredFact = z.infer<typeof file>['acquired'][number];
type ArisingFact = Omit<z.infer<typeof file>['arising'][number], 'except' | 'only'>;
export interface ResistanceFile {
  readonly targets: z.infer<typeof file>['targets'];
  readonly resistance: readonly (ResistanceFact & { readonly tree: Expression })[];
  readonly acquired: readonly (AcquiredFact & { readonly tree: Expression })[];
  readonly arising: readonly (ArisingFact & { readonly spared?: Expression; readonly only?: Expression })[];
}

/** Throws on the first field that is not as the schema says. */
export function compileResistance(folder: string): ResistanceFile {
  const { targets, resistance, acquired, arising } = file.parse(JSON.parse(readFileSync(join(folder, 'resistance.json'), 'utf8')));
  const read = <Fact extends { readonly biomarker: string }>(fact: Fact) => ({ ...fact, tree: parseExpression(fact.biomarker) });
  return {
    targets,
    resistance: resistance.map(read),
    acquired: acquired.map(read),
    arising: arising.map(({ except, only, ...fact }) => ({
      ...fact,
      ...(except === undefined ? {} : { spared: parseExpression(except) }),
      ...(only === undefined ? {} : { only: parseExpression(only) }),
    })),
  };
}
