import type { TSchema } from 'typebox';
import { isMap, isScalar, isSeq } from 'yaml';

/** The parts of a JSON schema that decide how a scalar is read. */
interface Shape {
  type?: unknown;
  items?: Shape;
  properties?: Record<string, Shape>;
  patternProperties?: Record<string, Shape>;
  additionalProperties?: Shape | boolean;
  anyOf?: Shape[];
}

/**
 * A YAML node as plain data. Where the schema takes text and no number, a number or a boolean keeps its
 * spelling, since 01004 read as a number is no INSEE code any more.
 */
export function plainValue(node: unknown, schema: TSchema): unknown {
  return plain(node, schema as Shape);
}

function plain(node: unknown, shape: Shape | undefined): unknown {
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map(({ key, value }) => {
        const name = keyText(key);
        return [name, plain(value, propertyShape(variant(shape, 'object'), name))];
      }),
    );
  }
  if (isSeq(node)) return node.items.map((item) => plain(item, variant(shape, 'array')?.items));
  if (!isScalar(node)) return node ?? null;

  const spelled = typeof node.value === 'number' || typeof node.value === 'boolean';
  if (spelled && node.source !== undefined && takes(shape, 'string') && !takes(shape, typeof node.value)) {
    return node.source;
  }
  return node.value;
}

/** A key as text, in the spelling of the file. */
export function keyText(key: unknown): string {
  return isScalar(key) ? (key.source ?? String(key.value)) : String(key);
}

/** Whether two keys of one map are the same once they are text (1 and "1"). */
export function sameKey(a: unknown, b: unknown): boolean {
  return keyText(a) === keyText(b);
}

function propertyShape(shape: Shape | undefined, name: string): Shape | undefined {
  if (!shape) return undefined;
  if (shape.properties && Object.hasOwn(shape.properties, name)) return shape.properties[name];
  for (const [pattern, value] of Object.entries(shape.patternProperties ?? {})) {
    if (new RegExp(pattern, 'u').test(name)) return value;
  }
  return typeof shape.additionalProperties === 'object' ? shape.additionalProperties : undefined;
}

/** The alternative of a schema that describes such a value. */
function variant(shape: Shape | undefined, type: string): Shape | undefined {
  return shape?.anyOf ? shape.anyOf.find((one) => one.type === type) : shape;
}

function takes(shape: Shape | undefined, type: string): boolean {
  if (!shape) return false;
  if (shape.anyOf) return shape.anyOf.some((one) => takes(one, type));
  return shape.type === type || (type === 'number' && shape.type === 'integer');
}
