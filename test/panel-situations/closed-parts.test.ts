/** One search of the chart fails, in every way in which it can: the rest stays, and the page says of nothing that it is not there. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MantineProvider } from '@mantine/core';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadClinic } from '../../cds-service/clinic.ts';
import { readReport } from '../../smart-app/data/read-report.ts';
import { PanelContext, type PanelActions } from '../../smart-app/shell/panel-context.ts';
import { Panel } from '../../smart-app/shell/Panel.tsx';
import { sendFhir, serving, startFhirDouble, type Behaviour } from '../service/fhir-double.ts';
import { createTestApp, ISSUER } from '../service/harness.ts';
import { condition, genotype, order, patient, taken, variant, type Resource } from './chart.ts';

const actions: PanelActions = {
  canHandBack: false,
  decide: async () => true,
  proposeDrug: async () => 'done',
  proposeTest: async () => 'done',
  findTrials: null,
};

const chart: readonly Resource[] = [
  patient(),
  genotype('CYP2C19', '*2/*2'),
  order('clopidogrel 75 mg'),
  taken('omeprazole 20 mg'),
  condition('Lung adenocarcinoma'),
  variant('EGFR', 'p.Leu858Arg'),
];

/** As `serving`, but one resource type answers otherwise. */
function except(type: string, otherwise: Behaviour): Behaviour {
  const usual = serving(chart);
  return (asked, response, base) =>
    (asked.url ?? '').startsWith(`/R4/${type}?`) ? otherwise(asked, response, base) : usual(asked, response, base);
}

const WAYS: Readonly<Record<string, Behaviour>> = {
  'is forbidden (403)': (_, response) => sendFhir(response, { resourceType: 'OperationOutcome', issue: [] }, 403),
  'fails (500)': (_, response) => sendFhir(response, {}, 500),
  'is not known (404)': (_, response) => sendFhir(response, {}, 404),
  'answers with a sign-in page': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Sign in</title>');
  },
  'answers with half a document': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/fhir+json' });
    response.end('{"resourceType":"Bundle","entry":[{"resource":{"resourceType"');
  },
  'hangs up': (_, response) => void response.destroy(),
  'promises a next page that does not come': (asked, response, base) =>
    /page=2/.test(asked.url ?? '')
      ? sendFhir(response, {}, 500)
      : sendFhir(response, {
          resourceType: 'Bundle',
          type: 'searchset',
          entry: [],
          link: [{ relation: 'next', url: `${base}/${(asked.url ?? '').replace(/^\/R4\//, '')}&page=2` }],
        }),
};

