/**
 * "Hypersensitivity to any of the study drugs": which drugs these are stands in the record's interventions. An allergy to one of them shuts out; a
 * single "study drug" is only known where the record names one alone.
 */
import type { Requirement, TrialRecord } from '../../knowledge/trials/types.ts';
import { drugsIn } from '../criteria/treatment/drug-mentions.ts';
import { gate, openedBy } from '../criteria/text/needles.ts';
import { OF_SOME } from '../criteria/one-way/reader.ts';
import { isNeverCertain } from '../requirement-kind.ts';

const ALLERGY = gate(['allerg', 'hypersens', 'anaphyla']);
const STUDY = String.raw`(?:study|trial|protocol|investigational|IMPs?)`;
const THING = String.raw`(?:drug|agent|treatment|intervention|medication|product|compound|therap)`;
const MEANT = new RegExp(
  String.raw`\b(?:allerg(?:y|ies|ic)|hypersensitivity|anaphyla\w+)\b[^.;]{0,120}\b(?:${STUDY}[- ](?:\w+ ){0,2}?${THING}(s|y|ies)?\b|(?:agents?|drugs?|treatments?|medications?|products?) (?:used|given|administered|included) in (?:the |this )?(?:study|trial|protocol))`,
  'i',
);
const MANY = /\b(?:any|either|one|all) of the\b|\b(?:drugs|agents|treatments|interventions|medications|products|therapies)\b/i;
const TAKES_BACK =
  /\b(?:no|not|without|never|unless|except\w*|tolerat\w+|desensiti\w+|manag\w+|pre-?medicat\w+|re-?challeng\w+|eligible|allowed|requir\w+|resulting|leading|that|which)\b/i;
const SEVERE = /\b(?:severe|serious|life[- ]threatening|grade|immediate|anaphyla\w+|major|significant)\b/i;

/** The requirement with an allergy to the record's own drugs beside what it asks; unchanged where the text does not speak of them. */
export function withStudyDrugs(asked: Requirement, text: string, { interventions }: Pick<TrialRecord, 'interventions'>): Requirement {
  if (!openedBy(text).has(ALLERGY) || text.length > 600) return asked;
  const found = MEANT.exec(text);
  if (found === null || OF_SOME.test(text) || TAKES_BACK.test(text)) return asked;
  const drugs = [
    ...new Set(
      interventions.flatMap((name) =>
        drugsIn(name)
          .filter((one) => one.drugs.length === 1)
          .map(({ label }) => label),
      ),
    ),
  ];
  if (drugs.length === 0 || (interventions.length > 1 && !MANY.test(found[0]))) return asked;
  const allergy: Requirement = {
    kind: 'allergy',
    label: drugs.join(' or '),
    drugs,
    ...(SEVERE.test(text) ? { severe: true } : {}),
  };
  if (isNeverCertain(asked)) return { kind: 'any', of: [allergy, { kind: 'unread' }] };
  return asked.kind === 'any' ? { ...asked, of: [allergy, ...asked.of] } : asked;
}
