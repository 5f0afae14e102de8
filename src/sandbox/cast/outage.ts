/** The incident that the sandbox opens on, before anybody has called it one. */
export const OUTAGE = {
  title: "Coastal Lab hub: nobody can start a server",
  body: `### Summary

Since this morning's class nobody can start a server on the Coastal Lab hub. The page stays at *Your server is starting up* and gives up after ten minutes:

\`\`\`
Spawn failed: Timeout: database is locked, giving up after 600 seconds
\`\`\`

> The first student told me at 09:05. At 09:20 it was everybody. Whoever was logged in before can still work.

### Impact on users

140 people of a workshop cannot begin. It runs until 17:00, so **today matters more than usual**.

### Important information

- Hub URL: https://coastal-lab.hubs.example.org
- Support ticket ref: {{ INSERT SUPPORT REF HERE }}

### Tasks and updates

- [x] Tell the community that we are on it
- [ ] Discuss and address the incident, leaving comments below
- [ ] Incident is over, and the community agrees
- [ ] After-action report is written
- [ ] Every action item has an issue

<details>
<summary>After-action report template</summary>

\`\`\`markdown
# After-action report

- Incident Commander: {{ who led }}
- Duration: {{ hh:mm }}

## What happened

## Where we got lucky

## Action items
\`\`\`

</details>
`,
  /** Where the steward fills in the ticket's address. */
  ticketPlace: "{{ INSERT SUPPORT REF HERE }}",
  answer:
    "Thank you Cleo, I answered in the ticket and told the instructors to keep their open servers open. " +
    "I see the timeouts on our side too. Who can take this?",
} as const;
