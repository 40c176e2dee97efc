/** A laboratory test of a fusion that asks for a change of its kinase, or answers with one: "BCR-ABL1 T315I", "ALK: EML4-ALK fusion with G1202R". */
import type { Presence } from '../../../facts.ts';
import type { GeneTable } from '../../../vocabulary.ts';
import { changedPartner, changesBeside } from '../result/change-in-fusion.ts';
import { withoutFusion } from '../notation/fusion.ts';
import type { SpokenPart } from './spoken-parts.ts';
import type { TestName } from './test-name.ts';
import type { VariantReading } from '../result/index.ts';

/**
 * The change of the kinase and, where that was found, the fusion it was found in; null where neither the value nor the name of the test speaks of a
 * change; 'unread' where it cannot be told of which gene it is, or whether the answer is to the fusion or to a change.
 * @param readAs reads what is spoken as the answer of a test
 */
export function readBesideFusion(
  test: TestName,
  said: readonly string[],
  presence: Presence | null,
  genes: GeneTable,
  readAs: (of: TestName, spoken: SpokenPart) => VariantReading,
): VariantReading | 'unread' | null {
  const spoken = said.some((text) => changesBeside(text, genes).length > 0);
  const asked = spoken ? [] : [...new Set(test.words.flatMap((text) => changesBeside(text, genes)))];
  if (!spoken && asked.length === 0) return asksForUnsaidChange(test) ? 'unread' : null;
  const kinase = changedPartner(test.genes);
  if (kinase === null) return 'unread';
  const rest = said.map((text) => withoutFusion(text, genes)).join('; ');
  const change = readAs({ genes: [kinase], words: asked.map((one) => `${kinase} ${one}`), asks: 'change' }, { text: rest, presence });
  if (!change.facts.some((fact) => fact.presence === 'present')) return change;
  const name = `${test.genes.join('::')} fusion`;
  const fusion = readAs({ genes: test.genes, words: [name], asks: 'rearrangement' }, { text: name, presence: 'present' });
  return { ...change, facts: [...change.facts, ...fusion.facts.map((fact) => ({ ...fact, id: `${fact.id}#fusion` }))] };
}

/** "BCR-ABL1 mutation: positive" may be the fusion itself or a change of its kinase domain. */
function asksForUnsaidChange({ genes, words }: TestName): boolean {
  return (
    genes.includes('ABL1') &&
    words.some((text) => /\bmutations?\b/i.test(text)) &&
    !words.slice(0, -1).some((text) => /fusion|rearrang|translocation|transcript/i.test(text))
  );
}
