/** `genehook replay RECORD BUNDLE`: the same cards again, byte for byte, or what has changed since. */
import type { Command } from 'commander';
import { loadClinic } from '../clinic.ts';
import { replay, ReplayFault } from '../hooks/replay.ts';
import type { DecisionRecord } from '../store/types.ts';
import { errorInWords, readJsonFile } from './json-file.ts';
import { keyedOf, serviceConfig } from './service-config.ts';

export function registerReplay(program: Command): void {
  program
    .command('replay')
    .description(
      'Make a recorded decision again. Prints the cards (uuids aside) as canonical JSON; exit code 0 when they are the same, 3 when not.',
    )
    .argument('<record>', 'one line of "genehook store decisions", as a file')
    .argument('<bundle>', 'the hook request, or a Bundle of the resources the decision was made of')
    .option('--patient <id>', 'the patient, where the Bundle holds several')
    .action(async (recordFile: string, bundleFile: string, options: { patient?: string }, command: Command) => {
      const record = readJson(recordFile, command) as DecisionRecord;
      const input = readJson(bundleFile, command);
      const config = serviceConfig();
      const clinic = await loadClinic();
      try {
        const result = await replay(record, input, {
          clinic,
          keyed: keyedOf(config),
          ...(options.patient === undefined ? {} : { patientId: options.patient }),
        });
        console.log(result.text);
        for (const difference of result.differences) console.error(difference);
        console.error(result.same ? 'The same cards.' : 'NOT the same cards.');
        if (!result.same) process.exitCode = 3;
      } catch (error) {
        if (!(error instanceof ReplayFault)) throw error;
        command.error(error.message, { exitCode: 1 });
      }
    });
}

function readJson(file: string, command: Command): unknown {
  try {
    return readJsonFile(file);
  } catch (error) {
    return command.error(errorInWords(error), { exitCode: 1 });
  }
}
