// A large repository, most of which is nobody's policy.
import { onePolicies } from './onePolicy';
import { manifests, packageList } from './otherFiles';

/** Paths and texts; of every fifty files one is a policy, the others are manifests of Kubernetes and lists of packages. */
export function* manyFiles(files: number): Generator<readonly [path: string, text: string]> {
  const policy = onePolicies(40, 0)[0]?.makeText() ?? '';
  const [yaml, json] = [manifests(2_500), packageList(2_500)];
  for (let count = 0; count < files; count++) {
    const folder = `services/s${Math.floor(count / 100)}`;
    if (count % 50 === 0) yield [`${folder}/policy-${count}.json`, policy];
    else if (count % 2 === 0) yield [`${folder}/list-${count}.json`, json];
    else yield [`${folder}/manifest-${count}.yaml`, yaml];
  }
}
