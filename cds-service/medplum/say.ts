/** What a command tells while it works: results on standard output, progress and trouble on standard error. */
export interface Say {
  result(text: string): void;
  progress(text: string): void;
}

/** `1 patient`, `2 patients`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
