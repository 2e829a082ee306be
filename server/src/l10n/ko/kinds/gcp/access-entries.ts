import type { words } from '../../../../kinds/gcp/access-entries/words';
import type { TranslationOf } from '../../../../kinds/speech';

const korean: TranslationOf<typeof words> = {
  names: {
    it: '데이터 세트, 버킷 또는 객체의 액세스 목록',
  },
  fields: {
    'dataset.access': '데이터 세트에서 누가 무엇을 할 수 있는지 블록마다 하나씩 정합니다. 목록 전체가 적용됩니다.',
    'datasetEntry.role':
      '부여할 권한입니다. 데이터 세트의 `OWNER`, `WRITER`, `READER`나 `roles/bigquery.dataViewer` 같은 역할을 적습니다.',
    'datasetEntry.userByEmail': '접두사 없이 적은 사람이나 서비스 계정의 주소입니다.',
    'datasetEntry.groupByEmail': '접두사 없이 적은 그룹의 주소입니다.',
    'datasetEntry.domain': '도메인입니다. 이 도메인의 모든 사용자가 액세스할 수 있습니다.',
    'datasetEntry.specialGroup': 'BigQuery가 정해 둔 단어로 나타내는 사용자 집단입니다.',
    'datasetEntry.iamMember': '그 밖의 주 구성원입니다. 허용 정책과 같은 형식으로 적습니다.',
    'list.bucket': '액세스를 정할 버킷입니다.',
    'list.roleEntity':
      '누가 무엇을 할 수 있는지 `ROLE:entity` 형식으로 적습니다. `READER:user-kim@example.org`처럼 적으면 됩니다.',
    'list.predefinedAcl': '`role_entity` 대신 목록 전체를 나타내는 단어입니다. `publicRead`이면 누구나 읽을 수 있습니다.',
    'list.defaultAcl': '새 객체에 적용될 목록을 나타내는 단어입니다.',
    'entry.entity':
      '액세스할 대상입니다. `user-…`, `group-…`, `domain-…`, `project-owners-…`, `allUsers`, `allAuthenticatedUsers` 중 하나를 적습니다.',
    'entry.role': '대상이 할 수 있는 일입니다.',
  },
  values: {
    projectOwners: '프로젝트 소유자입니다.',
    projectReaders: '프로젝트 뷰어입니다.',
    projectWriters: '프로젝트 편집자입니다.',
    allAuthenticatedUsers: 'Google 계정이 있는 모든 사람입니다. 조직 밖의 사람도 포함됩니다.',
    OWNER: '읽고 쓰고 액세스를 바꿀 수 있습니다.',
    READER: '읽을 수 있습니다.',
    WRITER: '읽고 쓸 수 있습니다. 버킷에서만 쓸 수 있습니다.',
  },
};

export default korean;
