import type { TranslationOf } from '../../../rules/rule';
import type rule from '../../../rules/terraform/duplicate-argument';

export default {
  summary: '프로바이더가 받는 것보다 블록이 많거나, 함께 쓸 수 없는 인수가 있습니다.',
  rationale:
    '블록이 프로바이더가 받는 수보다 많거나 함께 쓸 수 없는 인수가 있으면 Terraform이 구성을 거부하고, 어느 쪽도 적용되지 않습니다. 의도한 것 하나만 남기세요.',
  messages: {
    tooMany: '`{name}` 블록은 여기에 최대 {most}개인데 하나 더 있습니다. 하나를 지우세요.',
    excluded: '`{name}`, `{other}`: 함께 쓸 수 없습니다. 하나만 남기세요.',
  },
} satisfies TranslationOf<typeof rule>;
