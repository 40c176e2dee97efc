import { codeOf, folderFault } from '../store/folder-fault.ts';

/** A store that must not be used ends the process with a plain sentence: going on could destroy what it keeps. */
export function stopForStore(error: Error): never {
  const ours = error.name === 'NewerSchema' || error.name === 'FolderInUse';
  const cause = ours ? error.message : (folderFault(error) ?? `GENEHOOK_DATA: the store cannot be opened (${kindOf(error)})`);
  process.stderr.write(`Genehook stops: ${cause}\n`);
  process.exit(1);
}

function kindOf(error: Error): string {
  const code = codeOf(error);
  return code === '' ? error.name : `${error.name} ${code}`;
}
