/** Cytogenetic names that stand for one fusion gene or one arm-level change (ISCN); each line stands in OncoTree's names or CIViC's variant aliases. */
const TRANSLOCATIONS: readonly (readonly [RegExp, string, string])[] = [
  [/t\(9;22\)/, 'BCR', 'ABL1'],
  [/t\(15;17\)/, 'PML', 'RARA'],
  [/t\(2;5\)/, 'NPM1', 'ALK'],
  [/t\(2;17\)\(p23/, 'CLTC', 'ALK'],
  [/t\(12;21\)/, 'ETV6', 'RUNX1'],
  [/t\(8;21\)/, 'RUNX1', 'RUNX1T1'],
  [/inv\(16\)|t\(16;16\)/, 'CBFB', 'MYH11'],
  [/t\(9;11\)/, 'KMT2A', 'MLLT3'],
  [/t\(11;22\)\(q24/, 'EWSR1', 'FLI1'],
  [/t\(8;13\)\(p11/, 'ZMYM2', 'FGFR1'],
  [/t\(8;9\)\(p22/, 'PCM1', 'JAK2'],
  [/t\(4;7\)\(q24/, 'PAPSS1', 'BRAF'],
  [/t\(1;19\)\(q23/, 'TCF3', 'PBX1'],
  [/t\(6;9\)\(p2/, 'DEK', 'NUP214'],
];

/** The fusion an ISCN text names, or null. A philadelphia chromosome by its word is read too. */
export function fusionOfKaryotype(text: string): readonly [string, string] | null {
  const compact = text.toLowerCase().replace(/\s+/g, '');
  if (/philadelphia|^ph\+|\bph1?-positive/.test(compact)) return ['BCR', 'ABL1'];
  for (const [pattern, five, three] of TRANSLOCATIONS) if (pattern.test(compact)) return [five, three];
  return null;
}

/** `5q deletion`, `del(5q)`, `5q-`, `del(17)(p13)`: the arm, as `5q`; null when the text names none. */
export function armDeletion(text: string): string | null {
  const compact = text.toLowerCase().replace(/\s+/g, '');
  const match = /del\((\d{1,2}|x|y)\)?\(?([pq])/.exec(compact) ?? /^(\d{1,2}|x|y)([pq])(?:-|deletion|del|loss)/.exec(compact);
  return match ? `${match[1] ?? ''}${match[2] ?? ''}` : null;
}
