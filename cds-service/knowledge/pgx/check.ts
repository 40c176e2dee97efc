/** `genehook knowledge check`: what a release lacks, where it contradicts itself, how old it is. Pure. */
import type { GuidelineKnowledge, Recommendation } from './types.ts';

export interface KnowledgeIssue {
  readonly severity: 'error' | 'warning' | 'note';
  readonly kind: 'contradiction' | 'duplicate' | 'gap' | 'age' | 'reference';
  readonly text: string;
}

/** Issues in the order error, warning, note. `today` is `YYYY-MM-DD`; sources older than two years are reported. */
export function checkKnowledge(knowledge: GuidelineKnowledge, today: string): KnowledgeIssue[] {
  const issues = [...contradictions(knowledge), ...references(knowledge), ...gaps(knowledge), ...age(knowledge, today)];
  const rank = { error: 0, warning: 1, note: 2 };
  return issues.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}

const keyOf = (row: Recommendation): string =>
  `${row.body} ${row.drug} (${row.population}) ${row.when
    .map((one) => `${one.gene} ${one.value}`)
    .toSorted()
    .join(' + ')}`;

/** The same key twice in one body: with different actions it is an error, with the same one a duplicate. */
function contradictions(knowledge: GuidelineKnowledge): KnowledgeIssue[] {
  const seen = new Map<string, Recommendation>();
  const issues: KnowledgeIssue[] = [];
  for (const row of knowledge.recommendations) {
    const key = keyOf(row);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, row);
    else if (before.action !== row.action)
      issues.push({ severity: 'error', kind: 'contradiction', text: `${key}: ${before.action} and ${row.action}.` });
    else issues.push({ severity: 'warning', kind: 'duplicate', text: `${key} is given twice.` });
  }
  return issues;
}

/** Rows must point to genes, phenotypes and guidelines that exist; otherwise no patient can ever meet them. */
function references(knowledge: GuidelineKnowledge): KnowledgeIssue[] {
  const guidelines = new Set(knowledge.guidelines.map((one) => one.id));
  const issues = new Map<string, KnowledgeIssue>();
  const add = (text: string): void => void issues.set(text, { severity: 'warning', kind: 'reference', text });
  for (const row of knowledge.recommendations) {
    if (!guidelines.has(row.guideline)) add(`${row.body} ${row.drug} cites "${row.guideline}", which is not in the list of guidelines.`);
    for (const when of row.when) {
      const gene = knowledge.genes[when.gene];
      if (gene === undefined) add(`${row.drug} asks for ${when.gene}, which the knowledge does not have.`);
      else if (when.key === 'phenotype' && !['No Result', 'Indeterminate', ...gene.phenotypes].includes(when.value)) {
        add(`${row.body} ${row.drug} asks for ${when.gene} "${when.value}", which no rule gives.`);
      }
    }
    if (row.rxnorm === '') add(`${row.drug} has no RxNorm id.`);
  }
  return [...issues.values()];
}

function gaps(knowledge: GuidelineKnowledge): KnowledgeIssue[] {
  const recorded = (knowledge.gaps ?? []).map((gap): KnowledgeIssue => ({
    severity: 'note',
    kind: 'gap',
    text: `${gap.text} [${gap.source}]`,
  }));
  const covered = new Set(knowledge.recommendations.map((row) => row.drug));
  const pairs = knowledge.pairs
    .filter((pair) => /^A|^B/.test(pair.cpicLevel) && !covered.has(pair.drug))
    .map((pair): KnowledgeIssue => ({
      severity: 'note',
      kind: 'gap',
      text: `${pair.gene}–${pair.drug} (CPIC level ${pair.cpicLevel}, ${pair.status}): not covered.`,
    }));
  const functions = Object.values(knowledge.genes).flatMap((gene) => {
    const without = Object.entries(gene.alleles).filter(([, allele]) => allele.function === '');
    if (without.length === 0 || gene.rules.length === 0) return [];
    return [
      {
        severity: 'note' as const,
        kind: 'gap' as const,
        text: `${gene.symbol}: no function for ${without.map(([name]) => name).join(', ')}.`,
      },
    ];
  });
  return [...recorded, ...pairs, ...functions];
}

/** Sources older than this are reported. */
const MOST_MONTHS = 24;

function age(knowledge: GuidelineKnowledge, today: string): KnowledgeIssue[] {
  const months = (date: string): number => {
    const [year = 0, month = 1] = date.split('-').map(Number);
    const [nowYear = 0, nowMonth = 1] = today.split('-').map(Number);
    return (nowYear - year) * 12 + nowMonth - month;
  };
  return knowledge.header.sources
    .filter((source) => months(source.date) > MOST_MONTHS)
    .map((source): KnowledgeIssue => ({
      severity: 'warning',
      kind: 'age',
      text: `${source.label}: ${source.date}, ${months(source.date)} months old.`,
    }));
}
