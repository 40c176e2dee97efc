/** "Active infection requiring systemic therapy": an acute infection of these weeks, on the problem list as active, and a medicine against one now. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { atLeast, OF_SOME, type OneWayReader } from './reader.ts';

/** Given into a vein as a rule: WHO ATC (index 2024) J01 and J02AX. Those that also prevent infections, or treat skin, are not among them. */
const INTO_A_VEIN =
  'piperacillin|meropenem|imipenem|ertapenem|cefepime|ceftriaxone|ceftazidime|cefazolin|cefotaxime|vancomycin|daptomycin|gentamicin|tobramycin|amikacin|aztreonam|micafungin|caspofungin|anidulafungin|amphotericin b'.split(
    '|',
  );
const BY_MOUTH =
  'amoxicillin|ampicillin|cephalexin|cefalexin|cefuroxime|cefpodoxime|levofloxacin|ciprofloxacin|moxifloxacin|linezolid|clindamycin|metronidazole|nitrofurantoin'.split(
    '|',
  );

const LEAD = String.raw`(?:(?:has|have|had|an?|any|the|known|patients?|participants?|subjects?|individuals?|with|who|evidence|of|presence|clinically|significant|serious|severe|is|are)[ ,]+)*`;
const KINDS = String.raw`(?:(?:systemic|bacterial|viral|fungal|parasitic|protozoal|mycobacterial|severe|serious|clinically|significant|known|acute|chronic|local|or|and|and\/or|other|intercurrent|ongoing|active)[ ,/]+)*`;
const ASKED = new RegExp(
  String.raw`^\W*${LEAD}(?:active|ongoing|current|acute)(?:,? (?:or|and|and\/or|\/) (?:active|ongoing|current|acute|chronic|serious))*[ ,/]+${KINDS}infections?(?: \([^()]*\))?,? (?:(?:that|which) )?(?:requir\w+|need\w*|treated with|under|on)\b[^.;:]{0,80}\b(?:systemic|intravenous|IV|i\.v\.|parenteral|antibiotics?|anti-?infectives?|anti-?microbials?|therapy|treatment)\b`,
  'i',
);
const BACK =
  /\b(?:unless|except\w*|controlled|investigator|opinion|cohort|hospitali\w*|interfer\w*|may (?:be|enrol)|allowed|eligible|weeks|months|longer|more than|≥|>)/i;

export const INFECTION: OneWayReader = {
  needs: ['infection'],
  read(text, side) {
    if (side !== 'exclusion' || text.length > 400 || OF_SOME.test(text) || BACK.test(text)) return null;
    const found = ASKED.exec(text);
    if (found === null) return null;
    const vein = /\b(?:intravenous|IV|i\.v\.|parenteral)\b/i.test(found[0]) && !/\b(?:oral|systemic)\b/i.test(found[0]);
    const label = vein ? 'a medicine against infections into a vein' : 'a systemic medicine against infections';
    const infection: Requirement = { kind: 'condition', name: 'acute infection' };
    return atLeast([
      {
        kind: 'all',
        of: [
          infection,
          { ...infection, withinDays: 30 },
          { kind: 'taking', label, drugs: vein ? INTO_A_VEIN : [...INTO_A_VEIN, ...BY_MOUTH] },
        ],
      },
    ]);
  },
};
