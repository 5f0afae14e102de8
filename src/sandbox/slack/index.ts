export {
  type EmbeddedSlack,
  type SlackCall,
  type SlackSetup,
  startEmbeddedSlack,
} from "./embedded-slack.ts";
export { SLACK_FAULTS, type SlackFault, type SlackFaults } from "./slack-faults.ts";
export type { ChannelSetup, SlackChannel, SlackMessage, SlackWorld } from "./world.ts";
