// Makes a piece of the page look like its newer version, touching only what differs: what is being typed, what has the focus,
// what is unfolded and how far it is scrolled stay as they are.

/** Whether one node can become the other, or must make room for it. */
function isSame(one, other) {
  if (one.nodeType !== other.nodeType || one.nodeName !== other.nodeName) return false;
  return keyOf(one) === keyOf(other);
}

const keyOf = (node) =>
  node.nodeType === Node.ELEMENT_NODE ? node.dataset.key || node.id || "" : "";

/** Unfolded or not, and how tall a field is, is the reader's business. */
const isOwn = (element, name) =>
  (name === "open" && element.nodeName === "DETAILS") || name === "style";

function takeAttributes(element, wanted) {
  for (const name of element.getAttributeNames())
    if (!wanted.hasAttribute(name) && !isOwn(element, name)) element.removeAttribute(name);
  for (const { name, value } of wanted.attributes)
    if (element.getAttribute(name) !== value && !isOwn(element, name))
      element.setAttribute(name, value);
  if (element.matches("input[type=checkbox], input[type=radio]")) {
    if (element.checked !== wanted.hasAttribute("checked"))
      element.checked = wanted.hasAttribute("checked");
  }
}

/** The next sibling that can become the wanted node; those with keys are found wherever they stand. */
function findSame(start, wanted) {
  for (let node = start; node !== null; node = node.nextSibling) {
    if (isSame(node, wanted)) return node;
    if (keyOf(wanted) === "" && keyOf(node) !== "") return null;
  }
  return null;
}

function takeChildren(parent, wantedParent) {
  let next = parent.firstChild;
  for (const wanted of wantedParent.childNodes) {
    const found = next === null ? null : findSame(next, wanted);
    if (found === null) {
      parent.insertBefore(document.importNode(wanted, true), next);
      continue;
    }
    if (found === next) next = next.nextSibling;
    else if (keyOf(wanted) === "") {
      while (next !== found) next = removeAndStep(next);
      next = found.nextSibling;
    } else parent.insertBefore(found, next);
    morph(found, wanted);
  }
  while (next !== null) next = removeAndStep(next);
}

function removeAndStep(node) {
  const after = node.nextSibling;
  node.remove();
  return after;
}

/** Makes `node` look like `wanted`. What has `data-keep` belongs to the page's script and stays. */
export function morph(node, wanted) {
  if (node.isEqualNode(wanted) && !node.querySelector?.("input")) return;
  if (node.nodeType !== Node.ELEMENT_NODE) {
    if (node.nodeValue !== wanted.nodeValue) node.nodeValue = wanted.nodeValue;
    return;
  }
  if (node.hasAttribute("data-keep")) return;
  takeAttributes(node, wanted);
  takeChildren(node, wanted);
}
