import type { Dialect } from './kind';

/** REST, gcloud and everything else that writes the API's own names. */
export const rest: Dialect = { name: 'rest', spell: (apiField) => apiField };

/** Terraform's arguments: snake_case, with the provider's own exceptions. */
export const terraform: Dialect = {
  name: 'terraform',
  spell: (apiField) => exceptions.get(apiField) ?? apiField.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
};

/** The YAML files of Cloud Foundation Fabric's factories: Terraform's spelling, and a mapping of networks in the place of their sources. */
export const fabric: Dialect = {
  name: 'fabric',
  spell: (apiField) => (apiField === 'vpcNetworkSources' ? 'vpc_subnets' : terraform.spell(apiField)),
};

const exceptions: ReadonlyMap<string, string> = new Map([['requireScreenlock', 'require_screen_lock']]);
