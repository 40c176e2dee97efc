/** Light, dark, or as the EHR and the system have it. */
import { useLanguage } from '../language/language.tsx';
import { LOOK_CHOICES } from './look.ts';
import { useLook } from './LookProvider.tsx';

export function LookChoice() {
  const { t } = useLanguage();
  const { choice, choose } = useLook();
  return (
    <label className="strip-choice screen-only">
      <span className="spoken">{t('app.look')}</span>
      <select value={choice} onChange={(event) => choose(LOOK_CHOICES.find((name) => name === event.target.value) ?? 'system')}>
        {LOOK_CHOICES.map((name) => (
          <option key={name} value={name}>
            {t(`look.${name}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
