/** Milliseconds of the fastest of a few runs: what the code costs, not what a busy machine adds to one of them. */
export function fastest(run: () => unknown, times = 4): number {
  return Math.min(
    ...Array.from({ length: times }, () => {
      const started = performance.now();
      run();
      return performance.now() - started;
    }),
  );
}
