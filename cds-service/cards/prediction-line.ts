/** One line about a prediction on a card that is there anyway. A model never raises a card and never changes its level. */
import type { PatientReport, Prediction } from '../report/types.ts';
import type { CardDraft } from './types.ts';

/** The longest line has fifteen words; the card stays within 120 with it. */
const ROOM_FOR_LINE = 105;

export function withPredictions(cards: readonly CardDraft[], report: PatientReport): CardDraft[] {
  return cards.map((card) => {
    const prediction = predictionOf(card.order, report);
    if (prediction === undefined || card.detail.split(/\s+/).length > ROOM_FOR_LINE) return card;
    return { ...card, detail: `${card.detail}\n\n${lineOf(prediction)}` };
  });
}

/** How many words the body of this order's card may have, so that the line fits; undefined where no line comes. */
export function wordsBesidePrediction(order: string | undefined, report: PatientReport): number | undefined {
  return predictionOf(order, report) === undefined ? undefined : ROOM_FOR_LINE;
}

function predictionOf(order: string | undefined, { orders, predictions }: PatientReport): Prediction | undefined {
  const drugs = orders.filter(({ reference }) => reference === order).flatMap(({ ingredients }) => ingredients.map(({ name }) => name));
  return predictions.find((one) => one.value !== null && one.drugs?.some((drug) => drugs.includes(drug)));
}

function lineOf({ value, unit, interval, intervalLevel }: Prediction): string {
  const probability = unit === 'probability';
  const number = (figure: number): string => `${Math.round(probability ? figure * 100 : figure)}`;
  const level = intervalLevel === undefined ? '' : `${Math.round(intervalLevel * 100)} % `;
  const range = interval === null ? '' : ` (${level}interval ${number(interval[0])}–${number(interval[1])})`;
  const amount = probability ? `${number(value ?? 0)} in 100 respond` : `${number(value ?? 0)} ${unit}`;
  return `**Model estimate, not an order:** ${amount}${range}; limits in the panel.`;
}
