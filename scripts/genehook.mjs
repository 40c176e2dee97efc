#!/usr/bin/env node
// The command line: installs and builds on first use, then hands over to the compiled program.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assertNode, ensureBuilt, ensureInstalled, root } from './root.mjs';

assertNode();
ensureInstalled({ quiet: true });
ensureBuilt({ onlyIfMissing: true });
await import(pathToFileURL(join(root, 'dist', 'cds-service', 'cli', 'main.js')).href);
