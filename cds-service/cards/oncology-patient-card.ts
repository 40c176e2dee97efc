/** patient-view: one card on what the tumour's results make actionable today; silent when nothing is. */
import { reasonsOf, resistedBy } from '../oncology/index.ts';
import type { PatientReport, TherapyMatch } from '../report/types.ts';
import { detailText, type DetailLine } from './detail.ts';
import { escapeMarkdown, plainText } from './markdown.ts';
import { approvedChoices, choiceTaken, type Choice } from './oncology-choices.ts';
import { withReadableDates } from './dates.ts';
import { givenBefore } from './oncology-earlier.ts';
import { notCheckedLine, tellsNotChecked } from './not-checked-text.ts';
import { notKnownToAct, unreadAgainst, unsureBehind } from './oncology-offer-unsure.ts';
import { bothWaysInWords } from './oncology-order-summary.ts';
import { resistanceThatWithholds, resistanceToTell } from './oncology-resistance-told.ts';
import { takenAgainst, takenInWords, takenSummary } from './oncology-taken.ts';
import { shortChanges } from './short-changes.ts';
import { summaryText } from './summary.ts';
import { topicOf } from './topic.ts';
import type { CardContext, CardDraft } from './types.ts';

export function actionableCard(report: PatientReport, context: CardContext): CardDraft | undefined {
  const { therapies, emerging = [], germline = [] } = report.oncology;
  const choices = approvedChoices(report);
  const validated = resistanceToTell(therapies);
  const resistance = validated.length > 0 || choices.length > 0 ? validated : resistanceThatWithholds(therapies);
  const approved = choices.flatMap(({ rows }) => rows);
  const taken = takenAgainst(report);
  const cited = [
    ...taken.flatMap(({ sources }) => sources),
    ...emerging.flatMap(({ sources }) => sources),
    ...approved.flatMap(({ sources }) => sources),
    ...resistance.flatMap(({ sources }) => sources),
    ...germline.map(({ source }) => source),
  ];
  const [source] = cited;
  if (source === undefined) return undefined;
  const used = new Set(
    [...approved, ...resistance]
      .flatMap(({ variants }) => variants)
      .concat(
        taken.flatMap((fit) => fit.variants),
        emerging.map(({ variant }) => variant),
        germline.map(({ variant }) => variant),
      ),
  );
  const variants = report.oncology.variants.filter(({ id }) => used.has(id));
  return {
    summary: withReadableDates(summary(report, choices, resistance)),
    indicator: emerging.length > 0 || taken.length > 0 ? 'warning' : 'info',
    ...tellsNotChecked(context),
    detail: detailText([...lines(report, choices, resistance), ...notCheckedLine(context)]),
    source: { label: plainText(`${source.label.replace(/ \([^)]*\)/, '')} · Genehook`), url: source.url },
    topic: topicOf(
      [
        'oncology-actionable',
        ...variants.map(({ gene, pHgvs, name }) => `${gene}${pHgvs ?? name}`).sort(),
        ...emerging.map(({ since }) => since),
        ...taken.map(({ drug }) => drug.name),
      ],
      'Actionable tumour findings',
    ),
    ruleIds: [
      'oncology:actionable',
      ...taken.map(({ ruleId }) => ruleId),
      ...germline.map(({ gene }) => `oncology:germline:${gene}`),
      ...emerging.map(({ gene }) => `oncology:emerging:${gene}`),
    ],
    evidence: [...new Set(variants.flatMap(({ evidence }) => evidence.map(({ reference }) => reference)))],
    suggestions: [],
    overrideReasons: [],
    links: [
      ...new Map(
        [...germline.map(({ source: link }) => link), source].map((link) => [
          link.url,
          { label: plainText(link.label.replace(/ \([^)]*\)/, '')), url: link.url },
        ]),
      ).values(),
    ],
    panelTarget: taken[0] === undefined ? { view: 'tumour' } : { view: 'drugs', id: taken[0].ruleId },
  };
}

