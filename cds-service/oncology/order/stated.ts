/**
 * Orders beside what only the diagnosis or the problem list states. It is asked what the order would be told if a result said the same: then "no result on file" says what
 * they say, and where that would speak against the drug, somebody has to look before signing.
 */
import type { PatientFacts } from '../../../fhir-profiles/index.ts';
import type { OrderFit } from '../../report/types.ts';
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
  orders: readonly OrderFit[],
  supposed: readonly OrderFit[],
  stated: readonly StatedMarker[],
): OrderFit[] {
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
const isSame = (a: OrderFit, b: OrderFit): boolean => a.order === b.order && a.drug.name === b.drug.name;

const AGAINST: ReadonlySet<OrderFit['verdict']> = new Set(['contradicted', 'biomarker-negative']);

function weighed(fit: OrderFit, other: OrderFit | undefined, all: readonly StatedMarker[]): OrderFit {
  const asked = fit.verdict === 'biomarker-not-tested';
  const stated = asked ? all.filter(({ of }) => of.some((name) => isAsked(name, fit))) : all;
  if (stated.length === 0) return fit;
  if (!asked)
    return other !== undefined && AGAINST.has(other.verdict) && SILENT.has(fit.verdict) ? against(fit, fit.tests ?? [], other, all) : fit;
  if (other !== undefined && (AGAINST.has(other.verdict) || other.verdict === 'better-option'))
    return against(fit, fit.tests ?? [], other, stated);
  const sentence = `${statedInWords(stated)} alone`;
  const evidence = evidenceOf(fit, stated);
  // Something else is still to be tested.
  if (other?.verdict === 'biomarker-not-tested') {
    // What would settle nothing as a result is no result on file: the words alone leave the question as it was.
    const asked = other.because.some((reason) => reason.endsWith(' does not settle it') && !fit.because.includes(reason)) ? fit : other;
    return { ...asked, because: [...asked.because, sentence], variants: fit.variants, evidence };
  }
  const rest = fit.because.filter((reason) => !reason.startsWith('No result on file for '));
  return { ...fit, because: [sentence, `No result on file for ${(fit.tests ?? []).join(', ')}`, ...rest], evidence };
}
const SILENT: ReadonlySet<OrderFit['verdict']> = new Set(['fits', 'not-covered']);

function against(fit: OrderFit, tests: readonly string[], other: OrderFit, all: readonly StatedMarker[]): OrderFit {
  const stated = all.filter(({ variants, of }) => variants.length > 0 || of.some((name) => isAsked(name, other) || isAsked(name, fit)));
  return {
    ...fit,
    verdict: 'biomarker-open',
    ruleId: `oncology:${fit.drug.name}:biomarker-open`,
    because: [
      `${statedInWords(stated)} alone, which would speak against ${fit.drug.name}`,
      'No result of its own is on file: look at the report itself',
    ],
    ...((fit.biomarker ?? other.biomarker) === undefined ? {} : { biomarker: fit.biomarker ?? other.biomarker ?? '' }),
    tests: [...tests],
    variants: [],
    alternatives: [],
    sources: fit.sources.length > 0 ? fit.sources : other.sources,
    evidence: evidenceOf(fit, stated),
  };
}

function isAsked(name: string, { tests = [], biomarker = '' }: OrderFit): boolean {
  return [...tests, biomarker].some(
    (text) => new RegExp(`(?<![A-Z0-9])${name}(?![A-Z0-9])`).test(text) || ((name === 'ER' || name === 'PR') && /\bHR\b/.test(text)),
  );
}
function evidenceOf({ evidence }: OrderFit, stated: readonly StatedMarker[]): OrderFit['evidence'] {
  const own = stated.map(({ source }) => ({
    reference: source.reference,
    ...(source.issued === undefined ? {} : { issued: source.issued }),
  }));
  return [...new Map([...evidence, ...own].map((one) => [one.reference, one])).values()];
}
