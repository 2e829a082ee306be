import type { FormatName } from '../../src/syntax/format';
import { holeUnit } from '../../src/syntax/tree';

/** A policy whose only binding has an expression, in some format. Written by hand here: nothing of the product writes it. */
export interface Written {
  readonly text: string;
  readonly format: FormatName;
  /** What the text says, where a format has something to add. */
  readonly expression?: string;
  /** The units of the expression at which its text goes on in another line. */
  readonly breaks: readonly number[];
  /** Set where the policy is the JSON that a string means: what a second reader makes of that string, as JSON. */
  readonly inner?: (data: string) => string;
}

export interface Dice {
  roll(percent: number): boolean;
}

interface Writer {
  /** Whether Terraform's expressions may stand in it, written for the units of `holeUnit`. */
  readonly takesHoles?: true;
  write(expression: string, dice: Dice): Written | undefined;
}

const hole = '${var.h}';

export const writers: Readonly<Record<string, Writer>> = {
  json: {
    write: (expression, dice) => ({ text: policy(jsonString(expression, dice)), format: 'json', breaks: [] }),
  },
  yamlPlain: { write: (expression, dice) => inYaml(folded(expression, dice, (unit) => unit)) },
  yamlSingle: {
    write: (expression, dice) =>
      inYaml(
        quotedBy(
          "'",
          folded(expression, dice, (unit) => (unit === "'" ? "''" : unit)),
        ),
      ),
  },
  yamlDouble: { write: (expression, dice) => inYaml(quotedBy('"', folded(expression, dice, doubleQuotedUnit, true))) },
  yamlLiteral: { write: (expression, dice) => inYaml(literal(expression, dice)) },
  yamlFolded: {
    write(expression, dice) {
      const lines = folded(expression, dice, (unit) => unit);
      return inYaml({ ...lines, text: `>-\n${yamlIndent}${lines.text}` });
    },
  },
  terraformQuoted: {
    takesHoles: true,
    write: (expression, dice) => inBlock(hclString(expression, dice), []),
  },
  heredoc: { takesHoles: true, write: (expression) => ofLines(expression, heredoc('<<', '', hclLines(expression))) },
  indentedHeredoc: {
    takesHoles: true,
    write: (expression) => ofLines(expression, heredoc('<<-', '      ', hclLines(expression))),
  },
  jsonencode: {
    takesHoles: true,
    write: (expression, dice) =>
      inPolicyData(
        `jsonencode({ bindings = [{ role = "roles/viewer", members = ["user:a@b.c"], condition = { expression = ${hclString(expression, dice)} } }] })`,
        undefined,
      ),
  },
  jsonInHeredoc: {
    takesHoles: true,
    write: (expression, dice) =>
      inPolicyData(heredoc('<<-', '    ', hclLines(policy(jsonString(expression, dice))).split('\n')), unescapedHoles),
  },
  jsonInString: {
    takesHoles: true,
    write: (expression, dice) => inPolicyData(hclString(policy(jsonString(expression, dice)), dice), unescapedHoles),
  },
  terraformJson: {
    takesHoles: true,
    write(expression, dice) {
      const resource = {
        google_project_iam_member: {
          x: { role: 'r', member: 'user:a@b.c', condition: { title: 't', expression: 'EXPRESSION' } },
        },
      };
      const text = JSON.stringify({ resource }, undefined, 2).replace('"EXPRESSION"', () =>
        jsonString(hclLines(expression), dice),
      );
      return { text, format: 'terraformJson', breaks: [] };
    },
  },
  jsonInTerraformJson: {
    takesHoles: true,
    write(expression, dice) {
      const data = jsonString(hclLines(policy(jsonString(expression, dice))), dice);
      const resource = { google_project_iam_policy: { x: { policy_data: 'DATA' } } };
      const text = JSON.stringify({ resource }).replace('"DATA"', () => data);
      return { text, format: 'terraformJson', breaks: [], inner: unescapedHoles };
    },
  },
};

function policy(expression: string): string {
  return `{
  "version": 3,
  "bindings": [
    { "role": "roles/viewer", "members": ["user:a@b.c"],
      "condition": { "title": "t", "expression": ${expression}, "description": "d" } }
  ]
}
`;
}

/** In JSON, units at random as escapes. */
function jsonString(text: string, dice: Dice): string {
  const unit = (one: string) =>
    one === holeUnit || !dice.roll(15) ? JSON.stringify(one).slice(1, -1) : hexEscape(one, '\\u', 4);
  // A half of a pair is no text by itself, and what is a template's mark stays one.
  return `"${[...text].map((one) => (/[${}%]/.test(one) ? one : [...units(one)].map(unit).join(''))).join('')}"`;
}

function units(character: string): readonly string[] {
  return character.length === 1 ? [character] : [character.charAt(0), character.charAt(1)];
}

function hexEscape(unit: string, mark: string, digits: number): string {
  return mark + (unit.codePointAt(0) ?? 0).toString(16).padStart(digits, '0');
}

