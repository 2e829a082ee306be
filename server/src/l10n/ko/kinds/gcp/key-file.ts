import type { words } from '../../../../kinds/gcp/key-file/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {
    it: '서비스 계정 키 파일',
  },
  fields: {
    'keyFile.type': '사용자 인증 정보의 유형입니다.',
    'keyFile.project_id': '서비스 계정이 속한 프로젝트입니다.',
    'keyFile.private_key_id': '키의 ID입니다. 사용 중지하고 삭제할 키를 이 ID로 찾습니다.',
    'keyFile.private_key':
      '비공개 키(private key)입니다. 키가 삭제될 때까지 이 값을 가진 누구나 서비스 계정으로 인증할 수 있습니다.',
    'keyFile.client_email': '서비스 계정의 이메일 주소입니다.',
  },
  values: {
    service_account: '서비스 계정 키입니다.',
  },
};

export default korean;
