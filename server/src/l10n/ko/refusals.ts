import type { Refusal } from '../../rules/refusals';

export const refusals = {
  notLiteral: '값이 이 자리에 직접 적혀 있지 않습니다. 값을 정의한 곳에서 고치세요.',
  usedElsewhere: '이 값은 다른 곳에서도 쓰입니다: {others}. 직접 고치거나 여기에 쓸 값을 따로 정하세요.',
  computed: '값의 일부가 계산되므로 안전한 수정을 정할 수 없습니다.',
  repeated: '이 리소스는 count 또는 for_each로 여러 개를 만듭니다. 반복하는 목록에서 고치세요.',
  referredTo: '다른 곳에서 이 리소스를 참조하므로 그대로 지울 수 없습니다.',
  stillReading: '워크스페이스를 아직 읽는 중입니다. 잠시 후 다시 시도하세요.',
  otherShape: '이 값은 그 필드가 받는 형태가 아닙니다. 올바른 키 아래에 값을 새로 작성하세요.',
  lifecycle: '리소스의 lifecycle 설정 때문에 Terraform이 이 변경을 적용하지 않습니다.',
  sharedText: '별칭이나 함수로 여러 곳에서 함께 쓰는 텍스트라 안전한 수정을 정할 수 없습니다.',
  unsure: '주변 텍스트에 오류나 알 수 없는 필드가 있어 안전한 수정을 정할 수 없습니다.',
  longName: '이 이름으로 새 이름을 만들면 너무 길어집니다. 먼저 이름을 줄이세요.',
  overridden: '모듈의 다른 텍스트가 이 리소스를 재정의하므로 안전한 수정 방법을 정할 수 없습니다.',
  readElsewhere: 'Terraform이 다른 곳에서 이 내용의 일부를 읽으므로 의미가 그대로인지 확신할 수 없습니다. 직접 수정하세요.',
  wholeObject: '이 권한은 다른 도구가 이름으로 참조할 수 있는 독립된 객체입니다. 객체 전체를 직접 삭제하세요.',
  commented: '지워질 부분에 주석이 있습니다. 주석을 먼저 옮기세요.',
} satisfies Readonly<Record<Refusal, string>>;
