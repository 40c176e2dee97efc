// The CDS service and panel API alone, for real deployments; configured by environment.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assertNode, ensureBuilt, ensureInstalled, root } from './root.mjs';

assertNode();
ensureInstalled({ quiet: true });
ensureBuilt({ onlyIfMissing: true });
await import(pathToFileURL(join(root, 'dist', 'cds-service', 'main.js')).href);
