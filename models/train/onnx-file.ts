/** Writes small ONNX graphs by hand: a linear score, then what turns it into the model's answer. Byte-identical for equal input. */
import { createRequire } from 'node:module';
import type { LinearModel } from './linear-model.ts';

/** The few message types of onnx-proto that we use (a development dependency: only training writes models). */
interface OnnxProto {
  readonly onnx: {
    readonly ModelProto: { create(value: object): object; encode(value: object): { finish(): Uint8Array } };
  };
}

const FLOAT = 1;
export const OPSET = 17;

const tensor = (name: string, dims: number[], values: readonly number[]) => ({
  name,
  dims,
  dataType: FLOAT,
  floatData: values.map(Math.fround),
});
const valueInfo = (name: string, columns: number) => ({
  name,
  type: { tensorType: { elemType: FLOAT, shape: { dim: [{ dimParam: 'rows' }, { dimValue: columns }] } } },
});

export interface GraphOptions {
  readonly name: string;
  readonly model: LinearModel;
  /** `square`: (max(score, 1))², for a model of the square root. `sigmoid`: probability. */
  readonly link: 'square' | 'sigmoid';
  readonly metadata: Readonly<Record<string, string>>;
}

/** input [rows, columns] → output [rows, 1]. */
export function writeLinearGraph({ name, model, link, metadata }: GraphOptions): Uint8Array {
  const { onnx } = createRequire(import.meta.url)('onnx-proto') as OnnxProto;
  const columns = model.coefficients.length;
  const tail =
    link === 'sigmoid'
      ? { nodes: [{ opType: 'Sigmoid', input: ['score'], output: ['output'] }], constants: [] }
      : {
          nodes: [
            { opType: 'Max', input: ['score', 'floor'], output: ['bounded'] },
            { opType: 'Mul', input: ['bounded', 'bounded'], output: ['output'] },
          ],
          constants: [tensor('floor', [1], [1])],
        };
  const message = onnx.ModelProto.create({
    irVersion: 8,
    producerName: 'genehook',
    opsetImport: [{ domain: '', version: OPSET }],
    graph: {
      name,
      node: [{ opType: 'Gemm', input: ['input', 'coefficients', 'intercept'], output: ['score'] }, ...tail.nodes],
      input: [valueInfo('input', columns)],
      output: [valueInfo('output', 1)],
      initializer: [
        tensor('coefficients', [columns, 1], model.coefficients),
        tensor('intercept', [1], [model.intercept]),
        ...tail.constants,
      ],
    },
    metadataProps: Object.keys(metadata)
      .sort()
      .map((key) => ({ key, value: metadata[key] })),
  });
  return onnx.ModelProto.encode(message).finish();
}
