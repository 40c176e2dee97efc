/** The panel as a SMART app in Medplum: a public client, so there is no secret to keep and the code challenge (PKCE) is required. */
import { APP_NAME, CONNECT_TAG } from './marks.ts';

export interface PanelAddresses {
  readonly launch: string;
  readonly redirect: string;
}

/** `publicUrl`: Genehook's own address without slash at its end. */
function panelAddresses(publicUrl: string): PanelAddresses {
  return { launch: `${publicUrl}/panel/launch.html`, redirect: `${publicUrl}/panel/index.html` };
}

/**
 * `pkceOptional: false`: without a code challenge Medplum gives no token. No membership is made for this client, so it can never
 * sign in by itself: every token belongs to the user who launched it, with that user's own access policy.
 */
export function smartApp(publicUrl: string): Readonly<Record<string, unknown>> {
  const { launch, redirect } = panelAddresses(publicUrl);
  return {
    resourceType: 'ClientApplication',
    meta: { tag: [CONNECT_TAG] },
    name: APP_NAME,
    description: 'Pharmacogenomics and targeted therapy beside the chart. Opens from a patient’s Apps tab.',
    launchUri: launch,
    redirectUris: [redirect],
    pkceOptional: false,
  };
}
