/** Side effects that criteria ask for by CTCAE grade: how they are written, and how a record names them. */
export interface NamedToxicity {
  readonly name: string;
  readonly written: string;
  readonly recorded: RegExp;
}

export const TOXICITIES: readonly NamedToxicity[] = [
  {
    name: 'peripheral neuropathy',
    written: String.raw`(?:(?:peripheral|sensory|motor|sensorimotor|pre-?existing|existing|symptomatic|ongoing|chronic|neuropathic|and|or|\/) )*(?:poly)?neuropath(?:y|ies)`,
    recorded: /\b(?:peripheral|sensory|motor|sensorimotor|chemotherapy|drug|toxic|paclitaxel|oxaliplatin)\b.*neuropath|polyneuropath/i,
  },
  {
    name: 'diarrhoea',
    written: String.raw`(?:(?:persistent|ongoing|chronic|uncontrolled) )*diarrh(?:o)?ea`,
    recorded: /\bdiarrh(?:o)?ea\b/i,
  },
  { name: 'fatigue', written: 'fatigue', recorded: /\bfatigue\b/i },
  {
    name: 'oedema',
    written: String.raw`(?:peripheral )?(?:o)?edema`,
    recorded: /\bperipheral (?:o)?edema|edema,? (?:limb|limbs|peripheral)/i,
  },
  {
    name: 'nausea or vomiting',
    written: String.raw`(?:nausea|vomiting)(?:,? (?:and\/or|or|and) (?:nausea|vomiting))?`,
    recorded: /\bnausea\b|\bvomiting\b/i,
  },
  { name: 'mucositis', written: String.raw`(?:oral )?(?:mucositis|stomatitis)`, recorded: /\b(?:mucositis|stomatitis)\b/i },
  { name: 'hearing loss', written: String.raw`(?:hearing (?:loss|impairment)|ototoxicity)`, recorded: /\bhearing (?:loss|impair)|ototox/i },
];

/** Inflammation of the patient's own organs by immunotherapy; asked by readers of their own, never found by its name among the others. */
export const IMMUNE_TOXICITY = 'immune-related adverse events';
export const MAJOR_IMMUNE_TOXICITY = 'immune-related adverse events of major organs';
/** The record must call it so: a colitis has other causes. */
export const CALLED_IMMUNE = /\bimmune[- ](?:mediated|related)\b|\birAEs?\b|\bcheckpoint inhibitor[- ](?:induced|associated|related)\b/i;
export const MAJOR_ORGAN = /\b(?:colitis|enterocolitis|pneumonitis|hepatitis|nephritis|myocarditis|encephalitis|pancreatitis)\b/i;
