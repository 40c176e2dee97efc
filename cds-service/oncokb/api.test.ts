import { describe, expect, it } from 'vitest';
import { annotateWithOncoKb, type OncoKbResponse } from './api.ts';

const answering = (status: number, body: unknown) => {
  const asked: { url: string; authorization: string | undefined }[] = [];
  const fetch = (url: URL, init: { headers: Readonly<Record<string, string>> }): Promise<OncoKbResponse> => {
    asked.push({ url: String(url), authorization: init.headers['Authorization'] });
    return Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(body) });
  };
  return { asked, fetch };
};
const query = { kind: 'mutation', gene: 'EGFR', alteration: 'L858R', oncotree: 'LUAD' } as const;

describe('OncoKB with the site’s own token', () => {
  it('asks with gene, change and tumour type only, and reads the answer', async () => {
    const { asked, fetch } = answering(200, {
      oncogenic: 'Oncogenic',
      mutationEffect: { knownEffect: 'Gain-of-function' },
      highestSensitiveLevel: 'LEVEL_1',
      treatments: [{ drugs: [{ drugName: 'Drug A' }], level: 'LEVEL_1', pmids: ['1'] }, { drugs: [], level: 'LEVEL_2' }, 'broken'],
      dataVersion: 'v4',
    });
    const result = await annotateWithOncoKb(query, { token: 'site-token', fetch });
    expect(asked).toEqual([
      {
        url: 'https://www.oncokb.org/api/v1/annotate/mutations/byProteinChange?hugoSymbol=EGFR&alteration=L858R&tumorType=LUAD',
        authorization: 'Bearer site-token',
      },
    ]);
    expect(result).toMatchObject({
      ok: true,
      annotation: {
        oncogenic: 'Oncogenic',
        effect: 'Gain-of-function',
        treatments: [{ drugs: ['Drug A'], level: 'LEVEL_1', pmids: ['1'] }],
      },
    });
  });
  it('names fusions and copy numbers as the API does', async () => {
    const { asked, fetch } = answering(200, {});
    await annotateWithOncoKb({ kind: 'fusion', five: 'EML4', three: 'ALK' }, { token: 't', fetch });
    await annotateWithOncoKb({ kind: 'copy-number', gene: 'ERBB2', change: 'amplification' }, { token: 't', fetch });
    expect(asked[0]?.url).toContain('structuralVariants?hugoSymbolA=EML4&hugoSymbolB=ALK&structuralVariantType=FUSION');
    expect(asked[1]?.url).toContain('copyNumberAlterations?hugoSymbol=ERBB2&copyNameAlterationType=AMPLIFICATION');
  });
  it('turns every trouble into a reason, never into an error or a claim', async () => {
    expect(await annotateWithOncoKb(query, { token: '', fetch: answering(200, {}).fetch })).toEqual({
      ok: false,
      why: 'no OncoKB token is configured',
    });
    expect(await annotateWithOncoKb(query, { token: 't', fetch: answering(401, {}).fetch })).toEqual({
      ok: false,
      why: 'OncoKB refused the token',
    });
    expect(await annotateWithOncoKb(query, { token: 't', fetch: answering(500, {}).fetch })).toMatchObject({ ok: false });
    expect(await annotateWithOncoKb(query, { token: 't', fetch: () => Promise.reject(new Error('down')) })).toEqual({
      ok: false,
      why: 'OncoKB did not answer in time',
    });
    expect(
      await annotateWithOncoKb(query, { token: 't', fetch: answering(200, {}).fetch, baseUrl: 'http://insecure.example' }),
    ).toMatchObject({ ok: false });
  });
});
