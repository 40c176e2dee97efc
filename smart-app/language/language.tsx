/** Which language the panel speaks, and how a text is looked up. English is at hand, others are loaded when chosen. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { en, type MessageKey, type Messages } from './en.ts';

export const LANGUAGES = { en: 'English', es: 'Español' } as const;
export type LanguageCode = keyof typeof LANGUAGES;

type Values = Readonly<Record<string, string | number>>;

export interface Language {
  readonly code: LanguageCode;
  /** The text of a key; `{name}` is replaced by a value. */
  readonly t: (key: MessageKey, values?: Values) => string;
  /** The text of `key.one` or `key.other`, by the language's own plural rule; `{n}` is the number. */
  readonly count: (key: PluralKey, n: number, values?: Values) => string;
  readonly choose: (code: LanguageCode) => void;
}

export type PluralKey = MessageKey extends infer K ? (K extends `${infer Stem}.other` ? Stem : never) : never;

const loaders: Readonly<Record<LanguageCode, () => Promise<Messages>>> = {
  en: () => Promise.resolve(en),
  es: () => import('./es.ts').then((module) => module.es),
};

export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function makeLanguage(code: LanguageCode, messages: Messages, choose: (code: LanguageCode) => void = () => undefined): Language {
  const plural = new Intl.PluralRules(code);
  return {
    code,
    t: (key, values) => fill(messages[key], values),
    count: (key, n, values) => {
      const form = plural.select(n) === 'one' ? 'one' : 'other';
      return fill(messages[`${key}.${form}` as MessageKey], { n: new Intl.NumberFormat(code).format(n), ...values });
    },
    choose,
  };
}

const LanguageContext = createContext<Language>(makeLanguage('en', en));

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
  const [loaded, setLoaded] = useState<{ code: LanguageCode; messages: Messages }>({ code: 'en', messages: en });
  useEffect(() => {
    let current = true;
    void loaders[code]().then((messages) => current && setLoaded({ code, messages }));
    return () => {
      current = false;
    };
  }, [code]);
  useEffect(() => {
    document.documentElement.lang = loaded.code;
  }, [loaded.code]);
  const language = useMemo(() => makeLanguage(loaded.code, loaded.messages, choose), [loaded]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}
