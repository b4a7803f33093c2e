// The two rules that no linter brings along: our import walls, and a domain without a clock.
import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wallAgainst } from './walls.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const walls = {
  create(context) {
    const path = relative(root, context.filename).replaceAll(sep, '/');
    function look(node, source, typeOnly) {
      if (typeof source?.value !== 'string') return;
      const wall = wallAgainst(path, source.value, typeOnly);
      if (wall !== null) context.report({ node: source, message: `${wall.says} (wall: ${wall.name})` });
    }
    return {
      ImportDeclaration: (node) => look(node, node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => look(node, node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => look(node, node.source, node.exportKind === 'type'),
      ImportExpression: (node) => look(node, node.source, false),
    };
  },
};

const noClock = {
  create(context) {
    function look(node) {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return;
      if (node.type === 'CallExpression' || node.arguments.length === 0)
        context.report({ node, message: 'domain has no clock: take `now` from the decision context.' });
    }
    return { NewExpression: look, CallExpression: look };
  },
};

/** @public The linter loads a plugin by its default export. */
export default { meta: { name: 'shortlist' }, rules: { walls, 'no-clock': noClock } };
