/** One line about a prediction on a card that is there anyway. A model never raises a card and never changes its level. */
import type { PatientReport, Prediction } from '../report/types.ts';
import type { CardDraft } from './types.ts';

/** The longest line has fifteen words; the card stays within 120 with it. */
const ROOM_FOR_LINE = 105;

export function withPredictions(cards: readonly CardDraft[], report: PatientReport): CardDraft[] {
  const ingredients = new Map(report.orders.map((order) => [order.reference, order.ingredients.map(({ name }) => name)]));
  return cards.map((card) => {
    const drugs = ingredients.get(card.order ?? '') ?? [];
    const prediction = report.predictions.find((one) => one.value !== null && one.drugs?.some((drug) => drugs.includes(drug)));
    if (prediction === undefined || card.detail.split(/\s+/).length > ROOM_FOR_LINE) return card;
    return { ...card, detail: `${card.detail}\n\n${lineOf(prediction)}` };
  });
}

function lineOf({ value, unit, interval }: Prediction): string {
  const probability = unit === 'probability';
  const number = (figure: number): string => `${Math.round(probability ? figure * 100 : figure)}`;
  const range = interval === null ? '' : ` (${probability ? 95 : 90} % interval ${number(interval[0])}–${number(interval[1])})`;
  const amount = probability ? `${number(value ?? 0)} in 100 respond` : `${number(value ?? 0)} ${unit}`;
  return `**Model estimate, not an order:** ${amount}${range}; limits in the panel.`;
}
