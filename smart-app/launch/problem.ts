/** What can go wrong between the chart and the panel: a closed list, each with its own page. */
export type LaunchProblemKind =
  | 'no-configuration'
  | 'no-issuers'
  | 'issuer-not-listed'
  | 'incomplete-launch'
  | 'discovery-failed'
  | 'no-pkce'
  | 'denied'
  | 'mixed-up'
  | 'lost-session'
  | 'token-failed'
  | 'no-patient'
  | 'expired';

export class LaunchProblem extends Error {
  override readonly name = 'LaunchProblem';
  readonly kind: LaunchProblemKind;
  /** What the other side said, shown as text; empty when it said nothing. */
  readonly detail: string;

  constructor(kind: LaunchProblemKind, detail = '') {
    super(kind);
    this.kind = kind;
    this.detail = detail.slice(0, 500);
  }
}

/** Anything thrown, as a problem that a page can show. */
export function toLaunchProblem(error: unknown, otherwise: LaunchProblemKind): LaunchProblem {
  if (error instanceof LaunchProblem) return error;
  return new LaunchProblem(otherwise, error instanceof Error ? error.message : '');
}
