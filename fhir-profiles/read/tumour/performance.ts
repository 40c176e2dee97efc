/** ECOG (0 to 5) and Karnofsky (0 to 100) performance status. */
import type { DataWarning, PerformanceFact } from '../../facts.ts';
import { unparsed, type Chart, type ChartReading } from '../chart.ts';
import { wordings, type Concept } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import type { IntakeResource } from '../intake.ts';
import type { ObservationView } from '../observation.ts';
import { entryOf } from '../../entry-of.ts';

const TESTS: Readonly<Record<string, PerformanceFact['scale']>> = {
  '89247-1': 'ECOG',
  '89262-0': 'ECOG',
  '423740007': 'ECOG',
  '89243-0': 'Karnofsky',
  '761869008': 'Karnofsky',
  // The list of answers, which the app of the CodeX services sends in the place of the question.
  'LL4986-7': 'Karnofsky',
};

/** LOINC answers of the lists LL529-9 (ECOG) and LL4986-7 (Karnofsky), as the app of the CodeX services offers them. "Dead" is one answer of both. */
const ANSWERS: Readonly<Record<PerformanceFact['scale'], Readonly<Record<string, number>>>> = {
  ECOG: { 'LA9622-7': 0, 'LA9623-5': 1, 'LA9624-3': 2, 'LA9625-0': 3, 'LA9626-8': 4, 'LA9627-6': 5 },
  Karnofsky: {
    'LA29175-9': 100,
    'LA29176-7': 90,
    'LA29177-5': 80,
    'LA29178-3': 70,
    'LA29179-1': 60,
    'LA29180-9': 50,
    'LA29181-7': 40,
    'LA29182-5': 30,
    'LA29183-3': 20,
    'LA29184-1': 10,
    'LA9627-6': 0,
  },
};

export function readPerformance(chart: Chart): ChartReading<PerformanceFact> {
  const facts: PerformanceFact[] = [];
  const warnings: DataWarning[] = [];
  const claimed = new Set<IntakeResource>();
  for (const view of chart.observations) {
    if (!view.usable) continue;
    const scale = scaleOf(view);
    if (scale === null) continue;
    claimed.add(view.entry);
    const value = numberIn(view, scale);
    if (value === null || !plausible(scale, value))
      warnings.push(unparsed(view.entry, `A ${scale} performance status could not be read and was not used.`));
    else facts.push({ scale, value, source: view.source });
  }
  return { facts, warnings, claimed };
}

function scaleOf(view: ObservationView): PerformanceFact['scale'] | null {
  for (const { code } of view.code.codings) {
    const found = entryOf(TESTS, code);
    if (found !== undefined) return found;
  }
  const words = wordings(view.code).join(' ');
  const ecog = /\bECOG\b|\bZubrod\b/i.test(words);
  const karnofsky = /\bkarnofsky\b|\bKPS\b/i.test(words);
  return ecog === karnofsky ? null : ecog ? 'ECOG' : 'Karnofsky';
}

function numberIn(view: ObservationView, scale: PerformanceFact['scale']): number | null {
  if (view.value?.kind === 'quantity') return view.value.comparator === undefined ? view.value.value : null;
  const value = valueConcept(view.value);
  for (const of of [value, ...view.interpretation]) {
    const coded = of.codings.map(({ code }) => entryOf(ANSWERS[scale], code)).find((found) => found !== undefined);
    if (coded !== undefined) return coded;
    const worded = inWords(of);
    if (worded !== null) return worded;
  }
  return null;
}

/** "ECOG 1", "1 - restricted in strenuous activity", "80 %"; a range ("0-1") is no single value. */
function inWords(of: Concept): number | null {
  for (const text of [...wordings(of), ...of.codings.map(({ code }) => code)]) {
    if (/^\D*\d{1,3}\s*[-–/]\s*\d/.test(text)) continue;
    const found = /^(?:(?:ECOG|karnofsky|KPS|PS|grade|score|performance status|status)[\s:=of]*)*(\d{1,3})\s*(?:%|$|[-–:.,;(\s])/i.exec(
      text,
    )?.[1];
    if (found !== undefined) return Number(found);
  }
  return null;
}

function plausible(scale: PerformanceFact['scale'], value: number): boolean {
  return scale === 'ECOG' ? Number.isInteger(value) && value >= 0 && value <= 5 : value >= 0 && value <= 100 && value % 10 === 0;
}
