// Stands in for kubectl where there is no cluster: keeps what is created, and checks that what is applied finds what it names.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const path = join(process.env.STAND_IN_STATE, 'cluster.json');
const cluster = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { namespaces: [], secrets: {}, configmaps: {}, objects: {} };
const fail = (message) => {
  console.error(`kubectl: ${message}`);
  process.exit(1);
};
const words = process.argv.slice(2);
const namespaceAt = words.indexOf('-n');
const namespace = namespaceAt === -1 ? undefined : words.splice(namespaceAt, 2)[1];
if (namespace !== undefined && !cluster.namespaces.includes(namespace)) fail(`there is no namespace ${namespace}`);
const [verb, kind, ...rest] = words;

if (verb === 'create' && kind === 'namespace') cluster.namespaces.push(rest[0]);
else if (verb === 'create' && kind === 'secret') {
  const pairs = rest.filter((word) => word.startsWith('--from-literal=')).map((word) => word.slice(15));
  const values = Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
  for (const [name, value] of Object.entries(values)) if (value === '') fail(`the secret ${name} is empty`);
  cluster.secrets[rest[1]] = values;
} else if (verb === 'create' && kind === 'configmap') {
  const [name, source] = rest
    .find((word) => word.startsWith('--from-file='))
    .slice(12)
    .split('=');
  const data = { [name]: readFileSync(source, 'utf8') };
  if (rest.includes('--dry-run=client'))
    console.log(JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: rest[0] }, data }));
  else if (cluster.configmaps[rest[0]] !== undefined) fail(`configmap ${rest[0]} exists already`);
  else cluster.configmaps[rest[0]] = data;
} else if (verb === 'apply' && kind === '-f') {
  const text = rest[0] === '-' ? readFileSync(0, 'utf8') : readFileSync(rest[0], 'utf8');
  for (const document of parseAllDocuments(text)) apply(document.toJS());
} else if (verb === 'rollout' && ['status', 'restart'].includes(kind)) need(rest[0]);
else if (verb === 'get' && kind === 'pods')
  console.log(
    Object.keys(cluster.objects)
      .filter((name) => name.startsWith('deployment/'))
      .join('\n'),
  );
else if (verb === 'logs') need(kind);
else if (verb === 'exec') {
  need(kind);
  const command = rest.slice(rest.indexOf('--') + 1);
  const { database } = { database: cluster.secrets.genehook['database-url'] };
  const env = { PATH: process.env.PATH, DATABASE_URL: database, GENEHOOK_SECRET: cluster.secrets.genehook.secret };
  if (process.env.STAND_IN_POSTGRES !== '1') console.log(`SKIPPED: ${command.join(' ')} (no PostgreSQL)`);
  else process.exitCode = spawnSync(command[0], command.slice(1), { env, stdio: 'inherit' }).status ?? 1;
} else fail(`${words.join(' ')}: not known to the stand-in`);
// A dry run changes nothing, and the one that takes its output is reading the state meanwhile.
if (!words.includes('--dry-run=client')) writeFileSync(path, JSON.stringify(cluster));

function need(name) {
  if (cluster.objects[name] === undefined) fail(`there is no ${name}`);
}

function apply(object) {
  if (object.kind === 'ConfigMap') {
    cluster.configmaps[object.metadata.name] = object.data;
    return;
  }
  if (object.kind === 'Deployment') {
    const { containers, volumes = [] } = object.spec.template.spec;
    for (const { env = [] } of containers)
      for (const { name, valueFrom } of env)
        if (valueFrom !== undefined && cluster.secrets[valueFrom.secretKeyRef.name]?.[valueFrom.secretKeyRef.key] === undefined)
          fail(`${name}: the secret ${valueFrom.secretKeyRef.name} has no ${valueFrom.secretKeyRef.key}`);
    for (const { configMap } of volumes)
      if (configMap !== undefined && cluster.configmaps[configMap.name] === undefined) fail(`there is no configmap ${configMap.name}`);
  }
  cluster.objects[`${object.kind.toLowerCase()}/${object.metadata.name}`] = object;
  console.log(`${object.kind.toLowerCase()}/${object.metadata.name} applied (stand-in)`);
}
