/** A card for an order before which a gene should be known and is not. */
import { isDangerousGene } from '../../report/index.ts';
import type { PatientReport, UntestedGene } from '../../report/types.ts';
import { detailText } from '../detail.ts';
import { escapeMarkdown, plainText } from '../markdown.ts';
import { notCheckedLine, summaryOfMissing, tellsNotChecked, whereabouts, type Whereabouts } from '../not-checked-text.ts';
import { TEST_REASONS } from '../override-reasons.ts';
import { summaryText } from '../summary.ts';
import { topicOf } from '../topic.ts';
import type { CardContext, CardDraft } from '../types.ts';
import type { OrderFindings } from './order-findings.ts';
import { testSuggestion } from './suggestions.ts';

/** What the label requires leads; what can be considered follows. */
const URGENCY: Readonly<Record<NonNullable<UntestedGene['requirement']>, number>> = { required: 0, recommended: 1, consider: 2 };

/** Undefined = nothing is asked for of this patient. `alike`: further orders of the same call of which the same is to be said. */
export function untestedCard(
  { untested, order }: OrderFindings,
  report: PatientReport,
  context: CardContext,
  alike: readonly OrderFindings[],
): CardDraft | undefined {
  const asked = untested
    .filter(({ populationKnown }) => populationKnown !== false)
    .sort((a, b) => URGENCY[a.requirement ?? 'consider'] - URGENCY[b.requirement ?? 'consider']);
  const lead = asked[0];
  if (lead === undefined) return undefined;
  // "No TPMT and NUDT15 result" leaves open whether one of them is there.
  const genes = [...new Set(asked.map(nameOfUntested))];
  const either = genes.join(' or ');
  const pending = new Set(report.warnings.flatMap((warning) => warning.pending ?? []));
  const coming = [...new Set(asked.flatMap(({ gene }) => (pending.has(gene) ? [gene] : [])))];
  const final = coming.length === 0 ? '' : 'final ';
  const elsewhere = reportNotRead(report);
  const amongWhat = whereabouts(context) === 'on file' ? 'in the chart' : 'in the part of the chart that was read';
  return {
    ...summaryOfMissing(context, (where) => untestedSummary(lead, genes, asked, coming, { elsewhere, where })),
    indicator: 'info',
    ...(isOnlyConsidered(lead) ? {} : { unsettled: { dangerous: asked.some(({ gene }) => isDangerousGene(gene)) } }),
    ...tellsNotChecked(context),
    detail: detailText([
      {
        label: 'Result',
        sentences: [
          ...(lead.stated === undefined ? [] : [escapeMarkdown(`${capitalised(lead.stated)}.`)]),
          escapeMarkdown(
            lead.typing !== undefined && lead.stated === undefined
              ? `No result that decides ${either} found ${amongWhat}.`
              : lead.stated === undefined
                ? `No ${final}${either} ${lead.measured === undefined ? 'result' : 'genotype'} found ${amongWhat}.`
                : lead.geneNotNamed === true
                  ? `No result that names ${either} found ${amongWhat}.`
                  : `No inherited ${either} result found ${amongWhat}.`,
          ),
          ...comingSentence(coming),
          ...(elsewhere === null ? [] : [elsewhere.sentence]),
        ],
        keep: lead.stated === undefined ? 2 : 3,
      },
      {
        label: 'Recommendation',
        sentences: asked.map((entry) => escapeMarkdown(adviceAlone(entry, asked.length > 1))),
        keep: 1,
      },
      ...(alike.length === 0 ? [] : [{ label: 'Further orders', sentences: [holdsForAll(lead.drug.name, alike)], keep: 1 }]),
      { label: 'Basis', sentences: [...new Set(asked.map(({ source }) => escapeMarkdown(`${source.label}.`)))], keep: 1 },
      ...notCheckedLine(context, true),
    ]),
    source: { label: plainText(`${lead.source.label} · Genehook`), url: lead.source.url },
    topic: topicOf(['pretest', lead.drug.name, ...asked.map(({ gene }) => gene)], plainText(`Test before ${lead.drug.name}`)),
    ruleIds: asked.map(({ gene, drug }) => `pre-test:${drug.name}:${gene.toLowerCase()}`),
    evidence: [],
    order,
    suggestions: asked.flatMap((entry, index) =>
      testSuggestion(
        entry,
        context,
        index === 0 && elsewhere === null && !pending.has(entry.gene) && entry.measured === undefined && entry.geneNotNamed !== true,
      ),
    ),
    overrideReasons: TEST_REASONS,
    links: [{ label: plainText(lead.source.label), url: lead.source.url }],
    panelTarget: { view: 'drugs', id: lead.drug.rxnorm === '' ? lead.drug.name : lead.drug.rxnorm },
  };
}

