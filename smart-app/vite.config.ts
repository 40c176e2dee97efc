/** Builds the panel: three pages, static, with relative addresses so that it can be served under any path. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { initialScriptBudget } from './initial-script-budget.ts';

/** Every part in every state from made-up reports: for development and tests, never in what a hospital serves. */
const withGallery = process.env['GENEHOOK_PANEL_GALLERY'] === '1';
const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  base: './',
  plugins: [react(), initialScriptBudget({ 'index.html': 170 * 1024, 'launch.html': 170 * 1024 })],
  // fhirclient without its polyfills, and without its debug output: that one can print tokens.
  define: { FHIRCLIENT_PURE: 'true' },
  resolve: { alias: { debug: `${here}launch/silent-debug.cjs` } },
  build: {
    outDir: '../dist/smart-app',
    emptyOutDir: true,
    target: 'es2022',
    // No data: URLs, so that a strict content security policy can serve the panel.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: `${here}index.html`, launch: `${here}launch.html`, ...(withGallery ? { gallery: `${here}gallery.html` } : {}) },
    },
  },
});
