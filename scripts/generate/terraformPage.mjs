// The page that tells which of Terraform's forms and functions are worked out, in each language.
import { readFileSync } from 'node:fs';

/** A test asks the evaluator about each of them. */
const { expressions, blocks } = JSON.parse(readFileSync(new URL('./terraformForms.json', import.meta.url), 'utf8'));

const languages = {
  en: {
    path: 'docs/terraform.md',
    title: 'What is worked out of Terraform’s language',
    about: [
      '`leastwise grants` works out what a plan would show, from the text alone, as Terraform 1.11 does. What isn’t known stays unknown, and',
      'so does what depends on it and nothing else; each unknown row says why. Work is counted, never timed: an expression may take 200,000',
      'steps, a module with all that it calls 3,000,000, a list 100,000 elements, a text a million letters, a table 100,000 rows.',
    ],
    expressions: 'Expressions',
    blocks: 'Blocks and files',
    functions: 'Functions',
    form: 'Form',
    example: 'Example',
    here: 'Here',
    function: 'Function',
    output: 'What `leastwise grants` writes',
    outputs: [
      '`--format json` is as [schemas/grants.schema.json](../schemas/grants.schema.json) says: one row of `grants` for each role and member, and rows of `unknown` for what isn’t told.',
      '`resource` is `projects/p`, `folders/1`, `organizations/1`, `billingAccounts/A` or a full resource name such as `//storage.googleapis.com/projects/_/buckets/b`. A resource without a project stands in that of its provider’s configuration, where the text tells it. What else a provider adds and the text leaves out is left out of the name: `topics/t`.',
      '`--by member`, `--by role` and `--by resource` make groups in tables and Markdown; JSON and CSV stay as they are, with the rows in that order.',
      '`--permission` keeps the roles that hold a permission. The catalogue knows the permissions by which a role reaches further than its name says, of predefined roles. Of a custom role that the workspace makes the text tells them. Of every other role or permission a row of `unknown` with the reason `permissions` tells that nobody knows, so nothing is left out silently.',
      'Findings and the editor read files of other endings than JSON and YAML where a text of Terraform’s names them: `members.csv`, `*.tftpl`, or all files of a folder inside of the module (`fileset("${path.module}/members", "*")`), up to 65,536 characters each.',
      'A policy in JSON or YAML is told as it stands; a placeholder in it such as `${role}` is unknown.',
    ],
    evaluated: 'evaluated',
    unknown: 'unknown: ',
    because: {
      variable: 'the text has no value for it',
      attribute: 'only apply tells',
      name: 'the workspace doesn’t tell what it stands for',
      function: 'only the provider tells',
      error: 'Terraform would refuse it',
      tooMuch: 'more steps than are allowed',
      instances: 'what it is repeated for isn’t known',
      unread: 'a syntax error',
      sensitive: 'it is worked out, and not shown',
    },
    reasons: {
      clock: 'the clock tells',
      chance: 'chance tells',
      packing: 'how Go packs bytes isn’t worked out',
      key: 'private keys aren’t used',
      template: 'templates that are values themselves aren’t looked into',
      gone: 'Terraform has it no more',
      machine: 'the machine that Terraform runs on tells',
      marks: 'more is taken to be sensitive here than Terraform does',
      home: 'evaluated; unknown with `~`, which the machine tells',
      files: 'evaluated for UTF-8 files of the workspace of any ending, up to 8 MB; never outside of its folders',
      folder:
        'evaluated for folders of the workspace, without `.git`, `.terraform` and `node_modules`; unknown with `..` in the pattern and for linked folders',
      provider: 'only the provider tells',
    },
  },
  ko: {
    path: 'docs/ko/terraform.md',
    title: 'Terraform 언어에서 계산하는 것',
    about: [
      '`leastwise grants` 명령은 plan이 보여 줄 값을 Terraform 1.11과 같은 방식으로 텍스트만 보고 계산합니다. 알 수 없는 값과 그 값에 의존하는 것만',
      '알 수 없는 것으로 남고, 그런 행마다 이유를 알립니다. 계산량은 시간이 아니라 단계로 제한합니다. 식 하나는 200,000단계, 모듈과 그 모듈이 호출하는',
      '모든 것은 3,000,000단계, 목록은 원소 100,000개, 텍스트는 1,000,000자, 표는 100,000행까지입니다.',
    ],
    expressions: '식',
    blocks: '블록과 파일',
    functions: '함수',
    form: '형식',
    example: '예',
    here: '결과',
    function: '함수',
    output: '`leastwise grants`의 출력',
    outputs: [
      '`--format json` 출력은 [schemas/grants.schema.json](../../schemas/grants.schema.json) 스키마를 따릅니다. `grants`에는 역할과 구성원마다 한 행, `unknown`에는 알 수 없는 것마다 한 행이 있습니다.',
      '`resource`는 `projects/p`, `folders/1`, `organizations/1`, `billingAccounts/A` 또는 `//storage.googleapis.com/projects/_/buckets/b` 같은 전체 리소스 이름입니다. 프로젝트가 없는 리소스는 텍스트에 있는 프로바이더 설정의 프로젝트를 씁니다. 프로바이더가 채우는 다른 부분이 텍스트에 없으면 이름의 끝부분(`topics/t`)만 씁니다.',
      '`--by member`, `--by role`, `--by resource`는 표와 Markdown을 묶어서 보여 줍니다. JSON과 CSV는 형식은 그대로이고 행의 순서만 바뀝니다.',
      '`--permission`은 그 권한이 있는 역할만 남깁니다. 카탈로그에는 사전 정의된 역할의 권한 가운데 이름보다 더 많은 일을 할 수 있게 하는 것만 있습니다. 워크스페이스에서 만드는 커스텀 역할의 권한은 텍스트에서 읽습니다. 그 밖의 역할이나 권한은 이유가 `permissions`인 `unknown` 행으로 알리므로 말없이 빠지는 것은 없습니다.',
      '검사 결과와 편집기는 JSON과 YAML이 아닌 파일을 Terraform 텍스트에 이름이 나올 때 읽습니다. `members.csv`, `*.tftpl`, 또는 모듈 안 폴더의 모든 파일(`fileset("${path.module}/members", "*")`)이며, 파일마다 65,536자까지입니다.',
      'JSON과 YAML 정책은 적힌 그대로 알립니다. `${role}` 같은 자리 표시는 알 수 없는 것으로 알립니다.',
    ],
    evaluated: '계산함',
    unknown: '알 수 없음: ',
    because: {
      variable: '텍스트에 값이 없음',
      attribute: 'apply 이후에 정해짐',
      name: '워크스페이스에 없음',
      function: '프로바이더만 알 수 있음',
      error: 'Terraform이 거부함',
      tooMuch: '허용된 단계를 넘음',
      instances: '반복할 대상을 알 수 없음',
      unread: '구문 오류',
      sensitive: '계산하지만 표시하지 않음',
    },
    reasons: {
      clock: '실행 시각에 따라 다름',
      chance: '실행할 때마다 다름',
      packing: 'Go의 압축 방식은 계산하지 않음',
      key: '개인 키는 사용하지 않음',
      template: '값으로 된 템플릿은 해석하지 않음',
      gone: 'Terraform에서 없어짐',
      machine: 'Terraform을 실행하는 컴퓨터에 따라 다름',
      marks: 'Terraform보다 더 넓게 민감한 값으로 다룸',
      home: '계산함. `~`는 컴퓨터에 따라 달라 알 수 없음',
      files: '워크스페이스의 8 MB 이하 UTF-8 파일이면 확장자와 상관없이 계산함. 폴더 밖은 읽지 않음',
      folder:
        '워크스페이스의 폴더면 계산함(`.git`, `.terraform`, `node_modules` 제외). 패턴에 `..`이 있거나 링크된 폴더가 있으면 알 수 없음',
      provider: '프로바이더만 알 수 있음',
    },
  },
};

