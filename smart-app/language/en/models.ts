/** English texts: predictions. */
export const models = {
  'models.none': 'No prediction for this patient.',
  'models.abstains': 'The model abstains',
  'models.no-reason': 'No reason was given.',
  'models.in-100': '{n} in 100',
  'models.interval': 'interval {low} to {high}',
  'models.no-interval': 'no interval given',
  'models.comparisons': 'Published formulas on the same data',
  'models.contributions': 'What moved the estimate',
  'models.feature': 'Feature',
  'models.effect': 'Direction',
  'models.amount': 'Amount',
  'models.raises': 'raises',
  'models.lowers': 'lowers',
  'models.others': '{n} others together',
  'models.use': 'A prediction informs; it decides nothing alone.',
  'models.card': 'model card',
} as const;
