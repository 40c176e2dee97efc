/** Steps, arms and dose levels of a CTML trial: which are open, and what each asks. */
import { fieldsOf, listOf, textOf, type Fields } from './fields.ts';

export interface Level {
  /** `arm EXP 3`, `arm EXP 3, dose level 1`. */
  readonly name: string;
  readonly match: unknown;
}
export interface Levels {
  readonly open: readonly Level[];
  /** What open arms ask in words, by their names. */
  readonly said: readonly { readonly name: string; readonly texts: readonly string[] }[];
  /** There are steps or arms, and none of them is open. */
  readonly closed: boolean;
}

/** A step is closed when all its arms are; an arm closes the dose levels below it; a closed dose level closes only itself. */
export function openLevels(list: Fields): Levels {
  const open: Level[] = [];
  const said: Levels['said'][number][] = [];
  const take = (name: string, match: unknown): void => {
    const clauses = Array.isArray(match) ? match : match === undefined || match === null ? [] : [match];
    if (clauses.length > 0) open.push({ name, match: clauses });
  };
  const steps = listOf(list.step).map(fieldsOf);
  let closed = steps.length > 0;
  const seen = new Map<string, number>();
  for (const [at, step] of steps.entries()) {
    const arms = listOf(step.arm).map(fieldsOf);
    const openArms = arms.filter(({ arm_suspended: flag }) => !isSet(flag));
    if (isSet(step.step_suspended) || (arms.length > 0 && openArms.length === 0)) continue;
    closed = false;
    take(`step ${textOf(step.step_code) || at + 1}`, step.match);
    for (const arm of openArms) {
      const name = single(`arm ${armName(arm)}`, seen);
      take(name, arm.match);
      const texts = textsOfArm(arm);
      if (texts.length > 0) said.push({ name, texts });
      for (const dose of listOf(arm.dose_level).map(fieldsOf))
        if (!isSet(dose.level_suspended))
          take(`${name}, dose level ${textOf(dose.level_code) || textOf(dose.level_description)}`, dose.match);
    }
  }
  return { open, said, closed };
}

function textsOfArm({ arm_additional_criteria_not_captured: further }: Fields): string[] {
  return listOf(further)
    .map((one) => (textOf(one) || textOf(fieldsOf(one).additional_criteria_requirement_name)).replace(/\s*\n\s*/g, ' ').trim())
    .filter((text) => text !== '');
}
function isSet(flag: unknown): boolean {
  return flag === true || /^(?:y|yes|true)$/i.test(textOf(flag));
}
function armName(arm: Fields): string {
  const [code, description] = [textOf(arm.arm_code), textOf(arm.arm_description)];
  if (code === '') return description.slice(0, 80) || textOf(arm.arm_internal_id);
  const plain = description.replace(/^(?:experimental|active comparator)\s*:\s*/i, '');
  return plain === '' || plain.length > 60 || plain.toLowerCase() === code.toLowerCase() ? code : `${code} (${plain})`;
}
/** Two arms of one name are told apart by number. */
function single(name: string, seen: Map<string, number>): string {
  const count = (seen.get(name) ?? 0) + 1;
  seen.set(name, count);
  return count === 1 ? name : `${name} [${count}]`;
}
