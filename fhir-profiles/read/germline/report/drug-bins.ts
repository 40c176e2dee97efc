/**
 * Panels of the genes of drugs that sort the drugs themselves: "citalopram (Celexa): Significant Gene-Drug Interaction", each a row of the report. Such a row
 * names no gene; it is told at the order of its drug (GeneSight sorts into three such groups: use as directed, moderate and significant interaction).
 */
import { namesDrugGeneTest } from '../../../codes/pgx/drug-gene-tests.ts';
import type { DrugStatement, GermlineResult } from '../../../facts.ts';
import type { Chart } from '../../chart.ts';
import { concept, list, wordings, type Concept } from '../../elements.ts';
import { valueConcept, type ElementValue } from '../../element-value.ts';
import { recogniseDrug } from '../../medication/drug.ts';
import type { ObservationView } from '../../observation.ts';
import { resultStatus } from '../../result-status.ts';
import { pgxGenesIn, withoutGene } from '../notation/gene-in-text.ts';
import { hlaAlleles } from '../notation/hla-alleles.ts';
import { plainResult } from '../result/genotype.ts';

const ADVERSE =
  /^(?:(?:significant|moderate|major|serious|severe) )?(?:gene[- ]drug )?interactions?$|^(?:use with )?(?:increased |moderate )?caution\b|^(?:avoid|consider (?:an )?alternatives?)\b|^(?:increased|high(?:er)?) (?:risk|toxicity|side effects?)\b|^(?:decreased|reduced|lower) (?:efficacy|response|effectiveness)\b/i;
const LONGEST = 80;

interface Row {
  readonly code: Concept;
  readonly value: ElementValue | null;
}

/** What such rows say of drugs, of those that ask for care. */
export function statementsOfBins(chart: Chart): readonly DrugStatement[] {
  const { held, panels } = rowsOfPanels(chart);
  return [
    ...held.flatMap((view) => statementOf(view, view.source, chart)),
    ...panels.flatMap((view) => view.components.flatMap((part) => statementOf(part, view.source, chart))),
  ];
}

/** "Citalopram (CYP2C19): Significant gene-drug interaction": of the gene that such a row names something was found that no other result says. */
export function genesOfBins(chart: Chart, known: ReadonlySet<string>): readonly GermlineResult[] {
  const { held, panels } = rowsOfPanels(chart);
  const ofPanel = new Set([...held, ...panels]);
  return chart.observations
    .filter(({ usable }) => usable)
    .flatMap((view) =>
      [view, ...view.components].flatMap((row) => {
        const gene = geneBesideDrug(row, chart, ofPanel.has(view));
        return gene === null || known.has(gene)
          ? []
          : [plainResult(view, gene, { kind: 'no-call', why: OF_DRUG }, wordings(row.code)[0] ?? '')];
      }),
    );
}
const OF_DRUG = 'it tells of a drug, and not what was found';
const OF_GENE_AND_DRUG = /\b(?:gene[- ]drug|drug[- ]gene) interactions?\b/i;

function geneBesideDrug({ code, value }: Row, chart: Chart, ofPanel: boolean): string | null {
  const [name, ...others] = wordings(code);
  const says = wordings(valueConcept(value)).find((words) => words.length <= LONGEST && ADVERSE.test(words.trim()));
  if (name === undefined || others.length > 0 || says === undefined || name.length > LONGEST) return null;
  if (!ofPanel && !OF_GENE_AND_DRUG.test(says)) return null;
  const [gene, ...more] = pgxGenesIn(name);
  if (gene === undefined || more.length > 0) return null;
  const drug = withoutGene(name, gene)
    .replace(/[()[\]:,;-]/g, ' ')
    .trim();
  return ingredientsIn(drug, chart).length === 0 ? null : gene;
}

const ingredientsIn = (name: string, chart: Chart): DrugStatement['ingredients'] =>
  recogniseDrug({ codes: [], texts: [name], parts: [], missingMedication: false }, chart.vocabulary.drugs).ingredients;

/** Rows of the reports on drugs and genes, and panels that hold their rows as components. */
function rowsOfPanels(chart: Chart): { readonly held: readonly ObservationView[]; readonly panels: readonly ObservationView[] } {
  const held = chart.intake
    .ofType('DiagnosticReport')
    .filter((report) => resultStatus(report).usable && wordings(concept(report.resource['code'])).some(namesDrugGeneTest))
    .flatMap((report) => list(report.resource['result']).flatMap((item) => chart.intake.resolve(item, report) ?? []))
    .flatMap((entry) => chart.viewOf(entry) ?? [])
    .filter(({ usable }) => usable);
  const panels = chart.observations.filter((view) => view.usable && wordings(view.code).some(namesDrugGeneTest));
  return { held: [...new Set(held)], panels };
}

function statementOf({ code, value }: Row, source: DrugStatement['source'], chart: Chart): readonly DrugStatement[] {
  const [name, ...others] = wordings(code);
  const says = wordings(valueConcept(value)).find((words) => words.length <= LONGEST && ADVERSE.test(words.trim()));
  if (name === undefined || others.length > 0 || says === undefined || name.length > LONGEST) return [];
  if (pgxGenesIn(name).length > 0 || hlaAlleles(name).length > 0) return [];
  const ingredients = ingredientsIn(name, chart);
  return ingredients.length === 0 ? [] : [{ ingredients, says, adverse: true, source }];
}