/** A test that can be considered, with nothing on file that would have to be looked at: it is not asked for before the order. */
const isOnlyConsidered = ({ requirement, measured, recorded, stated, typing }: UntestedGene): boolean =>
  requirement === 'consider' && [measured, recorded, stated, typing].every((said) => said === undefined);

function untestedSummary(
  lead: UntestedGene,
  genes: readonly string[],
  asked: readonly UntestedGene[],
  coming: readonly string[],
  { elsewhere, where }: { readonly elsewhere: NotRead | null; readonly where: Whereabouts },
): string {
  const drug = lead.drug.name;
  const start = lead.again === true ? `${drug} is begun again` : `the first dose of ${drug}`;
  if (lead.measured !== undefined)
    return summaryText(
      `${lead.measured} on file, not interpreted here: judge it before ${start}`,
      `${lead.gene} measurement on file is not interpreted here: judge it before ${drug}`,
    );
  if (lead.recorded !== undefined)
    return summaryText(
      `${lead.recorded}, no laboratory result ${where}: confirm before ${start}`,
      `${lead.recorded}, no laboratory result: confirm before ${drug}`,
    );
  if (lead.stated !== undefined)
    return summaryText(
      `${capitalised(lead.stated)}: look at it before ${start}`,
      lead.geneNotNamed === true
        ? `What is on file on ${drug} does not name its gene: look at it before ${start}`
        : `${lead.gene} variant on file from a tumour test: settle whether it is inherited before ${drug}`,
    );
  if (lead.typing !== undefined)
    return summaryText(
      `${nameOfUntested(lead)} is left open by the typing on file: test before ${start}`,
      `${lead.gene} typing on file leaves ${nameOfUntested(lead)} open: test before ${drug}`,
    );
  if (coming.length > 0 && asked.every(({ gene }) => coming.includes(gene)))
    return summaryText(`${genes.join(' and ')} result is not final yet: wait for it before ${start}`);
  if (elsewhere !== null)
    return summaryText(
      `${genes.join(' and ')} result not found; ${elsewhere.report}: look there before ${start}`,
      `${genes.join(' and ')} result not found: look into ${elsewhere.short} before ${drug}`,
    );
  const verb = lead.again === true || lead.requirement === 'required' ? `test before ${start}` : `test before ${drug}`;
  const asks = lead.requirement === 'consider' ? verb.replace('test', 'consider testing') : verb;
  const final = coming.length === 0 ? '' : 'final ';
  const either = `No ${final}${genes.join(' or ')} result ${where}`;
  return summaryText(`${either}: ${asks}`, `${either}: test before ${drug}`);
}

interface NotRead {
  readonly report: string;
  readonly short: string;
  readonly sentence: string;
}

/** A genetic report of which nothing is known here: the result that is asked for may stand in it. */
function reportNotRead({ warnings }: PatientReport): NotRead | null {
  if (warnings.some(({ document }) => document === true))
    return {
      report: 'a genetic report is attached as a document',
      short: 'the attached genetic report',
      sentence: 'A genetic report is attached as a document; documents are not read.',
    };
  if (warnings.some(({ unfetched }) => unfetched === true))
    return {
      report: 'a genetic report lists results that could not be fetched',
      short: 'the genetic report whose results could not be fetched',
      sentence: 'A genetic report lists results that could not be fetched; what they say is not known here.',
    };
  return null;
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** That nothing is on file stands in the line above; of several tests each advice says whose it is. */
function adviceAlone(entry: UntestedGene, several: boolean): string {
  const { text, ask, gene, drug } = entry;
  if (ask !== undefined) return several ? `${nameOfUntested(entry)}: ${ask}` : capitalised(ask);
  return text ?? `Test ${gene} before the first dose of ${drug.name}.`;
}

/** A second test is rarely what is wanted when the first is on its way. */
function comingSentence(genes: readonly string[]): string[] {
  return genes.length === 0
    ? []
    : [escapeMarkdown(`A ${genes.join(' and ')} result is registered or preliminary; only final results are used.`)];
}

/** `HLA-B*57:01`, `TPMT`. */
export function nameOfUntested({ gene, allele }: UntestedGene): string {
  return `${gene}${allele ?? ''}`;
}

/** One card for several orders of the same drug. */
export const holdsForAll = (drug: string, alike: readonly OrderFindings[]): string =>
  escapeMarkdown(`This holds for ${alike.length === 1 ? 'both' : `all ${String(alike.length + 1)}`} orders of ${drug}.`);
