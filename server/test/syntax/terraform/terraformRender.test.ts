import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { terraformFormat } from '../../../src/syntax/terraform/format';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import type { SyntaxNode } from '../../../src/syntax/tree';
import { copyOf, expression, type TreeEdit } from '../../../src/syntax/treeEdit';
import { applyEdits } from '../../../src/text/edit';
import { entryAt, mappingAt, nodeAt, sequenceAt } from '../treePath';
import { edited, lines } from './terraformEditing';

before(prepareTerraform);

function gives(from: string, pick: (node: SyntaxNode) => readonly TreeEdit[], to: string | undefined): void {
  assert.equal(edited(lines(from), pick), to === undefined ? undefined : lines(to));
}

const accessLevel = `
  resource "google_access_context_manager_access_level" "korea" {
    parent = "accessPolicies/123"
    name   = "accessPolicies/123/accessLevels/korea"
    title  = "한국"

    basic {
      conditions {
        regions = ["KR"] # 국내만
      }
    }
  }
`;

describe('an access level in Terraform', () => {
  it('gets an OR and a second condition', () => {
    gives(
      accessLevel,
      (root) => [
        { kind: 'set', in: mappingAt(root, 'basic', 0), key: 'combining_function', to: 'OR' },
        {
          kind: 'insert',
          into: sequenceAt(root, 'basic', 0, 'conditions'),
          at: 1,
          values: [{ members: ['user:emergency@example.com'] }],
        },
      ],
      `
      resource "google_access_context_manager_access_level" "korea" {
        parent = "accessPolicies/123"
        name   = "accessPolicies/123/accessLevels/korea"
        title  = "한국"

        basic {
          combining_function = "OR"

          conditions {
            regions = ["KR"] # 국내만
          }

          conditions {
            members = ["user:emergency@example.com"]
          }
        }
      }
      `,
    );
  });

  it('gets them without empty lines where its author uses none', () => {
    gives(
      `
      resource "google_access_context_manager_access_level" "korea" {
        title = "Korea"
        basic {
          conditions {
            regions = ["KR"]
          }
        }
      }
      `,
      (root) => [
        { kind: 'set', in: mappingAt(root, 'basic', 0), key: 'combining_function', to: 'OR' },
        {
          kind: 'insert',
          into: sequenceAt(root, 'basic', 0, 'conditions'),
          at: 1,
          values: [{ members: ['user:a@example.com'] }],
        },
      ],
      `
      resource "google_access_context_manager_access_level" "korea" {
        title = "Korea"
        basic {
          combining_function = "OR"
          conditions {
            regions = ["KR"]
          }
          conditions {
            members = ["user:a@example.com"]
          }
        }
      }
      `,
    );
  });

  it('has two conditions merged into one', () => {
    gives(
      `
      resource "google_access_context_manager_access_level" "two" {
        title = "Two"

        basic {
          # Both of them.
          conditions {
            regions = ["KR"]
          }

          conditions {
            members = ["user:a@example.com"]
          }
        }
      }
      `,
      (root) => [
        { kind: 'remove', from: sequenceAt(root, 'basic', 0, 'conditions'), item: nodeAt(root, 'basic', 0, 'conditions', 0) },
        { kind: 'remove', from: sequenceAt(root, 'basic', 0, 'conditions'), item: nodeAt(root, 'basic', 0, 'conditions', 1) },
        {
          kind: 'insert',
          into: sequenceAt(root, 'basic', 0, 'conditions'),
          at: 0,
          values: [
            {
              regions: copyOf(nodeAt(root, 'basic', 0, 'conditions', 0, 'regions')),
              members: copyOf(nodeAt(root, 'basic', 0, 'conditions', 1, 'members')),
              device_policy: { require_screen_lock: true },
            },
          ],
        },
      ],
      `
      resource "google_access_context_manager_access_level" "two" {
        title = "Two"

        basic {
          # Both of them.
          conditions {
            regions = ["KR"]
            members = ["user:a@example.com"]

            device_policy {
              require_screen_lock = true
            }
          }
        }
      }
      `,
    );
  });

  it('has a condition on one line spread when more comes in', () => {
    gives(
      `
      resource "x" "y" {
        basic {
          conditions { regions = ["KR"] }
        }
      }
      `,
      (root) => [
        { kind: 'set', in: mappingAt(root, 'basic', 0, 'conditions', 0), key: 'negate', to: true },
        { kind: 'insert', into: sequenceAt(root, 'basic', 0, 'conditions'), at: 1, values: [{ regions: ['US'] }] },
      ],
      `
      resource "x" "y" {
        basic {
          conditions {
            regions = ["KR"]
            negate  = true
          }
          conditions { regions = ["US"] }
        }
      }
      `,
    );
  });
});

