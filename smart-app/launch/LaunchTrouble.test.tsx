import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LaunchTrouble } from './LaunchTrouble.tsx';
import { LaunchProblem } from './problem.ts';
import { show } from '../testing/dom.tsx';

describe('a launch that failed', () => {
  it.each([
    ['no-issuers', /trust file the EHR's entry needs a panel section/],
    ['token-failed', /redirect URI is not exactly http:\/\/localhost(?::\d+)?\/index\.html/],
  ] as const)('a launch that failed for its set-up (%s) tells whoever sets it up where to look', (kind, words) => {
    show(<LaunchTrouble problem={new LaunchProblem(kind)} />);
    expect(screen.getByText('For whoever sets this up')).toBeTruthy();
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('a session that ended is no matter of set-up', () => {
    show(<LaunchTrouble problem={new LaunchProblem('expired')} />);
    expect(screen.queryByText('For whoever sets this up')).toBeNull();
  });
});
