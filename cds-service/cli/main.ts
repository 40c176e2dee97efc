import { Command } from 'commander';

/** The command line: one file per command in this folder, each adding itself here. */
const program = new Command('genehook').description('Precision medicine at the moment of the order.').version('0.1.0');

await program.parseAsync();
