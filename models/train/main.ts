/**
 * `npm run train -- warfarin|icb --data FILE`: trains one model and writes its folder (model.onnx, model.json, golden.json, CARD.md, card.json).
 * Equal data give byte-identical files. The data rows are never written anywhere.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCard } from './card.ts';
import { trainIcb } from './icb.ts';
import { trainWarfarin } from './warfarin.ts';

const VERSIONS = { warfarin: '1.0.0', icb: '1.0.0' } as const;

const [name, flag, file] = process.argv.slice(2);
if ((name !== 'warfarin' && name !== 'icb') || flag !== '--data' || file === undefined) {
  console.error('Use: npm run train -- warfarin|icb --data FILE.csv');
  process.exit(2);
}
const csv = readFileSync(file, 'utf8');
const trained = name === 'warfarin' ? trainWarfarin(csv, VERSIONS.warfarin) : trainIcb(csv, VERSIONS.icb);
const folder = join(fileURLToPath(new URL('..', import.meta.url)), name);
const card = writeCard(trained.artefact);
writeFileSync(join(folder, 'model.onnx'), trained.onnx);
writeFileSync(join(folder, 'model.json'), `${JSON.stringify(trained.artefact, null, 1)}\n`);
writeFileSync(join(folder, 'golden.json'), `${JSON.stringify(trained.golden)}\n`);
writeFileSync(join(folder, 'card.json'), `${JSON.stringify(card.attributes, null, 1)}\n`);
writeFileSync(join(folder, 'CARD.md'), card.markdown);
console.log(`${trained.artefact.id} ${trained.artefact.version}: ${folder}`);
