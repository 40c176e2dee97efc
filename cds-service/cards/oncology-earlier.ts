/** What a card says of drugs that were given before and are not offered again, or only with that said, where the chart tells why they ended. */
import type { OrderFit, PatientReport } from '../report/types.ts';
import { withReadableDates } from './dates.ts';
import type { DetailLine } from './detail.ts';
import { escapeMarkdown } from './markdown.ts';

/** `Given before: Osimertinib: stopped as not tolerated (3 May 2026).` Only drugs that labels name for what this patient has. */
export function givenBefore({ oncology }: PatientReport, fit?: Pick<OrderFit, 'drug'>): DetailLine {
  const withheld = new Set(
    oncology.therapies
      .filter(
        ({ approved, setting = '', settingStanding }) => approved && (settingStanding === 'against' || setting.includes('given before')),
      )
      .flatMap(({ therapy }) => therapy.map(({ name }) => name.toLowerCase())),
  );
  const told = (oncology.earlier ?? []).filter(({ drug }) => withheld.has(drug.name) || drug.name === fit?.drug.name);
  const sentences = told.map(({ drug, said }) =>
    escapeMarkdown(withReadableDates(`${drug.name.charAt(0).toUpperCase()}${drug.name.slice(1)}: ${said}.`)),
  );
  return { label: 'Given before', sentences, keep: 1 };
}
