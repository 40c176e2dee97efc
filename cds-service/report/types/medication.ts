/** Orders of today, and what is taken or over besides them. */
/** A medication order as it was understood; one that was not recognised is listed too. */
export interface RecognisedOrder {
  reference: string;
  status: string;
  text: string;
  systemic: boolean | null;
  /** Empty = unknown drug. */
  ingredients: { name: string; rxnorm: string | null }[];
  dose?: { amount: number; unit: string; perDay?: number; route?: string };
  /** Its codes mean one drug and its words say another (`byText` is empty where its codes disagree): which is meant has to be verified. */
  disputed?: { byCode: string[]; byText: string[] };
}

/** A drug taken now (home medication, what is being given) or before, as far as the record shows; orders of today are not among them. */
export interface TakenDrug {
  role: 'current' | 'past';
  /** What the newest record says. */
  text: string;
  /** Empty = unknown drug. */
  ingredients: { name: string; rxnorm: string | null }[];
  /** First day on record, and of a drug that is over the last. */
  from?: string;
  to?: string;
  /** Records of this drug; `references` are the newest of them. */
  records: number;
  references: string[];
}
