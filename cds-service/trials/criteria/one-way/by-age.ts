/**
 * Performance on one scale for the old and on another for the young: "Karnofsky ≥ 50 % for patients > 16 years of age and Lansky ≥ 50 % for patients ≤ 16". Of
 * who is old enough the first is asked; Lansky scores are not read.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { UNREAD } from '../requirements-together.ts';
import { OF_SOME, type OneWayReader } from './reader.ts';

const WHO = String.raw`(?:(?:all |for |in |the )*(?:patients?|participants?|subjects?|individuals?|those|persons?)?(?: who are| are| aged| at least)? ?)`;
const OLD = String.raw`(?:(?<sign>≥|>) ?(?<age>1[0-9])(?: ?years?)?(?: of age| old)?|(?<from>1[0-9]) ?years?(?: of age)? (?:and|or) (?:older|over))`;
const YOUNG = String.raw`(?:≤|<|under|below|younger than) ?1[0-9](?: ?years?)?(?: of age| old)?`;
const KARNOFSKY = String.raw`(?:the )?(?:KPS|Karnofsky)(?: ?\(KPS\))?(?: (?:performance|status|score|scale|level|of|must be|is|PS|\(KPS\)))*:? ?(?<limit>≥|>) ?(?<score>\d0)(?: ?%| percent)?`;
const ECOG = String.raw`(?:ECOG|Zubrod|Eastern Cooperative Oncology Group)(?: ?\(ECOG\))?(?: (?:performance|status|score|scale|level|of|must be|is|PS|\(PS\)))*:? ?(?:≤ ?|0 ?(?:-|to|or) ?)(?<ecog>[0-3])`;
const LANSKY = String.raw`(?:the )?Lansky(?: (?:play|performance|status|score|scale|level|of|must be|is|PS))*:? ?(?:≥|>) ?\d0(?: ?%| percent)?`;
const FIRST = String.raw`^\W*(?:(?:patients?|participants?|subjects?) must have )?(?:(?:an? |the )?(?:clinical )?performance (?:level|status|score)(?: as measured by| of)?:? ?)?`;
const END = String.raw`\)?(?:\.|;|$|\W*(?:patients|participants|subjects) who are unable to walk\b)`;
const JOIN = String.raw`\)?\s*(?:,|;|\/|\.)?\s*(?:and|or|and\/or)?\s*`;

const SHAPES: readonly RegExp[] = [
  new RegExp(String.raw`${FIRST}(?:${KARNOFSKY}|${ECOG}),? ?[([]?${WHO}${OLD}${JOIN}${LANSKY},? ?[([]?(?:if )?${WHO}${YOUNG}${END}`, 'i'),
  new RegExp(
    String.raw`${FIRST}${WHO}${OLD}:? (?:must have (?:an? )?)?(?:${KARNOFSKY}|${ECOG})${JOIN}${WHO}${YOUNG}:? (?:must have (?:an? )?)?${LANSKY}${END}`,
    'i',
  ),
];

export const BY_AGE: OneWayReader = {
  needs: ['lansky'],
  read(text, side) {
    if (side !== 'inclusion' || text.length > 400 || OF_SOME.test(text)) return null;
    const found = SHAPES.map((shape) => shape.exec(text)).find((one) => one !== null);
    const { sign = '≥', age, from, limit, score, ecog } = found?.groups ?? {};
    const years = age ?? from;
    if (years === undefined) return null;
    const old: Requirement = sign === '>' ? { kind: 'age', above: Number(years) } : { kind: 'age', min: Number(years) };
    // Scores come in tens: "> 50" is 60 or more.
    const asked: Requirement =
      ecog === undefined
        ? { kind: 'performance', scale: 'Karnofsky', min: Number(score) + (limit === '>' ? 10 : 0) }
        : { kind: 'performance', scale: 'ECOG', max: Number(ecog) };
    return {
      kind: 'any',
      of: [
        { kind: 'all', of: [old, asked] },
        { kind: 'all', of: [{ kind: 'not', of: old }, UNREAD] },
      ],
    };
  },
};
