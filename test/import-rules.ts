import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

export interface ImportLine {
  readonly file: string;
  /** Path of the imported file relative to the root, or the package name. */
  readonly target: string;
  readonly typeOnly: boolean;
}

/** A room: which rooms it may import (besides itself), and whether it is part of the pure core. */
export interface Room {
  readonly path: string;
  readonly may: readonly string[];
  /** Rooms of which only types may be imported. */
  readonly types?: readonly string[];
  readonly pure?: boolean;
}

const CLINICAL = ['fhir-profiles', 'cds-service/knowledge'];
/** The core, and the rooms with I/O that hooks and panel stand on. */
const BENEATH_HOOKS = [
  ...CLINICAL,
  'cds-service/cards',
  'cds-service/report',
  'cds-service/pgx',
  'cds-service/oncology',
  'cds-service/trials',
  'cds-service/config',
  'cds-service/ehr',
  'cds-service/store',
  'cds-service/operation',
];
const EDGE = [
  ...BENEATH_HOOKS,
  'cds-service/request-check',
  'cds-service/request-bench',
  'cds-service/setup-sheet',
  'cds-service/acceptance',
  'cds-service/hooks',
  'cds-service/panel',
  'cds-service/server',
  'cds-service/cli',
  'cds-service/medplum',
  'cds-service/oncokb',
  'cds-service/trial-library',
  'cds-service/clinic.ts',
  'cds-service/interpret.ts',
  'cds-service/trial-match.ts',
  'cds-service/json-text.ts',
  'models',
];
const CONTRACT = 'cds-service/report/types.ts';

/** The one-way arrows of ARCHITECTURE.md. The longest matching path decides which room a file belongs to. */
const ROOMS: readonly Room[] = [
  { path: 'fhir-profiles', may: [], pure: true },
  { path: 'models', may: ['fhir-profiles'], types: [CONTRACT], pure: true },
  { path: 'models/runtime', may: ['models', 'fhir-profiles'], types: [CONTRACT] },
  { path: 'models/train', may: ['models', 'fhir-profiles'], types: [CONTRACT] },
  { path: 'cds-service/knowledge', may: ['fhir-profiles'] },
  { path: 'cds-service/pgx', may: CLINICAL, types: [CONTRACT], pure: true },
  { path: 'cds-service/oncology', may: CLINICAL, types: [CONTRACT], pure: true },
  { path: 'cds-service/trials', may: [...CLINICAL, 'cds-service/oncology'], types: [CONTRACT], pure: true },
  { path: 'cds-service/report', may: [...CLINICAL, 'cds-service/pgx', 'cds-service/oncology', 'cds-service/trials', 'models'], pure: true },
  { path: 'cds-service/cards', may: [...CLINICAL, 'cds-service/report', 'cds-service/pgx', 'cds-service/oncology'], pure: true },
  { path: 'cds-service/config', may: ['fhir-profiles'] },
  { path: 'cds-service/store', may: ['cds-service/config', 'cds-service/report', 'cds-service/cards', 'cds-service/knowledge'] },
  // How trials come in and are kept; beneath the service and the command line.
  {
    path: 'cds-service/trial-library',
    may: ['cds-service/config', 'cds-service/knowledge', 'cds-service/store', 'cds-service/trials', 'fhir-profiles'],
  },
  { path: 'cds-service/ehr', may: ['cds-service/config', 'fhir-profiles'] },
  // Beside the clinical core: what a site's own subscription says of a finished report.
  { path: 'cds-service/oncokb', may: ['cds-service/config', 'cds-service/knowledge', 'cds-service/report'] },
  { path: 'cds-service/request-check', may: [], pure: true },
  { path: 'cds-service/setup-sheet', may: ['cds-service/request-check'], pure: true },
  // Above the protocol: what connects a Medplum project is generated from the services and the trust file's own rules.
  {
    path: 'cds-service/medplum',
    may: ['cds-service/hooks', 'cds-service/config', 'cds-service/ehr', 'cds-service/knowledge', 'fhir-profiles'],
  },
  // What running needs and asks of nobody above: log, figures, limits, signals. The server that is run stands on top of all.
  { path: 'cds-service/operation', may: ['cds-service/config', 'cds-service/store', 'models'] },
  { path: 'cds-service/hooks', may: BENEATH_HOOKS },
  { path: 'cds-service/panel', may: [...BENEATH_HOOKS, 'cds-service/hooks', 'cds-service/oncokb', 'models'] },
  {
    path: 'cds-service/request-bench',
    may: [...BENEATH_HOOKS, 'cds-service/hooks', 'cds-service/request-check', 'cds-service/json-text.ts'],
  },
  { path: 'cds-service/acceptance', may: [...BENEATH_HOOKS, 'cds-service/hooks', 'cds-service/request-bench', 'cds-service/json-text.ts'] },
  { path: 'cds-service/server', may: EDGE.filter((room) => room !== 'cds-service/cli') },
  { path: 'cds-service/cli', may: EDGE.filter((room) => room !== 'cds-service/server') },
  { path: 'cds-service', may: EDGE },
  { path: 'smart-app', may: [], types: [CONTRACT, 'cds-service/cards/types.ts', 'cds-service/panel'] },
  { path: 'fixtures', may: ['cds-service', ...EDGE, 'smart-app', 'models', 'fhir-profiles'] },
  { path: 'test', may: ['cds-service', ...EDGE, 'smart-app', 'models', 'fhir-profiles', 'fixtures', 'scripts'] },
];

