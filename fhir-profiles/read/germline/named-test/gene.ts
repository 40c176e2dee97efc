/** Which gene a test in plain laboratory style is about: by its name, the genes stated in it, or a code that names one with certainty. */
import { geneOfTestCode } from '../../../codes/pgx/test-codes.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { geneOfRsId } from '../../../codes/pgx/rsids.ts';
import type { DataWarning, GermlineResult } from '../../../facts.ts';
import { conflict, unparsed } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import { plainResult } from '../result/genotype.ts';
import { pgxGenesIn } from '../notation/gene-in-text.ts';
import { hlaAlleles } from '../notation/hla-alleles.ts';
import { rsIdsIn } from '../notation/nucleotides.ts';
import { phenotypeStated } from '../result/phenotype.ts';
import { saidBy, type Item } from './item.ts';

/** Components that can only be about the gene of the whole: phenotype, genotype, activity score. */
function isResultComponent(item: Item): boolean {
  return wordings(item.code).some((words) => /\b(?:phenotype|genotype|diplotype|activity score|metaboli[sz]er|alleles?)\b/i.test(words));
}

/** A metabolizer grade in a component that has no name. */
function isUnnamedGrade(item: Item): boolean {
  const stated = wordings(item.code).length > 0 ? null : phenotypeStated(valueConcept(item.value));
  return stated !== null && stated !== 'disagree' && stated.family === 'metabolizer';
}

/**
 * Gene of a component: its own name's, or that of the whole. A component without a name of its own whose code stands for another gene than
 * the whole is about the whole: laboratories borrow such codes.
 */
export function componentGene(
  item: Item,
  parent: string | null,
  stated: readonly string[],
  warnings: DataWarning[],
  view: ObservationView,
): string | null {
  const named = wordings(item.code).some((text) => pgxGenesIn(text).length > 0 || hlaAlleles(text).length > 0 || rsIdsIn(text).length > 0);
  const whole = parent ?? (stated.length === 1 ? (stated[0] ?? null) : null);
  const borrowed = !named && whole !== null && item.code.codings.some(({ code }) => (geneOfTestCode(code)?.gene ?? whole) !== whole);
  if (borrowed) return isResultComponent(item) ? parent : null;
  return geneOf(item, [], warnings, view) ?? (isResultComponent(item) || isUnnamedGrade(item) ? parent : null);
}

/** Gene of the test's name; a code that means another gene makes the result unusable. */
export function geneOf(
  item: Pick<Item, 'code' | 'value'>,
  stated: readonly string[],
  warnings: DataWarning[],
  view: ObservationView,
): string | null {
  const words = wordings(item.code);
  const named = [
    ...new Set([
      ...stated.filter((gene) => pgxGene(gene) !== null),
      ...words.flatMap(pgxGenesIn),
      ...words.flatMap((text) => hlaAlleles(text).flatMap((allele) => allele.gene ?? [])),
    ]),
  ];
  const coded = item.code.codings.flatMap(({ code }) => geneOfTestCode(code) ?? []);
  // "rs4244285: A/A": the position is the gene's name here.
  if (named.length === 0) named.push(...new Set(words.flatMap(rsIdsIn).flatMap((id) => geneOfRsId(id) ?? [])));
  const [only] = named;
  if (only === undefined) {
    const known = [...new Set(coded.flatMap(({ gene, verified }) => (verified ? [gene] : [])))];
    if (known.length > 1) {
      warnings.push(conflict(view.entry, `The codes of a result stand for different genes (${known.join(', ')}); it was not used.`, known));
      return null;
    }
    const [meant] = known;
    if (meant !== undefined && stated.length > 0 && !stated.includes(meant)) {
      warnings.push(
        conflict(view.entry, `The code of a result stands for ${meant}, but its gene is ${stated.join(', ')}; it was not used.`, [
          meant,
          ...stated,
        ]),
      );
      return null;
    }
    const said = wordings(valueConcept(item.value)).flatMap(pgxGenesIn);
    if (meant !== undefined && said.length > 0 && !said.includes(meant)) {
      warnings.push(
        conflict(
          view.entry,
          `The code of a result stands for ${meant}, but its value says ${[...new Set(said)].join(', ')}; it was not used.`,
          [meant, ...said],
        ),
      );
      return null;
    }
    if (meant !== undefined) return meant;
    if (coded.length > 0)
      warnings.push(
        unparsed(view.entry, 'A pharmacogenomic result was not used because its code alone does not name the gene with certainty.'),
      );
    return null;
  }
  const other = coded.find(({ gene }) => !named.includes(gene));
  if (other !== undefined && named.length === 1 && stated.includes(only) && words.some((text) => pgxGenesIn(text).includes(only))) {
    // The gene stands in the words and, by its own code, beside them: the test code alone says otherwise, and tables of these are often wrong.
    warnings.push(
      conflict(
        view.entry,
        `The code of a result stands for ${other.gene}, but its name and its gene say ${only}; it was read as ${only}.`,
        [other.gene, only],
      ),
    );
    return only;
  }
  if (other !== undefined) {
    warnings.push(
      conflict(view.entry, `The code of a result stands for ${other.gene}, but its name says ${named.join(', ')}; it was not used.`, [
        other.gene,
        ...named,
      ]),
    );
    return null;
  }
  return named.length === 1 ? only : null;
}

/**
 * A result whose only name is a code that no primary source confirms: it is not read, and the gene that the code is listed for must not
 * look untested. A name or a value that speaks of any gene decides for itself.
 */
export function behindCodeAlone(view: ObservationView, item: Item): readonly GermlineResult[] {
  if (item.value === null) return [];
  const written = [...wordings(item.code), ...wordings(valueConcept(item.value))];
  if (written.some((text) => pgxGenesIn(text).length > 0 || hlaAlleles(text).length > 0 || rsIdsIn(text).length > 0)) return [];
  const listed = new Map<string, string>();
  for (const { code } of item.code.codings) {
    const test = geneOfTestCode(code);
    if (test !== null) listed.set(test.gene, code);
  }
  const [only, ...more] = listed;
  if (only === undefined || more.length > 0) return [];
  const [gene, code] = only;
  const why = `LOINC ${code} alone does not name the gene with certainty`;
  return [plainResult(view, gene, { kind: 'no-call', why }, saidBy(item.value))];
}
