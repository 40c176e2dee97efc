/** Prints precision and recall of drug resolution by term type. Run with `npx tsx test/drugs/measure.ts`; needs the reference folder. */
import { measure, referenceFolder, table, tableWithout } from './resolution.ts';

const folder = referenceFolder();
if (folder === null) {
  process.stdout.write('The reference folder is not there; nothing was measured.\n');
} else {
  for (const way of ['text', 'code'] as const) {
    for (const systemicOnly of [false, true]) {
      const measured = measure(folder, way, systemicOnly);
      process.stdout.write(`\nBy ${way}${systemicOnly ? ', products acting on the spot left out' : ', all'}:\n${table(measured)}\n`);
      if (process.argv.includes('--mistakes')) process.stdout.write(`${measured.mistakes.join('\n')}\n`);
    }
  }
  const heldOut = (rxnorm: string) => Number(rxnorm) % 3 === 0;
  const unseen = measure(folder, 'text', true, tableWithout(folder, heldOut), heldOut);
  process.stdout.write(
    `\nBy text, names held out when the table was compiled (every third), products acting on the spot left out:\n${table(unseen)}\n`,
  );
  if (process.argv.includes('--mistakes')) process.stdout.write(`${unseen.mistakes.join('\n')}\n`);
}
