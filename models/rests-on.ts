/** The results behind the features of a prediction: what a reader looks up where a number surprises. */
import type { Source } from '../fhir-profiles/index.ts';
import type { Evidence, Prediction } from '../cds-service/report/types.ts';
import { entryOf } from '../fhir-profiles/entry-of.ts';

/** Results by feature; a feature without an entry rests on the absence of something, or on the patient's own data. */
export type RestsOn = Readonly<Record<string, readonly (Source | undefined)[]>>;

/** The prediction, each contribution with its results; those that nothing stands for stay as they are. */
export function withResults(prediction: Prediction, results: RestsOn): Prediction {
  return {
    ...prediction,
    contributions: prediction.contributions.map((item) => {
      const evidence = (entryOf(results, item.feature) ?? []).flatMap((source) => (source === undefined ? [] : [evidenceOf(source)]));
      return evidence.length === 0 ? item : { ...item, evidence };
    }),
  };
}

function evidenceOf({ reference, issued, lab }: Source): Evidence {
  return { reference, ...(issued === undefined ? {} : { issued }), ...(lab === undefined ? {} : { lab }) };
}
