/** "CYP2C19 poor metabolizer: avoid clopidogrel; consider prasugrel or ticagrelor". Phenotype, never star alleles alone. */
import type { DrugAdvice, PatientReport, ResultState } from '../../report/types.ts';
import { forbiddenByLabel, speaksByDoubt, undisputedRisk } from '../../report/index.ts';
import { readableDate } from '../dates.ts';
import { summaryText } from '../summary.ts';

export function adviceSummary(advice: DrugAdvice, report: PatientReport): string {
  const drug = advice.drug.name;
  const atFault = genesAtFault(advice, report).join(' and ');
  if (advice.barred === true && advice.cautions !== undefined && !switches(advice))
    return summaryText(
      `Do not give ${drug}: ${advice.cautions.join('; ')}`,
      `Do not give ${drug}: ${advice.cautions[0] ?? ''}`,
      `Do not give ${drug}: the record names an inherited reaction to it`,
    );
  const certain = acts(advice.action) ? undisputedRisk(advice) : undefined;
  if (certain !== undefined) {
    const because = genesInWords({ ...advice, genes: [certain] }, report);
    return summaryText(`${because}: ${verb(advice)}; ${atFault} results disagree`, `${because}: ${verb(advice)}`);
  }
  if (advice.coverage === 'conflict' && advice.strengthAlone !== undefined)
    return summaryText(
      `${atFault} results disagree, but all speak against the usual dosing of ${drug}: clarify before ${drug}`,
      `${atFault} results disagree, but all speak against the usual dosing of ${drug}`,
    );
  if (advice.coverage === 'conflict' && acts(advice.action))
    return summaryText(`${atFault} results disagree, but all say: ${verb(advice)}`);
  if (advice.coverage === 'conflict')
    return summaryText(`${atFault} results disagree: ${drug} could not be checked; clarify before relying on either`);
  if (advice.coverage === 'unreadable' && isInDocument(advice, report))
    return summaryText(
      `${atFault} result is in an attached document, which is not read: look there before ${drug}`,
      `${geneNames(advice)} result is in an attached document: look there`,
    );
  if (advice.coverage === 'unreadable') return summaryText(`${atFault} result could not be interpreted: ${drug} is not checked`);
  const [doubt] = advice.doubts ?? [];
  if (doubt !== undefined && advice.action === 'monitor' && advice.heldBack === true && advice.geneNotNamed !== true)
    return summaryText(
      `${doubt}: judge ${drug} by levels and effect`,
      `${geneNames(advice)} is inhibited: judge ${drug} by levels and effect`,
    );
  if (doubt !== undefined && speaksByDoubt(advice))
    return summaryText(capitalised(`${doubt}: clarify before ${drug}`), capitalised(`${doubt}: clarify`));
  const byResult = advice.cautionsByResult ?? [];
  if (advice.cautions !== undefined && (advice.action === 'standard' || advice.action === 'no-recommendation'))
    return summaryText(
      `${drug}: ${advice.cautions.join('; ')}${byResult.length === advice.cautions.length ? '' : ', whatever the genes'}`,
      byResult.length > 0 ? `${drug}: ${advice.cautions[0] ?? ''}` : `${drug}: the label speaks against it, whatever the genes`,
    );
  const genes = `${genesInWords(advice, report)}${advice.donor === undefined ? '' : ` (${advice.donor})`}`;
  const measured = advice.action === 'test-first' ? measuredOnly(advice, report) : undefined;
  if (measured !== undefined) return summaryText(`${measured} on file, not interpreted here: judge it before ${drug}`);
  const aggravating = [...new Set((advice.aggravatedBy ?? []).map(({ name }) => name))].join(' and ');
  if (aggravating !== '' && advice.action === 'decrease-dose' && drug === 'warfarin')
    return summaryText(
      `${genes} and ${aggravating}: less warfarin than by the genotype alone`,
      `${geneNames(advice)} and ${aggravating}: less warfarin than by the genotype alone`,
    );
  if (aggravating !== '' && advice.action === 'decrease-dose')
    return summaryText(
      `${genes} and ${aggravating}: far less ${drug} than the share alone, or another drug`,
      `${geneNames(advice)} and ${aggravating}: far less ${drug}, or another drug`,
    );
  const inhibitors = (advice.replaceFirst ?? []).join(' and ');
  if (inhibitors !== '')
    return summaryText(
      `${genes}${by(advice)}: replace ${inhibitors}, or else choose a drug other than ${drug}`,
      `${geneNames(advice)} is blocked by ${inhibitors}: replace ${inhibitors}, or else ${drug}`,
    );
  const lead = `${genes}${by(advice)}: ${verb(advice)}${branch(advice)}`;
  if (advice.quiet === 'tolerated')
    return summaryText(`${genes}${by(advice)}, but ${drug} taken for months: ${settledWords(advice)} before a change`);
  if (advice.quiet === 'low-dose')
    return summaryText(`${genes}${by(advice)}: the advice to ${verb(advice)} is for higher doses, as in depression`);
  const options = advice.alternatives.filter(({ ok }) => ok).map(({ name }) => name);
  const some = options
    .slice(0, 3)
    .join(', ')
    .replace(/, ([^,]+)$/, ' or $1');
  const taken = alreadyTaken(advice);
  if (taken.length > 0 && switches(advice)) {
    const said = `${lead}; ${taken.join(' and ')} already taken or ordered`;
    return summaryText(said, lead, `${geneNames(advice)}${advice.donor === undefined ? '' : ` (${advice.donor})`}: ${verb(advice)}`);
  }
  return summaryText(
    options.length === 0 || !switches(advice) ? lead : `${lead}; consider ${some}`,
    lead,
    `${geneNames(advice)}${advice.donor === undefined ? '' : ` (${advice.donor})`}: ${verb(advice)}`,
  );
}