describe('members in Terraform', () => {
  it('give their place to several, on one line', () => {
    gives(
      `
      resource "google_project_iam_binding" "app" {
        members = ["group:ops@example.com", "user:a@example.com"] # who
      }
      `,
      (root) => [
        { kind: 'remove', from: sequenceAt(root, 'members'), item: nodeAt(root, 'members', 0) },
        {
          kind: 'insert',
          into: sequenceAt(root, 'members'),
          at: 0,
          values: ['user:b@x.com', 'user:c@x.com', expression('var.d')],
        },
      ],
      `
      resource "google_project_iam_binding" "app" {
        members = ["user:b@x.com", "user:c@x.com", var.d, "user:a@example.com"] # who
      }
      `,
    );
  });

  it('give their place to several, on lines of their own', () => {
    gives(
      `
      resource "google_project_iam_binding" "app" {
        role = "roles/viewer"
        members = toset([
          # People.
          "user:a@example.com",
          "group:ops@example.com", # everybody
          # Robots.
          "serviceAccount:\${google_service_account.app.email}"
        ])
      }
      `,
      (root) => [
        { kind: 'remove', from: sequenceAt(root, 'members'), item: nodeAt(root, 'members', 1) },
        { kind: 'insert', into: sequenceAt(root, 'members'), at: 1, values: ['user:b@example.com', 'user:c@example.com'] },
        { kind: 'insert', into: sequenceAt(root, 'members'), at: 3, values: ['user:last@example.com'] },
      ],
      `
      resource "google_project_iam_binding" "app" {
        role = "roles/viewer"
        members = toset([
          # People.
          "user:a@example.com",
          "user:b@example.com",
          "user:c@example.com",
          # Robots.
          "serviceAccount:\${google_service_account.app.email}",
          "user:last@example.com"
        ])
      }
      `,
    );
  });

  it('leave an empty list behind', () => {
    const removeAll = (root: SyntaxNode): readonly TreeEdit[] => {
      const members = sequenceAt(root, 'members');
      return members.items.map((item) => ({ kind: 'remove', from: members, item }));
    };
    gives('x "y" {\n  members = ["user:a@example.com", "user:b@example.com"]\n}', removeAll, 'x "y" {\n  members = []\n}');
    gives('x "y" {\n  members = [\n    "user:a@example.com",\n  ]\n}', removeAll, 'x "y" {\n  members = []\n}');
    gives(
      'x "y" {\n  members = [\n    # why\n    "user:a@example.com", # gone\n  ]\n}',
      removeAll,
      'x "y" {\n  members = [\n    # why\n  ]\n}',
    );
  });

  it('end as before when the last one goes or comes', () => {
    const removeLast = (root: SyntaxNode): readonly TreeEdit[] => {
      const members = sequenceAt(root, 'members');
      return [{ kind: 'remove', from: members, item: nodeAt(members, members.items.length - 1) }];
    };
    const list = (...items: readonly string[]) =>
      `x "y" {\n  members = [\n${items.map((item) => `    ${item}\n`).join('')}  ]\n}`;
    gives(list('"a",', '"b" # gone'), removeLast, list('"a"'));
    gives(list('"a",', '"b", # gone'), removeLast, list('"a",'));
    gives('x "y" {\n  members = ["a", "b", ]\n}', removeLast, 'x "y" {\n  members = ["a", ]\n}');
    const append = (root: SyntaxNode): readonly TreeEdit[] => [
      { kind: 'insert', into: sequenceAt(root, 'members'), at: 1, values: ['b'] },
    ];
    gives(list('"a" # stays'), append, list('"a", # stays', '"b"'));
    gives(list('"a", # stays', '# below'), append, list('"a", # stays', '"b",', '# below'));
  });

  it('are spread over lines when they get too long for one', () => {
    gives(
      `
      resource "google_project_iam_binding" "app" {
        members = ["user:emergency-access@example.com", "user:somebody@example.com"]
      }
      `,
      (root) => [
        { kind: 'insert', into: sequenceAt(root, 'members'), at: 1, values: ['user:else@example.com', 'user:more@example.com'] },
      ],
      `
      resource "google_project_iam_binding" "app" {
        members = [
          "user:emergency-access@example.com",
          "user:else@example.com",
          "user:more@example.com",
          "user:somebody@example.com",
        ]
      }
      `,
    );
  });
});

