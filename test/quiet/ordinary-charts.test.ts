/**
 * Ordinary charts stay silent: thousands of everyday lines, problems, reports and documents, none of which is a result of a gene, of a tumour marker or of
 * an unread genetic report, whatever its name looks like. What must still be told in the same form stands in `still-told.test.ts`.
 */
import { describe, expect, it } from 'vitest';
import { condition, observation, words, type Resource } from '../reading/resources.ts';
import { read } from '../reading/vocabulary.ts';
import { ABBREVIATIONS } from './abbreviations.ts';
import { BEDSIDE } from './bedside.ts';
import { LABORATORY } from './laboratory.ts';
import { MICROBIOLOGY } from './microbiology.ts';
import { OTHER_LANGUAGES } from './other-languages.ts';
import { RECORDS } from './records.ts';
import { chart, formsOf, linesOf, type Line } from './shapes.ts';

/** What the laboratory reader says of a value: not of genes, and checked in its own tests. */
const OF_A_VALUE = /was not used because (?:its value|its unit|it has no unit)|has no unit; it was read as|is not plausible|has no value/;
/** Said where a family history stands in the list of problems. */
const OF_FAMILY = /recorded as family history/;

function noiseOf(...resources: readonly Resource[]): readonly string[] {
  const { facts, warnings } = read(chart(...resources));
  return [
    ...facts.germline.map(({ gene }) => `result of ${gene}`),
    ...facts.tested.map(({ gene }) => `examined: ${gene}`),
    ...facts.variants.map(({ gene, presence }) => `variant of ${gene}: ${presence}`),
    ...facts.biomarkers.map(({ kind, value }) => `marker ${kind}: ${String(value)}`),
    ...(facts.unreadReports ?? []).map(({ name }) => `unread report: ${name}`),
    ...(facts.drugStatements ?? []).map(() => 'statement of a drug'),
    ...warnings.map(({ message }) => message).filter((message) => !OF_A_VALUE.test(message) && !OF_FAMILY.test(message)),
  ];
}

/** Of each name one value and one form, in turn: every value and every form is met many times. */
function turnByTurn(table: string): readonly Line[] {
  const byName = new Map<string, Line[]>();
  for (const line of linesOf(table)) byName.set(line.name, [...(byName.get(line.name) ?? []), line]);
  return [...byName.values()].flatMap((lines, at) => lines.filter((_, each) => (each + at) % 6 === 0));
}

function noisy(lines: readonly Line[]): readonly string[] {
  return lines.flatMap((line, at) => {
    const forms = formsOf(line);
    const [form, resource] = forms[at % forms.length] ?? ['', observation('o', words(line.name))];
    const noise = noiseOf(resource);
    return noise.length === 0 ? [] : [`${line.name} = ${line.value} (${form}): ${noise.join('; ')}`];
  });
}

describe('nothing is told of', () => {
  it.each([
    ['laboratory lines', LABORATORY],
    ['bedside lines', BEDSIDE],
    ['cultures and susceptibilities', MICROBIOLOGY],
    ['lines in other languages', OTHER_LANGUAGES],
  ])('%s', (_what, table) => {
    const lines = turnByTurn(table);
    expect(lines.length).toBeGreaterThan(400);
    expect(noisy(lines)).toEqual([]);
  });

  it('short titles that are symbols of genes as well, in every value', () => {
    const lines = linesOf(ABBREVIATIONS).filter((_, at) => at % 2 === 0);
    expect(lines.length).toBeGreaterThan(1_400);
    expect(noisy(lines)).toEqual([]);
  });

  it.each([
    ['laboratory lines', LABORATORY],
    ['bedside lines', BEDSIDE],
  ])('%s as answers of a form and as notes', (_what, table) => {
    const noisyLines = turnByTurn(table).flatMap(({ name, value }) => {
      const form: Resource = { resourceType: 'QuestionnaireResponse', id: 'q', status: 'completed', subject: { reference: 'Patient/p1' }, item: [{ linkId: '1', text: name, answer: [{ valueString: value }] }] };
      const noted = condition('c', words('Hypertension'), { note: [{ text: `${name}: ${value}` }] });
      const noise = [...noiseOf(form), ...noiseOf(noted)];
      return noise.length === 0 ? [] : [`${name} = ${value}: ${noise.join('; ')}`];
    });
    expect(noisyLines).toEqual([]);
  }); // prettier-ignore

  it('problems, procedures, reports, narratives, notes and documents', () => {
    expect(RECORDS.length).toBeGreaterThan(900);
    const loud = RECORDS.flatMap(([name, resource]) => noiseOf(resource).map((noise) => `${name}: ${noise}`));
    expect(loud).toEqual([]);
  });

  it.each(['>60', '> 60', '>90', '72'])('eGFR %s without its unit, not even of the value', (valueString) => {
    const line = observation('o', words('Estimated GFR (MDRD equation)'), { valueString });
    expect(read(chart(line)).warnings).toEqual([]);
    expect(read(chart(observation('o', words('eGFR'), { valueString }))).warnings).toEqual([]);
  });

  it.each<[string, string]>([
    ['ALK', '85 U/L'],
    ['ALK', 'High'],
    ['RET', '1.2 %'],
    ['MET', 'R'],
    ['AR', 'Mild'],
    ['PR', '160 ms'],
    ['EGFR', '>60'],
    ['CRP', 'Negative'],
    ['MPO', 'Negative'],
    ['HR', '72'],
    ['ATM', 'S'],
    ['F5', '98 %'],
  ])('%s = %s beside a tumour on record', (name, valueString) => {
    const tumour = condition('c', words('Invasive ductal carcinoma of breast'));
    expect(noiseOf(tumour, observation('o', words(name), { valueString }))).toEqual([]);
  });
});