interface Lines {
  readonly text: string;
  readonly breaks: readonly number[];
}

const yamlIndent = '      ';

function inYaml({ text, breaks }: Lines): Written {
  const written = `# policy
version: 3
bindings:
- members: [ user:a@b.c ]
  role: roles/viewer
  condition:
    title: t # of it
    expression: ${text}
    description: d
`;
  return { text: written, format: 'yaml', breaks };
}

/** Some of the blanks between words become line breaks; with `escapes` some lines are broken where nothing is, behind a backslash. */
function folded(expression: string, dice: Dice, write: (unit: string, dice: Dice) => string, escapes = false): Lines {
  const characters = [...expression];
  const breaks: number[] = [];
  let text = '';
  let at = 0;
  for (const [index, character] of characters.entries()) {
    const [before, after] = [characters[index - 1], characters[index + 1]];
    // A line feed is written as an escape there, and may stand beside a fold.
    const isWord = escapes ? /[^ ]/ : /\S/;
    const isBetweenWords = character === ' ' && isWord.test(before ?? ' ') && isWord.test(after ?? ' ');
    if (isBetweenWords && dice.roll(35)) {
      breaks.push(at);
      text += dice.roll(50) ? `\n${yamlIndent}` : `\n  ${yamlIndent}`;
    } else if (character === '\n' && isWord.test(before ?? ' ') && isWord.test(after ?? ' ') && dice.roll(35)) {
      breaks.push(at);
      text += `\n\n${yamlIndent}`;
    } else {
      // What is behind the backslash begins a line, whose blanks would be lost; the break is in no unit.
      if (escapes && index > 0 && /\S/.test(character) && dice.roll(8)) {
        text += `\\\n${yamlIndent}`;
        breaks.push(at, at - 1);
      }
      text += write(character, dice);
    }
    at += character.length;
  }
  return { text, breaks };
}

function quotedBy(mark: string, { text, breaks }: Lines): Lines {
  return { text: mark + text + mark, breaks };
}

function doubleQuotedUnit(character: string, dice: Dice): string {
  if (character === '"' || character === '\\') return dice.roll(70) ? `\\${character}` : hexEscape(character, '\\x', 2);
  if (character === '\n') return dice.roll(70) ? '\\n' : '\\x0a';
  if (character === ' ' && dice.roll(15)) return '\\ ';
  if (!dice.roll(15)) return character;
  return hexEscape(character, '\\U', 8);
}

function literal(expression: string, dice: Dice): Lines {
  const lines = expression.split('\n').map((line) => (line === '' ? '' : yamlIndent + line));
  return { text: `${dice.roll(50) ? '|-' : '|2-'}\n${lines.join('\n')}`, breaks: breaksOf(expression) };
}

function breaksOf(text: string): readonly number[] {
  return [...text.matchAll(/\n/g)].map(({ index }) => index);
}

function inBlock(expression: string, breaks: readonly number[]): Written {
  const text = `# a grant
resource "google_project_iam_member" "x" {
  role   = "roles/viewer"
  member = "user:a@b.c"
  condition {
    title      = "t" # of it
    expression = ${expression}
  }
}

locals { y = 1 }
`;
  return { text, format: 'terraform', breaks };
}

/** What a heredoc holds ends with a line feed. */
function ofLines(expression: string, text: string): Written {
  return { ...inBlock(text, breaksOf(`${expression}\n`)), expression: `${expression}\n` };
}

function inPolicyData(data: string, inner: Written['inner']): Written {
  const text = `resource "google_project_iam_policy" "x" {
  # all of it
  policy_data = ${data}
}
`;
  return { text, format: 'terraform', breaks: [], ...(inner ? { inner } : {}) };
}

/** What Terraform reads as the text, in a heredoc. */
function hclLines(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&').replaceAll(holeUnit, hole);
}

function hclString(text: string, dice: Dice): string {
  const unit = (character: string) => {
    if (character === holeUnit) return hole;
    if (character === '\n') return '\\n';
    if (character === '"' || character === '\\') return dice.roll(80) ? `\\${character}` : hexEscape(character, '\\u', 4);
    if (/[${}%]/.test(character) || !dice.roll(10)) return character;
    return character.length > 1 ? hexEscape(character, '\\U', 8) : hexEscape(character, '\\u', 4);
  };
  return `"${[...text.replace(/[$%](?=\{)/g, '$&$&')].map(unit).join('')}"`;
}

function heredoc(mark: string, indentation: string, text: string | readonly string[]): string {
  const lines = typeof text === 'string' ? text.split('\n') : text;
  return [`${mark}END`, ...lines.map((line) => (line === '' ? '' : indentation + line)), 'END'].join('\n');
}

/** The second readers leave `$${` as it is written, and what stands in a hole is a text without quotes. */
function unescapedHoles(data: string): string {
  return data.replace(/([$%])\1(?=\{)/g, '$1');
}
