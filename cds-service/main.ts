/** Reads the configuration, opens the store, loads the knowledge, listens. Nothing else. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createApp } from './app.ts';
import { bracketed, readConfig } from './config/config.ts';
import { createFhirReader } from './ehr/fhir-server.ts';
import { toCards } from './cards/index.ts';
import { loadModels } from '../models/runtime/load.ts';
import { interpretAndPredict } from './interpret.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { packageRoot } from './knowledge/package-root.ts';
import { createLog } from './operation/log.ts';
import { createMemoryStore } from './store/memory.ts';

const result = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
if (!result.ok) {
  console.error(['Genehook does not start:', ...result.issues.map((issue) => `  ${issue}`)].join('\n'));
  process.exit(1);
}
const { config } = result;
const knowledge = loadKnowledge();
const models = await loadModels(packageRoot());
const server = createServer();
await new Promise<void>((resolve, reject) => {
  server.once('error', reject);
  server.listen(config.port, config.host, resolve);
});
const { port } = server.address() as AddressInfo;
const address = `http://${bracketed(config.host)}:${port}`;
const trust = config.trust.publicUrl === '' ? { ...config.trust, publicUrl: address } : config.trust;
const app = createApp({
  clinic: { interpret: (input) => interpretAndPredict(input, knowledge, models), toCards },
  reader: createFhirReader(),
  store: createMemoryStore(),
  log: createLog(config.logLevel),
  limits: config.limits,
  trust: () => trust,
  publicUrl: () => trust.publicUrl,
  newUuid: randomUUID,
  now: () => new Date(),
  identify: async () => trust.ehrs,
  panelFolder: join(packageRoot(), 'dist', 'smart-app'),
});
server.on('request', app);
console.log(`Genehook listening on ${address}`);
