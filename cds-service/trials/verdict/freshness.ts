/**
 * How old a datum may be to answer for today. Screening windows of the 1,431 trials of the coverage document are mostly 14 to 28 days; a value of
 * the last weeks tells where the patient stands and is repeated at screening anyway, an older one is shown and answers nothing.
 */
export interface Freshness {
  /** Laboratory values, ejection fraction, QTc; days. */
  readonly labDays: number;
  /** ECOG, Karnofsky; days. */
  readonly performanceDays: number;
  /** A negative pregnancy test or status; days. A positive one holds for a whole pregnancy. */
  readonly pregnancyDays: number;
  /** A stage that can still rise; days. Metastatic disease stays. */
  readonly stageDays: number;
  /** Height and weight where a clearance is calculated; days. */
  readonly bodyDays: number;
}

export const FRESHNESS: Freshness = { labDays: 45, performanceDays: 90, pregnancyDays: 28, stageDays: 180, bodyDays: 180 };

export const PREGNANCY = 280;

/** A result for hepatitis B or C or HIV, days: screening asks for it again, and treatment or an infection may change it within the year. */
export const SEROLOGY = 180;
