import { Command } from 'commander';
import { registerAcceptance } from './acceptance.ts';
import { registerConfig } from './config.ts';
import { registerFeedback } from './feedback.ts';
import { registerHook } from './hook.ts';
import { registerInterpret } from './interpret.ts';
import { loadInterpreter } from './interpreter.ts';
import { errorInWords } from './json-file.ts';
import { registerKnowledgeDrugs } from './knowledge-drugs.ts';
import { registerKnowledgeOncology } from './knowledge-oncology.ts';
import { registerKnowledgePgx } from './knowledge-pgx.ts';
import { registerKnowledgeVocabulary } from './knowledge-vocabulary.ts';
import { registerMedplum } from './medplum.ts';
import { registerModels } from './models.ts';
import { registerPredict } from './predict.ts';
import { registerReplay } from './replay.ts';
import { registerSetup } from './setup.ts';
import { registerStore } from './store.ts';
import { registerTrials } from './trials.ts';

/** The command line: one file per command in this folder, each adding itself here. */
const program = new Command('genehook')
  .description('Precision medicine at the moment of the order.')
  .version('0.1.0')
  .showHelpAfterError('(genehook --help shows what there is)');

registerInterpret(program, loadInterpreter);

const knowledge = program.command('knowledge').description('compile, check and compare the knowledge that ships with the product');
registerKnowledgePgx(knowledge);
registerKnowledgeOncology(knowledge);
registerKnowledgeDrugs(knowledge);
registerKnowledgeVocabulary(knowledge);

registerPredict(program);
registerModels(program);
registerConfig(program);
registerFeedback(program);
registerHook(program);
registerMedplum(program);
registerReplay(program);
registerSetup(program);
registerStore(program);
registerTrials(program);
registerAcceptance(program);

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
try {
  await program.parseAsync();
} catch (error) {
  // A person reads this: what was wrong, without the stack.
  console.error(errorInWords(error));
  process.exitCode = 1;
}
