/** Lines of the checklist that no test of this folder covers, and why: the generated table states both. */
export const NOT_COVERED: Readonly<Record<number, string>> = {
  1: 'Deployment: TLS ends before the service (deploy/); http is refused outside loopback by the configuration tests.',
  4: 'Nothing but FHIR JSON is read or written; no code path makes another form.',
  37: 'Clinical: cards room (dose-dependent advice needs a dose).',
  51: 'Clinical: reading room (only final results become facts).',
  71: 'No extension is sent.',
  93: 'Mutual TLS is a matter of the proxy in front.',
  99: 'Clinical: cards room (each card dates the result it rests on).',
};
