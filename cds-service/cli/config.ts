/** `genehook config check FILE`: would the service start with this trust file? */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { parseTrust } from '../config/trust.ts';
import { addCallerOrForget, CallerFault, makeCaller } from './test-caller.ts';

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
  config
    .command('key')
    .description('Make the key of a test caller (ES384): the private JWK into a file, the entry for the trusted-EHR file onto the screen.')
    .argument('<file>', 'private key to write; must not exist')
    .requiredOption('--iss <issuer>', 'issuer of the test caller, used by no EHR')
    .option('--name <name>', 'name of the entry', 'Test caller')
    .option('--into <trust>', 'add the entry to this trusted-EHR file')
    .action(async (file: string, { iss, name, into }: { iss: string; name: string; into?: string }, command: Command) => {
      try {
        const entry = await makeCaller(file, { issuer: iss, name });
        if (into === undefined) console.log(JSON.stringify(entry, null, 2));
        else {
          addCallerOrForget(into, entry, file);
          console.log(`${into}: "${name}" is trusted from the next start or SIGHUP on. Take the entry out when the tests are over.`);
        }
      } catch (error) {
        if (!(error instanceof CallerFault)) throw error;
        command.error(error.message, { exitCode: 1 });
      }
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
