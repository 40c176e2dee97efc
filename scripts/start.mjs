// One command for a newcomer: sandbox EHR, CDS service and panel on loopback.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assertNode, ensureBuilt, ensureInstalled, root } from './root.mjs';

assertNode();
ensureInstalled();
ensureBuilt();
await import(pathToFileURL(join(root, 'dist', 'fixtures', 'sandbox', 'start.js')).href);