describe('equal signs in Terraform', () => {
  const runs = `
    resource "a" "b" {
      a    = 1 # one
      name = "x"

      # another run
      zz = 3
      list = [
        1,
      ]
      last  = 4
      h     = <<EOT
    text
    EOT
      count = 1
    }
  `;

  it('move along with a longer new key', () => {
    gives(
      runs,
      (root) => [{ kind: 'set', in: mappingAt(root), key: 'combining_function', to: 'OR' }],
      runs
        .replace('count = 1\n', 'count              = 1\n      combining_function = "OR"\n')
        .replace('last  =', 'last               =')
        .replace('h     =', 'h                  ='),
    );
  });

  it('move along with renamed keys, also around a heredoc', () => {
    gives(
      runs,
      (root) => [
        { kind: 'rename', entry: entryAt(root, 'a'), to: 'description' },
        { kind: 'rename', entry: entryAt(root, 'last'), to: 'la' },
      ],
      runs.replace('a    = 1', 'description = 1').replace('name =', 'name        =').replace('last  = 4', 'la    = 4'),
    );
  });

  it('move back when the longest key goes', () => {
    gives(
      runs,
      (root) => [{ kind: 'remove', from: mappingAt(root), entry: entryAt(root, 'name') }],
      runs.replace('a    = 1', 'a = 1').replace('      name = "x"\n', ''),
    );
  });

  it('part where a value grows over several lines, and meet where it shrinks to one', () => {
    gives(
      runs,
      (root) => [
        { kind: 'set', in: mappingAt(root), key: 'a', to: { x: 1, longer: [1, 2], none: {} } },
        { kind: 'set', in: mappingAt(root), key: 'list', to: [1] },
      ],
      runs
        .replace('a    = 1', 'a = {\n        x      = 1\n        longer = [1, 2]\n        none   = {}\n      }')
        .replace('zz = 3', 'zz    = 3')
        .replace('list = [\n        1,\n      ]', 'list  = [1]'),
    );
  });

  it('stay where the author has not aligned them', () => {
    gives(
      `
      a "b" {
        a = 1
        name = "x"

        other = 2
      }
      `,
      (root) => [{ kind: 'set', in: mappingAt(root), key: 'combining_function', to: 'OR' }],
      `
      a "b" {
        a = 1
        name = "x"

        other = 2
        combining_function = "OR"
      }
      `,
    );
    gives(
      `
      a "b" {
        a         = 1
        name      = "x"
      }
      `,
      (root) => [{ kind: 'set', in: mappingAt(root), key: 'title', to: 'OR' }],
      `
      a "b" {
        a         = 1
        name      = "x"
        title     = "OR"
      }
      `,
    );
  });

  it('count letters, not code units', () => {
    gives(
      `
      a "b" {
        x = {
          "국가" = 1
          "a" = 2
        }
      }
      `.replace('"a" =', '"a"  ='),
      (root) => [{ kind: 'rename', entry: entryAt(root, 'x', 'a'), to: '👩‍💻👩‍💻' }],
      `
      a "b" {
        x = {
          "국가" = 1
          "👩‍💻👩‍💻" = 2
        }
      }
      `,
    );
  });
});

