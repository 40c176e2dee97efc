/** The deployment files against the program: settings that exist, files that are there, nothing that runs with more rights than it needs. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { parseTrust } from '../../cds-service/config/trust.ts';
import { freePort } from '../../fixtures/sandbox/ports.ts';
import { builtCopy, ignoredNames, ROOT } from './clean-copy.ts';
import { stepsIn } from './read-guide.ts';
import { readDockerfile } from './stand-ins/dockerfile.mjs';

vi.setConfig({ testTimeout: 300_000 });

const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const { version } = JSON.parse(text('package.json')) as { version: string };
const settings = new Set([...text('cds-service/config/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name ?? ''));

describe('the Dockerfile', () => {
  const { stages } = readDockerfile(text('deploy/Dockerfile'));
  const image = stages.at(-1);

  it('knows the settings of the program', () => {
    expect(settings.size).toBeGreaterThan(15);
    const own = Object.keys(image?.env ?? {}).filter((name) => name !== 'NODE_ENV');
    expect(own.filter((name) => !settings.has(name))).toEqual([]);
  });

  it('runs as a user without rights, by number, so that Kubernetes can tell', () => {
    expect(image?.user).toMatch(/^[1-9]\d{3,}:[1-9]\d{3,}$/);
    expect(image?.volumes).toEqual(['/data']);
    expect(image?.env['GENEHOOK_DATA']).toBe('/data');
  });

  it('copies what the build context holds, and packages by the lock file, without their scripts', () => {
    const sources = stages.flatMap(({ copies }) => copies.filter(({ from }) => from === undefined).flatMap(({ sources: all }) => all));
    expect(sources.filter((source) => source !== '.' && (!existsSync(join(ROOT, source)) || ignoredNames().has(source)))).toEqual([]);
    expect(stages[0]?.runs.join('\n')).toMatch(/npm ci --ignore-scripts/);
    expect(stages.flatMap(({ runs }) => runs).filter((run) => /curl|wget|apt-get|ADD /.test(run))).toEqual([]);
  });

  it('leaves out of the context what is private or not needed, and nothing that the build reads', () => {
    for (const name of ['.git', 'node_modules', 'dist', 'data', 'test']) expect(ignoredNames()).toContain(name);
    for (const name of [
      'cds-service',
      'fhir-profiles',
      'models',
      'fixtures',
      'smart-app',
      'scripts',
      'vendor',
      'package-lock.json',
      '.npmrc',
      'tsconfig.json',
      'tsconfig.build.json',
    ])
      expect(ignoredNames()).not.toContain(name);
  });

  it('takes up nothing that git does not keep: the site’s trust file, secrets and backups stay out of the image', () => {
    const atTheTop = text('.gitignore')
      .split('\n')
      .map((line) => line.replace(/^\/|\/$/g, ''))
      .filter((name) => name !== '' && !name.includes('/'));
    expect(atTheTop).toContain('site');
    expect(atTheTop.filter((name) => !ignoredNames().has(name))).toEqual([]);
  });

  it('asks /healthz on the port that it listens on', () => {
    expect(image?.health?.join(' ')).toContain("'http://127.0.0.1:' + process.env.PORT + '/healthz'");
    expect(image?.env['PORT']).toBe('4020');
    expect(image?.ports).toEqual([image?.env['PORT']]);
  });
});

describe('the image’s own command on this machine', () => {
  let built: string | undefined;
  let child: ChildProcess | undefined;
  afterAll(() => {
    child?.kill('SIGKILL');
    if (built !== undefined) rmSync(dirname(built), { recursive: true, force: true });
  });

  it('serves with the image’s environment, and writes nothing outside /data: the root can be read-only', async () => {
    const image = readDockerfile(text('deploy/Dockerfile')).stages.at(-1);
    built = builtCopy();
    const home = mkdtempSync(join(tmpdir(), 'genehook-image-'));
    const data = join(home, 'data');
    const trust = join(home, 'trust.json');
    mkdirSync(data);
    writeFileSync(trust, JSON.stringify({ publicUrl: 'https://genehook.hospital.example', auth: 'required', ehrs: [] }));
    const port = await freePort(0);
    const before = filesOf(built);
    const [program = '', ...args] = image?.command ?? [];
    const env = {
      ...image?.env,
      PATH: process.env['PATH'],
      GENEHOOK_DATA: data,
      GENEHOOK_TRUST: trust,
      HOST: '127.0.0.1',
      PORT: String(port),
    };
    child = spawn(program, args, { cwd: built, env, stdio: 'ignore' });
    const answer = await until(() =>
      fetch(`http://127.0.0.1:${port}/readyz`).then((response) => response.json() as Promise<{ store: string }>),
    );
    expect(answer.store).toBe('open');
    const checked = spawn(process.execPath, ['-e', image?.health?.at(-1) ?? ''], { env, stdio: 'ignore' });
    expect(await new Promise((resolve) => checked.once('exit', resolve))).toBe(0);
    expect((await fetch(`http://127.0.0.1:${port}/cds-services`)).status).toBe(401);
    expect(filesOf(built)).toEqual(before);
    expect(readdirSync(data)).toContain('secret');
    rmSync(home, { recursive: true, force: true });
  });
});

interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  // The shape of each kind is looked at member by member below.
  readonly spec: Readonly<Record<string, never>>;
}

/** A time of the program, in seconds. */
function secondsIn(file: string, name: string): number[] {
  const found = new RegExp(`const ${name} = ([\\d_]+);`).exec(text(`cds-service/${file}`))?.[1] ?? '';
  return [Number(found.replaceAll('_', '')) / 1000];
}