/** What has been found out by taking it: of an opioid that is not activated whether it helps. */
const settledWords = ({ settledBy = 'tolerance' }: DrugAdvice): string => SETTLED[settledBy];
const SETTLED: Readonly<Record<NonNullable<DrugAdvice['settledBy']>, string>> = {
  'levels and effect': 'go by levels and effect',
  'pain relief': 'ask whether it relieves the pain',
  tolerance: 'ask whether it is tolerated',
};

/** "G6PD activity “3 % of normal”": the test that is asked for has been done. */
function measuredOnly({ genes }: DrugAdvice, { pgx }: PatientReport): string | undefined {
  return pgx.genes.find(
    ({ gene, diplotype, measured }) => diplotype === null && measured !== undefined && genes.some((asked) => asked.gene === gene),
  )?.measured;
}

/** The genes whose results disagree or cannot be read, not those beside them that were never tested; of other advice all that it rests on. */
export function genesAtFault({ genes, coverage }: DrugAdvice, { pgx }: PatientReport): string[] {
  const names = genes.map(({ gene }) => gene);
  const state: ResultState | undefined = coverage === 'conflict' ? 'conflict' : coverage === 'unreadable' ? 'indeterminate' : undefined;
  const meant = names.filter((name) => pgx.genes.some((result) => result.gene === name && result.state === state));
  return meant.length === 0 ? names : meant;
}

/** Every gene that is on file without an answer has it in a document that a report carries. */
function isInDocument({ genes }: DrugAdvice, { pgx }: PatientReport): boolean {
  const open = pgx.genes.filter(({ gene, state }) => state === 'indeterminate' && genes.some((one) => one.gene === gene));
  return open.length > 0 && open.every(({ inDocument }) => inDocument === true);
}

/**
 * Alternatives that the patient has already, with nothing else against them: then no further one is put forward in one line, because it
 * would be taken on top.
 */
export function alreadyTaken({ alternatives }: DrugAdvice): string[] {
  return alternatives.flatMap(({ name, standing }) => (standing === 'already-taken' ? [name] : []));
}

function switches({ action }: DrugAdvice): boolean {
  return action === 'avoid' || action === 'alternative';
}

function geneNames({ genes }: DrugAdvice): string {
  return genes.map(({ gene }) => gene).join(' and ');
}