describe('a part of the chart that cannot be read', () => {
  let clinic: Awaited<ReturnType<typeof loadClinic>>;
  const open: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    clinic = await loadClinic();
  });
  afterAll(async () => {
    await Promise.all(open.map((close) => close()));
  });

  async function pageOf(behave: Behaviour, view: 'drugs' | 'genes' | 'tumour'): Promise<string> {
    const fhir = await startFhirDouble(behave);
    open.push(() => fhir.close());
    const ehr = {
      name: 'EHR',
      issuer: ISSUER,
      jwks: { keys: [{ kty: 'EC', kid: 'x' }] },
      fhirServers: [fhir.base],
      profile: 'generic',
      allowInsecureLoopback: true,
      panel: { clientId: 'genehook-panel' },
    };
    const { app } = createTestApp({ clinic, trust: { ehrs: [ehr], publicUrl: 'http://127.0.0.1:4020', auth: 'required' } });
    const answer = await request(app)
      .post('/panel/report')
      .set('authorization', 'Bearer user-token')
      .set('accept', 'application/json')
      .send({ fhirServer: fhir.base, patientId: 'p' });
    expect(answer.status).toBe(200);
    const { report, sources } = answer.body as { report: object; sources: object };
    const panel = createElement(Panel, {
      state: {
        read: readReport({ ...report, sources, complete: true }),
        loading: false,
        fault: null,
        partial: null,
        retry: () => undefined,
      },
      patient: { id: 'p', banner: true },
      notGranted: [],
      target: { view },
      allDrugs: true,
      onAllDrugs: () => undefined,
    });
    const html = renderToStaticMarkup(
      createElement(MantineProvider, { env: 'test' }, createElement(PanelContext, { value: actions }, panel)),
    );
    return html
      .replace(/<style.*?<\/style>/gs, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  }

  it('the whole chart, for comparison', async () => {
    const page = await pageOf(serving(chart), 'drugs');
    expect(page).toMatch(/clopidogrel .*CYP2C19 Poor Metabolizer/);
    expect(page).not.toContain('could not be read');
  });

  it.each(Object.entries(WAYS))('Observation %s: no gene is called untested, and no drug checked', async (_, behave) => {
    const page = await pageOf(except('Observation', behave), 'drugs');
    expect(page).toMatch(/genomic results, [^:]*: (?:could not be read|only a part could be read)/);
    expect(page).not.toMatch(/: no change advised|Not tested|Poor Metabolizer/);
  });

  it.each(Object.entries(WAYS))('MedicationRequest %s: the home medication stands, and no clean bill', async (_, behave) => {
    const page = await pageOf(except('MedicationRequest', behave), 'drugs');
    expect(page).toMatch(/current medication orders, [^:]*: (?:could not be read|only a part could be read)/);
    expect(page).toMatch(/Now Not read, or only in part: current medication orders\./);
    expect(page).toContain('omeprazole');
    expect(page).not.toMatch(/Now 1 drug checked|No active drug order/);
  });

  it.each(Object.entries(WAYS))('Condition %s: the tumour is not said to be absent', async (_, behave) => {
    const page = await pageOf(except('Condition', behave), 'tumour');
    expect(page).toMatch(/conditions: (?:could not be read|only a part could be read)/);
    expect(page).toContain('EGFR L858R');
    expect(page).not.toContain('No tumour, variant or marker on file');
  });

  it.each(['DiagnosticReport', 'MedicationStatement', 'Procedure', 'AllergyIntolerance', 'Specimen', 'Consent'])(
    '%s forbidden: said, and the advice on clopidogrel stands',
    async (type) => {
      const page = await pageOf(
        except(type, (_, response) => sendFhir(response, {}, 403)),
        'drugs',
      );
      expect(page).toMatch(/could not be read/);
      expect(page).toMatch(/clopidogrel .*CYP2C19 Poor Metabolizer/);
      expect(page).not.toMatch(/Chart fully read/);
    },
  );

  it('five thousand observations in twenty-five pages: the one that matters is on the last', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({
      ...genotype('CYP2D6', '*1/*1'),
      id: `o${index}`,
      code: { coding: [{ system: 'http://loinc.org', code: '718-7' }] },
      valueCodeableConcept: undefined,
      component: undefined,
      valueQuantity: { value: 130, unit: 'g/L' },
    }));
    const all = [...many.slice(1), chart[1]];
    const usual = serving(chart);
    const page = await pageOf((asked, response, base) => {
      const url = new URL(asked.url ?? '', base);
      if (url.pathname !== '/R4/Observation') return usual(asked, response, base);
      if (url.searchParams.has('code')) return sendFhir(response, { resourceType: 'Bundle', type: 'searchset', total: 0 });
      const from = Number(url.searchParams.get('from') ?? '0');
      const next = new URL(url);
      next.searchParams.set('from', String(from + 200));
      sendFhir(response, {
        resourceType: 'Bundle',
        type: 'searchset',
        entry: all.slice(from, from + 200).map((resource) => ({ resource })),
        ...(from + 200 < all.length ? { link: [{ relation: 'next', url: next.href }] } : {}),
      });
    }, 'drugs');
    expect(page).toMatch(/clopidogrel .*CYP2C19 Poor Metabolizer/);
    expect(page).not.toMatch(/could not be read|only a part/);
  });
});
