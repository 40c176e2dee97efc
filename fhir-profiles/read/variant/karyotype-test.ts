/** A chromosome analysis or in-situ test whose value is a karyotype (ISCN): one finding per abnormality, as far as it names genes or an arm. */
import { readKaryotype } from '../../codes/genomics/translocations.ts';
import type { VariantFact } from '../../facts.ts';
import { unparsed } from '../chart.ts';
import { wordings } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import type { ObservationView } from '../observation.ts';
import { originOf, statedPresence } from './variant-parts.ts';
import type { VariantReading } from './variant.ts';

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
  return [...wordings(view.code), ...wordings(view.method)].some((text) => TEST.test(text)) && karyotypesIn(view).length > 0;
}

function karyotypesIn(view: ObservationView): readonly string[] {
  return wordings(valueConcept(view.value)).filter((text) => KARYOTYPE.test(text));
}

export function readKaryotypeTest(view: ObservationView): VariantReading {
  const facts: VariantFact[] = [];
  const undecided: string[] = [];
  const named = karyotypesIn(view).length > 0 ? null : namedDeletion(view);
  if (named !== null) facts.push({ ...finding(view, 0, named.name), kind: 'copy-number', presence: named.presence, names: [named.name] });
  for (const text of karyotypesIn(view)) {
    const reading = readKaryotype(text);
    undecided.push(...reading.undecided);
    for (const genes of reading.fusions) {
      const [fivePrime, threePrime] = genes;
      facts.push({
        ...finding(view, facts.length, text),
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
