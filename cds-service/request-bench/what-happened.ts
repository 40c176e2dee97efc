/** Findings about prefetch keys, corrected by what the service says that it really did with each key. Pure. */
import type { Finding } from '../request-check/index.ts';
import type { KeyState } from './key-states.ts';

/** "Would be fetched" becomes "was", "could not be", or "was not tried". Findings that depend on nothing stay as they are. */
export function asItHappened(
  findings: readonly Finding[],
  keys: readonly KeyState[],
  { told, masked }: { readonly told: boolean; readonly masked: boolean },
): readonly Finding[] {
  if (!told) return findings;
  const states = new Map(keys.map((state) => [state.key, state]));
  return findings.map((finding) => {
    if (finding.handling !== 'fetched') return finding;
    const key = /^\$\.prefetch(?:\.(\w+)|\["([^"]+)"\])/.exec(finding.where);
    const state = states.get(key?.[1] ?? key?.[2] ?? '');
    return state === undefined ? finding : corrected(finding, state, masked);
  });
}

function corrected(finding: Finding, { state, note }: KeyState, masked: boolean): Finding {
  switch (state) {
    case 'fetched':
      return { ...finding, what: 'Read from fhirServer with the token of the call.' };
    case 'empty':
      return { ...finding, what: 'Read from fhirServer with the token of the call: nothing is on file there.' };
    case 'failed':
      return {
        ...finding,
        handling: 'said',
        what: `Could not be read${note === undefined ? '' : ` (${note})`}; cards say that it was not checked.`,
      };
    case 'missing':
      return {
        ...finding,
        handling: 'ignored',
        what: masked
          ? 'Treated as not sent: the token was masked in the capture, so nothing was read from fhirServer.'
          : 'Treated as not sent: fhirServer is not among the trusted servers of this EHR, so nothing was read from it.',
      };
    case 'in part':
      return { ...finding, handling: 'said', what: 'Only a part could be read, and is said to be one.' };
    default:
      return finding;
  }
}
