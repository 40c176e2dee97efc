/** Which scopes to ask for: SMART v2 form where the server names it, v1 form otherwise (SMART App Launch 2.2, capabilities). */
import type { Issuer } from './issuers.ts';

export type LaunchKind = 'ehr' | 'standalone';

/** What the server's SMART configuration says about scopes; both empty where it has none. */
export interface OfferedScopes {
  readonly capabilities: readonly string[];
  /** `scopes_supported`; servers may leave it out or list a part of what they grant. */
  readonly scopes: readonly string[];
}

/**
 * With neither `permission-v2` nor `permission-v1` among the capabilities the older form is the safe one.
 * `online_access` is left out where the server lists its scopes or permissions and this is not among them: some servers refuse a
 * whole request for one scope that they do not know, and without it the panel still works until the first token ends.
 */
export function chooseScopes(issuer: Issuer, { capabilities, scopes }: OfferedScopes, kind: LaunchKind): string {
  const listed = capabilities.includes('permission-v2') && issuer.scopesV2.length > 0 ? issuer.scopesV2 : issuer.scopesV1;
  const chosen = listed.length > 0 ? listed : issuer.scopesV2;
  const renewable =
    capabilities.includes('permission-online') ||
    scopes.includes('online_access') ||
    (scopes.length === 0 && !capabilities.includes('permission-offline'));
  // Both at once are refused by some servers; the one that a site has chosen outright stays.
  const offline = chosen.includes('offline_access');
  const rest = chosen.filter(
    (scope) => scope !== 'launch' && scope !== 'launch/patient' && (scope !== 'online_access' || (renewable && !offline)),
  );
  return [kind === 'ehr' ? 'launch' : 'launch/patient', ...rest].join(' ');
}

/** Resource types that were asked for with read permission and not granted; scopes in either form. */
export function missingReadScopes(asked: string, granted: string): readonly string[] {
  if (granted.trim() === '') return [];
  const have = readable(granted);
  if (have.has('*')) return [];
  return [...readable(asked)].filter((type) => type !== '*' && !have.has(type)).sort();
}

function readable(scopes: string): Set<string> {
  const types = new Set<string>();
  for (const scope of scopes.split(/\s+/)) {
    const match = /^(?:patient|user|system)\/([A-Za-z]+|\*)\.(read|\*|c?r?u?d?s?)(?:\?.*)?$/.exec(scope);
    const [, type, access] = match ?? [];
    if (type !== undefined && access !== undefined && (access === '*' || access === 'read' || access.includes('r'))) types.add(type);
  }
  return types;
}
