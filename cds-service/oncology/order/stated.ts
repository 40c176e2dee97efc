/**
 * Orders beside what only the diagnosis or the problem list states. It is asked what the order would be told if a result said the same: then "no result on file" says what
 * they say, and where that would speak against the drug, somebody has to look before signing.
 */
import type { PatientFacts } from '../../../fhir-profiles/index.ts';
import { inWords, said, type JudgedOrder, type StatedBy } from '../reason/index.ts';
import { statedInWords, type StatedMarker } from '../stated/index.ts';

/** The facts as if results said what the diagnosis says. */
export function asIfMeasured(facts: PatientFacts, stated: readonly StatedMarker[]): PatientFacts {
  return {
    ...facts,
    variants: [...facts.variants, ...stated.flatMap(({ variants }) => variants)],
    biomarkers: [...facts.biomarkers, ...stated.flatMap(({ biomarkers }) => biomarkers)],
  };
}

export function weighedByDiagnosis(
  orders: readonly JudgedOrder[],
  supposed: readonly JudgedOrder[],
  stated: readonly StatedMarker[],
): JudgedOrder[] {
  const missing = supposed.filter((other) => !orders.some((fit) => isSame(fit, other)));
  return [
    ...orders.map((fit) =>
      weighed(
        fit,
        supposed.find((other) => isSame(fit, other)),
        stated,
      ),
    ),
    ...missing.filter(({ verdict }) => AGAINST.has(verdict)).map((other) => against(other, [], other, stated)),
  ];
}
const isSame = (a: JudgedOrder, b: JudgedOrder): boolean => a.order === b.order && a.drug.name === b.drug.name;

const AGAINST: ReadonlySet<JudgedOrder['verdict']> = new Set(['contradicted', 'biomarker-negative']);

function weighed(fit: JudgedOrder, other: JudgedOrder | undefined, all: readonly StatedMarker[]): JudgedOrder {
  const asked = fit.verdict === 'biomarker-not-tested';
  const stated = asked ? all.filter(({ of }) => of.some((name) => isAsked(name, fit))) : all;
  if (stated.length === 0) return fit;
  if (!asked)
    return other !== undefined && AGAINST.has(other.verdict) && SILENT.has(fit.verdict) ? against(fit, fit.tests ?? [], other, all) : fit;
  if (other !== undefined && (AGAINST.has(other.verdict) || other.verdict === 'better-option'))
    return against(fit, fit.tests ?? [], other, stated);
  const stating = { kind: 'stated', finding: statedInWords(stated), by: statedBy(stated) } as const;
  const evidence = evidenceOf(fit, stated);
  // Something else is still to be tested.
  if (other?.verdict === 'biomarker-not-tested') {
    // What would settle nothing as a result is no result on file: the words alone leave the question as it was.
    const before = new Set(fit.because.map(inWords));
    const asked = other.because.some((reason) => reason.kind === 'does-not-settle' && !before.has(inWords(reason))) ? fit : other;
    return { ...asked, because: [...asked.because, stating], variants: fit.variants, evidence };
  }
  const rest = fit.because.filter(({ kind }) => kind !== 'none-on-file');
  return { ...fit, because: [stating, { kind: 'none-on-file', tests: fit.tests ?? [] }, ...rest], evidence };
}
function statedBy(stated: readonly StatedMarker[]): StatedBy {
  return stated.some(({ by }) => by === 'problem list') ? 'problem list' : 'diagnosis';
}
const SILENT: ReadonlySet<JudgedOrder['verdict']> = new Set(['fits', 'not-covered']);

function against(fit: JudgedOrder, tests: readonly string[], other: JudgedOrder, all: readonly StatedMarker[]): JudgedOrder {
  const stated = all.filter(({ variants, of }) => variants.length > 0 || of.some((name) => isAsked(name, other) || isAsked(name, fit)));
  return {
    ...fit,
    verdict: 'biomarker-open',
    ruleId: `oncology:${fit.drug.name}:biomarker-open`,
    because: [
      { kind: 'stated', finding: statedInWords(stated), by: statedBy(stated), against: fit.drug.name },
      said('No result of its own is on file: look at the report itself'),
    ],
    ...((fit.biomarker ?? other.biomarker) === undefined ? {} : { biomarker: fit.biomarker ?? other.biomarker ?? '' }),
    tests: [...tests],
    variants: [],
    alternatives: [],
    sources: fit.sources.length > 0 ? fit.sources : other.sources,
    evidence: evidenceOf(fit, stated),
  };
}

function isAsked(name: string, { tests = [], biomarker = '' }: JudgedOrder): boolean {
  return [...tests, biomarker].some(
    (text) => new RegExp(`(?<![A-Z0-9])${name}(?![A-Z0-9])`).test(text) || ((name === 'ER' || name === 'PR') && /\bHR\b/.test(text)),
  );
}
function evidenceOf({ evidence }: JudgedOrder, stated: readonly StatedMarker[]): JudgedOrder['evidence'] {
  const own = stated.map(({ source }) => ({
    reference: source.reference,
    ...(source.issued === undefined ? {} : { issued: source.issued }),
  }));
  return [...new Map([...evidence, ...own].map((one) => [one.reference, one])).values()];
}
