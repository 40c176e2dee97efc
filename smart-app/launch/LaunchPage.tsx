/** EHR launch: straight to authorization. Standalone: the listed servers to choose from. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { SectionSkeleton } from '../shell/SectionSkeleton.tsx';
import type { Issuer } from './issuers.ts';
import { LaunchTrouble } from './LaunchTrouble.tsx';
import { LaunchProblem, toLaunchProblem } from './problem.ts';
import { admitIssuer, authorizationAddress, fetchIssuers, readLaunchRequest } from './start.ts';

export function LaunchPage({ base }: { base: string }) {
  const { t } = useLanguage();
  const [issuers, setIssuers] = useState<readonly Issuer[] | null>(null);
  const [problem, setProblem] = useState<LaunchProblem | null>(null);
  const [going, setGoing] = useState(false);

  useEffect(() => {
    let current = true;
    const request = readLaunchRequest(window.location.search);
    const begin = async () => {
      if (request.kind === 'incomplete') throw new LaunchProblem('incomplete-launch');
      const listed = await fetchIssuers(base);
      if (request.kind === 'standalone') {
        if (current) setIssuers(listed);
        return;
      }
      const { iss, launch: token } = request;
      const address = await authorizationAddress(admitIssuer(listed, iss), { kind: 'ehr', token, iss });
      if (current) window.location.replace(address);
    };
    begin().catch((error: unknown) => current && setProblem(toLaunchProblem(error, 'discovery-failed')));
    return () => {
      current = false;
    };
  }, [base]);

  const choose = (issuer: Issuer) => {
    setGoing(true);
    authorizationAddress(issuer, { kind: 'standalone' }).then(
      (address) => window.location.assign(address),
      (error: unknown) => {
        setGoing(false);
        setProblem(toLaunchProblem(error, 'discovery-failed'));
      },
    );
  };

  if (problem !== null) return <LaunchTrouble problem={problem} />;
  if (issuers === null) return <SectionSkeleton rows={2} />;
  return (
    <main className="trouble">
      <p className="trouble-name">{t('app.name')}</p>
      <h1>{t('launch.choose')}</h1>
      <p>{t('launch.choose.text')}</p>
      <ul className="issuers">
        {issuers.map((issuer) => (
          <li key={issuer.iss}>
            <Button fullWidth variant="default" size="md" justify="flex-start" disabled={going} onClick={() => choose(issuer)}>
              <span className="issuer">
                <bdi className="issuer-name">{issuer.name}</bdi>
                <bdi className="issuer-address">{issuer.iss}</bdi>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </main>
  );
}
