/** Which language the panel speaks, and how a text is looked up. English is at hand, others are loaded when chosen. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { en, words as englishWords, type MessageKey, type Messages } from './en.ts';

export const LANGUAGES = { en: 'English', es: 'Español' } as const;
export type LanguageCode = keyof typeof LANGUAGES;

type Values = Readonly<Record<string, string | number>>;

export interface Language {
  readonly code: LanguageCode;
  /** The text of a key; `{name}` is replaced by a value. */
  readonly t: (key: MessageKey, values?: Values) => string;
  /** The text of `key.one` or `key.other`, by the language's own plural rule; `{n}` is the number. */
  readonly count: (key: PluralKey, n: number, values?: Values) => string;
  /** A word of the report's closed vocabularies (phenotype, status …) in the reader's language; as it came where it is none of them. */
  readonly word: (text: string) => string;
  /** Names of drugs in a text as the site wants them written. */
  readonly names: (text: string) => string;
  readonly choose: (code: LanguageCode) => void;
}

/** Words by their English form in lower case. */
type Words = Readonly<Record<string, string>>;
interface Catalogue {
  readonly messages: Messages;
  readonly words: Words;
}

export type PluralKey = MessageKey extends infer K ? (K extends `${infer Stem}.other` ? Stem : never) : never;

const english: Catalogue = { messages: en, words: englishWords };
const loaders: Readonly<Record<LanguageCode, () => Promise<Catalogue>>> = {
  en: () => Promise.resolve(english),
  es: () => import('./es.ts').then(({ es, words }) => ({ messages: es, words })),
};

export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function makeLanguage(
  code: LanguageCode,
  { messages, words }: Catalogue,
  choose: (code: LanguageCode) => void = () => undefined,
): Language {
  const plural = new Intl.PluralRules(code);
  return {
    code,
    t: (key, values) => fill(messages[key], values),
    count: (key, n, values) => {
      const form = plural.select(n) === 'one' ? 'one' : 'other';
      return fill(messages[`${key}.${form}` as MessageKey], { n: new Intl.NumberFormat(code).format(n), ...values });
    },
    word: (text) => inWords(text, words),
    names: (text) => text,
    choose,
  };
}

function inWords(text: string, words: Words): string {
  const key = text.trim().toLowerCase();
  const known = Object.hasOwn(words, key) ? words[key] : undefined;
  if (known !== undefined) return known;
  // "Phase 1/Phase 2" in whatever way it is joined.
  return words.phase !== undefined && /^phase \d/.test(key) ? text.replace(/phase/gi, words.phase) : text;
}

const LanguageContext = createContext<Language>(makeLanguage('en', english));

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The language asked for by the address (`lang`), else the browser's, else English. */
export function preferredLanguage(search: string, browser: readonly string[]): LanguageCode {
  const wanted = [new URLSearchParams(search).get('lang') ?? '', ...browser];
  for (const tag of wanted) {
    const code = Object.keys(LANGUAGES).find((known) => tag.toLowerCase().split('-')[0] === known);
    if (code !== undefined) return code as LanguageCode;
  }
  return 'en';
}

export function LanguageProvider({ initial, children }: { initial: LanguageCode; children: ReactNode }) {
  const [code, choose] = useState(initial);
  const [loaded, setLoaded] = useState<{ code: LanguageCode; catalogue: Catalogue }>({ code: 'en', catalogue: english });
  useEffect(() => {
    let current = true;
    void loaders[code]().then((catalogue) => current && setLoaded({ code, catalogue }));
    return () => {
      current = false;
    };
  }, [code]);
  useEffect(() => {
    document.documentElement.lang = loaded.code;
  }, [loaded.code]);
  const language = useMemo(() => makeLanguage(loaded.code, loaded.catalogue, choose), [loaded]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The same language with the names of drugs written otherwise, in names, sentences of the report and texts alike. */
export function NamesProvider({ write, children }: { write: ((text: string) => string) | null; children: ReactNode }) {
  const plain = useLanguage();
  const written = useMemo(
    (): Language =>
      write === null
        ? plain
        : {
            ...plain,
            names: write,
            t: (key, values) => write(plain.t(key, values)),
            count: (key, n, values) => write(plain.count(key, n, values)),
          },
    [plain, write],
  );
  return <LanguageContext value={written}>{children}</LanguageContext>;
}
