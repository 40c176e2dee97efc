/** A chromosome analysis or in-situ test whose value is a karyotype (ISCN): one finding per abnormality, as far as it names genes or an arm. */
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { ARM_GAIN } from '../../../codes/genomics/abnormalities.ts';
import { readKaryotype } from '../../../codes/genomics/translocations.ts';
import type { VariantFact } from '../../../facts.ts';
import { quoted, unparsed } from '../../chart.ts';
import { wordings, type Concept } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import { isNormalKaryotype } from '../notation/karyotype.ts';
import { originOf } from '../parts/variant-parts.ts';
import { statedPresence } from '../parts/stated-presence.ts';
import { abnormalitiesApart } from './abnormalities-apart.ts';
import type { VariantReading } from './index.ts';

const TEST = /\bchromosom\w*|\bkaryotyp\w*|\bcytogen\w*|\bISCN\b|\bFISH\b|in situ hybridi[sz]ation/i;
const KARYOTYPE = /\b\d{2}(?:[~-]\d{2})?,\s*X[XY]?|\b(?:t|inv|del|der|ins|dic)\(\s*[0-9XY]{1,2}/i;
/** Deletions that stand for an arm: del(5)(q13q33), del(17p). */
const DELETION = /\bdel\(\s*[0-9XY]{1,2}\s*[pq]?[\d.]*\s*\)(?:\([pq][\d.]*(?:[pq][\d.]*)?\))?/gi;

const GAIN = new RegExp(ARM_GAIN, 'gi');
/** Tests named after the loss of an arm: "FISH del(17p)", "17p deletion", "del(13)(q14)". */
const NAMED_DELETION =
  /\bdel\(\s*[0-9XY]{1,2}\s*[pq]?[\d.]*\s*\)(?:\(([pq])[\d.]*(?:[pq][\d.]*)?\))?|\b(?:\d{1,2}|X)[pq](?:[\d.]+)?[\s-]*(?:deletion|loss)\b/i;

/** The one loss that the name of a test, or of a part of it, asks for; null for other tests. */
function deletionAsked(code: Concept): string | null {
  const names = new Set(wordings(code).flatMap((text) => [...text.matchAll(new RegExp(NAMED_DELETION, 'gi'))].map(([found]) => found)));
  const [name] = names;
  return names.size === 1 && name !== undefined ? name : null;
}
/** With what the value says of it. */
function namedDeletion(view: ObservationView): { readonly name: string; readonly presence: 'present' | 'absent' } | null {
  const name = deletionAsked(view.code);
  const presence = statedPresence(view);
  return name !== null && (presence === 'present' || presence === 'absent') ? { name, presence } : null;
}
/** A loss is asked for, and the answer is none that says yes or no ("10 % of cells"). */
export function asksDeletion(view: ObservationView): boolean {
  return view.value !== null && deletionAsked(view.code) !== null;
}
/** Losses that the parts of one test ask for each by its name: "del(17p)" of a panel by in-situ hybridisation. */
export function deletionsInParts(view: ObservationView): readonly VariantFact[] {
  return view.components.flatMap(({ code, codes, value, interpretation }, at) => {
    const named = namedDeletion({ ...view, code, codes, value, interpretation, components: [] });
    if (named === null) return [];
    const fact = finding(view, 0, named.name);
    return [{ ...fact, id: `${fact.id}#part${at + 1}`, kind: 'copy-number' as const, presence: named.presence, names: [named.name] }];
  });
}

/** True when the test's name and value are those of a karyotype, or the name asks for the loss of an arm. */
export function holdsKaryotype(view: ObservationView): boolean {
  if (namedDeletion(view) !== null) return true;
  const asked = view.codes.has(COMPONENT.iscn) || [...wordings(view.code), ...wordings(view.method)].some((text) => TEST.test(text));
  return asked && karyotypesIn(view).length > 0;
}

function karyotypesIn(view: ObservationView): readonly string[] {
  return wordings(valueConcept(view.value)).filter((text) => KARYOTYPE.test(text));
}

export function readKaryotypeTest(view: ObservationView): VariantReading {
  const facts: VariantFact[] = [];
  const undecided: string[] = [];
  const unsure: string[] = [];
  const named = karyotypesIn(view).length > 0 ? null : namedDeletion(view);
  if (named !== null) facts.push({ ...finding(view, 0, named.name), kind: 'copy-number', presence: named.presence, names: [named.name] });
  else if (karyotypesIn(view).length === 0 && asksDeletion(view)) {
    const [written = String(view.value?.kind === 'quantity' ? view.value.value : '')] = wordings(valueConcept(view.value));
    const message = `A test of ${deletionAsked(view.code) ?? ''} says ${quoted(written)} and was not used.`;
    return { facts, warnings: [unparsed(view.entry, message)] };
  }
  const said = karyotypesIn(view).flatMap((text) => {
    const { found, denied, open } = abnormalitiesApart(text);
    unsure.push(...open);
    return [{ text: found, presence: 'present' as const }, ...denied.map((one) => ({ text: one, presence: 'absent' as const }))];
  });
  for (const { text, presence } of said) {
    const reading = readKaryotype(text);
    // What a normal karyotype does not show is for those to say who know what is asked.
    if (presence === 'present' && isNormalKaryotype(text))
      facts.push({ ...finding(view, facts.length, text), presence: 'absent', names: ['Karyotype abnormality'] });
    if (presence === 'present') undecided.push(...reading.undecided);
    // Named all the same, so that a board sees it: which genes are joined is not claimed.
    for (const name of reading.undecided) facts.push({ ...finding(view, facts.length, name), presence, names: [name] });
    for (const genes of reading.fusions) {
      const [fivePrime, threePrime] = genes;
      facts.push({
        ...finding(view, facts.length, text),
        presence,
        gene: fivePrime,
        genes,
        kind: 'fusion',
        fusion: { fivePrime, threePrime, ordered: true },
        names: [`${fivePrime}::${threePrime}`],
      });
    }
    for (const name of [
      ...[...text.matchAll(DELETION)].map(([deletion]) => deletion.replace(/\s+/g, '')),
      ...[...text.matchAll(GAIN)].map(([gain]) => gain),
    ])
      facts.push({ ...finding(view, facts.length, name), presence, kind: 'copy-number', names: [name] });
  }
  const warnings = [...new Set(undecided)].map((text) =>
    unparsed(view.entry, `The karyotype names ${text}, whose genes cannot be told from the breakpoints: not interpreted.`),
  );
  const open = [...new Set(unsure)].map((text) =>
    unparsed(view.entry, `The result names ${text}: whether it was found could not be told.`),
  );
  return { facts, warnings: [...warnings, ...open] };
}

function finding(view: ObservationView, at: number, iscn: string): VariantFact {
  return {
    id: at === 0 ? view.entry.reference : `${view.entry.reference}#${at + 1}`,
    gene: '',
    genes: [],
    kind: 'other',
    presence: 'present',
    origin: originOf(view),
    rsIds: [],
    clinvarIds: [],
    iscn,
    names: [],
    classification: 'unknown',
    ...(view.specimen === undefined ? {} : { specimen: view.specimen }),
    source: view.source,
  };
}
