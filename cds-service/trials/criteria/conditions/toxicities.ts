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
