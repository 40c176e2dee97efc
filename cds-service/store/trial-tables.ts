/**
 * The trial index in the store. A generation is a complete list of trials; one is active. Compiled trials are kept by the digest of what they were
 * made from, so that a trial that has not changed is neither compiled nor written again.
 */
import type { Generated } from 'kysely';

export interface TrialTables {
  trial_generation: {
    id: Generated<number>;
    /** `active`: served; `building`: being made, never served. */
    state: string;
    /** Instant of the last sign of life of the process that builds it. */
    touched: Generated<Date>;
    /** Day on which it became active; empty while building. */
    made: string;
    total: number;
  };
  trial_content: {
    digest: string;
    /** JSON `CompiledTrial`, deflated and in Base64; plain JSON where an earlier release wrote it. */
    content: string;
  };
  trial_entry: {
    generation: number;
    nct_id: string;
    digest: string;
    /** What brought it: `import`, or the digest of the question to the registry. */
    origin: string;
  };
  /** A question to a registry that is being answered page by page, or was answered. */
  trial_fetch: {
    question: string;
    /** JSON of what was asked, for people. */
    asked: string;
    /** Being built; null when no run is under way. */
    generation: number | null;
    /** Page to go on with; empty = the first. */
    token: string;
    pages: number;
    records: number;
    started: string;
    /** Day of the start of the last complete run; empty = none yet. */
    completed: string;
  };
}

export const TRIAL_STEP: readonly string[] = [
  `create table trial_generation (
     id integer generated always as identity primary key, state text not null, touched timestamptz not null default now(),
     made text not null, total integer not null)`,
  `create unique index trial_generation_active on trial_generation (state) where state = 'active'`,
  `create table trial_content (digest text primary key, content text not null)`,
  // Compressing texts of some kilobytes one by one would cost more time than all other writing.
  `alter table trial_content alter column content set storage external`,
  `create table trial_entry (
     generation integer not null references trial_generation (id) on delete cascade, nct_id text not null,
     digest text not null references trial_content (digest), origin text not null, primary key (generation, nct_id))`,
  `create index trial_entry_digest on trial_entry (digest)`,
  `create table trial_fetch (
     question text primary key, asked text not null, generation integer references trial_generation (id) on delete set null,
     token text not null, pages integer not null, records integer not null, started text not null, completed text not null)`,
];
