/** How urgent an advice is, in the four words that the panel uses: stop, caution, note, checked. */
import type { Action, Advice } from '../data/panel-report.ts';

export type Severity = 'stop' | 'caution' | 'note' | 'checked';

/** What stands beside a drug: how urgent its advice is, or that there is no rule by which anything could be checked. */
export type Mark = Severity | 'no-rule';

const RANK: Readonly<Record<Severity, number>> = { stop: 0, caution: 1, note: 2, checked: 3 };

/** A strength that the panel does not know stands with the strong: it has to be read. */
const STRENGTH: Readonly<Record<Advice['strength'], number>> = { strong: 0, unrecognised: 0, moderate: 1, optional: 2, none: 3 };

/**
 * Without the service's own word (an older service): stop: the drug should not be given. Caution: another drug or another dose. Note: something to know or to test, and every
 * optional recommendation. Checked: no change. A word that the panel does not know is a note: it has to be read.
 */
export function severityOf({
  action,
  strength,
  coverage = null,
  orderComplies,
  urgency,
  cautions = [],
  doubts = [],
}: Pick<Advice, 'action' | 'strength'> &
  Partial<Pick<Advice, 'coverage' | 'orderComplies' | 'urgency' | 'cautions' | 'doubts'>>): Severity {
  // The service has decided for the card; the panel says the same.
  if (urgency === 'critical') return 'stop';
  if (urgency === 'warning') return 'caution';
  if (urgency === 'info') return 'note';
  // Not tested, unreadable, not covered: nothing was checked, so nothing is "checked".
  if (coverage !== null && !changesTherapy(action)) return 'note';
  // The order as written already does what is advised.
  if (orderComplies === true && action !== 'avoid') return 'note';
  // The genes ask for nothing, but the label speaks against the drug: that is no "checked".
  if ((cautions.length > 0 || doubts.length > 0) && !changesTherapy(action)) return 'note';
  if (urgency === 'none') return changesTherapy(action) ? 'note' : 'checked';
  const firm = strength === 'strong' || strength === 'moderate' || strength === 'unrecognised';
  switch (action) {
    case 'avoid':
      return firm ? 'stop' : 'caution';
    case 'alternative':
    case 'decrease-dose':
    case 'increase-dose':
      return firm ? 'caution' : 'note';
    case 'test-first':
    case 'monitor':
    case 'unrecognised':
      return 'note';
    case 'standard':
    case 'no-recommendation':
      return 'checked';
  }
}

export function worse(a: Severity, b: Severity): Severity {
  return RANK[a] <= RANK[b] ? a : b;
}

interface Ranked {
  readonly severity: Severity;
  readonly name: string;
  readonly strength?: Advice['strength'];
  /** There is nothing in it yet to act on: not tested, not read, not recognised. */
  readonly waits?: boolean;
}

/** The most urgent first; of equals what can be acted on, then the most strongly recommended, then by name. */
export function bySeverity(a: Ranked, b: Ranked): number {
  const strength = (row: Ranked) => STRENGTH[row.strength ?? 'none'];
  return (
    RANK[a.severity] - RANK[b.severity] ||
    Number(a.waits === true) - Number(b.waits === true) ||
    strength(a) - strength(b) ||
    a.name.localeCompare(b.name, 'en')
  );
}

export function changesTherapy(action: Action): boolean {
  return action !== 'standard' && action !== 'no-recommendation';
}