describe('the Kubernetes manifest', () => {
  const documents = parseAllDocuments(text('deploy/kubernetes/genehook.yaml'));
  const objects = documents.map((document) => document.toJS() as KubernetesObject);
  const find = (kind: string): unknown => objects.find((object) => object.kind === kind);
  const pod = at(find('Deployment'), 'spec.template.spec');
  const container = at(pod, 'containers.0');

  it('is YAML without a fault and holds the six kinds', () => {
    expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
    expect(objects.map(({ kind }) => kind).sort()).toEqual([
      'Deployment',
      'HorizontalPodAutoscaler',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'Service',
    ]);
  });

  it('a pod that stops answers until no caller is sent to it any more, and has the time to drain', () => {
    const [program, seconds] = at(container, 'lifecycle.preStop.exec.command') as readonly [string, string];
    expect([program, Number(seconds) >= 5]).toEqual(['sleep', true]);
    const drain = Math.max(...secondsIn('server/serve.ts', 'DRAIN_MS'), ...secondsIn('operation/primary.ts', 'STOP_MS'));
    expect(at(pod, 'terminationGracePeriodSeconds')).toBeGreaterThan(Number(seconds) + drain);
  });

  it('runs without rights on a read-only root', () => {
    expect(at(pod, 'automountServiceAccountToken')).toBe(false);
    expect(at(pod, 'securityContext')).toMatchObject({ runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } });
    expect(at(container, 'securityContext')).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(at(container, 'resources.limits')).toMatchObject({ memory: expect.any(String) as string });
  });

  it('sets what the program knows, from secrets that the guide makes', () => {
    const env = at(container, 'env') as { name: string; valueFrom?: { secretKeyRef: { name: string; key: string } } }[];
    expect(env.map(({ name }) => name).filter((name) => !settings.has(name))).toEqual([]);
    const guide = stepsIn(text('docs/run-in-kubernetes.md'))
      .map(({ script }) => script)
      .join('\n');
    for (const { valueFrom } of env) if (valueFrom !== undefined) expect(guide).toContain(`--from-literal=${valueFrom.secretKeyRef.key}=`);
    for (const { configMap } of at(pod, 'volumes') as { configMap?: { name: string } }[])
      if (configMap !== undefined) expect(guide).toContain(`create configmap ${configMap.name} --from-file=trust.json=`);
  });

  it('asks the program’s own addresses, on its own port', () => {
    const routes = text('cds-service/server/operator-routes.ts');
    for (const probe of ['readinessProbe', 'livenessProbe', 'startupProbe'])
      expect(routes).toContain(`'${String(at(container, `${probe}.httpGet.path`))}'`);
    expect(at(container, 'ports.0.containerPort')).toBe(4020);
    expect(at(find('NetworkPolicy'), 'spec.ingress.0.ports.0.port')).toBe(4020);
  });

  it('mounts what the image reads, and selects its own pods', () => {
    const mounts = at(container, 'volumeMounts') as { name: string; mountPath: string }[];
    const volumes = (at(pod, 'volumes') as { name: string }[]).map(({ name }) => name);
    expect(mounts.map(({ name }) => name).sort()).toEqual(volumes.sort());
    expect(mounts.map(({ mountPath }) => mountPath).sort()).toEqual(['/data', '/etc/genehook']);
    for (const kind of ['Service', 'Deployment', 'NetworkPolicy', 'PodDisruptionBudget'])
      expect(JSON.stringify(find(kind))).toContain('"app":"genehook"');
    expect(at(find('HorizontalPodAutoscaler'), 'spec.scaleTargetRef.name')).toBe(at(find('Deployment'), 'metadata.name'));
    expect(at(container, 'image')).toBe(`genehook:${version}`);
  });
});

