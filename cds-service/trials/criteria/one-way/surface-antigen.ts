/**
 * An exclusion that says itself that a positive surface antigen is the hepatitis B it means ("active hepatitis B (e.g., HBsAg reactive)", "positive test
 * for HBsAg or …"): who has one is shut out, whatever else is listed. Not where viral DNA must be there too, both viruses are asked for, or
 * something lets in carriers.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { join, UNREAD, type Side } from '../requirements-together.ts';
import { ends } from '../deciding.ts';
import { OF_SOME } from './reader.ts';

const ANTIGEN = String.raw`(?:hepatitis[- ]?B (?:virus )?(?:\((?:HBV|HepB)\) )?(?:virus )?s(?:urface)?[- ]antigen|HBV surface antigen|HBsAg)(?: ?[([]+(?:HBs ?Ag|HBV ?sAg)[)\]]+)?`;
const POSITIVE = new RegExp(
  String.raw`\b${ANTIGEN}(?: is| are| test| result)* ?[-[( ]?(?:positiv(?:e|ity)|reactive)\b|\b(?:positive|reactive) (?:(?:test(?:ing|s)?|serolog\w+|results?|status|serum|blood|known|a|the|of|for|and\/or|or|human immunodeficiency virus|HIV|\(HIV\)|hepatitis C (?:antibody|virus)|antibod(?:y|ies)|,)[ ,]*){0,9}${ANTIGEN}`,
  'i',
);
/** They speak of who is negative, of testing, or of the other virus. */
const OF_OTHERS =
  /\b(?:HBsAg|antigen)[)\]]*[- ]*negative|\bnegative (?:test )?(?:for )?(?:HBsAg|hepatitis B (?:virus )?surface)|\babsence of (?:HBsAg|hepatitis B surface)|\b(?:no )?testing\b[^.;]*\b(?:required|mandated|needed)|\bnot required\b|\b(?:past|resolved|cleared|cured) (?:or (?:past|resolved|cured) )?(?:hepatitis B|HBV)/i;
const LETS_OR_ADDS =
  /\b(?:allowed|permitted|eligible|unless|except\w*|provided|if|may|can|could|controlled|uncontrolled|undetectable|detectable|suppress\w*|anti-?viral|therapy|treated|treatment|prophyla\w*|DNA|PCR|polymerase|viral load|cop(?:y|ies)|ALT|elevated|clinically|acute only|vaccin\w*|recipients?|opinion|discretion|convert\w*|consult\w*|requiring)\b/i;
const BOTH =
  /\b(?:concurrent|co-?infect\w*|simultaneous)\b|\band (?:(?:total |positive |anti-?|hepatitis B )*(?:HBc|core)|(?:active |chronic |known )*(?:hepatitis C|HCV)\b(?![^.;]*\band\/or))/i;

/** What is described by `asked`, or a positive surface antigen. */
export function orSurfaceAntigen(asked: Requirement, text: string, side: Side): Requirement {
  if (side !== 'exclusion' || text.length > 700 || ends(asked)[0] || !/HBs|surface/i.test(text) || OF_SOME.test(text)) return asked;
  const said = text
    .split(/;\s+|\.\s+(?=[A-Z(*\d])|\s(?=(?:NOTE|Note|Exception)\b)/)
    .filter((one) => !OF_OTHERS.test(one))
    .join('. ');
  const found = POSITIVE.exec(said);
  // What is said of hepatitis C in a bracket of its own is of that virus.
  const ofB = said.replace(/(?:hepatitis C|HCV)\b[^()[\]]{0,60}[([](?:[^()[\]]|[([][^()[\]]*[)\]])*[)\]]/gi, ' ');
  if (found === null || /^\W*(?:no|not|without|negative|absence)\b/i.test(said) || LETS_OR_ADDS.test(ofB) || BOTH.test(said)) return asked;
  return join('any', [ANTIGEN_FOUND, ends(asked)[1] ? asked : UNREAD]);
}
const ANTIGEN_FOUND: Requirement = { kind: 'condition', name: 'hepatitis B surface antigen' };
