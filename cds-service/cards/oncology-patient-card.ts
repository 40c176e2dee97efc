/** patient-view: one card on what the tumour's results make actionable today; silent when nothing is. */
import type { EmergingResistance, PatientReport, TherapyMatch } from '../report/types.ts';
import { detailText, type DetailLine } from './detail.ts';
import { escapeMarkdown, plainText } from './markdown.ts';
import { notCheckedLine } from './pgx/order-card.ts';
import { summaryText } from './summary.ts';
import { topicOf } from './topic.ts';
import type { CardContext, CardDraft } from './types.ts';

export function actionableCard(report: PatientReport, context: CardContext): CardDraft | undefined {
  const { therapies, emerging = [], germline = [] } = report.oncology;
  const resistance = therapies.filter((match) => match.effect !== 'sensitivity' && match.tier === 'I-A' && match.tumourMatch !== 'other');
  const approved = withoutFailing(therapies, resistance, emerging);
  const cited = [
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
        emerging.map(({ variant }) => variant),
        germline.map(({ variant }) => variant),
      ),
  );
  const variants = report.oncology.variants.filter(({ id }) => used.has(id));
  return {
    summary: summary(report, approved, resistance),
    indicator: emerging.length > 0 ? 'warning' : 'info',
    detail: detailText([...lines(report, approved, resistance), ...notCheckedLine(context)]),
    source: { label: plainText(`${source.label.replace(/ \([^)]*\)/, '')} · Genehook`), url: source.url },
    topic: topicOf(
      [
        'oncology-actionable',
        ...variants.map(({ gene, pHgvs, name }) => `${gene}${pHgvs ?? name}`).sort(),
        ...emerging.map(({ since }) => since),
      ],
      'Actionable tumour findings',
    ),
    ruleIds: [
      'oncology:actionable',
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
    panelTarget: { view: 'tumour' },
  };
}

/** A drug that one finding makes fail is not announced for another finding of the same tumour. */
function withoutFailing(
  therapies: readonly TherapyMatch[],
  resistance: readonly TherapyMatch[],
  emerging: readonly EmergingResistance[],
): TherapyMatch[] {
  const failing = new Map<string, Set<string>>();
  const fails = (name: string, variants: readonly string[]) => {
    const known = failing.get(name.toLowerCase()) ?? new Set();
    for (const id of variants) known.add(id);
    failing.set(name.toLowerCase(), known);
  };
  for (const { therapy, interaction, variants } of [
    ...resistance,
    ...therapies.filter((match) => match.effect === 'resistance' && match.tier === 'I-B'),
  ]) {
    if (therapy.length === 1 || interaction === 'substitutes') for (const { name } of therapy) fails(name, variants);
  }
  for (const { therapies: drugs, variant } of emerging) for (const { name } of drugs) fails(name, [variant]);
  return therapies
    .filter(({ approved, effect }) => approved && effect === 'sensitivity')
    .filter(({ therapy, variants }) =>
      therapy.every(({ name }) => {
        const because = failing.get(name.toLowerCase());
        return because === undefined || variants.some((id) => because.has(id));
      }),
    );
}

function summary(report: PatientReport, approved: readonly TherapyMatch[], resistance: readonly TherapyMatch[]): string {
  const [late] = report.oncology.emerging ?? [];
  if (late)
    return summaryText(
      `New ${late.name}: resistance to ${late.therapies.map(({ name }) => name).join(', ')} is to be expected`,
      `New ${late.name}: resistance is to be expected`,
    );
  const drugs = drugNames(approved);
  const finding = names(report, approved);
  const against = drugNames(resistance);
  if (drugs.length > 0) {
    return summaryText(
      `${finding}: ${drugs.slice(0, 3).join(', ')} approved for this tumour${against.length > 0 ? `; resistance to ${against[0] ?? ''}` : ''}`,
      `${finding}: ${drugs[0] ?? ''} approved for this tumour`,
      `${drugs.length} approved targeted therapies match this tumour’s findings`,
    );
  }
  if (against.length > 0)
    return summaryText(`${names(report, resistance)}: resistance to ${against.slice(0, 3).join(', ')} is to be expected`);
  const [inherited] = report.oncology.germline ?? [];
  return summaryText(`Germline ${inherited?.gene ?? ''} finding on file: offer genetic counselling`);
}
function names(report: PatientReport, matches: readonly TherapyMatch[]): string {
  const ids = new Set(matches.flatMap(({ variants }) => variants));
  const found = [...new Set(report.oncology.variants.filter(({ id }) => ids.has(id)).map(({ name }) => name))];
  return found.length > 0 ? found.slice(0, 2).join(', ') : markers(report);
}
function markers({ oncology }: PatientReport): string {
  const shown = oncology.biomarkers.slice(0, 3).map(({ kind, status, value }) => `${kind} ${status ?? value}`);
  return shown.length > 0 ? shown.join(', ') : 'No altered gene';
}
/** Single drugs first, each named once. */
function drugNames(matches: readonly TherapyMatch[]): string[] {
  const sorted = [...matches].sort((a, b) => a.therapy.length - b.therapy.length);
  return [
    ...new Set(
      sorted.flatMap(({ therapy, interaction }) =>
        interaction === 'substitutes'
          ? therapy.map(({ name }) => name.toLowerCase())
          : [therapy.map(({ name }) => name.toLowerCase()).join(' with ')],
      ),
    ),
  ];
}

function lines(report: PatientReport, approved: readonly TherapyMatch[], resistance: readonly TherapyMatch[]): DetailLine[] {
  const { emerging = [], germline = [] } = report.oncology;
  const first = (matches: readonly TherapyMatch[]) =>
    matches.slice(0, 5).map((match) => {
      const setting = (match.because ?? []).find((reason) => reason.startsWith('Label setting: '))?.replace('Label setting: ', '');
      return escapeMarkdown(
        `${match.therapy.map(({ name }) => name).join(' + ')} (${match.tier}${setting === undefined ? '' : `; ${setting}`}).`,
      );
    });
  return [
    { label: 'New', sentences: emerging.map(({ text }) => escapeMarkdown(text)), keep: 1 },
    { label: 'Resistance', sentences: first(resistance), keep: 1 },
    { label: 'Approved', sentences: first(approved), keep: 2 },
    { label: 'Germline', sentences: germline.map(({ text }) => escapeMarkdown(text)), keep: 1 },
    {
      label: 'Basis',
      sentences: report.knowledge
        .filter(({ id }) => id === 'civic-oncology')
        .map(({ version }) => escapeMarkdown(`US labels; CIViC ${version}.`)),
      keep: 1,
    },
  ];
}
