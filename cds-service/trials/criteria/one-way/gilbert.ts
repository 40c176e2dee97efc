/**
 * A limit of bilirubin with words on Gilbert's syndrome behind it: they let in, or set another limit for, who has the syndrome. Who keeps the first limit keeps
 * what is asked: the limit alone is given back, and is enough.
 */
import { laboratory } from '../laboratory/index.ts';
import { FILLER } from '../text/lexicon.ts';
import { MEASURE_WORDS } from '../words/measure.ts';
import { words } from '../words/vocabulary.ts';
import type { OneWayReader } from './reader.ts';

/** How the words on the syndrome begin; "and direct bilirubin …" would ask for more. */
const OPENS =
  /^[\s.,;:()*[\]-]*(?:o )?(?:but |however |with )?(?:the )?(?:(?:following )?exceptions?\b|unless\b|except\b|excluding\b|or\b|for\b|in (?:case|cases|patients?|participants?|subjects?|those|the (?:presence|case|setting)|individuals)\b|if\b|patients?\b|participants?\b|subjects?\b|individuals\b|those\b|notes?\b|this (?:does|will) not apply\b|higher\b|(?:the )?maximum\b|(?:≤|<)|less than\b|within \d+ days)/i;
const OF_WHOM = words(`
  for if in with who whom whose have has had having and or but the a an of is are to by on not no may can must should will then when where unless except exception excluding due does do
  subjects subject patients patient participants participant individuals those these adults they this following note notes be allowed permitted eligible enrolled included acceptable considered considering
  known documented suspected confirmed clinically consistent prior diagnosis diagnosed history gilbert's gilberts gilbert s syndrome disease condition conditions such as like example e.g benign
  liver hepatic metastases metastasis metastatic mets involvement presence present case cases which baseline at bone hemolysis haemolysis active absence pathology thalassemia minor
  isolated persistent recurrent predominantly unconjugated conjugated indirect direct hyperbilirubinemia hyperbilirubinaemia bilirubin total serum elevated elevation elevations secondary related attributable
  apply applies limit limits higher maximum allowable enrolment enrollment despite their up sponsor's sponsor investigator sponsor-investigator approval approved reviewed medical monitor consultation only physician
  within days day prior registration randomization randomisation before dosing dose first treatment study start initiation inherited disorder metabolism other non-hepatic cause causes hematoma
  upper reference institutional local normal uln range fold times x mg dl than less but also mutations
`);

export const GILBERT: OneWayReader = {
  needs: ['gilbert'],
  read(text, side, context) {
    if (side !== 'inclusion' || text.length > 420) return null;
    const [first] = laboratory(text, context);
    if (first?.requirement.kind !== 'lab' || first.requirement.lab !== 'bilirubin') return null;
    const { bound } = first.requirement;
    const rest = text.slice(first.end).replace(WHOSE, ' ');
    if ((bound !== 'max' && bound !== 'below') || !/gilbert/i.test(rest) || !OPENS.test(rest)) return null;
    return saysOnly(rest) && saysOnly(text.slice(0, first.start).replace(STEP, ' ')) ? first.requirement : null;
  },
};
/** What the limit is called. */
const WHOSE = /^\s*(?:\(?(?:ULN|of the reference range)\)?|the )+/i;
/** "RE-REGISTRATION:", "Step 2 randomization:", in which it is asked. */
const STEP =
  /^\W*(?:(?:step \d|(?:re-|pre-)?(?:registration|randomi[sz]ation|screening|enrol?lment)|recipients?|hepatic|liver(?: function)?|inclusion)\W*)+:/i;

function saysOnly(text: string): boolean {
  const said = text.toLowerCase().match(/[a-z][a-z.'-]*/g) ?? [];
  return said
    .map((word) => word.replace(/[.']+$/, ''))
    .every((word) => OF_WHOM.has(word) || FILLER.has(word) || MEASURE_WORDS.silent.has(word));
}