function summary(report: PatientReport, choices: readonly Choice[], resistance: readonly TherapyMatch[]): string {
  const taken = takenSummary(report);
  if (taken !== undefined) return taken;
  const [late] = report.oncology.emerging ?? [];
  if (late)
    return summaryText(
      ...disputed(report, [late.variant]).map(
        (said) => `${said}: if present, resistance to ${late.therapies[0]?.name ?? ''} is to be expected`,
      ),
      `New ${shortChanges(late.name)}: resistance to ${late.therapies.map(({ name }) => name).join(', ')} is to be expected`,
      `New ${shortChanges(late.name)}: resistance is to be expected`,
    );
  const against = drugsAgainst(resistance, choices, report.oncology.therapies);
  if (choices.length > 0) {
    // The first line names only what goes with the finding that it names.
    const [first] = choices;
    const same = choices.filter(({ rows }) => sharesFinding(rows[0], first?.rows[0], report));
    const rests = first?.rows[0]?.variants.length === 0 ? same.flatMap(({ rows }) => rows) : (first?.rows ?? []);
    const [unsettled] = disputed(
      report,
      rests.flatMap(({ variants }) => variants),
    );
    if (unsettled !== undefined)
      return summaryText(
        ...[3, 2, 1].map((most) => `${unsettled}: if present, ${approvedInWords(same.slice(0, most), report)}`),
        `${unsettled}: look at both reports`,
      );
    const finding = names(report, rests);
    if (unsureBehind(same.slice(0, 3)).length > 0)
      return summaryText(...[3, 2, 1].flatMap((most) => besideUnsure(finding, same.slice(0, most), report)));
    const running = against.length > 0 ? null : choiceTaken(same.slice(0, 3), report);
    if (running !== null)
      return summaryText(
        running.choice === first
          ? `${finding}: ${running.drugs} taken now, approved for this tumour`
          : `${finding}: ${approvedInWords(same.filter((choice) => choice !== running.choice).slice(0, 2), report)}; ${running.drugs} taken now`,
        `${finding}: ${running.drugs} taken now, approved for this tumour`,
      );
    return summaryText(
      `${finding}: ${approvedInWords(same.slice(0, 3), report)}${against.length > 0 ? `; resistance to ${against[0] ?? ''}` : ''}`,
      `${finding}: ${approvedInWords(same.slice(0, 3), report)}`,
      `${finding}: ${approvedInWords(same.slice(0, 2), report)}`,
      `${finding}: ${approvedInWords(same.slice(0, 1), report)}`,
      `${finding}: ${inOneLine(same.slice(0, 2)).join(', ')} approved for this tumour under conditions`,
      `${choices.length} approved targeted therapies match this tumour’s findings`,
    );
  }
  if (against.length > 0)
    return summaryText(
      ...disputed(
        report,
        resistance.flatMap(({ variants }) => variants),
      ).map((said) => `${said}: if present, resistance to ${against.slice(0, 3).join(', ')} is to be expected`),
      `${names(report, resistance)}: resistance to ${against.slice(0, 3).join(', ')} is to be expected`,
    );
  const [inherited] = report.oncology.germline ?? [];
  return summaryText(`Germline ${inherited?.gene ?? ''} finding on file: offer genetic counselling`);
}
/** The offer with what is open beside it, or as it is where none of these drugs is touched; the first that fits is said. */
function besideUnsure(finding: string, choices: readonly Choice[], report: PatientReport): string[] {
  const offer = `${finding}: ${approvedInWords(choices, report)}`;
  const behind = unsureBehind(choices);
  return behind.length === 0 ? [offer] : behind.map((said) => `${offer}${said}`);
}
/** What of these findings another result, as new or newer and of tissue, did not find: `EGFR L858R found 3 May 2026, not found 2 Oct 2026`. */
function disputed({ oncology }: PatientReport, ids: readonly string[]): string[] {
  return oncology.variants.filter(({ id, bothWays }) => ids.includes(id) && bothWays?.unsettled === true).map(bothWaysInWords);
}
/** `osimertinib, amivantamab (after an EGFR inhibitor) approved for this tumour`; a condition that all share stands once, behind. */
function approvedInWords(choices: readonly Choice[], { warnings, oncology }: PatientReport): string {
  // Of several primaries the one that is meant is named.
  const several = warnings.some(({ about }) => about === 'several-primaries');
  const where = several ? (oncology.tumour?.text ?? 'this tumour') : 'this tumour';
  const conditions = [...new Set(choices.map(({ condition }) => condition))];
  const [shared] = conditions;
  const bracket = (condition: string | undefined) => (condition === undefined ? '' : ` (${condition})`);
  return conditions.length === 1
    ? `${inOneLine(choices).join(', ')} approved for ${where}${bracket(shared)}`
    : `${inOneLine(choices, bracket).join(', ')} approved for ${where}`;
}
/** `nivolumab + ipilimumab`, `pembrolizumab`: "a with b, c" could be one regimen of three, so beside another choice a plus joins the drugs of one. */
function inOneLine(choices: readonly Choice[], behind: (condition: string | undefined) => string = () => ''): string[] {
  return choices.map(({ name, condition }) => `${choices.length > 1 ? name.replace(/ with | and |, /g, ' + ') : name}${behind(condition)}`);
}
function sharesFinding(a: TherapyMatch | undefined, b: TherapyMatch | undefined, report: PatientReport): boolean {
  const [one, two] = [a?.variants ?? [], b?.variants ?? []];
  if (one.length > 0) return one.some((id) => two.includes(id));
  // What rests on the absence of mutations alone (RAS wild type) is not given for a marker.
  return two.length === 0 && restsOnMarker(a, report) === restsOnMarker(b, report);
}
function restsOnMarker(row: TherapyMatch | undefined, report: PatientReport): boolean {
  const references = new Set((row?.evidence ?? []).map(({ reference }) => reference));
  return (markers(report, references) ?? foundBy(report, references)) !== null;
}
/** Drugs that fail by themselves; `alone` where an approved combination holds them. */
function drugsAgainst(resistance: readonly TherapyMatch[], choices: readonly Choice[], therapies: readonly TherapyMatch[]): string[] {
  const resisted = therapies.filter((row) => row.resisted !== undefined && row.therapy.length === 1);
  const combined = new Set(
    choices.flatMap(({ rows }) => rows.flatMap(({ therapy }) => (therapy.length > 1 ? therapy.map(({ name }) => name.toLowerCase()) : []))),
  );
  const drugs = [...resistance, ...resisted].flatMap(({ therapy }) => therapy.map(({ name }) => name.toLowerCase()));
  return [...new Set(drugs)].map((name) => (combined.has(name) ? `${name} alone` : name));
}
/** Variants that the rows rest on; else the markers; else the genes found clear. */
function names(report: PatientReport, matches: readonly TherapyMatch[]): string {
  const ids = new Set(matches.flatMap(({ variants }) => variants));
  // By name: what the results are called on the server is no reason to say it in another order.
  const found = [...new Set(report.oncology.variants.filter(({ id }) => ids.has(id)).map(({ name }) => shortChanges(name)))].sort();
  if (found.length > 0) return found.slice(0, 2).join(', ');
  const references = new Set(matches.flatMap(({ evidence = [] }) => evidence.map(({ reference }) => reference)));
  return markers(report, references) ?? foundBy(report, references) ?? clearGenes(matches) ?? 'This tumour';
}
/** A variant that answers for a marker: ERBB2 amplification by sequencing, where no HER2 test is on file. */
function foundBy({ oncology }: PatientReport, used: ReadonlySet<string>): string | null {
  const shown = oncology.variants
    .filter(({ present, evidence }) => present === true && evidence.some(({ reference }) => used.has(reference)))
    .map(({ name }) => shortChanges(name));
  return shown.length > 0 ? [...new Set(shown)].sort().slice(0, 2).join(', ') : null;
}
function markers({ oncology }: PatientReport, used: ReadonlySet<string>): string | null {
  const shown = oncology.biomarkers
    .filter(({ evidence }) => evidence.some(({ reference }) => used.has(reference)))
    // The receptors that make a tumour "triple negative" come after what the choice rests on.
    .sort((a, b) => Number(RECEPTORS.has(a.kind)) - Number(RECEPTORS.has(b.kind)) || a.kind.localeCompare(b.kind))
    .map(markerInWords);
  return shown.length > 0 ? [...new Set(shown)].slice(0, 3).join(', ') : null;
}
const RECEPTORS: ReadonlySet<string> = new Set(['ER', 'PR', 'HER2']);
/** `PD-L1 TPS 80%`, `TMB 16/Mb`, `HER2 IHC 2+`, `MSI high`. */
function markerInWords({ kind, status, value, unit, method }: PatientReport['oncology']['biomarkers'][number]): string {
  // A long wording ("Amplified, ratio 4.2") gives way to the status it amounts to.
  const numbered = typeof value === 'number' || (/\d/.test(value) && (value.length <= 8 || status === undefined));
  const how =
    (numbered || method === 'ISH') && (kind === 'PD-L1' || kind === 'HER2') && method !== undefined && !String(value).includes(method)
      ? `${method} `
      : '';
  const measure = typeof value !== 'number' ? '' : unit === '%' ? '%' : kind === 'TMB' ? '/Mb' : '';
  return `${kind} ${how}${numbered ? `${value}${measure}` : (status ?? value)}`;
}
function clearGenes(matches: readonly TherapyMatch[]): string | null {
  const clear = matches.flatMap(reasonsOf).flatMap((reason) => (reason.kind === 'gene-clear' ? [reason.gene] : []));
  return clear.length > 0 ? `${[...new Set(clear)].sort().join(' and ')} without a mutation` : null;
}

