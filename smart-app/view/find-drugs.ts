/** The drugs that a reader looks for, by a part of the drug's name, of an order's words, or of a gene. */
import type { DrugRow } from './drug-rows.ts';

/** Every word has to be found; nothing written finds all. */
export function findDrugs(rows: readonly DrugRow[], text: string): readonly DrugRow[] {
  const words = plain(text).split(' ').filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const said = plain(namesOf(row).join(' '));
    return words.every((word) => said.includes(word));
  });
}

function namesOf({ name, orders, taken, advice, untested }: DrugRow): readonly string[] {
  return [
    name,
    ...[...orders, ...taken].flatMap(({ text, ingredients }) => [text, ...ingredients.map((one) => one.name)]),
    ...advice.flatMap(({ drug, genes }) => [drug.name, ...genes.map(({ gene }) => gene)]),
    ...untested.map(({ gene }) => gene),
  ];
}

/** Without accents and capitals; any blank is one. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/\s/).join(' ');
}
