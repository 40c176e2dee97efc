// Stands in for docker where no daemon can be asked: reads the Dockerfile, checks what a command names, and starts the image's own command
// on this machine with the image's environment, the volumes mapped to folders and the published port.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readDockerfile } from './dockerfile.mjs';

const state = process.env.STAND_IN_STATE;
const [command, ...args] = process.argv.slice(2);
const fail = (message) => {
  console.error(`docker ${command}: ${message}`);
  process.exit(1);
};
const remember = (name, value) => writeFileSync(join(state, `${name}.json`), JSON.stringify(value));
const recall = (name) =>
  existsSync(join(state, `${name}.json`))
    ? JSON.parse(readFileSync(join(state, `${name}.json`), 'utf8'))
    : fail(`no such container or image: ${name}`);
const key = (text) => text.replace(/[^\w.-]/g, '_');

const commands = { build, run, exec, logs, stop, kill, rm, compose };
if (commands[command] === undefined) fail('not known to the stand-in');
commands[command](args);

function build(rest) {
  const { options, words } = read(rest, { '-f': 1, '-t': 1 });
  const [context = ''] = words;
  if (!existsSync(join(context, 'package.json'))) fail(`${context} is no context`);
  const { stages } = readDockerfile(readFileSync(options['-f'][0], 'utf8'));
  for (const { copies } of stages)
    for (const { from, sources } of copies)
      if (from === undefined)
        for (const source of sources) if (!existsSync(join(context, source))) fail(`COPY ${source}: is not in the context`);
  remember(key(`image-${options['-t'][0]}`), { file: options['-f'][0] });
  console.log(`built ${options['-t'][0]} (stand-in)`);
}

function run(rest) {
  const single = {
    '--name': 1,
    '--restart': 1,
    '--cap-drop': 1,
    '--security-opt': 1,
    '-p': 1,
    '-v': 1,
    '-e': 1,
    '-d': 0,
    '--read-only': 0,
  };
  const { options, words } = read(rest, single);
  const { file } = recall(key(`image-${words[0]}`));
  const image = readDockerfile(readFileSync(file, 'utf8')).stages.at(-1);
  for (const needed of ['-d', '--read-only', '--cap-drop', '--security-opt'])
    if (options[needed] === undefined) fail(`${needed} is missing`);
  const mounts = (options['-v'] ?? []).map((mount) => {
    const [from, to] = mount.split(':');
    const host = from.startsWith('/') ? from : join(state, 'volumes', from);
    if (!from.startsWith('/')) mkdirSync(host, { recursive: true });
    else if (!existsSync(host)) fail(`${host}: there is nothing to mount`);
    return [to, host];
  });
  const given = Object.fromEntries(
    (options['-e'] ?? []).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  const [, hostPort, inside] = /^127\.0\.0\.1:(\d+):(\d+)$/.exec(options['-p'][0]) ?? fail('publish on 127.0.0.1 only');
  // The harness gives every guide a port of its own; outside and inside are one here.
  if (hostPort !== inside && image.env.PORT !== inside) fail(`the image listens on ${image.env.PORT}, not on ${inside}`);
  const env = Object.fromEntries(Object.entries({ ...image.env, ...given }).map(([name, value]) => [name, mapped(value, mounts)]));
  Object.assign(env, { HOST: '127.0.0.1', PORT: hostPort, PATH: process.env.PATH });
  const log = join(state, `${options['--name'][0]}.log`);
  const out = openSync(log, 'a');
  const child = spawn(image.command[0], image.command.slice(1), { env, detached: true, stdio: ['ignore', out, out] });
  child.unref();
  remember(key(options['--name'][0]), { pid: child.pid, env, log });
  writeFileSync(join(state, `${child.pid}.pid`), '');
  console.log(child.pid);
}

function mapped(value, mounts) {
  const [to, host] = mounts.find(([inside]) => value === inside || value.startsWith(`${inside}/`)) ?? [];
  return to === undefined ? value : host + value.slice(to.length);
}

function exec([name, ...words]) {
  const { env } = recall(key(name));
  process.exit(spawnSync(words[0], words.slice(1), { env, stdio: 'inherit' }).status);
}

function logs([name]) {
  process.stdout.write(readFileSync(recall(key(name)).log, 'utf8'));
}

function stop([name]) {
  const { pid } = recall(key(name));
  process.kill(pid, 'SIGTERM');
  for (let tries = 0; tries < 200 && running(pid); tries += 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  if (running(pid)) fail(`${name} does not stop`);
}

function kill(rest) {
  const { options, words } = read(rest, { '--signal': 1 });
  process.kill(recall(key(words[0])).pid, `SIG${options['--signal'][0]}`);
}

function rm([name]) {
  const { pid } = recall(key(name));
  if (running(pid)) fail(`${name} is running`);
  rmSync(join(state, `${key(name)}.json`));
}

function compose(rest) {
  const { options, words } = read(rest, { '-f': 1, '-d': 0, '--build': 0 });
  const text = readFileSync(options['-f'][0], 'utf8').replace(
    /\$\{(\w+):\?[^}]*\}/g,
    (_all, name) => process.env[name] ?? fail(`${name} is not set`),
  );
  const file = parse(text);
  const home = join(options['-f'][0], '..');
  for (const { file: secret } of Object.values(file.secrets))
    if (!existsSync(join(home, secret))) fail(`${secret}: the secret is not there`);
  for (const service of Object.values(file.services))
    for (const volume of service.volumes ?? [])
      if (volume.startsWith('.') && !existsSync(join(home, volume.split(':')[0]))) fail(`${volume}: there is nothing to mount`);
  console.log(`${words[0]}: ${Object.keys(file.services).join(', ')} (stand-in)`);
}

function running(pid) {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function read(rest, known) {
  const options = {};
  const words = [];
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at];
    if (!word.startsWith('-')) words.push(word);
    else if (known[word] === undefined) fail(`${word}: not known to the stand-in`);
    else if (known[word] === 0) options[word] = true;
    else (options[word] ??= []).push(rest[(at += 1)]);
  }
  return { options, words };
}
