/** A chromosome analysis or in-situ test whose value is a karyotype (ISCN): one finding per abnormality, as far as it names genes or an arm. */
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { readKaryotype } from '../../../codes/genomics/translocations.ts';
import type { VariantFact } from '../../../facts.ts';
import { unparsed } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import { isNormalKaryotype } from '../notation/karyotype.ts';
import { originOf } from '../parts/variant-parts.ts';
import { statedPresence } from '../parts/stated-presence.ts';
import type { VariantReading } from './index.ts';

const TEST = /\bchromosom\w*|\bkaryotyp\w*|\bcytogen\w*|\bISCN\b|\bFISH\b|in situ hybridi[sz]ation/i;
const KARYOTYPE = /\b\d{2}(?:[~-]\d{2})?,\s*X[XY]?|\b(?:t|inv|del|der|ins|dic)\(\s*[0-9XY]{1,2}/i;
/** Deletions that stand for an arm: del(5)(q13q33), del(17p). */
const DELETION = /\bdel\(\s*[0-9XY]{1,2}\s*[pq]?\s*\)(?:\([pq][\d.]*(?:[pq][\d.]*)?\))?/gi;

/** Tests named after the loss of an arm: "FISH del(17p)", "17p deletion", "del(13)(q14)". */
const NAMED_DELETION =
  /\bdel\(\s*[0-9XY]{1,2}\s*[pq]?[\d.]*\s*\)(?:\(([pq])[\d.]*(?:[pq][\d.]*)?\))?|\b(?:\d{1,2}|X)[pq](?:[\d.]+)?[\s-]*(?:deletion|loss)\b/i;

/** The one loss that the test's name asks for, with what the value says of it; null for other tests. */
function namedDeletion(view: ObservationView): { readonly name: string; readonly presence: 'present' | 'absent' } | null {
  const names = new Set(
    wordings(view.code).flatMap((text) => [...text.matchAll(new RegExp(NAMED_DELETION, 'gi'))].map(([found]) => found)),
  );
  const presence = statedPresence(view);
  const [name] = names;
  return names.size === 1 && name !== undefined && (presence === 'present' || presence === 'absent') ? { name, presence } : null;
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
  const named = karyotypesIn(view).length > 0 ? null : namedDeletion(view);
  if (named !== null) facts.push({ ...finding(view, 0, named.name), kind: 'copy-number', presence: named.presence, names: [named.name] });
  const said = karyotypesIn(view).flatMap((text) => {
    const { found, denied } = apart(text);
    return [{ text: found, presence: 'present' as const }, ...denied.map((one) => ({ text: one, presence: 'absent' as const }))];
  });
  for (const { text, presence } of said) {
    const reading = readKaryotype(text);
    // What a normal karyotype does not show is for those to say who know what is asked.
    if (presence === 'present' && isNormalKaryotype(text))
      facts.push({ ...finding(view, facts.length, text), presence: 'absent', names: ['Karyotype abnormality'] });
    if (presence === 'present') undecided.push(...reading.undecided);
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
    for (const [deletion] of text.matchAll(DELETION))
      facts.push({
        ...finding(view, facts.length, text),
        presence,
        kind: 'copy-number',
        iscn: deletion.replace(/\s+/g, ''),
        names: [deletion.replace(/\s+/g, '')],
      });
  }
  const warnings = [...new Set(undecided)].map((text) =>
    unparsed(view.entry, `The karyotype names ${text}, whose genes cannot be told from the breakpoints: not interpreted.`),
  );
  return { facts, warnings };
}

/** An abnormality with its bands and the cells it was seen in. */
const ABNORMALITY =
  /\b(?:t|inv|del|der|ins|dic)\(\s*[0-9XYpq][^()]{0,14}\)(?:\([^()]{1,30}\))?(?:\s?\[\d{1,4}(?:\/\d{1,4})?\])?|\bphiladelphia(?: chromosome)?/gi;
const BORDER = /;\s|\.\s|\n/g;
const DENIED_BEFORE = /\b(?:no|not|without|negative for|absence of|neither|lacks?|excludes?)\b[^.]*$/i;
const DENIED_BEHIND =
  /^[^.;]{0,40}?\b(?:not (?:identified|detected|found|seen|present|observed)|negative|absent|undetected|ruled out|excluded)\b/i;
const FOUND_BEHIND = /^[\s:,-]*(?:was |is )?(?:detected|present|positive|identified|found|seen)\b/i;
const IN_NO_CELL = /\[0(?:\/\d{1,4})?\]$/;

/** What a text says was found, and the abnormalities it names as not found: "46,XX; no del(5q)", "t(9;22)(q34;q11)[0/20]". */
function apart(text: string): { readonly found: string; readonly denied: readonly string[] } {
  const denied: string[] = [];
  const found = text.replace(ABNORMALITY, (named: string, ...more: unknown[]) => {
    const at = more.find((one): one is number => typeof one === 'number') ?? 0;
    const before = text.slice(0, at).split(BORDER).at(-1) ?? '';
    const behind = text.slice(at + named.length).split(BORDER)[0] ?? '';
    const isDenied = IN_NO_CELL.test(named) || DENIED_BEHIND.test(behind) || (DENIED_BEFORE.test(before) && !FOUND_BEHIND.test(behind));
    if (!isDenied) return named;
    denied.push(named.replace(/\s?\[[^\]]*\]$/, ''));
    return ' ';
  });
  return { found, denied };
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
