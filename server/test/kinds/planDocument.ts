type Values = Readonly<Record<string, unknown>>;

export interface ResourceOfPlan {
  readonly address: string;
  readonly before?: Values | null;
  readonly after?: Values | null;
  readonly actions?: readonly string[];
  /** In the shape of the values. */
  readonly unknown?: unknown;
  readonly sensitive?: unknown;
  readonly sensitiveBefore?: unknown;
  readonly deposed?: string;
}

/**
 * The plan that `terraform show -json` writes of these resources.
 *
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export function planWith(resources: readonly ResourceOfPlan[], besides: Values = {}): string {
  const there = resources.filter(({ after, deposed }) => after && deposed === undefined);
  const modules = [...new Set(there.map(({ address }) => moduleOf(address)))].filter((module) => module !== '');
  const listed = (module: string) => there.filter(({ address }) => moduleOf(address) === module).map(inState);
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: {
      root_module: {
        resources: listed(''),
        child_modules: modules.map((address) => ({ address, resources: listed(address) })),
      },
    },
    resource_changes: resources.map((resource) => ({
      ...headOf(resource.address),
      ...(resource.deposed === undefined ? {} : { deposed: resource.deposed }),
      change: {
        actions: resource.actions ?? [resource.after ? (resource.before ? 'update' : 'create') : 'delete'],
        before: resource.before ?? null,
        after: resource.after ?? null,
        after_unknown: resource.unknown ?? {},
        before_sensitive: resource.sensitiveBefore ?? false,
        after_sensitive: resource.sensitive ?? {},
      },
    })),
    configuration: { root_module: {} },
    ...besides,
  });
}

/** The state with these resources. */
export function stateWith(resources: readonly ResourceOfPlan[]): string {
  return JSON.stringify({
    format_version: '1.0',
    terraform_version: '1.11.4',
    values: { root_module: { resources: resources.map(inState) } },
  });
}

function inState({ address, after, sensitive = {} }: ResourceOfPlan): object {
  return { ...headOf(address), schema_version: 0, values: after, sensitive_values: sensitive };
}

function headOf(address: string): object {
  const [, type, name] = /([a-z_]+)\.(\w+)(?:\[.*\])?$/.exec(address) ?? [];
  return { address, mode: 'managed', type, name, provider_name: 'registry.terraform.io/hashicorp/google' };
}

function moduleOf(address: string): string {
  return /^(?:module\.\w+(?:\[[^\]]*\])?\.?)*(?=\.)/.exec(address)?.[0] ?? '';
}
