/** Genehook as others embed it: what the package carries, that it compiles and runs in a strict project of its own, and that its reference is kept. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { interpret, loadKnowledge } from '../../cds-service/index.ts';
import { copyContext, linkPackages } from '../guides/clean-copy.ts';
import { apiReference, EXAMPLE, publicDeclarations } from './api-reference.ts';
import { exportsOf, type Declaration } from './declarations.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const ROOT = join(import.meta.dirname, '..', '..');
const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
const folder = mkdtempSync(join(tmpdir(), 'genehook-library-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The checkout as the image's build sees it, compiled by itself; then packed by npm's own rules. */
const copy = join(folder, 'checkout');
const consumer = join(folder, 'consumer');
let files: string[];

beforeAll(() => {
  copyContext(copy);
  mkdirSync(join(copy, 'test'));
  writeFileSync(join(copy, 'test', 'never-packed.txt'), '');
  linkPackages(copy);
  const built = spawnSync(process.execPath, [TSC, '-p', 'tsconfig.build.json'], { cwd: copy, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The copy does not compile:\n${built.stdout}`);
  rmSync(join(copy, 'node_modules'), { recursive: true });
  const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: copy,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [listing] = JSON.parse(packed) as [{ files: { path: string }[] }];
  files = listing.files.map(({ path }) => path);
  const home = join(consumer, 'node_modules', 'genehook');
  for (const file of files) cpSync(join(copy, file), join(home, file));
  for (const name of Object.keys(runtimePackages())) link(name, consumer);
});

function runtimePackages(): Record<string, string> {
  return (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }).dependencies;
}

function link(name: string, project: string): void {
  const target = join(project, 'node_modules', name);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules', name), target);
}

describe('the package', () => {
  it('carries the program, the knowledge, the models, the synthetic patients and the licences', () => {
    for (const needed of [
      'dist/cds-service/index.js',
      'dist/cds-service/index.d.ts',
      'dist/cds-service/main.js',
      'cds-service/knowledge/data/pgx-guideline.json',
      'cds-service/acceptance/orders.json',
      'models/warfarin/model.onnx',
      'fixtures/cyp2c19-poor-metabolizer-coronary-stent/bundle.json',
      'scripts/genehook.mjs',
      'LICENSE',
      'NOTICE',
      'README.md',
    ])
      expect(files).toContain(needed);
  });

  it('leaves out tests, sources, tools, secrets and whatever is not ours', () => {
    const odd = files.filter(
      (file) =>
        /(^|\/)(test|tools|\.git|node_modules|coverage|train)\//.test(file) ||
        /\.test\.[cm]?[jt]sx?|(?<!\.d)\.tsx?$|\.map$|\.log$|\.tgz$|(^|\/)\.env|secret$|\.pem$|\.key$/.test(file) ||
        file.includes('shared/'),
    );
    expect(odd).toEqual([]);
    const patients = files.filter((file) => /^fixtures\/[^/]+\/bundle\.json$/.test(file));
    expect(patients.length).toBeGreaterThan(10);
    for (const file of patients) expect(readFileSync(join(copy, file), 'utf8'), file).toContain('HTEST');
  });

  it('needs nothing at run time that is installed for development only', () => {
    const needed = new Set(Object.keys(runtimePackages()));
    const missing = files
      .filter((file) => /^dist\/(cds-service|models|fhir-profiles)\/.*\.js$/.test(file))
      .flatMap((file) => packagesIn(readFileSync(join(copy, file), 'utf8')).map((name) => ({ file, name })))
      .filter(({ name }) => !name.startsWith('node:') && !needed.has(name));
    expect(missing).toEqual([]);
  });
});

/** Names of packages in import and export lines. */
function packagesIn(program: string): string[] {
  const lines = program.matchAll(/^(?:import|export)\b[^;'"]*?\bfrom\s+['"]([^.'"][^'"]*)['"]|^import\s+['"]([^.'"][^'"]*)['"]/gm);
  return [...lines].map(([, from, bare]) => /^(?:@[^/]+\/[^/]+|[^/]+)/.exec(from ?? bare ?? '')?.[0] ?? '');
}

describe('a strict TypeScript project that embeds the core', () => {
  const program = `${EXAMPLE}
import { interpretAndPredict, loadModels, packageRoot, toCards, patientReportSchema, type CardDraft, type DrugAdvice, type GeneResult } from 'genehook';
const full = await interpretAndPredict({ resources: chart, asOf: '2026-11-21' }, knowledge, await loadModels(packageRoot()));
const cards: readonly CardDraft[] = toCards(full, { hook: 'patient-view', family: 'pgx', orders: [], draftOrders: {}, notChecked: [] });
const genes: readonly GeneResult[] = full.pgx.genes;
const advice: DrugAdvice | undefined = report.pgx.drugs.find(({ drug }) => drug.name === 'clopidogrel');
console.log(JSON.stringify({ cards: cards.length, genes: genes.length, action: advice?.action, schema: patientReportSchema.title }));
`;
  beforeAll(() => {
    writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
    cpSync(join(ROOT, 'fixtures', 'cyp2c19-poor-metabolizer-coronary-stent', 'bundle.json'), join(consumer, 'chart.json'));
    writeFileSync(join(consumer, 'main.ts'), program);
    mkdirSync(join(consumer, 'node_modules', '@types'), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', '@types', 'node'), join(consumer, 'node_modules', '@types', 'node'));
    const options = {
      target: 'ES2023',
      module: 'NodeNext',
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      outDir: 'out',
      types: ['node'],
    };
    writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['main.ts'] }));
  });

  it('compiles with every check on, our declarations included', () => {
    const compiled = spawnSync(process.execPath, [TSC, '-p', 'tsconfig.json'], { cwd: consumer, encoding: 'utf8' });
    expect(compiled.stdout).toBe('');
    expect(compiled.status).toBe(0);
  });

  it('is told when it misuses a type', () => {
    writeFileSync(
      join(consumer, 'wrong.ts'),
      "import { interpret, loadKnowledge } from 'genehook';\ninterpret({ resources: {} }, loadKnowledge());\n",
    );
    const compiled = spawnSync(
      process.execPath,
      [TSC, '--ignoreConfig', '--noEmit', '--module', 'NodeNext', '--strict', '--types', 'node', 'wrong.ts'],
      {
        cwd: consumer,
        encoding: 'utf8',
      },
    );
    expect(compiled.stdout).toContain("Property 'asOf' is missing");
  });

  it('runs, away from the checkout', () => {
    const ran = spawnSync(process.execPath, [join('out', 'main.js')], { cwd: consumer, encoding: 'utf8' });
    expect(ran.stderr.split('\n').filter((line) => line.includes('Error'))).toEqual([]);
    const lines = ran.stdout.trim().split('\n');
    expect(lines).toContain('CYP2C19 *2/*2 Poor Metabolizer');
    expect(lines.some((line) => line.startsWith('clopidogrel: avoid.'))).toBe(true);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ action: 'avoid', schema: 'PatientReport' });
  });
});

describe('the pure function', () => {
  const knowledge = loadKnowledge();
  const chart = () =>
    JSON.parse(readFileSync(join(ROOT, 'fixtures', 'cyp2c19-poor-metabolizer-coronary-stent', 'bundle.json'), 'utf8')) as object;

  it('gives the same report for the same chart, and changes nothing of it', () => {
    const resources = deepFrozen(chart());
    const first = interpret({ resources, asOf: '2026-11-21', allDrugs: true }, knowledge);
    expect(JSON.stringify(interpret({ resources: chart(), asOf: '2026-11-21', allDrugs: true }, knowledge))).toBe(JSON.stringify(first));
  });

  it.each([[null], [42], ['text'], [[]], [{}], [{ resourceType: 'Bundle' }]])('does not throw on %j', (resources) => {
    expect(interpret({ resources, asOf: '2026-11-21' }, knowledge).reportVersion).toBe('1');
  });
});

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) deepFrozen(member);
    Object.freeze(value);
  }
  return value;
}

describe('the API reference', () => {
  let declarations: Declaration[];
  beforeAll(() => {
    declarations = publicDeclarations();
  });

  it('docs/api.md is the one generated from the sources; else run: npx tsx test/library/api-file.ts', () => {
    expect(readFileSync(join(ROOT, 'docs', 'api.md'), 'utf8')).toBe(apiReference(declarations));
  });

  it('everything that is public says what it means', () => {
    expect(declarations.filter(({ doc }) => doc.length < 10).map(({ name, module }) => `${module}: ${name}`)).toEqual([]);
    expect(declarations.length).toBeGreaterThan(30);
  });

  it('lists everything that the compiled door gives at run time', () => {
    const door = readFileSync(join(copy, 'dist', 'cds-service', 'index.js'), 'utf8');
    const values = [...door.matchAll(/export \{([^}]*)\}/g)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));
    const named = new Set(declarations.map(({ name }) => name));
    expect(values.filter((name) => name !== '' && !named.has(name))).toEqual([]);
  });

  it.each<[string, string, Partial<Declaration>[]]>([
    [
      'a function with a docstring',
      '/** Does it. */\nexport declare function f(a: { b: string; }): Promise<void>;\n',
      [{ name: 'f', kind: 'function', doc: 'Does it.', text: 'function f(a: { b: string; }): Promise<void>;' }],
    ],
    [
      'an interface whose comments hold brackets and semicolons',
      'export interface A {\n    /** A } or ; in words: don’t. */\n    b: () => void;\n}\nexport type B = A["b"];\n',
      [
        { name: 'A', doc: '' },
        { name: 'B', text: 'type B = A["b"];' },
      ],
    ],
    [
      'a union over several lines',
      'export type U = {\n    readonly a: 1;\n} | {\n    readonly b: 2;\n};\nexport declare const c: 1;\n',
      [{ name: 'U' }, { name: 'c', kind: 'const' }],
    ],
    ['what is private', 'declare const hidden: 1;\ninterface Own {\n}\nexport {};\n', []],
  ])('reads %s', (_name, text, expected) => {
    const file = join(folder, 'case.d.ts');
    writeFileSync(file, text);
    expect(exportsOf(file)).toMatchObject(expected);
    expect(exportsOf(file)).toHaveLength(expected.length);
  });

  it('is linked from the papers', () => expect(existsSync(join(ROOT, 'docs', 'api.md'))).toBe(true));
});
