/** `npm run check:pgx`: the shipped pharmacogenomic knowledge against the reference tables. Exit code 1 on an unexplained miss. */
import { checkAlleles, checkPhenotypeRules } from './check-genes.ts';
import { checkRecommendations } from './check-recommendations.ts';
import { checkSentences } from './check-sentences.ts';
import { hasReference, skipNote } from './reference.ts';

if (!hasReference) {
  process.stdout.write(`${skipNote}\n`);
} else {
  let mistakes = 0;
  for (const check of [checkAlleles(), checkPhenotypeRules(), checkRecommendations(), checkSentences()]) {
    const open = check.misses.filter((miss) => miss.reason === undefined);
    mistakes += open.length;
    process.stdout.write(
      `${open.length === 0 ? 'ok  ' : 'MISS'} ${check.name}: ${check.checked} checked, ${open.length} missed, ${check.misses.length - open.length} differ for a reason\n`,
    );
    for (const miss of open) process.stdout.write(`       ${miss.what}\n`);
    for (const reason of new Set(check.misses.flatMap((miss) => miss.reason ?? []))) {
      const misses = check.misses.filter((miss) => miss.reason === reason);
      process.stdout.write(`     ${misses.length} × ${reason}\n`);
      for (const miss of misses.slice(0, 5)) process.stdout.write(`         ${miss.what}\n`);
    }
  }
  process.exitCode = mistakes === 0 ? 0 : 1;
}
