import type { words } from '../../../../kinds/gcp/service-account-key/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {
    it: 'Terraform이 만들거나 쓰는 서비스 계정 키',
  },
  fields: {
    'key.serviceAccountId':
      '키를 만들 서비스 계정입니다. 이메일 주소 또는 `projects/…/serviceAccounts/…` 형식의 이름을 적습니다.',
    'key.keyAlgorithm': '키를 만드는 알고리즘입니다. 생략하면 `KEY_ALG_RSA_2048`입니다. `public_key_data`와 함께 쓸 수 없습니다.',
    'key.privateKeyType':
      '비공개 키의 형식입니다. 생략하면 `TYPE_GOOGLE_CREDENTIALS_FILE`입니다. `public_key_data`와 함께 쓸 수 없습니다.',
    'key.publicKeyType': '돌려받을 공개 키의 형식입니다. 생략하면 `TYPE_X509_PEM_FILE`입니다.',
    'key.publicKeyData': '직접 만든 키 쌍의 공개 키입니다. 이 키를 업로드하며 비공개 키는 만들지 않습니다.',
    'key.keepers': '자유롭게 정하는 값입니다. 하나라도 바뀌면 새 키로 교체됩니다.',
    'provider.credentials': 'Terraform 프로바이더가 인증에 쓰는 값입니다. 사용자 인증 정보 파일의 경로나 JSON 내용을 적습니다.',
  },
  values: {
    KEY_ALG_UNSPECIFIED: '선택하지 않았다는 뜻의 값입니다. 지우거나 다른 값을 쓰세요.',
    KEY_ALG_RSA_1024: '1024비트 RSA입니다. 이제는 너무 짧습니다.',
    KEY_ALG_RSA_2048: '2048비트 RSA입니다.',
    TYPE_UNSPECIFIED: '선택하지 않았다는 뜻의 값입니다. 지우거나 다른 값을 쓰세요.',
    TYPE_PKCS12_FILE: '오래된 소프트웨어에서 쓰는 PKCS #12 파일입니다.',
    TYPE_GOOGLE_CREDENTIALS_FILE: 'Google 라이브러리와 도구가 읽는 JSON 파일입니다.',
    TYPE_NONE: '공개 키를 돌려받지 않습니다.',
    TYPE_X509_PEM_FILE: 'PEM 형식의 X.509 인증서입니다.',
    TYPE_RAW_PUBLIC_KEY: '공개 키만 돌려받습니다.',
  },
};

export default korean;
