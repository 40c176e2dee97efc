/**
 * What a piece of work costs, judged so that a busy machine does not fail it: whatever else runs can only make a try slower, so the
 * quickest of a few counts. Work that costs more with every size of its input stays above any bound however often it is tried.
 */
const TRIES = 6;

/** Milliseconds of processor time of this process; the quickest try, which ends the trying once it is below `bound`. */
export function processorTime(bound: number, work: () => void): number {
  let least = Infinity;
  for (let tries = 0; tries < TRIES && least >= bound; tries += 1) {
    const began = process.cpuUsage();
    work();
    least = Math.min(least, process.cpuUsage(began).user / 1_000);
  }
  return least;
}
