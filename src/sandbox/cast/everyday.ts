/** An issue that has nothing to do with an incident. */
export interface EverydayIssue {
  readonly title: string;
  readonly body: string;
  readonly by: string;
  readonly labels: readonly string[];
  /** Minutes before the sandbox starts. */
  readonly minutesAgo: number;
  readonly comments: readonly { readonly by: string; readonly body: string }[];
  readonly isDone: boolean;
}

/** What else lies in the repository, so that it looks like one where people work. */
export const EVERYDAY: readonly EverydayIssue[] = [
  {
    title: "Say in the docs how a course adds its own packages",
    body:
      "Three courses asked this month. A short page would do:\n\n" +
      "1. where the file goes\n2. how long the build takes\n3. whom to ask when it fails\n",
    by: "sam-support",
    labels: ["documentation"],
    minutesAgo: 9 * 24 * 60,
    comments: [{ by: "cleo-hub", body: "Yes please. I can read a draft." }],
    isDone: true,
  },
  {
    title: "More memory for the spring course on the Delta hub",
    body:
      "The spring course starts on the 20th and loads a 3 GB data set per person.\n\n" +
      "| | now | wanted |\n| --- | --: | --: |\n| memory per person | 2 GB | 6 GB |\n| people at once | 40 | 60 |\n\n" +
      "- [x] check the budget with @pat-pm\n- [ ] try it with a test account\n- [ ] tell the instructors\n",
    by: "bo-sre",
    labels: ["enhancement", "hub: delta"],
    minutesAgo: 2 * 24 * 60,
    comments: [{ by: "pat-pm", body: "The budget is fine until June. 👍" }],
    isDone: false,
  },
];
