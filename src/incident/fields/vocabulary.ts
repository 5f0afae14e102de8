import type { Vocabulary } from "./types.ts";

/**
 * The words of the twelve-step process, the aliases that teams use, and the old spelling 'Liason'.
 * The order is the order of the lines in Sitrep's own section.
 */
export const defaultVocabulary: Vocabulary = {
  status: { title: "Status", aliases: ["Incident status", "Current status", "Phase"] },
  severity: { title: "Severity", aliases: ["Incident severity", "Severity level", "Sev"] },
  commander: {
    title: "Incident Commander",
    aliases: ["Incident Responder", "Incident Lead", "Commander", "IC"],
  },
  liaison: {
    title: "External Liaison",
    aliases: [
      "External Liason",
      "Liaison",
      "Liason",
      "Communication Liaison",
      "Communication Liason",
      "Communications Liaison",
      "Communications Liason",
      "Communication Lead",
      "Communications Lead",
      "Comms Liaison",
      "Comms Lead",
    ],
  },
  experts: {
    title: "Subject Matter Experts",
    aliases: ["Subject Matter Expert", "Experts", "Expert", "SMEs", "SME"],
  },
  representative: {
    title: "Community Representative",
    aliases: ["Community Representatives", "Community Rep", "Community contact"],
  },
  ticket: {
    title: "Support ticket",
    aliases: [
      "Support tickets",
      "Support ticket ref",
      "Support ticket refs",
      "Support ticket reference",
      "Support ref",
      "Ticket",
      "Tickets",
      "Ticket ref",
      "Ticket link",
      "Freshdesk ticket",
      "Freshdesk tickets",
    ],
  },
  impactStarted: {
    title: "Impact started",
    aliases: [
      "Impact start",
      "Impact start time",
      "Impact started at",
      "Impact began",
      "Start of impact",
      "Incident start",
      "Incident started",
      "Started at",
    ],
  },
};
