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

/** How far is looked ahead for a piece that only moved. */
const AHEAD = 20;

/** The first of the next few siblings, this one included, that holds. */
function findNear(node, holds) {
  for (let near = node, left = AHEAD; near !== null && left > 0; near = near.nextSibling, left--)
    if (holds(near)) return near;
  return null;
}

/** Whether an element of the page is what one of the next few wanted siblings asks for. */
const isNeeded = (node, wanted) =>
  node.nodeType === Node.ELEMENT_NODE &&
  findNear(wanted.nextSibling, (later) => later.isEqualNode(node)) !== null;

/** The node that becomes the wanted one: that with its key, or its very like a little further on, or the next; or none. */
function findSame(next, wanted) {
  if (next === null) return null;
  if (keyOf(wanted) !== "") {
    for (let node = next; node !== null; node = node.nextSibling)
      if (isSame(node, wanted)) return node;
    return null;
  }
  if (wanted.nodeType !== Node.ELEMENT_NODE) return isSame(next, wanted) ? next : null;
  const like = findNear(next, (node) => node.isEqualNode(wanted) || isNeeded(node, wanted));
  if (like?.isEqualNode(wanted)) return like;
  return isSame(next, wanted) && like !== next ? next : null;
}

function takeChildren(parent, wantedParent) {
  let next = parent.firstChild;
  for (const wanted of wantedParent.childNodes) {
    const found = findSame(next, wanted);
    if (found === null) {
      parent.insertBefore(document.importNode(wanted, true), next);
      continue;
    }
    if (keyOf(wanted) === "") while (next !== found) next = removeAndStep(next);
    if (found === next) next = next.nextSibling;
    else parent.insertBefore(found, next);
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
