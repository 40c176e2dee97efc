/** `genehook medplum …` as a process of its own: for what only a process can show. */
import { Command } from 'commander';
import { registerMedplum } from '../../cds-service/cli/medplum.ts';

const program = new Command('genehook');
registerMedplum(program);
await program.parseAsync();
