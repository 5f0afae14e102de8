import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** `default: return assertNever(x)`: the compiler shows that nothing gets there, and the function itself is its only other part. */
const isNever = (path) =>
  (path.isSwitchCase() && path.node.test === null && isCallOfNever(path.node.consequent)) ||
  (path.isFunctionDeclaration() && path.node.id?.name === "assertNever");

const isCallOfNever = ([statement, ...more]) =>
  more.length === 0 &&
  statement?.type === "ReturnStatement" &&
  statement.argument?.type === "CallExpression" &&
  statement.argument.callee.name === "assertNever";

/** The words of an error that is thrown: they are for the log. That it is thrown, and its kind, still count. */
const isWordsOfError = (path) =>
  (path.isStringLiteral() || path.isTemplateLiteral()) &&
  path.parentPath.isNewExpression() &&
  path.parentPath.parentPath.isThrowStatement();

/** What Stryker leaves out, since no test could see it (docs/quality.md); each with its reason. */
const unseen = {
  shouldIgnore(path) {
    if (isNever(path)) return "The compiler shows that nothing gets there.";
    if (isWordsOfError(path)) return "Words for the log.";
    return undefined;
  },
};

/** What Stryker loads (stryker.config.js): the ignorer `unseen`. */
export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, "unseen", unseen)];
