/** `genehook knowledge diff OLD NEW`: what a new release changes, and for which genotypes. Pure. */
import type { GuidelineKnowledge, PgxGene, Recommendation } from './types.ts';

export interface KnowledgeChange {
  readonly what: 'allele' | 'rule' | 'recommendation' | 'gene' | 'drug';
  readonly text: string;
  /** Whom it concerns: genotypes or phenotypes by gene. */
  readonly concerns: readonly string[];
}

export function diffKnowledge(before: GuidelineKnowledge, after: GuidelineKnowledge): KnowledgeChange[] {
  return [...genes(before, after), ...recommendations(before.recommendations, after.recommendations)];
}

function genes(before: GuidelineKnowledge, after: GuidelineKnowledge): KnowledgeChange[] {
  const symbols = [...new Set([...Object.keys(before.genes), ...Object.keys(after.genes)])].toSorted();
  return symbols.flatMap((symbol) => {
    const [old, now] = [before.genes[symbol], after.genes[symbol]];
    if (old === undefined || now === undefined) {
      return [{ what: 'gene' as const, text: `${symbol} ${old === undefined ? 'added' : 'removed'}`, concerns: [symbol] }];
    }
    return [...alleles(old, now), ...rules(old, now)];
  });
}

const shown = (gene: PgxGene, allele: string): string => {
  const facts = gene.alleles[allele];
  if (facts === undefined) return 'not known';
  const value = facts.activity === undefined ? '' : ` (${facts.activityAtLeast === true ? '≥' : ''}${facts.activity})`;
  return `${facts.function === '' ? 'no function given' : facts.function}${value}`;
};

function alleles(old: PgxGene, now: PgxGene): KnowledgeChange[] {
  const names = [...new Set([...Object.keys(old.alleles), ...Object.keys(now.alleles)])];
  return names
    .filter((name) => shown(old, name) !== shown(now, name))
    .map((name) => ({
      what: 'allele',
      text: `${now.symbol} ${name}: ${shown(old, name)} → ${shown(now, name)}`,
      concerns: [`every genotype with ${now.symbol} ${name}`],
    }));
}

function rules(old: PgxGene, now: PgxGene): KnowledgeChange[] {
  const table = (gene: PgxGene): Map<string, string> =>
    new Map([
      ...gene.rules.map((rule) => [rule.functions.toSorted().join(' + '), rule.phenotype] as const),
      ...Object.entries(gene.scores ?? {}).map(([score, phenotype]) => [`activity score ${score}`, phenotype] as const),
    ]);
  const [a, b] = [table(old), table(now)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((key) => a.get(key) !== b.get(key))
    .map((key) => ({
      what: 'rule',
      text: `${now.symbol} ${key}: ${a.get(key) ?? 'no rule'} → ${b.get(key) ?? 'no rule'}`,
      concerns: [`${now.symbol} ${key}`],
    }));
}

const told = (row: Recommendation): string => {
  const { action, strength, alsoAcceptable, dose } = row;
  const also = alsoAcceptable.length === 0 ? '' : `, or ${alsoAcceptable.join(', ')}`;
  return `${action} (${strength}${also}${dose === undefined ? '' : `, ${JSON.stringify(dose)}`})`;
};

/** Changes of one drug that are alike are told once, with all genotypes that they concern. */
function recommendations(before: readonly Recommendation[], after: readonly Recommendation[]): KnowledgeChange[] {
  const [a, b] = [new Map(before.map((row) => [row.id, row])), new Map(after.map((row) => [row.id, row]))];
  const grouped = new Map<string, { row: Recommendation; concerns: string[] }>();
  for (const id of new Set([...a.keys(), ...b.keys()])) {
    const [old, now] = [a.get(id), b.get(id)];
    const row = now ?? old;
    const [from, to] = [old === undefined ? 'no row' : told(old), now === undefined ? 'no row' : told(now)];
    if (row === undefined || from === to) continue;
    const population = row.population === 'general' ? '' : ` (${row.population})`;
    const text = `${row.body} ${row.drug}${population}: ${from} → ${to}`;
    const group = grouped.get(text) ?? { row, concerns: [] };
    group.concerns.push(row.when.map((one) => `${one.gene} ${one.value}`).join(' + '));
    grouped.set(text, group);
  }
  return [...grouped].map(([text, { concerns }]) => ({ what: 'recommendation', text, concerns }));
}
