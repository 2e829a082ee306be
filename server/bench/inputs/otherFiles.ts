// Files that hold no policy, of the kinds that people have open most.
import { applications, jobs, project } from './organization';
import { seeded } from './random';

/** A list of packages as package managers write it; at least so many UTF-16 code units. */
export function packageList(length: number): string {
  const random = seeded(41);
  const packages: Record<string, object> = {};
  for (let number = 0, reached = 0; reached < length; number++) {
    const name = `node_modules/${random.pick(applications)}-${random.pick(jobs)}-${number}`;
    const entry = {
      version: `${random.below(20)}.${random.below(30)}.${random.below(40)}`,
      integrity: `sha512-${'x'.repeat(86)}==`,
      license: 'MIT',
      dependencies: { [`${random.pick(applications)}-${number - 1}`]: `^${random.below(20)}.0.0` },
      engines: { node: '>=18' },
    };
    packages[name] = entry;
    reached += JSON.stringify(entry, null, 2).length + name.length + 50;
  }
  return `${JSON.stringify({ name: 'orders', version: '1.0.0', lockfileVersion: 3, packages }, null, 2)}\n`;
}

/** Deployments and services, a document for each; at least so many code units. */
export function manifests(length: number): string {
  const random = seeded(42);
  const all: string[] = [];
  for (let number = 0, reached = 0; reached < length; number++) {
    const name = `${random.pick(applications)}-${random.pick(jobs)}-${number}`;
    const text = deployment(name, `registry.saebit.example/${project(random)}/${name}:1.${number}`);
    all.push(text);
    reached += text.length;
  }
  return all.join('');
}

const deployment = (name: string, image: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels:
    app: ${name}
spec:
  replicas: 3
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
      - name: main
        image: ${image}
        ports:
        - containerPort: 8080
        env:
        # 배포할 때 채워진다.
        - name: STAGE
          value: prod
        resources:
          limits:
            memory: 512Mi
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector:
    app: ${name}
  ports:
  - port: 80
    targetPort: 8080
`;
