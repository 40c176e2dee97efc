/** Lines of the checklist that no test of this folder covers, and why: the generated table states both. */
export const NOT_COVERED: Readonly<Record<number, string>> = {
  93: 'Mutual TLS is a matter of the proxy in front.',
};
