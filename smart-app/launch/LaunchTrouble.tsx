/** A launch that did not work: what happened and how to get back to the chart. Never a redirect loop. */
import { useLanguage } from '../language/language.tsx';
import { TroublePage } from '../parts/TroublePage.tsx';
import type { LaunchProblem } from './problem.ts';

export function LaunchTrouble({ problem }: { problem: LaunchProblem }) {
  const { t } = useLanguage();
  return (
    <TroublePage title={t(`launch.${problem.kind}`)} text={t(`launch.${problem.kind}.text`)} detail={problem.detail}>
      <p className="muted">{t('launch.again')}</p>
    </TroublePage>
  );
}
