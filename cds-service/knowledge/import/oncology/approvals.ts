/**
 * Reads the approval facts (`../oncology/approvals.json`) and the randomised comparisons between approved drugs
 * (`../oncology/comparisons.json`) by their schema. What each field means and where the facts come from stands in the files.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const drugs = z.array(z.string().min(1)).min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const approval = z.strictObject({
  drugs,
  biomarker: z.string().min(1),
  tumours: z.array(z.string()).min(1),
  excludes: z.array(z.string()).optional(),
  origin: z.enum(['germline', 'somatic']).optional(),
  application: z.int().positive().optional(),
  labelDate: day,
  required: z.literal(true).optional(),
  requiredWhere: z
    .strictObject({
      metastatic: z.enum(['IV', 'IVB']).optional(),
      chemotherapy: z.enum(['none', 'not-before']).optional(),
      notOf: z.array(z.string()).min(1).optional(),
    })
    .optional(),
  assumed: z.literal(true).optional(),
  orderOnly: z.literal(true).optional(),
  early: z.literal(true).optional(),
  line: z.enum(['first', 'later', 'maintenance', 'adjuvant']).optional(),
  lines: z.int().min(2).optional(),
  after: z.array(z.string()).optional(),
  progressed: z.enum(['asked', 'stated']).optional(),
  without: z.array(z.string()).optional(),
  activeAgainst: z.array(z.strictObject({ biomarker: z.string(), source: z.string() })).optional(),
  setting: z.string().optional(),
  ages: z.strictObject({ from: z.int().positive().optional(), to: z.int().positive().optional() }).optional(),
  notices: z.array(z.strictObject({ title: z.string(), url: z.url(), date: day })).optional(),
});
const withdrawal = z.strictObject({
  drug: z.string().min(1),
  tumours: z.array(z.string()).min(1),
  biomarker: z.string().min(1),
  date: day,
  why: z.string().min(1),
  notice: z.strictObject({ title: z.string(), url: z.url() }),
});
const approvalsFile = z.strictObject({
  about: z.string(),
  fields: z.record(z.string(), z.string()),
  biomarkers: z.record(z.string(), z.string()),
  earlier: z.record(z.string(), drugs),
  approvals: z.array(approval),
  withdrawn: z.array(withdrawal),
  alwaysAsked: z
    .array(z.strictObject({ drug: z.string().min(1), label: z.strictObject({ title: z.string().min(1), url: z.url(), date: day }) }))
    .min(1),
});
const comparisonsFile = z.strictObject({
  about: z.string(),
  precedence: z.array(
    z.strictObject({
      first: z.array(drugs).min(1),
      before: z.string(),
      tumours: z.array(z.string()).min(1),
      why: z.string(),
      trial: z.string(),
      registry: z.string().regex(/^NCT\d{8}$/),
    }),
  ),
  comparisons: z.array(
    z.strictObject({
      better: drugs,
      than: drugs,
      tumours: z.array(z.string()).min(1),
      trial: z.string(),
      registry: z
        .string()
        .regex(/^NCT\d{8}$/)
        .optional(),
      pmid: z.string().regex(/^\d+$/).optional(),
    }),
  ),
});

export type ApprovalFact = z.infer<typeof approval>;
export type WithdrawalFact = z.infer<typeof withdrawal>;
export type ComparisonFact = z.infer<typeof comparisonsFile>['comparisons'][number];
export type PrecedenceFact = z.infer<typeof comparisonsFile>['precedence'][number];
export interface ApprovalFacts {
  /** Biomarkers written out; every group named in `after` and `without` stands in `earlier`. */
  readonly approvals: readonly ApprovalFact[];
  readonly earlier: Readonly<Record<string, readonly string[]>>;
  readonly comparisons: readonly ComparisonFact[];
  readonly precedence: readonly PrecedenceFact[];
  /** Drugs whose US approval is gone altogether; none of them has an approval on file. */
  readonly withdrawn: readonly WithdrawalFact[];
  readonly alwaysAsked: readonly string[];
}

/** Throws on the first field that is not as the schema says: a half-read table of approvals must not be compiled. */
export function readApprovalFacts(folder: string): ApprovalFacts {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const file = approvalsFile.parse(read('approvals.json'));
  const { comparisons, precedence } = comparisonsFile.parse(read('comparisons.json'));
  const approvals = file.approvals.map((fact) => ({ ...fact, biomarker: writtenOut(fact.biomarker, file.biomarkers) }));
  for (const { after = [], without = [] } of approvals) {
    for (const group of [...after, ...without])
      if (!Object.hasOwn(file.earlier, group)) throw new Error(`no drugs are listed for "${group}"`);
  }
  for (const { drugs: regimen, application, notices = [] } of approvals)
    if (application === undefined && notices.length === 0) throw new Error(`neither application nor notice for ${regimen.join(' + ')}`);
  const alwaysAsked = file.alwaysAsked.map(({ drug }) => drug);
  for (const drug of alwaysAsked)
    if (!approvals.some(({ drugs: regimen }) => regimen.includes(drug))) throw new Error(`${drug} has no approval here`);
  for (const { drug } of file.withdrawn)
    if (approvals.some(({ drugs: regimen }) => regimen.includes(drug))) throw new Error(`${drug} is withdrawn and approved at once`);
  return { approvals, earlier: file.earlier, comparisons, precedence, withdrawn: file.withdrawn, alwaysAsked };
}

/** `{EGFR common} OR EGFR G719` with its named sets replaced by what they stand for. */
function writtenOut(biomarker: string, sets: Readonly<Record<string, string>>): string {
  return biomarker.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const found = sets[name];
    if (found === undefined) throw new Error(`no biomarker set is called "${name}"`);
    return found;
  });
}
