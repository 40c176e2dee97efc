/** Which results of one gene belong to one report. */

/** What is needed of a result: where it stands, and what it was worked out from. */
export interface Derived {
  readonly source: { readonly reference: string };
  /** References of the results that this one was derived from. */
  readonly derivedFrom: readonly string[];
}

interface Group<Result> {
  readonly members: Result[];
  /** When its last member came. */
  touched: number;
  /** The group that it became part of. */
  into?: Group<Result>;
}

/**
 * Results of the same resource, or derived from one another, belong to one report. A group stands where its last result stood.
 * Each result looks up its own links only, so that thousands of results of one gene are still grouped at once.
 */
export function groupsOf<Result extends Derived>(results: readonly Result[]): (readonly Result[])[] {
  const holding = new Map<string, Group<Result>>();
  /** By what they were derived from: the groups whose source may still come. */
  const awaiting = new Map<string, Group<Result>[]>();
  results.forEach((result, index) => {
    const { reference } = result.source;
    const linked = [holding.get(reference), ...(awaiting.get(reference) ?? []), ...result.derivedFrom.map((from) => holding.get(from))];
    const joined = [...new Set(linked.filter((group) => group !== undefined).map(current))].toSorted((a, b) => a.touched - b.touched);
    const group = merged(joined);
    group.members.push(result);
    group.touched = index;
    holding.set(reference, group);
    awaiting.set(reference, [group]);
    for (const from of result.derivedFrom) {
      const children = awaiting.get(from);
      if (children === undefined) awaiting.set(from, [group]);
      else children.push(group);
    }
  });
  const groups = new Set([...holding.values()].map(current));
  return [...groups].toSorted((a, b) => a.touched - b.touched).map(({ members }) => members);
}

function merged<Result>(groups: readonly Group<Result>[]): Group<Result> {
  const [only] = groups;
  if (only !== undefined && groups.length === 1) return only;
  const whole: Group<Result> = { members: groups.flatMap(({ members }) => members), touched: 0 };
  for (const group of groups) group.into = whole;
  return whole;
}

/** The group that this one is part of by now; the way there is kept short. */
function current<Result>(group: Group<Result>): Group<Result> {
  let at = group;
  while (at.into !== undefined) at = at.into;
  if (at !== group) group.into = at;
  return at;
}
