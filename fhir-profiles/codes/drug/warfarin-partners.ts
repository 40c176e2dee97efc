/**
 * Inhibitors of CYP2C9 by which S-warfarin is broken down more slowly, as the US label of warfarin lists them (section 7.2, table of interactions by
 * enzyme; text of openFDA as of 2026-07-26, read 2026-11-22). Co-trimoxazole by its ingredient. RxNorm ingredient names.
 */
export const WARFARIN_INHIBITORS: ReadonlySet<string> = new Set([
  'amiodarone',
  'capecitabine',
  'sulfamethoxazole',
  'etravirine',
  'fluconazole',
  'fluvastatin',
  'fluvoxamine',
  'metronidazole',
  'miconazole',
  'oxandrolone',
  'sulfinpyrazone',
  'tigecycline',
  'voriconazole',
  'zafirlukast',
]);
