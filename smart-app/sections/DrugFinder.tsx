/** A field that narrows a long list of drugs as one writes. */
import { useLanguage } from '../language/language.tsx';

interface Props {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly found: number;
  readonly all: number;
}

export function DrugFinder({ text, onText, found, all }: Props) {
  const { t } = useLanguage();
  const searching = text.trim() !== '';
  return (
    <div className="drug-finder">
      <label className="screen-only">
        <span>{t('drugs.find')}</span>
        <input
          type="search"
          value={text}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onText(event.target.value)}
        />
      </label>
      <output className="muted">{searching && found > 0 ? t('drugs.found', { n: found, all }) : ''}</output>
      {/* Paper shows the narrowed list and says so. */}
      {searching ? <p className="print-only">{t('drugs.find-printed', { text: text.trim() })}</p> : null}
      {searching && found === 0 ? <p className="empty">{t('drugs.find-none', { text: text.trim() })}</p> : null}
    </div>
  );
}
