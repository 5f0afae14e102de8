import { Kind, parse, print } from "graphql";
import type {
  DefinitionNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  TypeNode,
} from "graphql";
import { WANTED_TYPES } from "./schema-wanted.ts";

const BUILT_IN = new Set(["String", "Int", "Float", "Boolean", "ID"]);

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function bareInput(node: InputValueDefinitionNode): InputValueDefinitionNode {
  const { description: _prose, directives: _notes, ...rest } = node;
  return rest;
}

function bareField(node: FieldDefinitionNode): FieldDefinitionNode {
  const { description: _prose, directives: _notes, ...rest } = node;
  return { ...rest, arguments: (node.arguments ?? []).map(bareInput) };
}

type Definitions = ReadonlyMap<string, DefinitionNode>;

function isLeaf(definition: DefinitionNode | undefined): boolean {
  return (
    definition?.kind === Kind.SCALAR_TYPE_DEFINITION ||
    definition?.kind === Kind.ENUM_TYPE_DEFINITION
  );
}

function keptFields(name: string, fields: readonly FieldDefinitionNode[], all: Definitions) {
  const wanted = WANTED_TYPES[name] ?? "";
  const names = new Set(wanted.split(" "));
  const kept = fields.filter((field) => {
    const type = namedType(field.type);
    const known = BUILT_IN.has(type) || isLeaf(all.get(type)) || type in WANTED_TYPES;
    const asked = names.delete(field.name.value);
    if (asked && !known)
      throw new Error(`${name}.${field.name.value} needs ${type}, which is not wanted`);
    return asked || (wanted === "*" && known);
  });
  names.delete("*");
  if (names.size > 0) throw new Error(`GitHub's ${name} has no ${[...names].join(", ")}`);
  return kept.map(bareField);
}

function subsetOf(definition: DefinitionNode, all: Definitions): DefinitionNode {
  if (!("name" in definition) || !("directives" in definition))
    throw new Error(`A ${definition.kind} cannot be part of the subset`);
  const rest = { ...definition, directives: [] } as typeof definition & { description?: unknown };
  delete rest.description;
  if (rest.kind === Kind.OBJECT_TYPE_DEFINITION || rest.kind === Kind.INTERFACE_TYPE_DEFINITION) {
    const fields = keptFields(rest.name.value, rest.fields ?? [], all);
    const names = new Set(fields.map((field) => field.name.value));
    const interfaces = (rest.interfaces ?? []).filter(({ name }) =>
      WANTED_TYPES[name.value]?.split(" ").every((field) => names.has(field)),
    );
    return { ...rest, interfaces, fields };
  }
  if (rest.kind === Kind.UNION_TYPE_DEFINITION)
    return { ...rest, types: rest.types?.filter(({ name }) => name.value in WANTED_TYPES) ?? [] };
  if (rest.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
    return { ...rest, fields: rest.fields?.map(bareInput) ?? [] };
  if (rest.kind === Kind.ENUM_TYPE_DEFINITION)
    return { ...rest, values: rest.values?.map(({ kind, name }) => ({ kind, name })) ?? [] };
  return rest;
}

function typesUsedBy(definition: DefinitionNode): readonly string[] {
  if (!("fields" in definition) || definition.fields === undefined) return [];
  return definition.fields.flatMap((field) => [
    namedType(field.type),
    ...("arguments" in field ? (field.arguments ?? []) : []).map((argument) =>
      namedType(argument.type),
    ),
  ]);
}

/**
 * The part of GitHub's GraphQL schema (an SDL text) that `WANTED_TYPES` names, with the arguments of the kept fields and every
 * input, enum and scalar that they need, without descriptions and deprecations. Throws when GitHub's schema lacks something wanted.
 */
export function toSchemaSubset(sdl: string): string {
  const all = new Map<string, DefinitionNode>();
  for (const definition of parse(sdl, { noLocation: true }).definitions)
    if ("name" in definition && definition.name) all.set(definition.name.value, definition);
  const kept = new Map<string, DefinitionNode>();
  const queue = Object.keys(WANTED_TYPES);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (BUILT_IN.has(name) || kept.has(name)) continue;
    const definition = all.get(name);
    if (definition === undefined) throw new Error(`GitHub's schema has no type ${name}`);
    const subset = subsetOf(definition, all);
    kept.set(name, subset);
    queue.push(...typesUsedBy(subset));
  }
  const names = [...kept.keys()].toSorted();
  return `${names.map((name) => print(kept.get(name) as DefinitionNode)).join("\n\n")}\n`;
}
