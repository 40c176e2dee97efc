/** Words and phrases beside a tumour type, a stage or an extent. */
import { words, type Vocabulary } from './vocabulary.ts';

/** By which rules the diagnosis was made. Who has the diagnosis on file has it by them; criteria for treatment, response or risk are another thing. */
const RULES = String.raw`(?:iwCLL|International Workshop on CLL|IMWG|International Myeloma Working Group|WHO|World Health Organi[sz]ation|ICC|International Consensus Classification|NCI Working Group|ELN|European LeukemiaNet)`;
const MADE_BY =
  /,?\s*\b(?:(?:which is|that is|as|is|made|diagnosed|established|meeting|fulfilling|satisfying|according to|based (?:up)?on|per|defined by|by|using|in accordance with) )+(?:(?:the|updated|revised|current|published|standard|diagnostic|\d{4}|criteria|of|classification|guidelines) )*/
    .source;

export const TUMOUR_WORDS: Vocabulary = {
  silent: words(''),
  narrowing: words('muscle-invasive non-muscle-invasive limited-stage extensive-stage node-positive node-negative'),
  phrases: [
    new RegExp(
      String.raw`${MADE_BY}${RULES}(?: \(\s*${RULES}\s*\))?(?:[\s,]*(?:\(?\d{4}\)?|criteria|classifications?|guidelines?|diagnostic|recommendations?|edition|\dth|working group))*(?!\s*(?:for|requir|indicat|of response|respons|risk|grade|\w))`,
      'gi',
    ),
  ],
};
