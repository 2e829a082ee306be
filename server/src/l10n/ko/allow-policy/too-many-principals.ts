import type rule from '../../../rules/allow-policy/too-many-principals';
import type { TranslationOf } from '../../../rules/rule';

export default {
  summary: '정책에 IAM이 허용하는 것보다 많은 주 구성원이 있습니다.',
  rationale: [
    '허용 정책 하나에는 주 구성원을 1,500개까지 적을 수 있습니다. 감사 로그 예외를 포함해 나타날 때마다 하나로 셉니다. 그룹과 도메인은 합해서 250개까지이며, 그룹은 여러 번 나와도 하나로, 도메인은 나올 때마다 셉니다. (2026-08-22 기준)',
    '사람은 그룹으로 묶고, 그룹은 더 큰 그룹으로 묶으세요. 워크로드의 역할은 정책 하나에 모으지 말고 사용하는 리소스에 부여하세요.',
  ].join('\n\n'),
  messages: {
    principals: '정책에 주 구성원이 {count}개 있습니다. IAM은 {limit}개까지 허용합니다.',
    groups: '정책에 그룹과 도메인이 {count}개 있습니다. IAM은 {limit}개까지 허용합니다.',
  },
} satisfies TranslationOf<typeof rule>;
