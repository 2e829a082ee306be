/**
 * What a module is called by, wherever its `source` says to get it from: `terraform-google-modules/iam/google//modules/projects_iam` for
 * the registry's address, with a host or without, and for git's. In lower case. Undefined for a folder of the file system.
 */
export function moduleName(source: string): string | undefined {
  const [, host = '', path = ''] =
    /^(?:git::)?(?:https?:\/\/|ssh:\/\/)?(?:[\w.-]+@)?(?:([a-z\d-]+(?:\.[a-z\d-]+)+)[/:])?([^?]+)(?:\?.*)?$/i.exec(source) ?? [];
  if (path === '' || /^[./~]/.test(path)) return undefined;
  const [repository = '', ...folders] = path
    .replace(/\.git(?=\/\/|$)/i, '')
    .toLowerCase()
    .split('//');
  const named = host === '' ? repository : repository.replace(/^([\w-]+)\/terraform-([a-z]+)-([\w-]+)$/, '$1/$3/$2');
  return [named, ...folders].join('//').replace(/\/$/, '');
}
