/** The pharmacist's note about one drug as plain text, ready for the chart. It names no patient: the chart it is pasted into does. */
import type { PanelReport } from '../data/panel-report.ts';
import type { Language } from '../language/language.tsx';
import { actionText } from './action-text.ts';
import { withWrittenDates, writeDate } from './dates.ts';
import { missingNames, type DrugRow } from './drug-rows.ts';
import { releasesFor } from './releases.ts';
import { fitConditions, fitKey } from './tumour.ts';

export function consultNote(row: DrugRow, report: PanelReport, { t, code }: Pick<Language, 't' | 'code'>): string {
  const lines: string[] = [t('note.heading', { drug: row.name, date: writeDate(report.asOf, code) })];
  for (const order of row.orders) lines.push(`${t('note.order')}: ${order.text} (${order.status || '–'})`);
  for (const { text, from } of row.taken)
    lines.push(`${t('order.taken')}: ${text}${from === undefined ? '' : ` (${t('order.since', { date: writeDate(from, code) })})`}`);
  const genes = [...new Set(row.advice.flatMap((advice) => advice.genes.map(({ gene }) => gene)))];
  for (const result of report.genes.filter(({ gene }) => genes.includes(gene))) {
    const where = result.evidence
      .map(({ issued, lab }) => [issued === undefined ? null : writeDate(issued, code), lab].filter(Boolean).join(', '))
      .filter(Boolean);
    lines.push(
      `${t('note.result')}: ${result.gene} ${result.diplotype ?? ''} ${result.phenotype ?? t('phenotype.none')}`.replace(/\s+/g, ' ') +
        (where.length === 0 ? '' : ` (${where.join('; ')})`),
    );
    if (result.adjusted !== undefined) {
      lines.push(`  ${t('gene.behaves', { phenotype: result.adjusted.phenotype })}: ${result.adjusted.because.join('; ')}`);
    }
  }
  for (const fit of row.fits) {
    lines.push(`${t('note.tumour')}: ${[t(fitKey(fit)), ...fitConditions(fit, t), ...fit.because].join('. ')}`);
    for (const { names, because, settingStanding } of fit.alternatives) {
      const standing = [because, ...(settingStanding === undefined ? [] : [t(`setting.${settingStanding}`)])].filter(Boolean).join('; ');
      lines.push(
        `  ${t(settingStanding === 'against' ? 'alternatives.not' : 'alternatives.ok')}: ${names}${standing === '' ? '' : ` (${standing})`}`,
      );
    }
    if (fit.ruleId !== '') lines.push(`${t('note.basis')}: ${fit.ruleId}`);
  }
  for (const advice of row.advice) {
    const act = actionText(advice, t);
    lines.push(`${t('note.advice')}: ${act}. ${withWrittenDates(advice.text, 'en')}`.trim());
    if (advice.dose !== undefined) lines.push(`  ${t('advice.dose')} ${advice.dose.text}`);
    for (const { name, ok, why } of advice.alternatives) {
      lines.push(`  ${ok ? t('alternatives.ok') : t('alternatives.not')}: ${name}${why === undefined ? '' : ` (${why})`}`);
    }
    const releases = releasesFor(advice.ruleId, advice.source.label, report.knowledge).map(({ id, version }) => `${id} ${version}`);
    lines.push(
      `${t('note.basis')}: ${[advice.source.label, t(`strength.${advice.strength}`), advice.completed === true ? t('advice.completed') : '', advice.ruleId, ...releases].filter(Boolean).join(', ')}`,
    );
  }
  for (const missing of row.untested)
    lines.push(
      missing.measured === undefined
        ? `${t('note.untested')}: ${missingNames([missing])} (${missing.test.display || missing.test.code})`
        : t('now.measured', { drug: missing.gene, measured: missing.measured }),
    );
  lines.push(t('note.hash', { hash: report.inputHash }));
  return lines.join('\n');
}
