export interface DockerStage {
  readonly base: string;
  readonly name?: string;
  readonly copies: readonly { readonly from?: string; readonly sources: readonly string[]; readonly to: string }[];
  readonly runs: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly user?: string;
  readonly command: readonly string[];
  readonly health?: readonly string[];
  readonly volumes: readonly string[];
  readonly ports: readonly string[];
}
/** Throws at an instruction that it does not know. */
export function readDockerfile(text: string): { readonly stages: readonly DockerStage[] };