/** Why a function isn't worked out. */
const unknownFunctions = {
  abspath: 'machine',
  base64gzip: 'packing',
  bcrypt: 'chance',
  issensitive: 'marks',
  list: 'gone',
  map: 'gone',
  plantimestamp: 'clock',
  rsadecrypt: 'key',
  templatestring: 'template',
  timestamp: 'clock',
  uuid: 'chance',
};

/** What else is to be said of one that is. */
const remarks = {
  file: 'files',
  filebase64: 'files',
  filebase64sha256: 'files',
  filebase64sha512: 'files',
  fileexists: 'files',
  filemd5: 'files',
  fileset: 'folder',
  filesha1: 'files',
  filesha256: 'files',
  filesha512: 'files',
  pathexpand: 'home',
  templatefile: 'files',
};

/** Path → text of the pages. */
export function terraformPages({ functions, unforeseen }) {
  const missing = Object.keys(unforeseen).filter((name) => !Object.hasOwn(unknownFunctions, name));
  if (missing.length > 0) throw new Error(`Say in ${import.meta.url} why these aren't worked out: ${missing.join(', ')}`);
  const names = [...functions.keys(), 'can', 'try'].sort();
  return new Map(Object.values(languages).map((words) => [words.path, page(words, names)]));
}

function page(words, names) {
  const language = words === languages.ko ? 'ko' : 'en';
  const { evaluated, unknown, because, reasons } = words;
  const ofExpression = (form) => [
    form[language],
    code(form.shown ?? form.example),
    form.unknown ? unknown + because[form.unknown] : evaluated,
  ];
  const ofBlock = ({ example, told, ...form }) => {
    const [, reason] = / (?:instances|members) (\w+)$/.exec(told.at(-1)) ?? [];
    return [form[language], code(example), reason ? unknown + because[reason] : evaluated];
  };
  const ofFunction = (name) => {
    const reason = unknownFunctions[name];
    return [code(name), reason ? unknown + reasons[reason] : (reasons[remarks[name]] ?? evaluated)];
  };
  return [
    `# ${words.title}\n\n${words.about.join('\n')}\n`,
    section(words.expressions, [words.form, words.example, words.here], expressions.map(ofExpression)),
    section(words.blocks, [words.form, words.example, words.here], blocks.map(ofBlock)),
    section(
      words.functions,
      [words.function, words.here],
      [...names.map(ofFunction), [code('provider::…'), unknown + reasons.provider]],
    ),
    `## ${words.output}\n\n${words.outputs.map((line) => `- ${line}\n`).join('')}`,
  ].join('\n');
}

function section(title, head, rows) {
  const row = (cells) => `| ${cells.join(' | ')} |\n`;
  return [`## ${title}\n\n`, row(head), row(head.map(() => '---')), ...rows.map(row)].join('');
}

function code(text) {
  const escaped = text.trim().replaceAll('|', '\\|').replaceAll('\n', ' ');
  return escaped.includes('`') ? `\`\` ${escaped} \`\`` : `\`${escaped}\``;
}
