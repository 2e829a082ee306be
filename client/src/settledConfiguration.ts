import { type Disposable, extensions } from 'vscode';
import type { ConfigurationMiddleware } from 'vscode-languageclient';

/** Extensions that tell which arguments a Terraform provider doesn't take or asks for. */
const others = ['hashicorp.terraform', 'opentofu.vscode-opentofu'];

const isToldByOthers = () => others.some((id) => extensions.getExtension(id) !== undefined);

/** The server asks for settings; what is `auto` in them depends on what else this editor runs. */
export const settledConfiguration: NonNullable<ConfigurationMiddleware['configuration']> = async (params, token, next) => {
  const found = await next(params, token);
  if (!Array.isArray(found) || !isToldByOthers()) return found;
  return found.map((settings) => {
    if (settings?.terraform?.arguments !== 'auto') return settings;
    return { ...settings, terraform: { ...settings.terraform, arguments: 'off' } };
  });
};

/** Told when another such extension comes or goes. */
export function onOthersChange(told: () => void): Disposable {
  let before = isToldByOthers();
  return extensions.onDidChange(() => {
    const now = isToldByOthers();
    if (now !== before) told();
    before = now;
  });
}
