/** Stages: from the Condition and from stage Observations, kept apart, with a warning where they do not agree. */
import { categoryIn, impliedSystem, stageGroup, stageTest, tnmCategory } from '../../codes/stage-codes.ts';
import type { DataWarning, StageFact } from '../../facts.ts';
import type { Chart } from '../chart.ts';
import { concept, list, records, wordings, type Concept } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import type { IntakeResource } from '../intake.ts';
import { sourceOf, type ObservationView } from '../observation.ts';
import { referenceText } from '../resource-references.ts';
import { entryOf } from '../../entry-of.ts';

const codesIn = (of: Concept) => of.codings.flatMap(({ code }) => (code === '' ? [] : [code]));

export interface StageObservation {
  readonly stage: StageFact;
  readonly view: ObservationView;
  /** Conditions that the result names as its focus. */
  readonly focus: readonly IntakeResource[];
}

export function stageObservations(chart: Chart): readonly StageObservation[] {
  const stages: StageObservation[] = [];
  const parts = new Map<string, ObservationView[]>();
  for (const view of chart.observations) {
    if (!view.usable) continue;
    const codes = view.code.codings.map(({ code }) => code);
    const category = tnmCategory(codes);
    if (category !== null) {
      const key = `${category[0]}|${list(view.entry.resource['focus']).map(referenceText).join(',')}`;
      parts.set(key, [...(parts.get(key) ?? []), view]);
      continue;
    }
    const kind = stageTest(codes, wordings(view.code));
    if (kind === null) continue;
    const value = valueConcept(view.value);
    const text = textOf(value);
    if (text === undefined) continue;
    stages.push({
      stage: stageFact(text, value, kind, view.method, view.source, [
        ...wordings(view.code),
        ...impliedSystem(codes, codesIn(view.method)),
      ]),
      view,
      focus: focusOf(view, chart),
    });
  }
  for (const views of parts.values()) {
    const [first] = views;
    if (first !== undefined) stages.push({ stage: tnmFact(views, first), view: first, focus: focusOf(first, chart) });
  }
  return stages;
}

export function isTnmPart(view: ObservationView): boolean {
  return tnmCategory(view.code.codings.map(({ code }) => code)) !== null;
}

function focusOf(view: ObservationView, chart: Chart): readonly IntakeResource[] {
  return list(view.entry.resource['focus']).flatMap((item) => chart.intake.resolve(item, view.entry) ?? []);
}

const ORDER = { T: 0, N: 1, M: 2 };

/** "cT3 cN0 cM0" from its three Observations. */
function tnmFact(views: readonly ObservationView[], first: ObservationView): StageFact {
  const found = views.flatMap((view) => {
    const category = tnmCategory(view.code.codings.map(({ code }) => code));
    const text = textOf(valueConcept(view.value));
    if (category === null || text === undefined) return [];
    const [kind, letter] = category;
    const bare = /[cpy]*([TNM][A-Za-z0-9]{1,4}(?:\([^)]*\))?)/.exec(text)?.[1] ?? text;
    return [{ letter, text: `${kind === 'clinical' ? 'c' : 'p'}${bare}` }];
  });
  const [category] = views.map((view) => tnmCategory(view.code.codings.map(({ code }) => code)));
  const unique = [...new Map(found.map((item) => [item.text, item] as const)).values()].sort(
    (a, b) => ORDER[a.letter] - ORDER[b.letter] || (a.text < b.text ? -1 : 1),
  );
  return { text: unique.map(({ text }) => text).join(' '), kind: category?.[0] ?? 'other', system: 'TNM', source: first.source };
}

function textOf(value: Concept): string | undefined {
  const [coding] = value.codings;
  return value.text ?? coding?.display ?? coding?.code;
}

