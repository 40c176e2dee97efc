/** The language of the panel; what the browser prefers is chosen at the start. */
import { LANGUAGES, useLanguage, type LanguageCode } from '../language/language.tsx';

export function LanguageChoice() {
  const { t, code, choose } = useLanguage();
  return (
    <label className="strip-choice screen-only">
      <span className="spoken">{t('app.language')}</span>
      <select value={code} onChange={(event) => choose(event.target.value as LanguageCode)}>
        {Object.entries(LANGUAGES).map(([value, name]) => (
          <option key={value} value={value} lang={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
