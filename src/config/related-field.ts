import * as z from "zod";

const MOST_FIELDS = 10;

const fieldName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} '()/&.-]*$/u, "of letters, digits, blanks and ' ( ) / & . -");

const fields = {
  fields: z.array(fieldName).max(MOST_FIELDS).optional().meta({
    description:
      "Names of fields of the top comment that say what an incident is about. Where an earlier one has the same value, it is related. An empty list: no field counts.",
    takes: "list of names",
    example: "fields: [Hub, Hub URL, Service]",
  }),
};

/** The field `related`. */
export const relatedField = z
  .union([z.enum(["off"]), z.strictObject(fields)])
  .optional()
  .meta({
    description:
      "What of earlier incidents is not finished is told when a related one is declared; `off`: never. By which fields of the top comment they are compared, besides labels, titles and tickets.",
    takes: "`off`, or `fields`",
    example: "related: { fields: [Hub, Service] }",
  });
