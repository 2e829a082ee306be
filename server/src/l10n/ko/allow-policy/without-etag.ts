import type rule from '../../../rules/allow-policy/without-etag';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: '조건이 있는 정책 파일에 etag가 없습니다.',
  rationale: [
    'etag는 파일이 정책의 어느 상태에서 만들어졌는지 알려 줍니다. etag가 있으면 그사이 다른 사람이 정책을 바꿨을 때 쓰기가 실패하고, 없으면 그 변경이 사라집니다. 조건이 있는 정책은 더 위험합니다. 버전 1 클라이언트가 조건까지 통째로 덮어쓸 수 있습니다.',
    '`get-iam-policy`로 정책을 다시 읽고, 그 파일을 고쳐서 쓰세요.',
  ].join('\n\n'),
  messages: { absent: '정책에 조건이 있는데 etag가 없어서 다른 사람의 변경을 덮어쓸 수 있습니다.' },
} satisfies TranslationOf<typeof rule>;
