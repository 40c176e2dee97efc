// @vitest-environment jsdom
// @vitest-environment-options {"url": "http://127.0.0.1:4020/panel/launch.html"}
/** The panel's own launch code, with its SMART client, from Medplum's launch address to a session. */
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseTrust } from '../../cds-service/config/trust.ts';
import { panelConfig } from '../../cds-service/panel/routes.ts';
import { readIssuers, type Issuer } from '../../smart-app/launch/issuers.ts';
import { openSession } from '../../smart-app/launch/session.ts';
import { admitIssuer, authorizationAddress, readLaunchRequest } from '../../smart-app/launch/start.ts';
import { environmentOf, genehookMedplum } from './command-line.ts';
import { launchAddress } from './launch.ts';
import { startStandIn, type StandIn } from './stand-in/start.ts';

// The test runner unwraps CommonJS defaults once more than the bundler that builds the panel does.
vi.mock('fhirclient/lib/adapters/BrowserAdapter.js', () => ({
  default: createRequire(import.meta.url)('fhirclient/lib/adapters/BrowserAdapter.js') as unknown,
}));

const GENEHOOK = 'http://127.0.0.1:4020';
let standIn: StandIn;
let issuers: readonly Issuer[];
let patient: string;

beforeEach(async () => {
  standIn = await startStandIn();
  const environment = { ...environmentOf(standIn), GENEHOOK_PUBLIC_URL: GENEHOOK };
  await genehookMedplum(['seed', '--case', 'dpyd-2a-carrier-colon-cancer'], environment);
  const { out } = await genehookMedplum(['connect'], environment);
  const trust = parseTrust({ ehrs: [JSON.parse(out)], publicUrl: GENEHOOK, auth: 'required' });
  if (!trust.ok) throw new Error(trust.issues.join('; '));
  issuers = readIssuers(panelConfig(trust.trust));
  patient = standIn.all('Patient')[0]?.id ?? '';
  standIn.user = standIn.clinician.membershipId;
}, 300_000);
afterEach(async () => standIn.close());

/** The launch page's part: reads the address that Medplum opened and says where the browser goes to authorize. */
async function authorize(): Promise<Response> {
  const opened = await launchAddress(standIn, standIn.clinician.membershipId, patient);
  expect(`${opened.origin}${opened.pathname}`).toBe(`${GENEHOOK}/panel/launch.html`);
  const request = readLaunchRequest(opened.search);
  if (request.kind !== 'ehr') throw new Error('no EHR launch');
  const address = await authorizationAddress(admitIssuer(issuers, request.iss), { kind: 'ehr', token: request.launch });
  expect(new URL(address).searchParams.get('code_challenge_method')).toBe('S256');
  return fetch(address, { redirect: 'manual' });
}

describe('the panel’s launch from Medplum', { timeout: 300_000 }, () => {
  it('ends in a session of the launched patient at the trusted server', async () => {
    const back = (await authorize()).headers.get('location') ?? '';
    expect(back).toMatch(/^http:\/\/127\.0\.0\.1:4020\/panel\/index\.html\?/);
    window.history.replaceState(null, '', back);
    const session = await openSession(issuers);
    expect(session).toMatchObject({ fhirServer: `${standIn.base}fhir/R4`, patientId: patient, notGranted: [] });
    expect(session.accessToken()).not.toBe('');
    expect(await session.readPatient()).toMatchObject({ resourceType: 'Patient', id: patient });
  });

  it('nobody signed in at Medplum: the sign-in page, no session', async () => {
    standIn.user = undefined;
    expect(await (await authorize()).text()).toBe('sign-in page');
  });
});