function stageFact(
  text: string,
  value: Concept,
  kind: StageFact['kind'],
  method: Concept,
  source: StageFact['source'],
  test: readonly string[] = [],
): StageFact {
  const group = stageGroup(codesIn(value), wordings(value));
  const system = systemOf(
    [text, ...test, ...wordings(method), ...wordings(value), ...value.codings.map((coding) => coding.system)].join(' '),
  );
  return { text, ...(group === undefined ? {} : { group }), ...(system === undefined ? {} : { system }), kind, source };
}

function systemOf(words: string): string | undefined {
  return SYSTEMS.find(([named]) => named.test(words))?.[1];
}
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/FIGO|gynecolog/i, 'FIGO'],
  [/Binet/i, 'Binet'],
  [/\bRai\b/i, 'Rai'],
  [/\bR-?ISS\b|revised (?:international staging|ISS)/i, 'R-ISS'],
  [/\bISS\b|international staging system (?:for|stage|of multiple)/i, 'ISS'],
  [/Durie/i, 'Durie-Salmon'],
  [/\bBCLC\b|Barcelona/i, 'BCLC'],
  [/AJCC|American Joint|cancerstaging/i, 'AJCC'],
  [/Ann Arbor/i, 'Ann Arbor'],
  [/Lugano/i, 'Lugano'],
  [/Cotswold/i, 'Cotswolds'],
  [/UICC|TNM/i, 'TNM'],
];

/** Stages written in the Condition itself: groups first, and the categories T, N and M, which stand as entries of their own, together behind them. */
export function conditionStages(entry: IntakeResource, chart: Chart): readonly StageFact[] {
  const source = sourceOf(entry, chart.intake);
  const categories: Category[] = [];
  const stages = records(entry.resource['stage']).flatMap((stage): readonly StageFact[] => {
    const summary = concept(stage['summary']);
    const text = textOf(summary);
    if (text === undefined) return [];
    const type = concept(stage['type']);
    const words = wordings(type).join(' ');
    const coded = tnmCategory(codesIn(type))?.[0];
    const kind = coded ?? (/clinical/i.test(words) ? 'clinical' : /patholog/i.test(words) ? 'pathologic' : 'other');
    const category = [...wordings(summary), ...codesIn(summary)].map(categoryIn).find((found) => found !== null);
    if (category !== undefined) categories.push({ ...category, kind: entryOf(SIDES, category.side) ?? kind });
    return category === undefined ? [stageFact(text, summary, kind, type, source)] : [];
  });
  const sides = [...new Set(categories.map(({ kind }) => kind))];
  return [...stages, ...sides.map((kind) => written(categories, kind, source))];
}

interface Category {
  readonly letter: 'T' | 'N' | 'M';
  readonly text: string;
  readonly kind: StageFact['kind'];
}

const SIDES: Readonly<Record<string, StageFact['kind']>> = { c: 'clinical', p: 'pathologic' };

/** "T2 N1 M1" from entries of one side. */
function written(categories: readonly Category[], side: StageFact['kind'], source: StageFact['source']): StageFact {
  const own = categories.filter(({ kind }) => kind === side).sort((a, b) => ORDER[a.letter] - ORDER[b.letter]);
  return { text: [...new Set(own.map(({ text }) => text))].join(' '), system: 'TNM', kind: side, source };
}

/** Says when stages of one tumour do not agree; which is right is not for the reader to tell. */
export function stageDisagreement(entry: IntakeResource, stages: readonly StageFact[]): DataWarning | null {
  const groups = new Map<string, StageFact>();
  for (const stage of stages) if (stage.group !== undefined && !groups.has(stage.group)) groups.set(stage.group, stage);
  if (groups.size < 2) return null;
  const said = [...groups.values()].map((stage) => {
    const date = stage.source.issued?.slice(0, 10);
    return `${stage.group ?? ''} (${[stage.kind === 'other' ? '' : stage.kind, stage.source.reference, date ?? 'no date'].filter((item) => item !== '').join(', ')})`;
  });
  return {
    code: 'conflict',
    message: `The stage of one tumour is recorded as ${said.sort().join(' and ')}; all were kept.`,
    reference: entry.reference,
  };
}
