/** What is wrong with the data folder, in words that name the setting. */

/** By the system's code, and by the number that the embedded database has for it. */
const FOLDER_FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  51: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the folder cannot be written',
  69: 'the folder cannot be written',
  EACCES: 'the folder cannot be written',
  2: 'the folder cannot be written',
  EPERM: 'the folder cannot be written',
  63: 'the folder cannot be written',
  ENOTDIR: 'is not a folder, or holds a file where the store has a folder',
  54: 'is not a folder, or holds a file where the store has a folder',
  EEXIST: 'is not a folder',
};

/** What is wrong with the data folder, in words that name the setting; undefined when it is something else. */
export function folderFault(error: Error): string | undefined {
  const cause = FOLDER_FAULTS[codeOf(error)] ?? ('syscall' in error && error.syscall === 'mkdir' ? 'the folder cannot be made' : undefined);
  return cause === undefined ? undefined : `GENEHOOK_DATA: ${cause}`;
}

/** The code of a fault, its number where it has no code; empty where it has neither. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error) return String(error.code);
  return 'errno' in error ? String(error.errno) : '';
}
