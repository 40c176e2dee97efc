/** Builders of synthetic germline results for the tests of gene interpretation. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AlleleUnit, CopyNumber, GermlineCall, GermlineResult, Haplotype, PatientFacts } from '../../fhir-profiles/index.ts';
import { loadGuidelineKnowledge } from '../../cds-service/knowledge/pgx/load.ts';
import type { GuidelineKnowledge } from '../../cds-service/knowledge/pgx/types.ts';
import { emptyFacts } from '../reading/empty-facts.ts';
import { interpretGenes, type GeneFinding } from '../../cds-service/pgx/genes/index.ts';

const file = fileURLToPath(new URL('../../cds-service/knowledge/data/pgx-guideline.json', import.meta.url));

/** The knowledge as it ships. */
export const knowledge: GuidelineKnowledge = loadGuidelineKnowledge(JSON.parse(readFileSync(file, 'utf8')));

/** `*36+*10`, `*2x2`, `*1x≥3`, `*2xN` → haplotype. */
export function haplotype(text: string): Haplotype {
  const units = text.split(/\s*\+\s*(?=\*)/).map((part): AlleleUnit => {
    const found = /^(.*?)x(≥)?(\d+|N)$/.exec(part);
    if (found === null || !part.startsWith('*')) return { allele: part, copies: { n: 1, atLeast: false } };
    const n = found[3] === 'N' ? 2 : Number(found[3]);
    return { allele: found[1] ?? part, copies: { n, atLeast: found[2] !== undefined || found[3] === 'N' } };
  });
  return { units };
}

/** Diplotype call; `separator` for allele names that hold a slash. */
export function diplotype(text: string, totalCopies?: CopyNumber): GermlineCall {
  const [a = '', b = ''] = text.split('/');
  return { kind: 'diplotype', haplotypes: [haplotype(a), haplotype(b)], ...(totalCopies === undefined ? {} : { totalCopies }) };
}

let counter = 0;
export function result(gene: string, call: GermlineCall, more: Partial<GermlineResult> = {}): GermlineResult {
  counter += 1;
  return { gene, call, text: '', source: { reference: `Observation/${gene}-${counter}` }, derivedFrom: [], ...more };
}

export const facts = (germline: readonly GermlineResult[], more: Partial<PatientFacts> = {}): PatientFacts =>
  emptyFacts({ germline, ...more });

export function interpretOne(results: readonly GermlineResult[], more: Partial<PatientFacts> = {}): GeneFinding {
  const findings = interpretGenes(facts(results, more), knowledge);
  const [finding] = findings;
  if (finding === undefined || findings.length !== 1) throw new Error(`Expected one finding, got ${findings.length}.`);
  return finding;
}

/** The finding of one diplotype result. */
export const called = (gene: string, text: string, totalCopies?: CopyNumber): GeneFinding =>
  interpretOne([result(gene, diplotype(text, totalCopies))]);
