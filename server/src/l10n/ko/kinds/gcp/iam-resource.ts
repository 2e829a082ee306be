import type { words } from '../../../../kinds/gcp/iam-resource/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {
    resource: '같은 정책을 관리하는 다른 리소스와 함께 보는 Terraform 리소스',
  },
  fields: {
    'resource.member': '역할을 부여할 주 구성원 하나입니다. 같은 역할을 가진 다른 주 구성원은 그대로 유지됩니다.',
    'resource.members': '이 역할을 가질 주 구성원 전체입니다. 이 리소스에서 역할을 받았더라도 목록에 없으면 잃습니다.',
    'resource.policyData':
      'JSON으로 된 정책 전체이며, 보통 `data.google_iam_policy`에서 가져옵니다. 리소스에 부여된 모든 권한을 대체합니다.',
    'resource.service':
      '로그를 남길 서비스입니다. `storage.googleapis.com` 같은 이름이나 `allServices`를 적습니다. 이 리소스에 있는 같은 서비스의 다른 감사 구성을 모두 대체합니다.',
    parent: '정책이 무엇에 연결되는지 정합니다. 연결된 대상: {what}.',
    parentProject: '정책이 연결된 대상({what})의 프로젝트입니다.',
    parentLocation: '정책이 연결된 대상({what})의 위치입니다.',
  },
  values: {},
};

export default korean;
