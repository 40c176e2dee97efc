/**
 * The sections of the FHIR document in words: what a reader of it sees. Nothing that the panel or the print says against a therapy, a dose or
 * a number may be missing here, and nothing that was not read may look as if there were none.
 */
import type { PanelReport, Therapy } from '../data/panel-report.ts';
import type { Language } from '../language/language.tsx';
import { noneText } from '../sections/none-text.ts';
import { actionText } from '../view/action-text.ts';
import { writeDate } from '../view/dates.ts';
import { drugRows, missingNames } from '../view/drug-rows.ts';
import { earlierCourses, earlierOf } from '../view/earlier.ts';
import { writeAmount, writeInterval } from '../view/forecast.ts';
import { geneRows } from '../view/gene-rows.ts';
import { severityOf } from '../view/severity.ts';
import {
  findingNames,
  fitKey,
  fitConditions,
  fitSeverity,
  markerTitle,
  signOf,
  newestFirst,
  otherTumourName,
  plainUnit,
  therapyRows,
  variantTitle,
} from '../view/tumour.ts';

type Words = Pick<Language, 't' | 'code'>;
type Advice = PanelReport['drugs'][number];

/** Most lines of one kind; the JSON inside the document has them all. */
const MOST = 300;
const MOST_TRIALS = 100;

export function drugLines(report: PanelReport, { t }: Words): string[] {
  const rows = drugRows(report);
  if (rows.length === 0) return [noneText('drugs', report, t)];
  return rows.flatMap((row) => {
    const fits = row.fits.map((fit) =>
      [`${t(`severity.${fitSeverity(fit)}`)}: ${row.name}, ${t(fitKey(fit))}`, ...fitConditions(fit, t), ...fit.because].join('. '),
    );
    if (row.advice.length === 0 && fits.length > 0) return fits;
    if (row.advice.length === 0) {
      const genes = missingNames(row.untested);
      return [`${t(`severity.${row.mark}`)}: ${row.name}. ${t(`drugs.state.${row.state}`, { genes })}`];
    }
    return [...fits, ...row.advice.map((one) => adviceLine(one, row.name, t))];
  });
}

function adviceLine(one: Advice, name: string, t: Language['t']): string {
  const genes = one.genes.map(({ gene, phenotype }) => `${gene} ${phenotype ?? t('phenotype.none')}`).join(', ');
  const besides = [...one.cautions, ...one.doubts].filter((said) => !one.text.includes(said));
  const population =
    one.populationKnown === false ? `${t('advice.population', { population: one.population })}: ${t('advice.population-unknown')}` : '';
  const alternatives = one.alternatives.map(
    ({ name: other, ok, why }) => `${t(ok ? 'alternatives.ok' : 'alternatives.not')}: ${other}${why === undefined ? '' : ` (${why})`}`,
  );
  return [
    `${t(`severity.${severityOf(one)}`)}: ${name}, ${actionText(one, t)}`,
    genes,
    one.text,
    ...besides,
    population,
    ...alternatives,
    `${one.source.label}, ${one.ruleId}`,
  ]
    .filter((part) => part !== '')
    .map((part) => part.replace(/\.$/, ''))
    .join('. ');
}

export function geneLines(report: PanelReport, { t }: Words): string[] {
  const rows = geneRows(report);
  if (rows.length === 0) return [noneText('genes', report, t)];
  return rows.map((row) => {
    const results = row.results.map(({ diplotype, phenotype, adjusted }) =>
      [diplotype, phenotype, adjusted && t('gene.behaves', { phenotype: adjusted.phenotype })].filter(Boolean).join(' '),
    );
    return [`${row.gene}: ${t(`result.${row.state}`)}`, row.stale === null ? '' : t('result.stale'), ...results].filter(Boolean).join('; ');
  });
}

/** The tumour and its markers, what has newly appeared, how earlier drugs ended, and each therapy with what speaks for and against it. */
export function tumourLines(report: PanelReport, words: Words): string[] {
  const { t, code } = words;
  const { tumour, biomarkers, tumourNotes } = report;
  const therapies = therapyRows(report).filter(({ group }) => group !== 'refuted');
  const lines = [
    ...(tumour === null
      ? []
      : [[tumour.text, tumour.stage === undefined ? '' : t('tumour.stage', { stage: tumour.stage })].filter(Boolean).join('; ')]),
    ...(report.otherTumours.length === 0
      ? []
      : [
          t('tumour.also-active', {
            tumours: report.otherTumours.map((other) => otherTumourName(other, t)).join('; '),
            main: tumour?.text ?? '',
          }),
        ]),
    ...newestFirst(biomarkers).map((marker) =>
      `${markerTitle(marker)}: ${signOf(marker)}${marker.value} ${plainUnit(marker.unit ?? '')}`.trim(),
    ),
    ...tumourNotes.map((note) => {
      const since = note.since === undefined ? t('tumour.emerging-undated') : t('tumour.emerging', { date: writeDate(note.since, code) });
      return `${variantTitle(note)}, ${note.kind === 'emerging' ? since : t('tumour.germline')}: ${note.text}`;
    }),
    ...earlierCourses(report).map(({ course }) => `${course.drug.name}: ${course.said}`),
    ...therapies.slice(0, MOST).map(({ match, title }) => therapyLine(match, title, report, t)),
    ...(therapies.length > MOST ? [t('evidence.more', { n: therapies.length - MOST })] : []),
  ];
  return lines.length === 0 ? [noneText('tumour', report, t)] : lines;
}

function therapyLine(match: Therapy, title: string, report: PanelReport, t: Language['t']): string {
  const before = earlierOf(match.therapy, report).map(({ drug, said }) => `${t('earlier.given')} ${drug.name} ${said}`);
  return [
    `${t(`effect.${match.effect}`)}: ${title}`,
    `AMP ${match.tier || '–'}, ESCAT ${match.escat ?? '–'}`,
    findingNames(match, report).join(', '),
    t(`match.${match.tumourMatch}`),
    match.resisted === undefined ? '' : `${t('therapy.resisted')}: ${match.resisted}`,
    match.effect !== 'sensitivity' || match.resisted !== undefined
      ? ''
      : t(match.approved ? 'therapy.approved-long' : 'therapy.not-approved'),
    match.setting === undefined ? '' : `${t('therapy.setting')}: ${match.setting}`,
    match.settingStanding === undefined ? '' : t(`setting.${match.settingStanding}`),
    ...before,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

export function trialLines(report: PanelReport, { t }: Words): string[] {
  return report.trials.slice(0, MOST_TRIALS).map((trial) => `${trial.nctId} ${trial.title}: ${t(`trials.verdict.${trial.verdict}`)}`);
}

/** Each number with its interval and its notes, or why the model abstains. */
export function predictionLines({ predictions }: PanelReport, { t, code }: Words): string[] {
  const lines = predictions.slice(0, MOST).map((forecast) => {
    const { target, model, version, value, unit, interval, abstained, notes = [] } = forecast;
    const said =
      abstained !== undefined || value === null
        ? [t('models.abstains'), abstained ?? t('models.no-reason')]
        : [writeAmount(value, unit, code, t, interval?.[1]), writeInterval(forecast, code, t), ...notes];
    return `${target}: ${said.join('; ')} (${model} ${version})`;
  });
  return [...lines, t('models.use')];
}
