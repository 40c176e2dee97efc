/** When two answers say the same, and when one only says less. */
import type { Answer } from './answer.ts';
import { isRecord } from './transformation.ts';

/**
 * An answer as it is compared: what depends on the writing alone is taken out. Lists are sorted, because most are by the names of resources;
 * spaces and hyphens are of one kind, days are without their time.
 */
export function comparable(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return name === 'issued' ? value.slice(0, 10) : plain(value);
  if (Array.isArray(value)) return value.map((item) => comparable(item)).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (!isRecord(value)) return value;
  // A conflict is filed under the first of its results by name.
  const leftOut = value['code'] === 'conflict' ? ['reference'] : ['inputHash'];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !leftOut.includes(key))
      .map(([key, member]) => [key, comparable(member, key)]),
  );
}

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\u2011/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** `now` with the resources called as they are in the chart. */
export function renamed(answer: Answer, names: ReadonlyMap<string, string> | undefined): Answer {
  let text = JSON.stringify(answer);
  for (const [now, was] of names ?? []) text = text.replaceAll(now, was);
  return JSON.parse(text) as Answer;
}

/** What an answer says for certain, one line each. */
function certainties({ report: { pgx, oncology }, cards }: Answer): readonly string[] {
  return [
    ...pgx.genes
      .filter(({ phenotype, state }) => state === 'called' && phenotype !== null)
      .map(({ gene, phenotype }) => `${gene}: ${phenotype ?? ''}`),
    ...pgx.drugs
      .filter(({ action }) => action !== 'no-recommendation' && action !== 'test-first')
      .map(({ drug, action, dose }) => `${drug.name}: ${action} ${JSON.stringify(dose?.factor ?? dose?.percent ?? '')}`),
    ...oncology.variants.map(({ gene, present, origin }) => `${gene} variant ${present ? 'present' : 'absent'}, ${origin}`),
    ...oncology.biomarkers.filter(({ status }) => status !== undefined).map(({ kind, status }) => `${kind}: ${status ?? ''}`),
    ...oncology.therapies
      .filter(({ approved }) => approved)
      .map(({ therapy, effect }) => `${therapy.map(({ name }) => name).join(' + ')}: ${effect}`),
    ...cards.flatMap(({ family, hook, indicator, suggestions }) => {
      const labels = (suggestions as { label: string }[]).map(({ label }) => `${String(family)} ${String(hook)}: ${label}`);
      return indicator === 'critical' ? [...labels, `${String(family)} ${String(hook)}: critical`] : labels;
    }),
  ];
}

/** What the second answer says for certain and the first does not. */
export function newlyCertain(before: Answer, after: Answer): readonly string[] {
  const known = new Set(certainties(before));
  return certainties(after).filter((line) => !known.has(line));
}

/** Results that the first answer rests on and that the second neither uses nor names among what it could not use. */
export function passedOver(before: Answer, after: Answer): readonly string[] {
  const named = resultsIn(after);
  return [...resultsIn(before)].filter((reference) => !named.has(reference));
}

function resultsIn({ report }: Answer): ReadonlySet<string> {
  return new Set([...JSON.stringify(report).matchAll(/"reference":"(Observation\/[^"]+)"/g)].flatMap(([, reference]) => reference ?? []));
}

/** Cards that the first answer has and for whose order, or opening of the chart, the second says nothing at all. */
export function fallenSilent(before: Answer, after: Answer): readonly string[] {
  const spoken = new Set(after.cards.map(whereOf));
  return [...new Set(before.cards.map(whereOf))].filter((where) => !spoken.has(where));
}

const whereOf = ({ family, hook, order }: Readonly<Record<string, unknown>>): string =>
  `${String(family)} ${String(hook)} ${String(order ?? '')}`;
