/** A launch that did not work: what happened, how to get back to the chart, and for whoever sets it up where to look. Never a redirect loop. */
import { useLanguage } from '../language/language.tsx';
import { TroublePage } from '../parts/TroublePage.tsx';
import type { LaunchProblem, LaunchProblemKind } from './problem.ts';

/** Problems that a registration or a configuration can cause; the others are of one session. */
const SETUP = [
  'no-configuration',
  'no-issuers',
  'issuer-not-listed',
  'incomplete-launch',
  'discovery-failed',
  'no-pkce',
  'denied',
  'mixed-up',
  'token-failed',
  'no-patient',
] as const satisfies readonly LaunchProblemKind[];

export function LaunchTrouble({ problem }: { problem: LaunchProblem }) {
  const { t } = useLanguage();
  const setup = SETUP.find((kind) => kind === problem.kind);
  return (
    <TroublePage title={t(`launch.${problem.kind}`)} text={t(`launch.${problem.kind}.text`)} detail={problem.detail}>
      <p className="muted">{t('launch.again')}</p>
      {setup === undefined ? null : (
        <details className="sources trouble-setup">
          <summary>{t('launch.setup')}</summary>
          <p>{t(`launch.${setup}.setup`, addresses(window.location.href))}</p>
        </details>
      )}
    </TroublePage>
  );
}

/** What has to be registered, as this page's own address tells it; no query, which can name a launch. */
function addresses(here: string): { readonly launch: string; readonly redirect: string; readonly origin: string } {
  const page = (name: string) => new URL(name, here.split(/[?#]/)[0]).href;
  return { launch: page('launch.html'), redirect: page('index.html'), origin: new URL(here).origin };
}
