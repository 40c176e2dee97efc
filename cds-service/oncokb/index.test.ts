/** OncoKB's lines against a stand-in on this machine: what is asked, what is added, and what happens when it does not answer. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readConfig, readOncoKb } from '../config/config.ts';
import { interpret } from '../interpret.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { oncoKbAnnotator } from './index.ts';
import { patientReportSchema } from '../report/schema.ts';

const TOKEN = '00000000-1111-2222-3333-444444444444';
const knowledge = loadKnowledge();
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function standIn(answer: (url: string) => { status?: number; body?: unknown; after?: number; location?: string }) {
  const asked: { url: string; authorization: string | undefined }[] = [];
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', authorization: request.headers.authorization });
    const { status = 200, body = {}, after = 0, location } = answer(request.url ?? '');
    if (after === Infinity) return;
    setTimeout(() => {
      response.writeHead(status, { 'content-type': 'application/json', ...(location === undefined ? {} : { location }) });
      response.end(JSON.stringify(body));
    }, after);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { asked, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1` };
}

const subject = { reference: 'Patient/p' };
const finding = (id: string, text: string) => ({
  resourceType: 'Observation', id, status: 'final', subject, code: { coding: [{ system: 'http://loinc.org', code: '69548-6' }] }, valueString: text,
}); // prettier-ignore
const report = interpret(
  {
    asOf: '2026-11-21',
    resources: [
      { resourceType: 'Patient', id: 'p', birthDate: '1960-01-01' },
      {
        resourceType: 'Condition',
        id: 'c',
        subject,
        clinicalStatus: { coding: [{ code: 'active' }] },
        code: { text: 'Lung adenocarcinoma' },
      },
      finding('v1', 'EGFR L858R'),
      finding('v2', 'EML4::ALK fusion'),
      finding('v3', 'MET amplification'),
    ],
  },
  knowledge,
);
const LEVELS = {
  oncogenic: 'Oncogenic',
  mutationEffect: { knownEffect: 'Gain-of-function' },
  treatments: [{ drugs: [{ drugName: 'Osimertinib' }], level: 'LEVEL_1', pmids: ['29151359'] }],
  dataVersion: 'v9.9',
};

describe('OncoKB beside the report', () => {
  it('asks with gene, change and tumour type alone, once, and adds lines that fit the schema', async () => {
    const { asked, baseUrl } = await standIn(() => ({ body: LEVELS }));
    const annotate = oncoKbAnnotator({ token: TOKEN, baseUrl });
    const annotated = await annotate(report);
    expect(asked.map(({ url }) => url.replace('/api/v1/annotate/', '')).sort()).toEqual([
      'copyNumberAlterations?hugoSymbol=MET&copyNameAlterationType=AMPLIFICATION&tumorType=LUAD',
      'mutations/byProteinChange?hugoSymbol=EGFR&alteration=L858R&tumorType=LUAD',
      'structuralVariants?hugoSymbolA=EML4&hugoSymbolB=ALK&structuralVariantType=FUSION&isFunctionalFusion=true&tumorType=LUAD',
    ]);
    expect(asked.every(({ authorization }) => authorization === `Bearer ${TOKEN}`)).toBe(true);
    expect(annotated.oncology.annotations?.find(({ variant }) => variant === report.oncology.variants[0]?.id)).toMatchObject({
      source: 'OncoKB',
      lines: ['Oncogenic, Gain-of-function', 'Osimertinib: level 1'],
      pmids: ['29151359'],
      version: 'v9.9',
      attribution: expect.stringContaining('not shipped with Genehook') as string,
    });
    expect(new Ajv2020({ strict: false }).compile(patientReportSchema)(JSON.parse(JSON.stringify(annotated)))).toBe(true);
    await annotate(report);
    expect(asked).toHaveLength(3);
  });
  it('changes nothing else of the report', async () => {
    const { baseUrl } = await standIn(() => ({ body: LEVELS }));
    const annotated = await oncoKbAnnotator({ token: TOKEN, baseUrl })(report);
    const { annotations: _, ...oncology } = annotated.oncology;
    expect({ ...annotated, oncology }).toEqual(report);
  });
  it('a slow answer costs the deadline, not more, and is said', async () => {
    const { baseUrl } = await standIn(() => ({ after: Infinity }));
    const annotated = await oncoKbAnnotator({ token: TOKEN, baseUrl }, { deadlineMs: 150 })(report);
    expect(annotated.oncology.annotations).toBeUndefined();
    expect(annotated.warnings.at(-1)).toMatchObject({
      code: 'external-source',
      message: 'OncoKB annotations are missing for 3 findings: OncoKB did not answer in time. Nothing else of this report rests on OncoKB.',
    });
  });
  it.each([
    [401, 'OncoKB refused the token'],
    [500, 'OncoKB answered with status 500'],
  ])('status %i is a reason in words and is not remembered', async (status, why) => {
    const { asked, baseUrl } = await standIn(() => ({ status }));
    const annotate = oncoKbAnnotator({ token: TOKEN, baseUrl });
    expect((await annotate(report)).warnings.at(-1)?.message).toContain(why);
    await annotate(report);
    expect(asked).toHaveLength(6);
  });
  it('no redirect takes the token elsewhere', async () => {
    const { asked, baseUrl } = await standIn((url) => (url.includes('/stolen') ? {} : { status: 302, location: '/stolen' }));
    await oncoKbAnnotator({ token: TOKEN, baseUrl })(report);
    expect(asked.some(({ url }) => url.includes('/stolen'))).toBe(false);
  });
  it('answers are kept for minutes only', async () => {
    const { asked, baseUrl } = await standIn(() => ({ body: LEVELS }));
    let now = 0;
    const annotate = oncoKbAnnotator({ token: TOKEN, baseUrl }, { now: () => now });
    await annotate(report);
    now = 11 * 60_000;
    await annotate(report);
    expect(asked).toHaveLength(6);
  });
});

describe('its configuration', () => {
  const none = (): string => {
    throw new Error('ENOENT');
  };
  it('is off by default', () => {
    expect(readOncoKb({}, none)).toEqual({ oncoKb: null, issues: [] });
    expect(readConfig({}, none)).not.toHaveProperty('config.oncoKb');
  });
  it('takes the token by value or file', () => {
    expect(readOncoKb({ GENEHOOK_ONCOKB_TOKEN: TOKEN }, none).oncoKb).toEqual({ token: TOKEN });
    expect(readOncoKb({ GENEHOOK_ONCOKB_TOKEN_FILE: '/run/token' }, () => `${TOKEN}\n`).oncoKb).toEqual({ token: TOKEN });
    expect(readConfig({ GENEHOOK_ONCOKB_TOKEN: TOKEN }, none)).toMatchObject({ config: { oncoKb: { token: TOKEN } } });
  });
  it.each(['http://oncokb.example.org/api', 'ftp://x', 'https://user:pass@mirror.example.org/api', 'not an address'])(
    'refuses the address %s',
    (url) => {
      expect(readOncoKb({ GENEHOOK_ONCOKB_TOKEN: TOKEN, GENEHOOK_ONCOKB_URL: url }, none).issues[0]).toContain('GENEHOOK_ONCOKB_URL');
    },
  );
});
