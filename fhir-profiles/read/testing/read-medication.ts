/** Test support: the shipped drug table, and readers run over a few resources. */
import { readFileSync } from 'node:fs';
import { drugTable } from '../../codes/drug/table.ts';
import type { Vocabulary } from '../../vocabulary.ts';
import type { Intake, Reading } from '../intake.ts';
import { openIntake } from '../open-intake.ts';

const drugs = drugTable(JSON.parse(readFileSync(new URL('../../codes/data/drugs.json', import.meta.url), 'utf8')));

/** Drugs as shipped; genes and tumours know nothing, since the readers tested with it do not ask them. */
export const drugVocabulary: Vocabulary = {
  drugs,
  genes: { bySymbol: () => null, byHgncId: () => null, byEntrez: () => null, byTranscript: () => null, byName: () => null },
  tumours: { byCode: () => null, byText: () => null, isTumour: () => false },
};

type Reader<Fact> = (intake: Intake, context: { readonly asOf: string; readonly vocabulary: Vocabulary }) => Reading<Fact>;

/** Runs one reader over the resources of patient `p`, at 2026-11-01. */
export function readWith<Fact>(reader: Reader<Fact>, resources: readonly object[]): Reading<Fact> {
  return reader(openIntake(resources, 'p').intake, { asOf: '2026-11-01', vocabulary: drugVocabulary });
}
