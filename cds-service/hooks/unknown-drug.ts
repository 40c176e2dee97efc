/**
 * A service request that stands among what is given and seems to name a drug that no table holds: it is taken as an order, so that it is told
 * to be unchecked. "Infusion visit" or "Medication review" under the same category name none.
 */
import { isAnticancerDrug } from '../../fhir-profiles/codes/drug/anticancer.ts';

/** An amount of a drug; millilitres and hours alone are as often a flush or a feed. */
const AMOUNT = /\d\s?(?:mg|mcg|µg|ug|g|units?|IU|mg\/kg|mg\/m2)(?![\p{L}\d])/iu;
/** What the first word of something given may be and is no drug's name. */
const NO_NAME =
  /^(?:infusions?|injections?|intraven\w*|subcutan\w*|intramuscul\w*|chemo\w*|immuno\w*|medicat\w*|administ\w*|transfus\w*|therap\w*|treatments?|cycles?|regimens?|oral|drugs?|pharm\w*|nursing|nurse|home|visits?|reviews?|flush\w*|fluids?|bolus|hydration|dressings?|catheters?|lines?|ports?|feeds?|feeding\w*|nutrition\w*|diets?|blood|plasma|packed|platelets?|oxygen|contrast|wound|protocols?|orders?|give|start|begin|administer|premedications?|supportive|maintenance|continuous|daily|dose|doses|adult|paediatric|pediatric|outpatient|inpatient|day|high|low|standard|weekly|new|other|unspecified|insulin)$/i;

const LONGEST = 120;

/** True when words may name a drug: a name with an amount, or one that ends as the international names of anticancer drugs do. */
export function mayNameDrug(text: string): boolean {
  const said = text.slice(0, LONGEST);
  const words = said.split(/[^\p{L}-]+/u).filter((word) => word.length >= 4 && !NO_NAME.test(word));
  return (
    words.some((word) => isAnticancerDrug(word.toLowerCase())) ||
    (words[0] !== undefined && AMOUNT.test(said) && said.trim().startsWith(words[0]))
  );
}
