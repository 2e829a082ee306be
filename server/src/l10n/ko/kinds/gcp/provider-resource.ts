import type { words } from '../../../../kinds/gcp/provider-resource/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {},
  values: {},
  fields: {
    'serviceAccount.accountId': '주소의 `@` 앞부분입니다. 영문 소문자, 숫자, 하이픈으로 6~30자이며 나중에 바꿀 수 없습니다.',
    'serviceAccount.displayName': '사람에게 보여 주는 이름입니다.',
    'serviceAccount.description': '서비스 계정의 용도를 사람에게 알리는 설명입니다.',
    'serviceAccount.project': '서비스 계정을 만들 프로젝트입니다. 생략하면 provider의 프로젝트를 씁니다.',
    'serviceAccount.disabled': '사용 중지된 서비스 계정은 쓸 수 없지만 역할은 그대로 가집니다.',
    'serviceAccount.createIgnoreAlreadyExists': '같은 서비스 계정이 이미 있으면 실패하지 않고 그 계정을 이어받습니다.',
  },
};

export default korean;
