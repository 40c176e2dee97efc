/** OpenAPI 3.1 description of everything the service answers; served at /openapi.json and kept as docs/openapi.json. */
import { components } from './components.ts';
import { HOOK_PATHS } from './hooks.ts';
import { OPERATION_PATHS } from './operation.ts';
import { PANEL_PATHS } from './panel.ts';

export function openApiDocument(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Genehook',
      version: '0.1.0',
      description: 'CDS Hooks services and panel API for pharmacogenomics and targeted therapy. Decision support, not a medical device.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: { ...HOOK_PATHS, ...PANEL_PATHS, ...OPERATION_PATHS },
    components: components(),
  };
}
