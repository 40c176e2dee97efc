/** What every page of the panel stands in: language, theme, query cache. */
import { Button, createTheme, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { LanguageProvider, preferredLanguage } from '../language/language.tsx';
import { LookProvider } from '../look/LookProvider.tsx';
import { SectionBoundary } from '../parts/SectionBoundary.tsx';
import '../style/index.ts';

const theme = createTheme({
  fontFamily: 'var(--font)',
  primaryColor: 'blue',
  defaultRadius: 6,
  respectReducedMotion: true,
  components: { Button: Button.extend({ defaultProps: { size: 'xs' } }) },
});

export function Root({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient());
  return (
    <LanguageProvider initial={preferredLanguage(window.location.search, navigator.languages)}>
      <MantineProvider theme={theme} forceColorScheme="light" withCssVariables={false} withGlobalClasses={false}>
        <LookProvider>
          <QueryClientProvider client={client}>
            <SectionBoundary>{children}</SectionBoundary>
          </QueryClientProvider>
        </LookProvider>
      </MantineProvider>
    </LanguageProvider>
  );
}
