/** A store that must not be used ends the process with a plain sentence: going on could destroy what it keeps. */
export function stopForStore(error: Error): never {
  const ours = error.name === 'NewerSchema' || error.name === 'FolderInUse';
  process.stderr.write(`Genehook stops: ${ours ? error.message : `the store cannot be opened (${error.name})`}\n`);
  process.exit(1);
}
