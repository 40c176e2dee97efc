/** Every allele and every phenotype rule of the reference tables, found again through the product's own interpretation. */
import { readTsv, list, type TsvRow } from '../../cds-service/knowledge/import/pgx/tsv.ts';
import type { GeneFinding } from '../../cds-service/pgx/genes/index.ts';
import { type CheckResult, type Miss, referenceDir } from './reference.ts';
import { facts, haplotype, knowledge, result } from './results.ts';
import { interpretGenes } from '../../cds-service/pgx/genes/index.ts';

export function checkAlleles(): CheckResult {
  const misses: Miss[] = [];
  const rows = readTsv(referenceDir, 'alleles.tsv');
  for (const row of rows) {
    const ours = knowledge.genes[row('gene')]?.alleles[row('allele')];
    const what = `${row('gene')} ${row('allele')}`;
    if (ours === undefined) {
      misses.push({ what: `${what}: not in the knowledge` });
      continue;
    }
    const wanted = row('function').startsWith('not in the function table') ? '' : row('function');
    if (ours.function !== wanted) misses.push({ what: `${what}: function "${ours.function}" instead of "${wanted}"` });
    const value = row('activityValue');
    const text = ours.activity === undefined ? '' : `${ours.activityAtLeast === true ? '≥' : ''}${ours.activity}`;
    if (value !== '' && value !== 'n/a' && text !== value.replace(/\.0$/, ''))
      misses.push({ what: `${what}: activity ${text} instead of ${value}` });
  }
  return { name: 'alleles.tsv: function and activity of every allele', checked: rows.length, misses };
}

/** Every example diplotype in both orders; the second half of the example may itself hold a slash-free name only. */
export function checkPhenotypeRules(): CheckResult {
  const misses: Miss[] = [];
  let checked = 0;
  for (const row of readTsv(referenceDir, 'phenotype_rules.tsv')) {
    for (const example of list(row('examples'))) {
      const names = example.split('/');
      const orders = names.length === 1 ? [names] : [names, names.toReversed()];
      for (const order of orders) {
        checked += 1;
        const miss = compare(row, order);
        if (miss !== null) misses.push(miss);
      }
    }
  }
  return { name: 'phenotype_rules.tsv: every example, both orders', checked, misses };
}

function compare(row: TsvRow, names: readonly string[]): Miss | null {
  const gene = row('gene');
  const [a = '', b] = names;
  const single = b === undefined;
  const call = single
    ? ({ kind: 'single-allele', haplotype: plain(gene, a) } as const)
    : ({ kind: 'diplotype', haplotypes: [plain(gene, a), plain(gene, b)] } as const);
  const more = { patient: { id: 'synthetic', sex: single ? ('male' as const) : ('female' as const) } };
  const [finding] = interpretGenes(facts([result(gene, call)], more), knowledge);
  const what = `${gene} ${names.join('/')}`;
  if (finding === undefined) return { what: `${what}: no finding` };
  return wrong(row, finding, what);
}

function wrong(row: TsvRow, finding: GeneFinding, what: string): Miss | null {
  const phenotype = finding.lookup.phenotype ?? finding.lookup.genotype;
  if (phenotype !== row('phenotype')) return { what: `${what}: ${String(phenotype)} instead of ${row('phenotype')}` };
  const scores = list(row('activityScores'), ' ');
  const score = finding.lookup.activityScore;
  if (scores.length > 0 && (score === undefined || !scores.includes(score)))
    return { what: `${what}: score ${String(score)} instead of ${scores.join(' or ')}` };
  const undecided = /^(?:Indeterminate)$/i.test(row('phenotype'));
  if (undecided !== (finding.state === 'indeterminate')) return { what: `${what}: state ${finding.state}` };
  return null;
}

/** Names of variant genes are one allele each; star names may hold tandems and copies. */
const plain = (gene: string, name: string) =>
  name.startsWith('*') && gene === 'CYP2D6' ? haplotype(name) : { units: [{ allele: name, copies: { n: 1, atLeast: false } }] };
