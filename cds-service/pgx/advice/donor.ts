/**
 * A transplant puts another person's genes beside the patient's own. A liver breaks drugs down by its donor's genes, which a test of the
 * recipient does not show (CPIC limits its tacrolimus advice to liver recipients whose donor has the same genotype, PMID 25801146). After an
 * allogeneic stem-cell transplant blood, and saliva too, may show the donor's genotype (PMID 27371869).
 */
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { DrugAdvice } from '../../report/types.ts';
import type { Chart, IndicationRecord } from './chart.ts';
import type { Doubt } from './doubts.ts';
import type { GeneView } from './gene-view.ts';
import type { AdvicePatient } from './patient.ts';
import { listWords, sentence } from './wording/words.ts';

/** Enzymes, transporters and targets of the liver; HLA, G6PD and the others stay the patient's own. */
const OF_THE_LIVER = /^(?:CYP|UGT|SLCO1B1$|DPYD$|NAT2$|VKORC1$)/;

/** A plan, a waiting list, a donation, or cells of the patient's own. */
const NOT_RECEIVED =
  /autolog|\bauto-?(?:hsct|sct)\b|wait(?:ing)?[ -]?list|await|candidate|evaluat|assess|planned|refer|consider|counsel|donor (?:status|nephrectomy|hepatectomy|of)|\bdonation|\bno\b/i;

export interface DonorDoubt extends Doubt {
  readonly genes: readonly string[];
  /** For a summary, behind the genes. */
  readonly behind: NonNullable<DrugAdvice['donor']>;
  /** The liver that breaks the drug down is another person's. */
  readonly liver?: true;
}

/** No dose is raised by the genes of a liver that the patient no longer has: CPIC leaves such recipients out of its tacrolimus advice. */
export function withoutRaise(row: Recommendation, donor: DonorDoubt | undefined): Recommendation {
  if (donor?.liver !== true || row.action !== 'increase-dose') return row;
  const { dose: _raised, ...rest } = row;
  return { ...rest, action: 'monitor', alsoAcceptable: [], alternatives: [], tags: [] };
}

export function donorDoubt({ chart }: AdvicePatient, views: readonly GeneView[]): DonorDoubt | undefined {
  const tested = views.filter(({ finding, state }) => finding !== undefined && state !== 'not-tested');
  const liver = received(chart, 'liver-transplant')[0];
  const ofLiver = tested.filter(({ gene }) => OF_THE_LIVER.test(gene)).map(({ gene }) => gene);
  if (liver !== undefined && ofLiver.length > 0)
    return {
      genes: ofLiver,
      liver: true,
      behind: 'donor liver may differ',
      short: `donor liver may differ from the ${listWords(ofLiver)} result`,
      sentence: sentence(
        `a liver transplant is on record${dated(liver)}: the liver goes by its donor's genes, which the ${listWords(ofLiver)} result of the recipient does not show`,
      ),
    };
  const cells = received(chart, 'stem-cell-transplant');
  const red = redCells(tested, cells);
  if (red !== undefined) return red;
  const after = tested
    .filter(({ gene }) => gene !== 'G6PD')
    .filter((view) => cells.some((record) => mayComeAfter(view, record)))
    .map(({ gene }) => gene);
  if (cells[0] === undefined || after.length === 0) return undefined;
  return {
    genes: after,
    behind: 'perhaps the donor’s',
    short: `${listWords(after)} result may be the stem-cell donor's`,
    sentence: sentence(
      `a stem-cell transplant is on record${dated(cells[0])}: the ${listWords(after)} result from blood or saliva may be the donor's; a result from before, or from skin, decides`,
    ),
  };
}

/** Red cells are the donor's from the transplant on, and with them their enzyme (Anthony Nolan medical guidelines, G6PD deficiency, 2016). */
function redCells(views: readonly GeneView[], cells: readonly IndicationRecord[]): DonorDoubt | undefined {
  const [record] = cells;
  const view = views.find(({ gene }) => gene === 'G6PD');
  if (record?.date === undefined || view === undefined) return undefined;
  const issued = (view.finding?.result.evidence ?? []).flatMap((evidence) => evidence.issued?.slice(0, 10) ?? []);
  const day = record.date.slice(0, 10);
  if (issued.length === 0 || issued.some((one) => one > day)) return undefined;
  return {
    genes: ['G6PD'],
    behind: 'before the transplant',
    short: 'G6PD result is from before the stem-cell transplant',
    sentence: sentence(
      `a stem-cell transplant is on record${dated(record)}: red cells have since been the donor's, of whom the earlier G6PD result says nothing; measure G6PD again`,
    ),
  };
}

function received(chart: Chart, id: string): readonly IndicationRecord[] {
  return chart.indication(id).filter(({ text }) => !NOT_RECEIVED.test(text));
}

function mayComeAfter({ finding }: GeneView, { date }: IndicationRecord): boolean {
  const issued = (finding?.result.evidence ?? []).map((evidence) => evidence.issued);
  return date === undefined || issued.length === 0 || issued.some((day) => day === undefined || day.slice(0, 10) > date.slice(0, 10));
}

function dated({ date }: IndicationRecord): string {
  return date === undefined ? '' : ` (${date.slice(0, 10)})`;
}
