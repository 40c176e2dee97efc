/** A limit of Ki-67 in percent of cells, where a criterion asks for nothing else. Beside other words, and of another time, it stays open. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { join } from '../requirements-together.ts';
import { words } from '../words/vocabulary.ts';
import { OF_SOME, type OneWayReader } from './reader.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

const NAME = String.raw`\b(?:Ki-? ?67|MIB-?1)\b(?:[ /(),:-]*\b(?:score|index|labell?ing|proliferation|proliferative|rate|fraction|value|level|staining|expression|IHC|positivity|of|is|at|on|in|by|baseline|tumou?r|tissue|cells?)\b)*[ ,:(]*`;
const LIMIT = new RegExp(String.raw`${NAME}(≥|≤|<|>) ?(\d{1,3}(?:\.\d)?) ?%(?: ?(?:and|to|but|-|,) ?(?:≤ ?)(\d{1,3}) ?%)?[)]?`, 'gi');
const SPAN = new RegExp(String.raw`${NAME}(?:between |from )?(\d{1,3}) ?%? ?(?:-|–|to|and) ?(\d{1,3}) ?%[)]?`, 'gi');
const BOUNDS: Readonly<Record<string, 'min' | 'above' | 'max' | 'below'>> = { '≥': 'min', '>': 'above', '≤': 'max', '<': 'below' };
const SILENT = words(`
  a an the of with at in on is are be have has must should patient patients participant participants subject subjects tumor tumour baseline index score percent
  documented confirmed local locally laboratory by assessed determined as per defined
`);
const OTHER_TIME =
  /\b(?:after|post|week|day|on[- ]treatment|surgery|change|decrease|increase|drop|points?|if|unless|except\w*|known|tested|testing|available|grade|or|either|not|no)\b/i;

export const KI67: OneWayReader = {
  needs: ['ki67', 'ki-67', 'ki 67', 'mib-1', 'mib1'],
  read(text) {
    if (text.length > 300 || OF_SOME.test(text)) return null;
    const found = [...text.matchAll(LIMIT), ...text.matchAll(SPAN)];
    const [one] = found;
    if (one === undefined || found.length > 1) return null;
    const asked = limitOf(one);
    const rest = `${text.slice(0, one.index)} ${text.slice(one.index + one[0].length)}`;
    const left = (rest.toLowerCase().match(/[a-z0-9]+/g) ?? []).filter((word) => !SILENT.has(word));
    return left.length === 0 && !OTHER_TIME.test(rest) ? asked : null;
  },
};

function limitOf([, first = '', value = '', upper]: RegExpExecArray): Requirement {
  const bound = entryOf(BOUNDS, first);
  const one = (way: 'min' | 'above' | 'max' | 'below', at: string): Requirement => ({ kind: 'marker-value', marker: 'Ki-67', bound: way, value: Number(at) }); // prettier-ignore
  if (bound === undefined) return join('all', [one('min', first), one('max', value)]);
  return upper === undefined ? one(bound, value) : join('all', [one(bound, value), one('max', upper)]);
}
