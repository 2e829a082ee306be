import type rule from '../../../rules/access-level/invalid-subnet';
import type { TranslationOf } from '../../../rules/rule';
import { refusals } from '../refusals';

export default {
  summary: '액세스 수준의 조건에 거부되거나 절대 일치하지 않는 서브넷이 있습니다.',
  rationale: [
    '서브넷은 IPv4 또는 IPv6 CIDR 범위로, 네트워크의 첫 주소부터 `203.0.113.0/24`처럼 적습니다. 프리픽스 뒤에 비트가 남은 주소는 네트워크 전체인지 기기 하나인지 알 수 없어 거부됩니다.',
    '요청은 공인 주소로 보입니다. `ipSubnetworks`에 적은 `10.0.0.0/8` 같은 사설 범위는 어떤 요청과도 일치하지 않습니다. VPC 네트워크의 기기를 허용하려면 `vpcNetworkSources`에 네트워크를 적으세요.',
  ].join('\n\n'),
  messages: {
    ...refusals,
    notRange: '`{subnet}` 값은 `203.0.113.0/24`, `2001:db8::/32` 같은 주소 범위가 아닙니다.',
    hostBits: '`{subnet}` 값은 프리픽스 뒤에 비트가 남아 있습니다. 네트워크 주소는 `{network}`입니다.',
    bareAddress: '`{subnet}` 주소에 프리픽스 길이가 없습니다.',
    privateRange: '`{subnet}` 범위는 사설 주소입니다. 요청은 공인 주소에서 오므로 절대 일치하지 않습니다.',
    notPublic: '`{subnet}` 범위는 공인 인터넷 주소가 아니어서 이 범위에서 오는 요청이 없습니다.',
    wantsVersion4: '`{subnet}` 값은 IPv6입니다. VPC 네트워크의 범위는 IPv4로 적습니다.',
    writeNetwork: '네트워크 {subnet} 범위로 변경',
    writeSingle: '단일 주소 {subnet} 범위로 변경',
  },
} satisfies TranslationOf<typeof rule>;