describe('the Compose file', () => {
  const file = parse(text('deploy/compose.yaml')) as Record<string, unknown>;
  const service = at(file, 'services.genehook');

  it('sets what the program knows and keeps secrets out of the environment', () => {
    const env = at(service, 'environment') as Record<string, string>;
    expect(Object.keys(env).filter((name) => !settings.has(name))).toEqual([]);
    const secrets = Object.keys(at(file, 'secrets') as object);
    for (const [name, path] of Object.entries(env))
      if (name.endsWith('_FILE')) expect(secrets.map((secret) => `/run/secrets/${secret}`)).toContain(path);
    expect(JSON.stringify(file)).not.toMatch(/password: [^$]/i);
  });

  it('runs without rights on a read-only root, published on this machine only', () => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], ports: ['127.0.0.1:4020:4020'], image: `genehook:${version}` });
    expect(existsSync(join(ROOT, 'deploy', String(at(service, 'build.context')), String(at(service, 'build.dockerfile'))))).toBe(true);
  });
});

describe('deploy/README.md', () => {
  it('names every setting of the program, and none that does not exist', () => {
    const page = text('deploy/README.md');
    const named = new Set(
      [...page.matchAll(/`([A-Z][A-Z_]{3,})`/g)]
        .map(([, name]) => name ?? '')
        .filter((name) => name.startsWith('GENEHOOK') || settings.has(name)),
    );
    expect([...named].filter((name) => !settings.has(name))).toEqual([]);
    expect([...settings].filter((name) => !page.includes(name) && !name.endsWith('_FILE'))).toEqual([]);
  });
});

describe('trust files printed in the papers', () => {
  const pages = ['README.md', 'deploy/README.md'];
  it.each(pages)('%s: every one is accepted', (page) => {
    const printed = [...text(page).matchAll(/```json\n([\s\S]*?)```/g)]
      .map(([, block]) => block ?? '')
      .filter((block) => block.includes('publicUrl'));
    expect(printed.length).toBeGreaterThan(0);
    for (const block of printed) expect(parseTrust(JSON.parse(block))).toMatchObject({ ok: true });
  });
});

/** `spec.containers.0.env`; undefined where nothing stands. */
function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], value);
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('node_modules'))
    .map((path) => `${path} ${statSync(join(folder, path)).mtimeMs}`)
    .sort();
}

async function until(ask: () => Promise<{ store: string }>): Promise<{ store: string }> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const answer = await ask().catch(() => undefined);
    if (answer?.store === 'open') return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The service did not get ready');
}
