import type rule from '../../../rules/file/duplicate-key';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: '정책의 한 객체에 같은 키가 두 번 있습니다.',
  rationale:
    '대부분의 도구는 같은 키가 두 번 있으면 마지막 값만 쓰고 앞의 값은 말없이 버립니다. 첫 번째 값을 쓰거나 문서를 거부하는 도구도 있습니다. 글을 읽는 사람에게는 적용되지 않는 권한이나 조건이 보이게 됩니다. 의도한 내용을 한 키에 모으세요.',
  messages: { repeated: '`{key}` 키가 이미 있습니다. 대부분의 도구가 앞의 값을 버립니다. 한 키에 모으세요.' },
} satisfies TranslationOf<typeof rule>;