/** Folders within a room that build on each other: each may import those before it, never those behind. */
const LAYERS: readonly { readonly path: string; readonly folders: readonly string[] }[] = [
  { path: 'fhir-profiles/read/variant', folders: ['notation', 'parts', 'result', 'named-test', 'rows', 'across-results'] },
  { path: 'fhir-profiles/read/germline', folders: ['notation', 'result', 'named-test', 'report'] },
  { path: 'cds-service/trials', folders: ['criteria', 'compile', 'trial-index', 'verdict', 'places', 'search', 'fhir'] },
];

/** Rooms that the others enter by their door alone: `index.ts`, and `types.ts` where the types stand apart. */
const DOORS = ['pgx', 'oncology', 'trials', 'report', 'cards', 'trial-library'].map((room) => `cds-service/${room}`);

/** Whether the import climbs into a room beside its door. */
function besideTheDoor(file: string, target: string): boolean {
  const room = DOORS.find((place) => within(target, [place]));
  return room !== undefined && !within(file, [room]) && target !== `${room}/index.ts` && target !== `${room}/types.ts`;
}

/** Modules that the pure core may import; `node:crypto` is there for hashing only. */
const PURE_PACKAGES = new Set(['node:crypto', '@lhncbc/ucum-lhc']);
/** What a pure file may not even mention. */
const IMPURE = [
  /\bfetch\(/,
  /\bDate\.now\(/,
  /\bnew Date\(\s*\)/,
  /\bprocess\.(env|stdout|stderr|hrtime)\b/,
  /\bMath\.random\(/,
  /\bconsole\./,
];

export function sourceFiles(root: string): string[] {
  const files: string[] = [];
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      if (name === 'node_modules' || name === 'dist' || name.startsWith('.')) continue;
      const path = join(folder, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (/\.tsx?$/.test(name) && !name.endsWith('.d.ts')) files.push(relative(root, path));
    }
  };
  for (const folder of ['smart-app', 'cds-service', 'models', 'fhir-profiles', 'fixtures', 'test']) walk(join(root, folder));
  return files;
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^;'"]*?from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(root: string, file: string): ImportLine[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => {
    const specifier = match[3] ?? match[4] ?? '';
    const target = specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier;
    return { file, target, typeOnly: match[1] !== undefined };
  });
}

function roomOf(path: string): Room | undefined {
  const inside = ROOMS.filter((room) => path === room.path || path.startsWith(`${room.path}/`));
  return inside.sort((a, b) => b.path.length - a.path.length)[0];
}

const within = (path: string, places: readonly string[] = []): boolean =>
  places.some((place) => path === place || path.startsWith(`${place}/`));

/** Whether the import goes from a folder to one that builds on it. */
function againstTheLayers(file: string, target: string): boolean {
  return LAYERS.some(({ path, folders }) => {
    const [from, to] = [file, target].map((place) => folders.findIndex((folder) => within(place, [`${path}/${folder}`])));
    return from !== undefined && to !== undefined && from !== -1 && to > from;
  });
}

/** Every breach of the one-way rules in one file, as plain sentences. */
export function breaches(root: string, file: string): string[] {
  const room = roomOf(file);
  if (room === undefined) return [`${file} belongs to no room`];
  const isTest = /\.test\.tsx?$|(^|\/)testing\//.test(file);
  const found: string[] = [];
  for (const line of importsOf(root, file)) {
    const local =
      !line.target.startsWith('node:') && /^(smart-app|cds-service|models|fhir-profiles|fixtures|test|scripts)\//.test(line.target);
    if (!local) {
      if (room.pure && !isTest && !line.typeOnly && !PURE_PACKAGES.has(line.target))
        found.push(`${file} is pure but imports ${line.target}`);
      continue;
    }
    const other = roomOf(line.target);
    if (!isTest && againstTheLayers(file, line.target)) found.push(`${file} may not import ${line.target}, which builds on it`);
    if (isTest && !within(line.target, ['smart-app'])) continue;
    if (!within(file, ['test', 'fixtures', 'smart-app']) && besideTheDoor(file, line.target))
      found.push(`${file} may not import ${line.target} past its room's door`);
    if (other?.path === room.path || within(line.target, [room.path])) continue;
    const allowed = within(line.target, room.may) && !(room.path !== 'test' && within(line.target, ['fixtures', 'test']));
    const asType = line.typeOnly && within(line.target, room.types);
    if (!allowed && !asType) found.push(`${file} may not import ${line.target}${line.typeOnly ? ' (type)' : ''}`);
  }
  if (room.pure && !isTest) {
    const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
    for (const pattern of IMPURE) if (pattern.test(text)) found.push(`${file} is pure but uses ${pattern.source}`);
  }
  return found;
}