/** Genes whose result departs from normal; all with a result when none does. */
export function genesInWords({ genes, action }: DrugAdvice, report: PatientReport): string {
  const known = genes.filter(({ phenotype }) => phenotype !== null);
  const departing = known.filter(
    ({ phenotype }) => !/^(normal|indeterminate|-1639 GG|\S+ negative(, \S+ negative)*$)/i.test(phenotype ?? ''),
  );
  // An HLA allele forbids the drug whatever the other gene is. A genotype without a phenotype of its own (CYP4F2) only adjusts, and may point the other way.
  const forbidding = action === 'avoid' ? departing.filter(({ gene }) => gene.startsWith('HLA')) : [];
  const leading =
    forbidding.length > 0
      ? forbidding
      : departing.filter(({ gene, phenotype }) => gene.startsWith('HLA') || phenotype?.startsWith('*') !== true);
  const named = [leading, departing, known].find(({ length }) => length > 0) ?? [];
  if (departing.length > 0 || !acts(action)) return inWords(named);
  // The advice rests on a result that leaves grades open: "indeterminate" would hide that it points one way.
  const open = known.filter(({ phenotype }) => /^indeterminate$/i.test(phenotype ?? ''));
  if (open.length === 0) return inWords(known);
  const result = report.pgx.genes.find(({ gene }) => gene === open[0]?.gene);
  const list = result?.recordedIn;
  const what = (result?.diplotype ?? null) === null ? 'deficiency' : 'allele';
  return `${open.map(({ gene }) => gene).join(', ')} ${list === undefined ? 'result not exact' : `${what} on the ${list}`}`;
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** "CYP2C9 poor metabolizer, VKORC1 -1639 AA"; genes of one grade together: "NUDT15 and TPMT intermediate metabolizer". */
function inWords(genes: DrugAdvice['genes']): string {
  const said: { readonly genes: string[]; readonly after: string }[] = [];
  for (const { gene, phenotype } of genes) {
    const after = afterGene(gene, phenotype);
    const same = /\*|-\d/.test(after) ? undefined : said.find((one) => one.after === after);
    if (same === undefined) said.push({ genes: [gene], after });
    else same.genes.push(gene);
  }
  return said.map((one) => `${one.genes.join(' and ')}${one.after}`).join(', ');
}

const acts = (action: DrugAdvice['action']): boolean => !['standard', 'no-recommendation', 'test-first', 'monitor'].includes(action);

/** HLA alleles are written on to the gene: HLA-B*57:01, but CYP4F2 *1/*3. */
function afterGene(gene: string, phenotype: string | null): string {
  const words = onlyPositive(phenotype ?? '');
  return words.startsWith('*') && gene.startsWith('HLA')
    ? words
    : ` ${words.charAt(0).toLowerCase()}${words.slice(1).replace(/ ([A-Z])(?=[a-z])/g, (_, letter: string) => ` ${letter.toLowerCase()}`)}`;
}

/** "*57:01 positive" out of "*15:02 negative, *57:01 positive": the alleles that were not found need no place in a summary. */
export function onlyPositive(status: string): string {
  const found = status.split(', ').filter((entry) => entry.startsWith('*') && entry.endsWith(' positive'));
  return found.length === 0 ? status : found.join(', ');
}

function by({ phenoconversion }: DrugAdvice): string {
  const names = [...new Set((phenoconversion ?? []).flatMap(({ by: drugs }) => drugs.map(({ name }) => name)))];
  return names.length === 0 ? '' : ` with ${names.join(' and ')}`;
}

function verb(advice: DrugAdvice): string {
  const { action, drug, dose, genes, strength, alsoAcceptable, alsoAskedBy = [], keepsFallback, takenSince } = advice;
  const name = drug.name;
  const risk = genes.some(({ gene, phenotype }) => gene.startsWith('HLA') && phenotype !== null);
  switch (action) {
    case 'avoid':
      if (takenSince !== undefined) return `do not continue ${name}, taken since ${readableDate(takenSince)}`;
      return risk ? `do not start ${name}` : `avoid ${name}${forbiddenByLabel(advice) ? ', contraindicated by its label' : ''}`;
    case 'alternative':
      if (takenSince !== undefined) return `do not continue ${name}, taken since ${readableDate(takenSince)}`;
      if (keepsFallback === true) return `prefer a drug other than ${name}; the ordered dose keeps to the limit`;
      // Two bodies ask for less, and nothing grades another drug above it.
      if (strength === 'none' && alsoAskedBy.length > 0 && alsoAcceptable?.includes('decrease-dose') === true)
        return `lower ${name} dose, or consider a drug other than ${name}`;
      return `${strength === 'none' || strength === 'optional' ? 'consider' : 'choose'} a drug other than ${name}`;
    case 'decrease-dose':
      if (dose?.perhapsReduced === true) return `check that the ordered ${name} is reduced already${share(dose)}`;
      if (dose?.afterLoad === true) return `load ${name} as usual, then lower the dose${share(dose)}`;
      if (dose?.atStart === true) return `raise ${name} slowly`;
      if (dose?.oneDose === true) return `lower ${name} dose${share(dose)} where more than this one dose is given`;
      if (advice.considered === true) return `consider a lower ${name} dose`;
      // "Usual start, slower titration": the ordered dose need not change, unless it is above the start that is named.
      if (dose?.percent === undefined && alsoAcceptable?.includes('standard') === true)
        return dose?.bound?.kind === 'start' ? `start ${name} with ${dose.bound.words}, raise it slowly` : `raise ${name} slowly`;
      return isExact(dose?.suggested) ? `lower ${name} to ${amount(dose.suggested)}` : lowered(name, dose);
    case 'increase-dose':
      if (dose?.bound?.kind === 'least-start') return `start ${name} with ${dose.bound.words} or more`;
      return isExact(dose?.suggested) ? `raise ${name} to ${amount(dose.suggested)}` : `raise ${name} dose${share(dose)}`;
    case 'monitor':
      return `monitor ${name} closely`;
    case 'test-first':
      if (advice.whereNeeded === true) return `a further test settles it where needed before ${name}`;
      return `settle by a further test before ${name}`;
    case 'standard':
      return `dose ${name} as usual`;
    case 'no-recommendation':
      return `no advice for ${name}`;
  }
}

/** With the figure where there is one; without a dose in the order nothing is known to be too much. */
function lowered(name: string, dose: DrugAdvice['dose']): string {
  const bound = dose?.percent === undefined ? dose?.bound : undefined;
  if (bound !== undefined && bound.exceeded === true) return `lower ${name} to ${bound.words}`;
  if (bound?.kind === 'most') return `keep ${name} to ${bound.words}`;
  if (bound?.kind === 'start') return `start ${name} with ${bound.words}`;
  if (bound?.kind === 'maintenance') return `titrate ${name} to ${bound.words}`;
  return `lower ${name} dose${share(dose)}`;
}

type Suggested = NonNullable<NonNullable<DrugAdvice['dose']>['suggested']>;

/** A dose that follows from the advice alone; a share of the ordered dose does not, because that may have been lowered already. */
function isExact(suggested: Suggested | undefined): suggested is Suggested {
  return suggested !== undefined && suggested.ofOrdered !== true;
}

function share(dose: DrugAdvice['dose']): string {
  if (dose?.percent === undefined) return '';
  const [low, high] = dose.percent;
  return `${low === high ? ` to ${String(low)}` : ` to ${String(low)}–${String(high)}`} % of the usual`;
}

function amount({ amount: value, unit }: { amount: number; unit: string }): string {
  return `${String(Number(value.toFixed(2)))} ${unit}`;
}

/** Names the branch when the chart does not show that it applies. */
function branch({ populationKnown, population }: DrugAdvice): string {
  if (populationKnown !== false || /all patients|first use|children|adults/.test(population)) return '';
  const where = population.replace('acute coronary syndrome or PCI', 'ACS or PCI');
  return where.startsWith('taken') ? ` if ${where}` : ` for ${where}`;
}
