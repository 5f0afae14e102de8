/** A report in which nothing is missing. */
export const FINISHED = `---
title: "Logins fail on two hubs"
date: 2026-05-04
---

## Overview

| | |
| --- | --- |
| **Incident** | [acme/hubs#12](https://github.com/acme/hubs/issues/12) |
| **Impact started** | 2026-05-04 08:47 UTC |
| **Impact ended** | 2026-05-04 11:00 UTC |
| **Duration** | 2 h 13 min |

Forty people of two communities could not log in.

## What Happened

The certificate of the login service ended at 08:47 UTC. Nothing watches its end.

## Resolution

A new certificate was put in place, and the hubs were restarted.

## Where We Got Lucky

The workshop began a day later.

## What Went Well

- The first answer in the ticket came after five minutes.

## What Didn't Go So Well

- The certificate's owner stood nowhere.

## Action Items

- Watch the end of certificates (#14)
- [x] Write down who owns which certificate

## Timeline

### 2026-05-04

| Time | Event |
| --- | --- |
| 08:47 UTC (10:47 Berlin) | The certificate ended |
| 09:02 UTC (11:02 Berlin) | The incident was declared |
| 11:00 UTC (13:00 Berlin) | Logins worked again |
`;

/** The finished report with one part of it replaced; throws where that part is not there. */
export function finishedBut(part: string, by: string): string {
  if (!FINISHED.includes(part)) throw new Error(`the report has no ${part}`);
  return FINISHED.replace(part, () => by);
}