/** More than these lie in the panel. */
const MOST_CHOICES = 4;

function lines(report: PatientReport, choices: readonly Choice[], resistance: readonly TherapyMatch[]): DetailLine[] {
  const { emerging = [], germline = [] } = report.oncology;
  const against = drugsAgainst(resistance, choices, report.oncology.therapies);
  const more = choices.length - MOST_CHOICES;
  const approved = choices
    .slice(0, MOST_CHOICES)
    .map(({ text, setting }) => escapeMarkdown(withReadableDates(`${capital(text)}${setting === undefined ? '' : ` (${setting})`}.`)));
  const { variants } = report.oncology;
  const used = new Set([
    ...choices.flatMap(({ rows }) => rows.flatMap((row) => row.variants)),
    ...resistance.flatMap((row) => row.variants),
    ...emerging.map(({ variant }) => variant),
  ]);
  const elsewhere = variants.filter(({ id, bothWays }) => used.has(id) && bothWays !== undefined).map(bothWaysInWords);
  return [
    { label: 'Not read', sentences: unreadAgainst(choices).map((said) => escapeMarkdown(`${said}.`)), keep: 1 },
    { label: 'Not known', sentences: notKnownToAct(choices).map((said) => escapeMarkdown(`${shortChanges(said)}.`)), keep: 1 },
    { label: 'Results', sentences: [...new Set(elsewhere)].map((said) => escapeMarkdown(`${said}.`)), keep: 2 },
    { label: 'New', sentences: emerging.map(({ text }) => escapeMarkdown(shortChanges(text))), keep: 1 },
    { label: 'Taken now', sentences: takenAgainst(report).map((fit) => takenInWords(fit, report)), keep: 1 },
    { label: 'Resistance', sentences: againstInWords(report, resistance, against), keep: 1 },
    { label: 'Approved', sentences: more > 0 ? [...approved, `${more} more in the report.`] : approved, keep: 2 },
    givenBefore(report),
    { label: 'Germline', sentences: germline.map(({ text }) => escapeMarkdown(text)), keep: 1 },
    { label: 'Basis', sentences: [...basis(report), ...taken(choices)], keep: 2 },
  ];
}
/** `Cetuximab, panitumumab (KRAS G12D).`: which finding they fail by; without what has just been said of a new finding. */
function againstInWords(report: PatientReport, resistance: readonly TherapyMatch[], against: readonly string[]): string[] {
  const { emerging = [], therapies } = report.oncology;
  const justSaid = new Set(emerging.flatMap((late) => late.therapies.map(({ name }) => name.toLowerCase())));
  const byFinding = new Map<string, string[]>();
  for (const drug of against.filter((name) => !justSaid.has(name))) {
    const isOf = ({ therapy }: TherapyMatch) => therapy.some(({ name }) => name.toLowerCase() === drug.replace(/ alone$/, ''));
    const ids = new Set(resistance.filter(isOf).flatMap(({ variants }) => variants));
    const found = report.oncology.variants.filter(({ id }) => ids.has(id)).map(({ name }) => name);
    // "KRAS G12D: resistance to cetuximab is reported (level A)"
    const withheld = therapies.filter((row) => row.therapy.length === 1 && isOf(row)).flatMap((row) => resistedBy(row) ?? []);
    const finding = [...new Set((found.length > 0 ? found : withheld).map(shortChanges))].sort().join(', ');
    byFinding.set(finding, [...(byFinding.get(finding) ?? []), drug]);
  }
  return [...byFinding].map(([finding, drugs]) => escapeMarkdown(`${capital(drugs.join(', '))}${finding === '' ? '' : ` (${finding})`}.`));
}
function basis({ knowledge }: PatientReport): string[] {
  return knowledge.filter(({ id }) => id === 'civic-oncology').map(({ version }) => escapeMarkdown(`US labels; CIViC ${version}.`));
}
/** Said once: the label claims rest on a histology that the record does not give. */
function taken(choices: readonly Choice[]): string[] {
  const reasons = choices.flatMap(({ rows }) => rows.flatMap(reasonsOf));
  const [name] = reasons.flatMap((reason) => (reason.kind === 'histology-taken' ? [reason.histology] : []));
  return name === undefined ? [] : [escapeMarkdown(`Histology is not recorded: taken for ${name}.`)];
}
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
