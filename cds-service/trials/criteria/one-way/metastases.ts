/** "Known bone or peritoneal metastases": what is on file of one of the places shuts out. Lines with exceptions stay open. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { join } from '../requirements-together.ts';
import { everyMatch } from '../text/every-match.ts';
import { OF_SOME, type OneWayReader } from './reader.ts';

type Place = Extract<Requirement, { kind: 'metastases' }>['place'];

const PLACES: readonly (readonly [words: RegExp, place: Place])[] = [
  [/bone|skeletal|osseous/i, 'bone'],
  [/liver|hepatic/i, 'liver'],
  [/lung|pulmonary/i, 'lung'],
  [/peritone/i, 'peritoneum'],
];
const PLACE = String.raw`(?:bones?|skeletal|osseous|liver|hepatic|lungs?|pulmonary|peritoneal|peritoneum)`;
const LIST = String.raw`${PLACE}(?:(?:, | or |, or | and\/or |\/)${PLACE})*`;
const SPREAD = String.raw`(?:metasta(?:s[ei]s|tic (?:disease|lesions?))|mets)`;
const WHOSE = String.raw`^\W*(?:(?:patients?|participants?|subjects?|individuals?|those|who|with|has|have|an?|any|known|documented|confirmed|active|current|evidence|presence|existing|of)\s+)*`;
const BEHIND = String.raw`(?:\s+(?:(?:will be|are|is) excluded|at (?:baseline|screening|diagnosis|study entry|enrol?lment)|(?:based )?on (?:imaging|CT|MRI|bone scan)|at the time of (?:screening|enrol?lment)))*\W*$`;
const LINES = [
  new RegExp(`${WHOSE}(${LIST}) ${SPREAD}${BEHIND}`, 'i'),
  new RegExp(`${WHOSE}${SPREAD} (?:to|in|of) (?:the )?(${LIST})${BEHIND}`, 'i'),
];

export const METASTASES: OneWayReader = {
  needs: ['metasta', 'mets'],
  read(text, side) {
    if (side !== 'exclusion' || text.length > 140 || OF_SOME.test(text)) return null;
    for (const line of LINES) {
      const list = line.exec(text)?.[1];
      if (list === undefined) continue;
      const places = everyMatch(list, new RegExp(PLACE, 'gi')).flatMap(([word]) => PLACES.filter(([words]) => words.test(word)));
      return join('any', places.map(([, place]): Requirement => ({ kind: 'metastases', place }))); // prettier-ignore
    }
    return null;
  },
};