describe('nested blocks in Terraform', () => {
  const level = `
    resource "a" "b" {
      title = "x"

      basic {
        # first
        conditions {
          regions = ["KR"]
        } # end

        # second
        conditions {
          negate = true
        }

        last = true
      }
    }
  `;
  const conditions = (root: SyntaxNode) => sequenceAt(root, 'basic', 0, 'conditions');

  it('come before one, above its comment', () => {
    gives(
      level,
      (root) => [{ kind: 'insert', into: conditions(root), at: 1, values: [{ a: 1 }, { b: 2 }] }],
      level.replace(
        '        # second\n',
        '        conditions {\n          a = 1\n        }\n\n        conditions {\n          b = 2\n        }\n\n        # second\n',
      ),
    );
  });

  it('come behind the last one', () => {
    gives(
      level,
      (root) => [{ kind: 'insert', into: conditions(root), at: 2, values: [{ a: 1 }] }],
      level.replace('        last', '        conditions {\n          a = 1\n        }\n\n        last'),
    );
  });

  it('go with the empty line around them', () => {
    gives(
      level,
      (root) => [{ kind: 'remove', from: conditions(root), item: nodeAt(conditions(root), 1) }],
      level.replace('        conditions {\n          negate = true\n        }\n', ''),
    );
    gives(
      level,
      (root) => [
        { kind: 'remove', from: mappingAt(root), entry: entryAt(root, 'title') },
        { kind: 'remove', from: mappingAt(root, 'basic', 0), entry: entryAt(root, 'basic', 0, 'last') },
      ],
      level.replace('      title = "x"\n\n', '').replace('\n        last = true\n', ''),
    );
  });

  it('take new bodies, from copies too', () => {
    gives(
      level,
      (root) => [
        { kind: 'replace', node: nodeAt(conditions(root), 0), by: { members: ['user:a@example.com'] } },
        { kind: 'set', in: mappingAt(root), key: 'custom', to: copyOf(nodeAt(conditions(root), 1)) },
      ],
      level
        .replace('regions = ["KR"]', 'members = ["user:a@example.com"]')
        .replace('      }\n    }\n', '      }\n\n      custom {\n        negate = true\n      }\n    }\n'),
    );
  });

  it('stand under another name when copied or renamed', () => {
    gives(
      level,
      (root) => [{ kind: 'set', in: mappingAt(root), key: 'others', to: copyOf(conditions(root)) }],
      level.replace(
        '      }\n    }\n',
        '      }\n\n      others {\n        regions = ["KR"]\n      }\n\n      others {\n        negate = true\n      }\n    }\n',
      ),
    );
    gives(
      level,
      (root) => [{ kind: 'rename', entry: entryAt(root, 'basic', 0, 'conditions'), to: 'rules' }],
      level.replaceAll('conditions', 'rules'),
    );
  });

  it('give their place to others', () => {
    gives(
      level,
      (root) => [{ kind: 'set', in: mappingAt(root, 'basic', 0), key: 'conditions', to: { a: 1 } }],
      level.replace('regions = ["KR"]', 'a = 1').replace('        conditions {\n          negate = true\n        }\n', ''),
    );
  });

  it('fill a body that was empty, in tabs and CRLF', () => {
    const text = 'resource "a" "b" {\r\n\tname = "x" # 이름\r\n\tbasic {}\r\n}\r\n';
    const result = edited(text, (root) => [
      { kind: 'set', in: mappingAt(root, 'basic', 0), key: 'conditions', to: [{ regions: ['KR'] }] },
      { kind: 'set', in: mappingAt(root, 'basic', 0), key: 'title', to: '제목' },
    ]);
    const basic = '\tbasic {\r\n\t\ttitle = "제목"\r\n\t\tconditions {\r\n\t\t\tregions = ["KR"]\r\n\t\t}\r\n\t}\r\n';
    assert.equal(result, text.replace('\tbasic {}\r\n', basic));
  });

  it('become empty without leaving lines', () => {
    gives(
      level,
      (root) => [
        { kind: 'remove', from: mappingAt(conditions(root), 0), entry: entryAt(conditions(root), 0, 'regions') },
        { kind: 'remove', from: mappingAt(conditions(root), 1), entry: entryAt(conditions(root), 1, 'negate') },
      ],
      level.replace(/conditions \{\n.*\n +\}/g, 'conditions {}'),
    );
  });
});

