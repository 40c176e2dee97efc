/** Got against expected, order by order: a missing card, a needless card, a wrong word are each named. */
import type { AcceptanceOrder, ExpectedCard } from './order-list.ts';

/** A card as any caller can see it, and what only this program knows of it. */
export interface GotCard {
  readonly service: string;
  /** Code of the kind of guidance: two services that say the same give it the same topic. */
  readonly topic: string;
  readonly indicator: string;
  readonly summary: string;
  readonly detail: string;
  /** Guideline or label that the card names. */
  readonly source: string;
  /** Rules the card rests on; empty where a running service does not tell them. */
  readonly rules: readonly string[];
}

export interface Outcome {
  readonly order: AcceptanceOrder;
  readonly about: string;
  readonly got: readonly GotCard[];
  /** Empty: passed. */
  readonly differences: readonly string[];
}

export function judge(order: AcceptanceOrder, about: string, all: readonly GotCard[]): Outcome {
  const got = onceEach(all);
  const left = [...got];
  const differences: string[] = [];
  for (const expected of order.expect) {
    const judged = left.map((card) => ({ card, faults: faultsOf(card, expected) })).sort((a, b) => a.faults.length - b.faults.length);
    const [nearest] = judged.filter(({ card }) => card.service === expected.service);
    if (nearest === undefined) {
      if (expected.mayBeAbsent !== true) differences.push(`no card from ${expected.service}; expected ${inWords(expected)}`);
      continue;
    }
    left.splice(left.indexOf(nearest.card), 1);
    differences.push(...nearest.faults);
  }
  for (const card of left) differences.push(`a card that was not expected: ${card.indicator}: ${card.summary}`);
  return { order, about, got, differences };
}

/** The pharmacogenomic card of a cancer drug comes from both services, with one topic and one wording: it is one message. */
function onceEach(cards: readonly GotCard[]): GotCard[] {
  return cards.filter(
    (card, index) =>
      !cards
        .slice(0, index)
        .some((earlier) => earlier.service !== card.service && earlier.topic === card.topic && earlier.summary === card.summary),
  );
}

function faultsOf(card: GotCard, { indicator, genes, says, details = [], neverSays = [] }: ExpectedCard): string[] {
  const all = `${card.summary}\n${card.detail}`;
  return [
    ...(indicator.split('|').includes(card.indicator) ? [] : [`${card.indicator} instead of ${indicator}`]),
    ...genes.filter((gene) => !hasWords(all, gene)).map((gene) => `does not name ${gene}`),
    ...says.filter((choice) => !hasWords(card.summary, choice)).map((choice) => `the summary does not say "${choice}"`),
    ...details.filter((choice) => !hasWords(all, choice)).map((choice) => `does not say "${choice}"`),
    ...neverSays.filter((choice) => hasWords(all, choice)).map((choice) => `must not say "${choice}"`),
  ];
}

/** `a|b`: either of them. Kinds of spaces do not matter. */
function hasWords(text: string, choice: string): boolean {
  const words = plain(text);
  return choice.split('|').some((word) => words.includes(plain(word)));
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');

/** `warning from pgx-order-sign: CYP2C19; avoid clopidogrel, prasugrel`. */
export function inWords({ service, indicator, genes, says, details = [], mayBeAbsent }: ExpectedCard): string {
  const said = [genes.join(', '), [...says, ...details].map((choice) => choice.replaceAll('|', ' or ')).join(', ')]
    .filter((part) => part !== '')
    .join('; ');
  const level = indicator.replaceAll('|', ' or ');
  return `${mayBeAbsent === true ? 'at most ' : ''}${level} from ${service}${said === '' ? '' : `: ${said}`}`;
}
