/** The clinical acceptance run: accepted here and over signed HTTP, red where something is missing, needless or worded wrongly. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { askHere, askService, CannotAsk } from '../../cds-service/acceptance/answerers.ts';
import { judge, type GotCard } from '../../cds-service/acceptance/judge.ts';
import { readOrderList, type AcceptanceOrder } from '../../cds-service/acceptance/order-list.ts';
import { runAcceptance } from '../../cds-service/acceptance/run.ts';
import { markdownSheet, terminalLines } from '../../cds-service/acceptance/sheet.ts';
import { chartFor } from '../../cds-service/acceptance/synthetic-chart.ts';
import { loadClinic, type LoadedClinic } from '../../cds-service/clinic.ts';
import { readTsv } from '../../cds-service/knowledge/import/pgx/tsv.ts';
import { signerFrom } from '../../cds-service/request-bench/signing.ts';
import { hasReference, referenceDir, skipNote } from '../pgx-knowledge/reference.ts';
import { program } from '../service/program.ts';
import { endAll, startService } from '../service/running.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const ROOT = join(import.meta.dirname, '..', '..');
const list = readOrderList();
let clinic: LoadedClinic;
beforeAll(async () => {
  clinic = await loadClinic();
});

describe('the acceptance orders', () => {
  it('are enough: 25 that must bring a card and 8 that must stay silent, each with its source', () => {
    const silent = list.orders.filter(({ expect: cards }) => cards.length === 0);
    expect(silent.length).toBeGreaterThanOrEqual(8);
    expect(list.orders.length - silent.length).toBeGreaterThanOrEqual(25);
    expect(new Set(list.orders.map(({ id }) => id)).size).toBe(list.orders.length);
  });

  it.each(['CYP2C19', 'CYP2D6', 'TPMT', 'NUDT15', 'DPYD', 'HLA-B', 'SLCO1B1', 'CYP2C9', 'VKORC1', 'UGT1A1', 'G6PD', 'RYR1', 'CYP2B6', 'CYP3A5', 'MT-RNR1', 'KRAS', 'EGFR', 'BRCA'])(
    'ask for a card about %s',
    (gene) => expect(list.orders.some(({ expect: cards }) => cards.some(({ genes }) => genes.includes(gene)))).toBe(true),
  ); // prettier-ignore

  it.each(['2026-11-21', '2027-02-28', '2031-07-01'])('are all as expected on %s', async (today) => {
    const outcomes = await runAcceptance(list, askHere(clinic), { today });
    expect(outcomes.flatMap(({ order, differences }) => differences.map((text) => `${order.id} ${order.order.drug}: ${text}`))).toEqual([]);
  });

  it('are about patients marked as test data, on every resource', () => {
    for (const order of list.orders)
      for (const { meta } of chartFor(order, list, '2026-11-21').resources) expect(JSON.stringify(meta)).toContain('HTEST');
  });
});

if (!hasReference) console.warn(skipNote);
describe.skipIf(!hasReference)('the expectations stand in the reference tables', () => {
  const rows = hasReference ? readTsv(referenceDir, 'recommendations.tsv') : [];
  const fromTable = list.orders.filter(({ basis }) => basis.row !== undefined);

  it('most orders name a row', () => expect(fromTable.length).toBeGreaterThanOrEqual(20));

  it.each(fromTable.map((order) => ({ order, name: `${order.id} ${order.order.drug}` })))(
    '$name',
    ({ order: { basis, order, expect: cards } }) => {
      const found = rows.filter(
        (row) =>
          row('source') === 'CPIC' &&
          row('status') === 'current' &&
          order.drug.startsWith(row('drug')) &&
          row('pmids')
            .split(';')
            .includes(basis.pmid ?? '-') &&
          sameResults(row('phenotypes'), basis.row?.phenotypes ?? {}),
      );
      expect(found.map((row) => row('actionClass'))).toContain(basis.row?.action);
      expect(cards.length > 0, 'a standard recommendation is silence, any other is a card').toBe(basis.row?.action !== 'standard');
    },
  );
});

function sameResults(written: string, wanted: Readonly<Record<string, string>>): boolean {
  const held = JSON.parse(written) as Record<string, unknown>;
  const names = Object.keys(wanted);
  return names.length === Object.keys(held).length && names.every((gene) => held[gene] === wanted[gene]);
}

describe('a difference', () => {
  const order: AcceptanceOrder = {
    id: '1',
    patient: { built: 'x' },
    order: { drug: 'clopidogrel' },
    expect: [
      { service: 'pgx-order-sign', indicator: 'warning', genes: ['CYP2C19'], says: ['avoid clopidogrel'], neverSays: ['no result'] },
    ],
    basis: { source: 's', states: 's' },
  };
  const card: GotCard = {
    service: 'pgx-order-sign',
    topic: 't',
    indicator: 'warning',
    summary: 'CYP2C19 poor metabolizer: avoid clopidogrel',
    detail: '',
    source: 'CPIC',
    rules: ['r'],
  };

  it('is none when the card is right, also when a second service says the same under the same topic', () => {
    expect(judge(order, '', [card]).differences).toEqual([]);
    expect(judge(order, '', [card, { ...card, service: 'oncology-order-sign' }]).differences).toEqual([]);
  });

  it.each<[string, GotCard[], string]>([
    ['a missing card', [], 'no card from pgx-order-sign'],
    ['a card from another service', [{ ...card, service: 'oncology-order-sign' }], 'no card from pgx-order-sign'],
    ['a needless card', [card, { ...card, topic: 'u', summary: 'Also this' }], 'a card that was not expected: warning: Also this'],
    ['the same card twice from one service', [card, card], 'a card that was not expected'],
    ['a milder indicator', [{ ...card, indicator: 'info' }], 'info instead of warning'],
    ['another drug', [{ ...card, summary: 'CYP2C19 poor metabolizer: avoid prasugrel' }], 'does not say "avoid clopidogrel"'],
    ['another gene', [{ ...card, summary: 'CYP2D6: avoid clopidogrel' }], 'does not name CYP2C19'],
    ['a word that must not stand there', [{ ...card, detail: 'No result on file' }], 'must not say "no result"'],
  ])('%s is named', (_name, got, message) => {
    expect(judge(order, '', got).differences.join('\n')).toContain(message);
  });

  it('stands on the sheet and in the terminal, and cells cannot break the table', () => {
    const outcomes = [judge(order, 'a | b\nc', [])];
    const sheet = markdownSheet(outcomes, { asked: 'x', day: '2026-11-21', version: '0.1.0', knowledge: [] });
    expect(sheet).toContain(
      '| 1 | a \\| b c | clopidogrel | warning from pgx-order-sign: CYP2C19; avoid clopidogrel | silence | **FAIL** |',
    );
    expect(sheet).toContain('| Pharmacist |');
    expect(terminalLines(outcomes).at(-1)).toContain('0 of 1 orders as expected (1 with a card, 0 silent): NOT accepted');
  });
});

describe('a running service that asks for signed calls', () => {
  const folder = mkdtempSync(join(tmpdir(), 'genehook-acceptance-'));
  const issuer = 'https://ehr.hospital.example';
  const short = { ...list, orders: list.orders.filter(({ id }) => ['01', '02', '12', '34', '35'].includes(id)) };
  let url: string;
  let keyFile: string;
  let otherKey: string;

  async function keyPair(kid: string): Promise<{ file: string; open: Record<string, unknown> }> {
    const pair = await generateKeyPair('ES384', { extractable: true });
    const file = join(folder, `${kid}.json`);
    writeFileSync(file, JSON.stringify({ ...(await exportJWK(pair.privateKey)), kid, alg: 'ES384' }));
    return { file, open: { ...(await exportJWK(pair.publicKey)), kid, alg: 'ES384' } };
  }

  beforeAll(async () => {
    const port = 20_000 + Math.floor(Math.random() * 40_000);
    url = `http://127.0.0.1:${port}`;
    const key = await keyPair('right');
    keyFile = key.file;
    otherKey = (await keyPair('wrong')).file;
    const trust = join(folder, 'trust.json');
    const ehr = { name: 'EHR', issuer, jwks: { keys: [key.open] }, fhirServers: ['https://ehr.hospital.example/R4'], profile: 'generic' };
    writeFileSync(trust, JSON.stringify({ publicUrl: url, auth: 'required', ehrs: [ehr] }));
    await startService({ PORT: String(port), GENEHOOK_TRUST: trust, GENEHOOK_DATA: join(folder, 'data'), GENEHOOK_LOG_LEVEL: 'silent' });
  });
  afterAll(() => {
    endAll();
    rmSync(folder, { recursive: true, force: true });
  });

  const signer = (file: string) => signerFrom(readFileSync(file, 'utf8'), { issuer });
  const today = new Date().toISOString().slice(0, 10);

  it('is accepted with the right key', async () => {
    const outcomes = await runAcceptance(short, askService({ url, signer: await signer(keyFile) }), { today });
    expect(outcomes.flatMap(({ differences }) => differences)).toEqual([]);
    expect(outcomes).toHaveLength(5);
  });

  it.each<[string, () => Promise<Parameters<typeof askService>[0]>, string]>([
    ['without a key', async () => ({ url }), 'asks for a signed call'],
    ['with a key that is not trusted', async () => ({ url, signer: await signer(otherKey) }), 'the token is refused'],
    ['at a wrong address', async () => ({ url: `${url}/elsewhere`, signer: await signer(keyFile) }), '404'],
    ['where nothing listens', async () => ({ url: 'http://127.0.0.1:9', signer: await signer(keyFile) }), 'cannot be reached'],
  ])('%s is told what to do', async (_name, address, message) => {
    const asked = runAcceptance(short, askService(await address()), { today });
    await expect(asked).rejects.toThrow(CannotAsk);
    await expect(asked).rejects.toThrow(message);
  });

  it('the command writes the sheet and ends with 0; with a list that does not hold it ends with 3; bad input is explained', () => {
    const cli = (...args: string[]) =>
      spawnSync(process.execPath, [...program('cli/main'), 'acceptance', ...args], {
        cwd: ROOT,
        encoding: 'utf8',
      });
    const sheet = join(folder, 'sheet.md');
    expect(cli('--url', url, '--iss', issuer, '--key', keyFile, '--out', sheet)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(sheet, 'utf8')).toContain(`| Signed as | ${issuer} |`);
    const wrong = join(folder, 'wrong-orders.json');
    const [first, ...rest] = short.orders;
    writeFileSync(wrong, JSON.stringify({ ...short, orders: [{ ...first, expect: [] }, ...rest] }));
    expect(cli('--orders', wrong)).toMatchObject({ status: 3, stdout: expect.stringContaining('4 of 5 orders') as string });
    writeFileSync(wrong, JSON.stringify({ ...short, orders: [{ ...first, patient: { built: 'nobody' } }] }));
    expect(cli('--orders', wrong)).toMatchObject({ status: 1, stderr: expect.stringContaining('no patient "nobody"') as string });
    expect(cli('--url', 'http://cds.hospital.example')).toMatchObject({ status: 1, stderr: expect.stringContaining('https') as string });
    expect(cli('--url', url, '--key', keyFile)).toMatchObject({ status: 1, stderr: expect.stringContaining('belong together') as string });
    expect(existsSync(sheet)).toBe(true);
  });
});
