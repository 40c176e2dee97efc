/**
 * A silent order of a drug that the laboratory itself calls resisted: its word is not judged here and takes no drug away, but somebody has to look at it
 * before signing.
 */
import type { PatientFacts } from '../../../fhir-profiles/index.ts';
import { ingredientName } from '../../knowledge/oncology/ingredient.ts';
import type { OncologyKnowledge } from '../../knowledge/oncology/types.ts';
import { readAlteration } from '../alteration/index.ts';
import { labelCitation } from '../citations.ts';
import type { JudgedOrder } from '../reason/index.ts';
import { evidenceOf } from '../report-rows.ts';
import { nameOfAlteration } from '../resisted.ts';

export function openedByLaboratory(
  orders: readonly JudgedOrder[],
  facts: PatientFacts,
  knowledge: OncologyKnowledge,
): readonly JudgedOrder[] {
  const { calledResistant = [] } = facts;
  if (calledResistant.length === 0) return orders;
  return orders.map((fit) => {
    if (fit.verdict !== 'fits' && fit.verdict !== 'not-covered') return fit;
    const said = calledResistant.filter(({ drugs }) => drugs.some((name) => ingredientName(name) === fit.drug.name));
    if (said.length === 0) return fit;
    const [label] = knowledge.index.approvalsByDrug.get(fit.drug.name) ?? [];
    const findings = facts.variants.flatMap((fact) => {
      const about = fact.presence === 'present' && said.some((one) => one.about.includes(fact.source.reference));
      const alteration = about ? readAlteration(fact, knowledge.genes) : null;
      return alteration === null ? [] : [nameOfAlteration(alteration)];
    });
    const named = findings.length === 0 ? 'a finding' : [...new Set(findings)].join(', ');
    return {
      ...fit,
      verdict: 'biomarker-open' as const,
      ruleId: `oncology:${fit.drug.name}:biomarker-open`,
      because: [{ kind: 'laboratory-calls', finding: named, drug: fit.drug.name }],
      tests: [],
      testOrders: [],
      variants: [],
      alternatives: [],
      sources: fit.sources.length > 0 || label === undefined ? fit.sources : [labelCitation(label)],
      evidence: [...fit.evidence, ...said.map(({ source }) => evidenceOf(source))],
    };
  });
}
