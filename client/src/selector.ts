import { type Uri, workspace } from 'vscode';

const languages = ['json', 'jsonc', 'yaml', 'terraform', 'opentofu', 'terraform-vars'];

/** The endings of files that may hold policies, whatever language the editor takes them for. */
export const policyFiles = '**/*.{json,jsonc,yaml,yml,tf,tofu,tfvars}';

/** The same with those of most data that Terraform reads. */
export const policyAndDataFiles = '**/*.{json,jsonc,yaml,yml,tf,tofu,tfvars,csv,tsv,txt,tftpl,tpl,tmpl}';

/** Whether the file may hold policies, or data that Terraform reads, and belongs to the workspace. */
export function isPolicyOrDataFile(uri: Uri): boolean {
  return (
    /\.(?:jsonc?|ya?ml|tf|tofu|tfvars|csv|tsv|txt|tftpl|tpl|tmpl)$/i.test(uri.path) &&
    workspace.getWorkspaceFolder(uri) !== undefined
  );
}

/** Documents that are files, or will be. The left side of a comparison (`git:`) and other views of a file get nothing. */
export function documentSelector() {
  const schemes = new Set(['file', 'untitled', ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme)]);
  return [...schemes].flatMap((scheme) => [
    ...languages.map((language) => ({ scheme, language })),
    { scheme, pattern: policyFiles },
  ]);
}
