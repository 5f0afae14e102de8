/** One question of an issue form. */
export type FormField =
  | { readonly type: "markdown"; readonly text: string }
  | {
      readonly type: "input" | "textarea" | "dropdown";
      readonly id: string;
      readonly label: string;
      readonly description: string | null;
      readonly placeholder: string | null;
      /** What it is filled with at first. */
      readonly value: string;
      /** Of a dropdown; empty otherwise. */
      readonly options: readonly string[];
      readonly required: boolean;
      /** The language that a textarea's answer is fenced as, if it is. */
      readonly render: string | null;
    };

interface Common {
  /** The file's name, which is its name in addresses. */
  readonly file: string;
  readonly name: string;
  readonly about: string;
  /** What the title begins with. */
  readonly title: string;
  readonly labels: readonly string[];
}

/** An issue template of a repository: a form of questions, or a text to fill in. */
export type IssueTemplate =
  | (Common & { readonly kind: "form"; readonly fields: readonly FormField[] })
  | (Common & { readonly kind: "text"; readonly body: string });