describe('objects and lists in Terraform', () => {
  it('are written as those beside them', () => {
    const text = `
      a "b" {
        policy = {
          "bindings": [
            { "role": "x", "members": ["a"] },
            { "role": "y", "members": ["b"] }
          ],
          "etag": "x"
        }
      }
    `;
    gives(
      text,
      (root) => [
        { kind: 'insert', into: sequenceAt(root, 'policy', 'bindings'), at: 2, values: [{ role: 'z', members: ['c'] }] },
        { kind: 'set', in: mappingAt(root, 'policy'), key: 'version', to: 3 },
      ],
      text
        .replace('"members": ["b"] }\n', '"members": ["b"] },\n            { "role": "z", "members": ["c"] }\n')
        .replace('"etag": "x"\n', '"etag": "x",\n          "version": 3\n'),
    );
  });

  it('are edited inside of jsonencode', () => {
    const text = 'a "b" {\n  policy = jsonencode({\n    bindings = [\n      {\n        role = "x"\n      }\n    ]\n  })\n}\n';
    const root = terraformFormat.parse(text)[0]?.root.embedded[0]?.root;
    assert(root);
    const bindings = sequenceAt(root.node, 'bindings');
    const edits = root.format.render(root, [
      { kind: 'insert', into: bindings, at: 1, values: [{ role: 'y', members: ['z'] }] },
      { kind: 'set', in: mappingAt(bindings, 0), key: 'members', to: [] },
    ]);
    assert(edits);
    const first = '        role    = "x"\n        members = []\n      },\n';
    const second = '      {\n        role    = "y"\n        members = ["z"]\n      }\n';
    assert.equal(applyEdits(text, edits), text.replace('        role = "x"\n      }\n', first + second));
    assert.equal(root.format.render(root, [{ kind: 'removeBlock' }]), undefined);
  });

  it('keep bracket beside bracket', () => {
    gives(
      `
      a "b" {
        x = [{
          a = 1
        }, {
          a = 2
        }]
      }
      `,
      (root) => [
        { kind: 'insert', into: sequenceAt(root, 'x'), at: 1, values: [{ a: 3, bb: [] }] },
        { kind: 'remove', from: sequenceAt(root, 'x'), item: nodeAt(root, 'x', 1) },
      ],
      `
      a "b" {
        x = [{
          a = 1
        }, {
          a  = 3
          bb = []
        }]
      }
      `,
    );
  });

  it('quote keys that need it, and escape what would be a placeholder', () => {
    const hole = '{a}';
    gives(
      'a "b" {\n  x = {}\n}',
      (root) => [
        { kind: 'set', in: mappingAt(root, 'x'), key: 'for', to: `$${hole}%${hole}$$${hole}"\\\n\u0007` },
        { kind: 'set', in: mappingAt(root, 'x'), key: '두 말', to: [1e21, 1e-7, -0.5, true, null] },
        { kind: 'set', in: mappingAt(root, 'x'), key: 'plain', to: expression('var.x') },
      ],
      [
        'a "b" {',
        '  x = {',
        `    "for" = "$$${hole}%%${hole}$\\u0024${hole}\\"\\\\\\n\\u0007"`,
        '    "두 말" = [1000000000000000000000, 1.0e-7, -0.5, true, null]',
        '    plain = var.x',
        '  }',
        '}',
      ].join('\n'),
    );
  });

  it('keep the call or the parentheses around them', () => {
    gives(
      'a "b" {\n  x = toset(["a"])\n  y = ("z")\n  z = ((1)) # gone\n}',
      (root) => [
        { kind: 'set', in: mappingAt(root), key: 'x', to: ['b', 'c'] },
        { kind: 'set', in: mappingAt(root), key: 'y', to: expression('var.y') },
        { kind: 'remove', from: mappingAt(root), entry: entryAt(root, 'z') },
      ],
      'a "b" {\n  x = toset(["b", "c"])\n  y = (var.y)\n}',
    );
  });

  it('take heredocs and leave their text where it has to stand', () => {
    gives(
      `
      a "b" {
        x = <<-EOT
          one
            two
        EOT
        y = <<EOT
          one
      EOT
        rows = [
          "a", # a
          "b",
          "c"
        ]
        m = {}
      }
      `,
      (root) => [
        { kind: 'replace', node: nodeAt(root, 'rows', 1), by: copyOf(nodeAt(root, 'y')) },
        { kind: 'insert', into: sequenceAt(root, 'rows'), at: 3, values: [copyOf(nodeAt(root, 'x')), 'd'] },
        { kind: 'set', in: mappingAt(root, 'm'), key: 'x', to: copyOf(nodeAt(root, 'x')) },
      ],
      `
      a "b" {
        x = <<-EOT
          one
            two
        EOT
        y = <<EOT
          one
      EOT
        rows = [
          "a", # a
          <<EOT
          one
      EOT
          ,
          "c",
          <<-EOT
            one
              two
          EOT
          ,
          "d"
        ]
        m = {
          x = <<-EOT
            one
              two
          EOT
        }
      }
      `,
    );
  });

  it('of a file of variables have no blocks', () => {
    gives(
      '# who\nmembers = ["a"]\nlong_name = { a = 1 } # c',
      (root) => [
        { kind: 'set', in: mappingAt(root), key: 'x', to: { a: 1 } },
        { kind: 'remove', from: mappingAt(root), entry: entryAt(root, 'members') },
      ],
      '# who\nlong_name = { a = 1 } # c\nx = {\n  a = 1\n}',
    );
  });
});

