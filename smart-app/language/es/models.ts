/** Spanish texts: predictions. */
import type { models as english } from '../en/models.ts';

export const models: Readonly<Record<keyof typeof english, string>> = {
  'models.about': 'Sobre: {drugs}',
  'models.none': 'Sin predicciones para este paciente.',
  'models.abstains': 'El modelo se abstiene',
  'models.no-reason': 'No se indicó el motivo.',
  'models.in-100': '{n} de cada 100',
  'models.interval': 'intervalo de {low} a {high}',
  'models.interval-level': 'intervalo del {level} %: {low} a {high}',
  'models.no-interval': 'sin intervalo',
  'models.comparisons': 'Fórmulas publicadas con los mismos datos',
  'models.contributions': 'Qué movió la estimación',
  'models.contributions-in': 'Qué movió la estimación, en {unit}',
  'models.contributions-in-100': 'Qué movió la estimación, en pacientes de cada 100',
  'models.feature': 'Variable',
  'models.effect': 'Dirección',
  'models.amount': 'Magnitud',
  'models.raises': 'aumenta',
  'models.lowers': 'reduce',
  'models.no-effect': 'sin efecto',
  'models.others.one': 'otra {n}',
  'models.others.other': 'otras {n} en conjunto',
  'models.use': 'Una predicción informa; no decide nada por sí sola.',
  'models.card': 'ficha del modelo',
};
