/** What two cards of one answer would order both is ordered by the first: two clicks must not make two orders of one drug, nor of one test. */
import { plainText } from '../markdown.ts';
import type { CardDraft, SuggestionDraft } from '../types.ts';

/** Cards in the order in which they are shown. */
export function withOneReplacementEach(cards: readonly CardDraft[]): CardDraft[] {
  const offered = new Map<string, string>();
  const tests = new Set<string>();
  return cards.map((card) => {
    const removals = new Set<string>();
    const suggestions = card.suggestions.flatMap((suggestion): SuggestionDraft[] => {
      const { replacement, test } = suggestion;
      if (test !== undefined) {
        if (tests.has(test)) return [];
        tests.add(test);
      }
      const first = replacement === undefined ? undefined : offered.get(replacement.by);
      if (replacement === undefined || first === undefined) return [suggestion];
      // However many of its options stand on the other card: the order is taken back once.
      if (removals.has(replacement.of)) return [];
      removals.add(replacement.of);
      const label = plainText(`Remove ${replacement.of} (replacement on the ${first} card)`);
      return [{ label, recommended: false, actions: suggestion.actions.filter(({ type }) => type !== 'create') }];
    });
    for (const { replacement } of card.suggestions)
      if (replacement !== undefined && !offered.has(replacement.by)) offered.set(replacement.by, replacement.of);
    return { ...card, suggestions };
  });
}
