import * as z from "zod";

const canned = (name: string, what: string): z.ZodType<number | undefined> =>
  z
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .meta({
      description: `The number of the canned response with which ${what} begins. It stands at the end of its address in Freshdesk.`,
      takes: "whole number",
      fallback: "Sitrep's own words",
      example: `${name}: 48000012345`,
    });

const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i, "a host's name, such as grafana.example.org");

/** The field `ticket`. */
export const ticketField = z
  .strictObject({
    approval: z.enum(["role", "always", "never"]).optional().meta({
      description:
        "Whose word lets a text go out to the community. `role`: the liaison's and the commander's own goes out, that of others waits for `/approve` by one of them. `always`: each text waits, and where the Incident Report is published only agents are told. `never`: none does. What the check of the text has doubts about waits in any case.",
      example: "approval: always",
    }),
    onReply: z.enum(["pending", "none"]).optional().meta({
      description:
        "The status of a ticket after the first response and after an update; `none` leaves it as it is.",
      example: "onReply: none",
    }),
    onResolve: z.enum(["resolved", "pending", "none"]).optional().meta({
      description:
        "The status of a ticket after the community was told that it is over. Resolved sends Freshdesk's satisfaction survey, where that is switched on.",
      example: "onResolve: pending",
    }),
    onClose: z.enum(["closed", "none"]).optional().meta({
      description: "The status of a ticket when the incident is closed as completed.",
      example: "onClose: none",
    }),
    internalHosts: z.array(host).max(50).optional().meta({
      description:
        "Hosts that only the team reaches, their subdomains too. Addresses there are taken out of what goes to the community, as those of this machine, of Slack and of the issue's own repository are.",
      example: "internalHosts: [grafana.example.org]",
    }),
    canned: z
      .strictObject({
        "first-response": canned("first-response", "the first response"),
        update: canned("update", "an update"),
        resolved: canned("resolved", "the resolution"),
        published: canned("published", "the message that the Incident Report is published"),
      })
      .optional()
      .meta({
        description:
          "Canned responses of Freshdesk to be used in the place of Sitrep's own words. What a person wrote, or the report's link, comes below.",
        takes: "`first-response`, `update`, `resolved` and `published`",
        example: "canned: { first-response: 48000012345, resolved: 48000012346 }",
      }),
  })
  .optional()
  .meta({
    description: "How the support tickets of an incident are written to.",
    takes: "a group of fields",
    example: "ticket: { approval: role, onResolve: pending }",
  });
