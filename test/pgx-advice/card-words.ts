/** What the tests of cards share. */
import type { CardDraft } from '../../cds-service/cards/index.ts';
import { patient } from './patient.ts';

export const summaries = (cards: readonly CardDraft[]) => cards.map(({ summary }) => summary);
export const acs = () => patient({ ageYears: 60 }).condition('NSTEMI', undefined, '2026-11-10');
