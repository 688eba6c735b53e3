import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { lifterInWords } from '../lib/api/problem.js';
import { da } from './da.js';
import { history } from './history.js';
import { returned } from './returned.js';
import { word } from './word.js';

/** What the code says of refusals: their codes, who lifts them, and where it says so in a way that is not read here. */
interface Said {
  readonly codes: Set<string>;
  readonly lifters: Set<string>;
  readonly unread: Set<string>;
}

const REFUSING = ['refused', 'ProblemError', 'problemOf'];
const RIGHTS = ['no', 'onlyFor'];

/** Reads every refusal that the folders of the product can give out of their source. */
function refusalsIn(folders: readonly string[]): Said {
  const said: Said = { codes: new Set(), lifters: new Set(), unread: new Set() };
  const files = folders
    .flatMap((folder) => ts.sys.readDirectory(folder, ['.ts']))
    .filter((file) => !file.endsWith('.spec.ts'));
  for (const file of files) {
    const source = ts.createSourceFile(file, ts.sys.readFile(file) ?? '', ts.ScriptTarget.ES2022, true);
    const constants = constantsOf(source);
    const note = (into: Set<string>, value: ts.Expression | undefined): void => {
      const texts = value === undefined ? [] : textsOf(value, constants);
      if (texts.length === 0) said.unread.add(`${file}: ${value?.getText(source) ?? ''}`);
      for (const text of texts) into.add(text);
    };
    visit(source, (node) => {
      if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
        const name = node.expression.getText(source);
        if (REFUSING.includes(name)) note(said.codes, node.arguments?.[0]);
        if (RIGHTS.includes(name)) note(said.lifters, node.arguments?.[1]);
      }
      if (!ts.isPropertyAssignment(node)) return;
      const name = node.name.getText(source);
      if (name === 'liftedBy' && !isType(node.initializer)) note(said.lifters, node.initializer);
      if (name === 'code' && saysRule(node.parent)) note(said.codes, node.initializer);
    });
  }
  return said;
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** A refusal written out has its rule beside its code; a unit has only a code. */
const saysRule = (object: ts.ObjectLiteralExpression): boolean =>
  object.properties.some((property) => property.name?.getText() === 'rule');

/** A field of a contract: what kind of value it is, and not the value. */
const isType = (value: ts.Expression): boolean => value.getText().startsWith('z.');

/** The texts that constants of a file hold, also as the values of an object. */
function constantsOf(source: ts.SourceFile): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  visit(source, (node) => {
    if (!ts.isVariableDeclaration(node) || !node.initializer || !ts.isIdentifier(node.name)) return;
    const value = node.initializer;
    if (ts.isStringLiteral(value)) found.set(node.name.text, [value.text]);
    if (!ts.isObjectLiteralExpression(value)) return;
    const texts = value.properties.flatMap((property) =>
      ts.isPropertyAssignment(property) && ts.isStringLiteral(property.initializer)
        ? [property.initializer.text]
        : [],
    );
    found.set(node.name.text, texts);
  });
  return found;
}

/** The texts an expression may be: itself, a constant, or the values of a constant object that it picks from. */
function textsOf(value: ts.Expression, constants: ReadonlyMap<string, readonly string[]>): readonly string[] {
  if (ts.isStringLiteralLike(value)) return [value.text];
  if (ts.isConditionalExpression(value))
    return [...textsOf(value.whenTrue, constants), ...textsOf(value.whenFalse, constants)];
  const picked = /\b([A-Z][A-Z_]+)\b/.exec(value.getText())?.[1];
  return picked === undefined ? [] : (constants.get(picked) ?? []);
}

const said = refusalsIn(['libs/domain', 'libs/features', 'libs/platform', 'libs/rendering', 'apps/api']);

describe('a refusal of the product', () => {
  const words = [
    da.problems.byCode,
    da.sending.findings,
    returned.problems,
    word.problems,
    history.refused,
  ].flatMap((texts) => Object.keys(texts));

  it('has words in Danish, whichever it is', () => {
    expect(said.codes.size).toBeGreaterThan(150);
    expect([...said.codes].filter((code) => !words.includes(code)).sort()).toEqual([]);
  });

  it('names whoever can lift it in Danish, if anybody can', () => {
    expect(said.lifters.size).toBeGreaterThan(20);
    const anybody = [...said.lifters].filter((who) => who !== 'nobody');
    expect(anybody.filter((who) => lifterInWords(who) === null).sort()).toEqual([]);
  });

  /** Each hands on a refusal that is written out elsewhere. */
  it('is written out where it is given, but for those that are handed on', () => {
    expect([...said.unread].sort()).toEqual([
      'libs/domain/meeting/edits.ts: `meeting-${state}`',
      'libs/domain/meeting/edits.ts: code',
      'libs/domain/rights/may.ts: who',
      'libs/features/indstillinger/submission.ts: code',
      'libs/platform/http/problem-error.ts: code',
      'libs/rendering/read/index.ts: code',
    ]);
  });
});
