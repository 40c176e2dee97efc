/** Which scopes to ask for: SMART v2 form where the server names it, v1 form otherwise (SMART App Launch 2.2, capabilities). */
import type { Issuer } from './issuers.ts';

export type LaunchKind = 'ehr' | 'standalone';

/** With neither `permission-v2` nor `permission-v1` among the capabilities the older form is the safe one. */
export function chooseScopes(issuer: Issuer, capabilities: readonly string[], kind: LaunchKind): string {
  const listed = capabilities.includes('permission-v2') && issuer.scopesV2.length > 0 ? issuer.scopesV2 : issuer.scopesV1;
  const chosen = listed.length > 0 ? listed : issuer.scopesV2;
  const rest = chosen.filter((scope) => scope !== 'launch' && scope !== 'launch/patient');
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
