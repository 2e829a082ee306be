import type rule from '../../../rules/file/ambiguous-scalar';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '문자열 자리에 따옴표 없이 쓴 YAML 값이 불리언, 숫자, 날짜로 읽힙니다.',
  rationale: [
    'gcloud와 대부분의 스크립트는 YAML 1.1로 읽습니다. 여기서 `NO` 값은 국가 코드가 아니라 *false* 값이고, `10.10` 값은 숫자 10.1, `012` 값은 10, `12:30` 값은 750, `2026-12-31` 값은 날짜입니다. API에 전달되는 문서가 작성자가 보는 문서와 달라집니다.',
    '따옴표로 묶으면 모든 도구가 문자열로 읽습니다. 도구마다 다르게 읽는 값(`y`, `1e3`)은 경고로 알립니다.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    truth: '따옴표가 없는 `{value}` 값은 YAML 1.1에서 불리언으로 읽힙니다. 따옴표로 묶으세요.',
    number: '따옴표가 없는 `{value}` 값은 문자열이 아니라 숫자로 읽힙니다. 따옴표로 묶으세요.',
    date: '따옴표가 없는 `{value}` 값은 YAML 1.1에서 날짜로 읽힙니다. 따옴표로 묶으세요.',
    quote: '따옴표로 묶기',
  },
} satisfies TranslationOf<typeof rule>;
