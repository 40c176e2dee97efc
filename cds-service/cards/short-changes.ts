/** Protein changes as oncologists say them: the full notation stands once, in the detail. */
import { toOneLetter } from '../knowledge/oncology/notation/amino-acid.ts';

const LONG = /\bp\.(?:\(([A-Z][a-z]{2}\d+[\w*=?]*)\)|([A-Z][a-z]{2}\d+[\w*=?]*))/g;

/** Every `p.Thr790Met` of a sentence as `T790M`; anything else stays as it is. */
export function shortChanges(text: string): string {
  return text.replace(LONG, (_, bracketed: string | undefined, bare: string | undefined) => toOneLetter(bracketed ?? bare ?? ''));
}

/** The same for reasons, without "T790M is EGFR T790M" and without a finding said twice. */
export function shortReason(text: string): string {
  const said = shortChanges(text)
    .replace(/(?<![\w.])(\S+) is (\S+) \1(?=[.,;]|$)/g, '$2 $1')
    .replace(/(\S+::\S+ fusion) is \S+(?=[.,;]|$)/g, '$1');
  return said.replace(/^(approved for (.*?)(?: \([^)]*\))?): (.+)$/, (_, head: string, asked: string, reason: string) =>
    asked.includes(reason) ? head : `${head}; ${reason}`,
  );
}
