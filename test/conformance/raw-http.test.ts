/** HTTP as clients, proxies and strangers write it, byte by byte, against the made-up clinic. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, ISSUER, orderSign } from '../service/harness.ts';
import { SERVICE } from './service-call.ts';

let server: Server;
beforeAll(async () => {
  server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 15_000, requestTimeout: 60_000 }, createTestApp().app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Everything that comes back until the connection ends, or until it has been still for a moment. */
async function exchange(bytes: string | Buffer): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const chunks: Buffer[] = [];
  await new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      socket.setTimeout(2_000);
    });
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
    socket.on('timeout', () => socket.destroy());
    socket.setTimeout(20_000);
    socket.write(bytes);
  });
  return Buffer.concat(chunks).toString('latin1');
}

const statuses = (answer: string): number[] => [...answer.matchAll(/HTTP\/1\.[01] (\d{3})/g)].map(([, code]) => Number(code));
const BODY = JSON.stringify(orderSign());
const head = (first: string, ...fields: string[]): string => [first, 'Host: 127.0.0.1:4020', ...fields, '', ''].join('\r\n');
const JSON_TYPE = 'Content-Type: application/json';
const lengthOf = (text: string): string => `Content-Length: ${Buffer.byteLength(text)}`;
const post = (body: string, ...fields: string[]): string =>
  head(`POST ${SERVICE} HTTP/1.1`, ...(fields.length === 0 ? [JSON_TYPE] : fields), lengthOf(body), 'Connection: close') + body;