describe('top-level blocks in Terraform', () => {
  const member = `
    # Old.
    resource "google_project_iam_member" "app" {
      role   = "roles/viewer"
      member = "group:ops@example.com"
    } # ops
  `;
  const sibling = (name: string): TreeEdit => ({
    kind: 'addBlock',
    type: 'resource',
    labels: ['google_project_iam_member', name],
    body: {
      role: 'roles/viewer',
      condition: { title: 't', expression: expression('local.e') },
      member: `user:${name}@example.com`,
    },
  });
  const written = (name: string) => `
    resource "google_project_iam_member" "${name}" {
      role   = "roles/viewer"
      member = "user:${name}@example.com"

      condition {
        title      = "t"
        expression = local.e
      }
    }
  `;

  it('come behind the one that is edited, in their order', () => {
    gives(
      member,
      () => [sibling('a'), sibling('b')],
      [member, written('a'), written('b')].map((one) => one.trimEnd()).join('\n'),
    );
  });

  it('take the place of the one that goes, below what stands above it', () => {
    gives(member, () => [{ kind: 'removeBlock' }, sibling('a')], written('a').replace('\n', '\n    # Old.\n'));
  });
});

describe('what is not sure in Terraform', () => {
  const refuses = (text: string, pick: (root: SyntaxNode) => readonly TreeEdit[]) => assert.equal(edited(text, pick), undefined);

  it('is not written', () => {
    const dynamic = 'a "b" {\n  dynamic "c" {\n    for_each = [1]\n    content {\n      d = 1\n    }\n  }\n}\n';
    refuses(dynamic, (root) => [{ kind: 'set', in: mappingAt(root, 'c', 0), key: 'd', to: 2 }]);
    refuses(dynamic, (root) => [{ kind: 'insert', into: sequenceAt(root, 'c'), at: 0, values: [{ d: 2 }] }]);
    refuses(dynamic, (root) => [{ kind: 'set', in: mappingAt(root), key: 'e', to: copyOf(sequenceAt(root, 'c')) }]);
    const plain = 'a "b" {\n  x = toset(["a"])\n  y = 1\n  c {}\n}\n';
    refuses(plain, (root) => [{ kind: 'set', in: mappingAt(root), key: 'x', to: 'a' }]);
    refuses(plain, (root) => [{ kind: 'rename', entry: entryAt(root, 'x'), to: 'y' }]);
    refuses(plain, (root) => [{ kind: 'rename', entry: entryAt(root, 'x'), to: 'two words' }]);
    refuses(plain, (root) => [{ kind: 'set', in: mappingAt(root), key: 'c', to: 1 }]);
    refuses(plain, (root) => [{ kind: 'set', in: mappingAt(root), key: 'd', to: [{ a: 1 }, 2] }]);
    refuses(plain, (root) => [{ kind: 'set', in: mappingAt(root), key: 'y', to: copyOf(nodeAt(root, 'c', 0)) }]);
    refuses(plain, (root) => [{ kind: 'set', in: mappingAt(root), key: 'y', to: '\ud800' }]);
    refuses(plain, (root) => [{ kind: 'set', in: mappingAt(root), key: 'y', to: Number.NaN }]);
    refuses('x = 1\n', () => [{ kind: 'addBlock', type: 'a', labels: [], body: {} }]);
  });

  it('is not written beside keys that are computed', () => {
    const text = 'a "b" {\n  x = {\n    (var.k) = 1\n    y       = 2\n  }\n}\n';
    refuses(text, (root) => [{ kind: 'set', in: mappingAt(root, 'x'), key: 'z', to: 2 }]);
    assert.equal(
      edited(text, (root) => [{ kind: 'set', in: mappingAt(root, 'x'), key: 'y', to: 3 }]),
      text.replace('= 2', '= 3'),
    );
  });

  it('is not written where the text is broken', () => {
    for (const text of [
      'a "b" {\n  x = "allUsers"\n  y = [\n}\n',
      'a "b" {\n  x = "allUsers"\n  }\n  y {\n  }\n}\n',
      'a "b" {\n  x = "allUsers"\n  y = "z\n}\n',
    ]) {
      refuses(text, (root) => [{ kind: 'replace', node: nodeAt(root, 'x'), by: 'user:a@example.com' }]);
      refuses(text, (root) => [{ kind: 'set', in: mappingAt(root), key: 'z', to: 1 }]);
      refuses(text, () => [{ kind: 'removeBlock' }]);
    }
  });
});
