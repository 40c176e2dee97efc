/** `genehook config check FILE`: would the service start with this trust file? */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { parseTrust } from '../config/trust.ts';

export function registerConfig(program: Command): void {
  const config = program.command('config').description('The configuration of the service.');
  config
    .command('check')
    .description('Check a trusted-EHR file; each fault names its field. Exit code 1 when it is not accepted.')
    .argument('<file>', 'the file that GENEHOOK_TRUST names')
    .action((file: string) => {
      const issues = check(file);
      for (const issue of issues) console.error(issue);
      if (issues.length > 0) process.exitCode = 1;
      else console.log('The file is accepted.');
    });
}

function check(file: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return ['(file): cannot be read'];
  }
  try {
    const result = parseTrust(JSON.parse(text.replace(/^\uFEFF/, '')));
    return result.ok ? [] : result.issues;
  } catch {
    return ['(file): is not JSON'];
  }
}
