/** Lines of the checklist that no test of this folder covers, and why: the generated table states both. */
export const NOT_COVERED: Readonly<Record<number, string>> = {
  1: 'Deployment: TLS ends before the service (deploy/); http is refused outside loopback by the configuration tests.',
  93: 'Mutual TLS is a matter of the proxy in front.',
};
