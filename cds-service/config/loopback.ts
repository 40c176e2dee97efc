/** Addresses that only this machine can reach; the one place where http and `auth: off` are allowed. */

/** Takes a host name or an address as written in a URL or in HOST. */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}

export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** https anywhere, http on loopback only; no credentials, no fragment. */
export function isSafeUrl(text: string, allowHttpOnLoopback: boolean): boolean {
  const url = parseUrl(text);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && allowHttpOnLoopback && isLoopbackHost(url.hostname);
}

/** Without the slashes at its end, so that two spellings of one address are equal. */
export function withoutTrailingSlash(url: string): string {
  let end = url.length;
  // Not by a pattern: one would take minutes over an address of a million slashes.
  while (url[end - 1] === '/') end -= 1;
  return url.slice(0, end);
}
