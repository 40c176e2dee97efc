/** Runs `genehook medplum …` in this process with an environment of its own, and gives back all that a terminal would show. */
import { Command } from 'commander';
import { registerMedplum } from '../../cds-service/cli/medplum.ts';
import type { StandIn } from './stand-in/start.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export async function genehookMedplum(args: readonly string[], environment: Environment): Promise<Ended> {
  const out: string[] = [];
  const err: string[] = [];
  const before = { env: process.env, log: console.log, error: console.error, code: process.exitCode };
  const { MEDPLUM_BASE_URL: _base, MEDPLUM_CLIENT_ID: _id, MEDPLUM_CLIENT_SECRET: _secret, GENEHOOK_TRUST: _trust, ...rest } = before.env;
  process.env = { ...rest, ...environment };
  console.log = (...parts: unknown[]) => void out.push(parts.map(String).join(' '));
  console.error = (...parts: unknown[]) => void err.push(parts.map(String).join(' '));
  process.exitCode = 0;
  try {
    const program = new Command('genehook')
      .exitOverride()
      .configureOutput({ writeErr: (text) => err.push(text), writeOut: (text) => out.push(text) });
    registerMedplum(program);
    await program.parseAsync(['node', 'genehook', 'medplum', ...args]);
    return { code: process.exitCode, out: out.join('\n'), err: err.join('\n') };
  } finally {
    process.env = before.env;
    console.log = before.log;
    console.error = before.error;
    process.exitCode = before.code;
  }
}

export function environmentOf(standIn: StandIn, who: { readonly id: string; readonly secret: string } = standIn.admin): Environment {
  return { MEDPLUM_BASE_URL: standIn.base, MEDPLUM_CLIENT_ID: who.id, MEDPLUM_CLIENT_SECRET: who.secret };
}
