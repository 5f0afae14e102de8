import type { FormField, IssueTemplate } from "../../forms/template.ts";
import { flag, html, json, textarea } from "../html.ts";
import type { Html, Part } from "../html.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import type { PageModel } from "../page-model.ts";
import { icon } from "./icon.ts";
import { label } from "./label.ts";
import { placeOf } from "./place-of.ts";

function choice(href: string, name: string, about: string): Html {
  return html`<li>
    <a class="template" href="${href}"
      ><span><strong>${name}</strong><small>${about}</small></span
      ><span class="button button-small">Get started</span></a
    >
  </li>`;
}

const BLANK = "Anything else. It can become an incident later, by its label or by /incident.";

/** The choice between the repository's templates and a blank issue. */
export function renderChooser(templates: readonly IssueTemplate[]): Html {
  return html`<section class="new" aria-labelledby="new-title">
    <h1 id="new-title">New issue</h1>
    <ul class="templates">
      ${templates.map(({ file, name, about }) => choice(`/new/${file}`, name, about))}
      ${choice("/new/blank", "Blank issue", BLANK)}
    </ul>
  </section>`;
}

type Question = Exclude<FormField, { readonly type: "markdown" }>;

function input({ type, id, placeholder, options, required, value }: Question): Html {
  const name = `values.${id}`;
  const field = `field-${id}`;
  const must = flag("required", required);
  if (type === "textarea")
    return textarea(
      {
        id: field,
        name,
        rows: "5",
        placeholder: placeholder ?? "",
        ...(required && { required: "" }),
      },
      value,
    );
  if (type === "input")
    return html`<input
      id="${field}"
      name="${name}"
      value="${value}"
      placeholder="${placeholder}"
      autocomplete="off"
      ${must}
    />`;
  const rows = options.map(
    (option) => html`<option${flag("selected", option === value)}>${option}</option>`,
  );
  return html`<select id="${field}" name="${name}" ${must}>
    <option value="">None</option>
    ${rows}
  </select>`;
}

function question(field: FormField, model: PageModel): Html {
  if (field.type === "markdown")
    return html`<div class="markdown quiet">${renderMarkdown(field.text, placeOf(model))}</div>`;
  const star = field.required ? html` <span class="must" title="required">*</span>` : null;
  return html`<div class="field">
    <label for="field-${field.id}">${field.label}${star}</label>
    ${field.description === null ? null : html`<p class="quiet">${field.description}</p>`}${input(field)}
  </div>`;
}

function fields(template: IssueTemplate | null, model: PageModel): Part {
  if (template?.kind === "form") return template.fields.map((field) => question(field, model));
  const text = template?.body ?? "";
  return html`<div class="field">
    <label for="field-body">Description</label>
    ${textarea({ id: "field-body", name: "body", rows: "14", placeholder: "Markdown" }, text)}
  </div>`;
}

function toAct(template: IssueTemplate | null): string {
  if (template === null) return json({ kind: "open" });
  const kind = template.kind === "form" ? "open-form" : "open-template";
  return json({ kind, template: template.file });
}

/** A new issue to write: from a form, from a text template, or blank (null). */
export function renderWriter(template: IssueTemplate | null, model: PageModel): Html {
  const labels = template?.labels ?? [];
  return html`<section class="new" aria-labelledby="new-title">
    <h1 id="new-title">New issue${template !== null && `: ${template.name}`}</h1>
    <p class="quiet">
      Opened by
      <strong>${model.me.login}</strong
      >.${labels.length > 0 && html` Comes with ${labels.map((name) => label(name, model.labels))}`}
    </p>
    <form class="issue-form" data-act="${toAct(template)}" data-go>
      <div class="field">
        <label for="field-title">Title <span class="must" title="required">*</span></label>
        <input
          id="field-title"
          name="title"
          value="${template?.title ?? ""}"
          maxlength="256"
          required
          autocomplete="off"
        />
      </div>
      ${fields(template, model)}
      <div class="buttons">
        <a class="button" href="/new">Back</a
        ><button type="submit" class="button button-go">${icon("plus")} Create</button>
      </div>
    </form>
  </section>`;
}
