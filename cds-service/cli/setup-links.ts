/** Hosts that the links of cards may lead to: those of the cited sources in the loaded knowledge, and of CIViC's evidence. */

/** Members that say where a file of knowledge was made from; cards do not link there. */
const NOT_CITED = new Set(['header', 'headers', 'vocabulary', 'parts']);
const CIVIC = 'civicdb.org';

export function linkHosts(knowledge: object): readonly string[] {
  const hosts = new Set<string>([CIVIC]);
  const seen = new Set<unknown>();
  const queue: unknown[] = [knowledge];
  while (queue.length > 0) {
    const value = queue.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (value instanceof Map || value instanceof Set) for (const item of value.values()) queue.push(item);
    else
      for (const [name, member] of Object.entries(value)) {
        if (NOT_CITED.has(name)) continue;
        if (name === 'url' && typeof member === 'string') addHost(hosts, member);
        else if (typeof member === 'object') queue.push(member);
      }
  }
  return [...hosts].sort();
}

function addHost(hosts: Set<string>, url: string): void {
  try {
    const { protocol, host } = new URL(url);
    if (protocol === 'https:' || protocol === 'http:') hosts.add(host);
  } catch {
    // Not an address: no card links there.
  }
}
