/** Terraform whose grants are worked out: by loops, by calls of a module, by files that are read. As paths and texts. */
export type ComputedFiles = ReadonlyMap<string, string>;

/** One file: a map of teams in locals, and bindings that go through it. */
export function loopsOverLocals(lines: number): ComputedFiles {
  const teams = Array.from({ length: 60 }, (_, team) => [
    `    team-${team} = {`,
    `      role    = "roles/${['storage.objectViewer', 'bigquery.dataViewer', 'run.invoker'][team % 3]}"`,
    `      members = ["user:minji-${team}@saebit.example", "group:team-${team}@saebit.example"]`,
    '    }',
  ]);
  const all = ['locals {', '  admins = ["group:admins@saebit.example"]', '  teams = {', ...teams.flat(), '  }', '}', ''];
  for (let number = 0; all.length < lines; number++)
    all.push(
      `resource "google_project_iam_binding" "b${number}" {`,
      `  for_each = { for name, team in local.teams : name => team if endswith(name, "${number % 10}") }`,
      `  project  = "saebit-${number}"`,
      '  role     = each.value.role',
      '  members  = concat([for member in each.value.members : lower(member)], local.admins)',
      '}',
      '',
    );
  return new Map([['main.tf', all.join('\n')]]);
}

/** A module of ten grants, and a root module that calls it as often as it is told. */
export function callsOfOneModule(calls: number): ComputedFiles {
  const grants = Array.from(
    { length: 10 },
    (_, grant) => `resource "google_project_iam_member" "g${grant}" {
  project = var.project
  role    = "roles/storage.objectViewer"
  member  = "user:\${var.who}-${grant}@saebit.example"
}
`,
  );
  const variables = ['project', 'who'].map((name) => `variable "${name}" {\n  type = string\n}\n`);
  const blocks = Array.from(
    { length: calls },
    (_, call) => `module "c${call}" {
  source  = "./grants"
  project = "saebit-${call}"
  who     = "minji-${call}"
}
`,
  );
  return new Map([
    ['grants/main.tf', [...variables, ...grants].join('\n')],
    ['main.tf', blocks.join('\n')],
  ]);
}

/** A module that grants what YAML files say. */
export function factoryOfFiles(files: number): ComputedFiles {
  const main = `locals {
  teams = { for path in fileset(path.module, "data/*.yaml") : path => yamldecode(file("\${path.module}/\${path}")) }
}

resource "google_project_iam_binding" "all" {
  for_each = local.teams
  project  = each.value.project
  role     = each.value.role
  members  = each.value.members
}
`;
  const data = Array.from({ length: files }, (_, file): readonly [string, string] => [
    `data/team-${file}.yaml`,
    `project: saebit-${file}\nrole: roles/storage.objectViewer\nmembers:\n- user:minji-${file}@saebit.example\n- group:team-${file}@saebit.example\n`,
  ]);
  return new Map([['main.tf', main], ...data]);
}