const chunked = (body: string, size = 7): string => {
  const parts = body.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
  return `${parts.map((part) => `${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`).join('')}0\r\n\r\n`;
};
const get = (path: string, method = 'GET', ...fields: string[]): string =>
  head(`${method} ${path} HTTP/1.1`, ...fields, 'Connection: close');

describe('HTTP as it is written', () => {
  it.each<[string, string | Buffer, number | number[]]>([
    ['discovery', get('/cds-services'), 200],
    ['discovery with a slash at its end', get('/cds-services/'), 200],
    ['discovery with a query', get('/cds-services?_format=json&x[__proto__]=1'), 200],
    ['discovery in HTTP/1.0 without a host', 'GET /cds-services HTTP/1.0\r\n\r\n', 200],
    ['discovery, as a proxy asks: the whole address', get('http://127.0.0.1:4020/cds-services'), 200],
    ['discovery for a browser', get('/cds-services', 'GET', 'Accept: text/html'), 200],
    ['discovery with a body', `${get('/cds-services', 'GET', 'Content-Length: 4')}null`, 200],
    ['discovery, headers alone', get('/cds-services', 'HEAD'), 200],
    ['the headers of a service', get(SERVICE, 'HEAD'), 405],
    ['options without a preflight', get('/cds-services', 'OPTIONS'), 405],
    ['options of the server', get('*', 'OPTIONS'), [404, 400]],
    ['trace', get('/cds-services', 'TRACE'), 405],
    ['a method that nobody knows', get('/cds-services', 'FETCH'), 400],
    ['another case of letters', get('/CDS-Services'), 404],
    ['two slashes', get('//cds-services'), 404],
    ['a path that climbs', get('/panel/../../cds-services'), [404, 200]],
    ['an escape that is none', get('/cds-services/%zz', 'POST', JSON_TYPE, 'Content-Length: 0'), 400],
    ['a path of 100 kB', get(`/cds-services/${'x'.repeat(100_000)}`), 431],
    ['headers of 100 kB', get('/cds-services', 'GET', `X-Filler: ${'x'.repeat(100_000)}`), 431],
    ['a host that is no name', `GET /cds-services HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n`, [400, 403]],
    ['a call', post(BODY), 200],
    ['a call with a slash at its end', post(BODY).replace(SERVICE, `${SERVICE}/`), 200],
    ['a call in HTTP/1.0', post(BODY).replace('HTTP/1.1', 'HTTP/1.0'), 200],
    [
      'a call in small pieces',
      head(`POST ${SERVICE} HTTP/1.1`, JSON_TYPE, 'Transfer-Encoding: chunked', 'Connection: close') + chunked(BODY),
      200,
    ],
    ['the charset in quotes', post(BODY, 'Content-Type: application/json; charset="UTF-8"'), 200],
    ['blanks before the parameter', post(BODY, 'Content-Type: application/json ;charset=utf-8'), 200],
    ['the type of a form', post(BODY, 'Content-Type: application/x-www-form-urlencoded'), 415],
    ['no type', post(BODY, 'X-Nothing: 1'), 415],
    ['a type that only begins like JSON', post(BODY, 'Content-Type: application/json5'), 415],
    ['no body', post(''), 400],
    ['no length', head(`POST ${SERVICE} HTTP/1.1`, JSON_TYPE, 'Connection: close'), 400],
    ['UTF-16', Buffer.concat([Buffer.from(post('').replace('Content-Length: 0', `Content-Length: ${2 * BODY.length}`)), Buffer.from(BODY, 'utf16le')]), 400], // prettier-ignore
    ['something behind the JSON', post(`${BODY} x`), 400],
    ['two calls in one body', post(`${BODY}\n${BODY}`), 400],
    ['a call in a list', post(`[${BODY}]`), 400],
    ['comments', post(`/* order */ ${BODY}`), 400],
    ['a comma too many', post(BODY.replace(/}$/, ',}')), 400],
    ['single quotes', post(BODY.replaceAll('"', "'")), 400],
    ['a text with a line break', post(BODY.replace('clopidogrel', 'clopi\ndogrel')), 400],
    ['half a surrogate', post(BODY.replace('clopidogrel', 'clopidogrel \\ud800')), 200],
    [
      'numbers beyond all bounds',
      post(BODY.replace('"context"', '"extension":{"a":1e999,"b":-0,"c":12345678901234567890},"context"')),
      200,
    ],
    ['a patient id that is a number', post(BODY.replace('"patientId":"p1"', '"patientId":9007199254740993')), 400],
    ['a member twice: the last one counts', post(BODY.replace('"patientId":"p1"', '"patientId":"p2","patientId":"p1"')), 200],
    [
      'two calls behind each other on one connection',
      post(BODY).replace('Connection: close', 'Connection: keep-alive') + post(BODY),
      [200],
    ],
    [
      'asking before sending',
      head(`POST ${SERVICE} HTTP/1.1`, JSON_TYPE, lengthOf(BODY), 'Expect: 100-continue', 'Connection: close') + BODY,
      [100],
    ],
    ['expecting what nobody offers', post(BODY, JSON_TYPE, 'Expect: 200-maybe'), 417],
    ['two lengths', post(BODY, JSON_TYPE, 'Content-Length: 3'), 400],
    [
      'a length and pieces (smuggling)',
      head(`POST ${SERVICE} HTTP/1.1`, JSON_TYPE, 'Content-Length: 3', 'Transfer-Encoding: chunked') + chunked(BODY),
      400,
    ],
    ['pieces that are none', `${head(`POST ${SERVICE} HTTP/1.1`, JSON_TYPE, 'Transfer-Encoding: chunked')}zz\r\n`, 400],
    ['a header that is folded', get('/cds-services', 'GET', 'X-A: 1\r\n folded'), [400, 200]],
    ['a header with a zero byte', get('/cds-services', 'GET', 'X-A: 1\u0000'), 400],
    ['TLS on the plain port', Buffer.from('16030100c8010000c40303', 'hex'), 400],
  ])('%s', async (_name, bytes, expected) => {
    const answer = await exchange(bytes);
    const [first] = statuses(answer);
    expect([answer.slice(0, 300), typeof expected === 'number' ? [expected] : expected]).toEqual([
      answer.slice(0, 300),
      expect.arrayContaining([first]),
    ]);
    expect(answer).not.toMatch(/node_modules|\.ts:\d|at \w+ \(/);
    // The next caller is served.
    expect(statuses(await exchange(get('/healthz')))).toEqual([200]);
  });

  it('calls behind each other and a call that asks before sending are answered in full', async () => {
    const twice = await exchange(post(BODY).replace('Connection: close', 'Connection: keep-alive') + post(BODY));
    expect([statuses(twice), twice.match(/"cards"/g)?.length]).toEqual([[200, 200], 2]);
    const asked = head(`POST ${SERVICE} HTTP/1.1`, JSON_TYPE, lengthOf(BODY), 'Expect: 100-continue', 'Connection: close') + BODY;
    expect(statuses(await exchange(asked))).toEqual([100, 200]);
  });

  it('headers alone have no body, and 405 names what is served', async () => {
    const discovery = await exchange(get('/cds-services', 'HEAD'));
    expect(discovery).toMatch(/content-length: [1-9]/i);
    expect(discovery.split('\r\n\r\n')[1]).toBe('');
    expect(await exchange(get(SERVICE, 'PUT', 'Content-Length: 0'))).toMatch(/^allow: POST\r$/im);
  });

  it('nothing of a call comes back in a header', async () => {
    const answer = await exchange(
      head(
        'OPTIONS /cds-services HTTP/1.1',
        `Origin: ${ISSUER}`,
        'Access-Control-Request-Method: POST',
        'Access-Control-Request-Headers: x-evil, authorization',
        'X-Forwarded-Host: evil.example',
        'Connection: close',
      ),
    );
    expect(statuses(answer)).toEqual([204]);
    expect(answer).toMatch(new RegExp(`^access-control-allow-origin: ${ISSUER}\r$`, 'im'));
    expect(answer).not.toMatch(/evil/);
  });

  it('a body that breaks off leaves the service serving', async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`${head(`POST ${SERVICE} HTTP/1.1`, JSON_TYPE, lengthOf(BODY))}${BODY.slice(0, 50)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    expect(statuses(await exchange(post(BODY)))).toEqual([200]);
  });
});
