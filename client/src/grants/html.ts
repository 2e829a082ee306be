import { env, Uri, type Webview } from 'vscode';
import type { PageWords } from '../../page/messages';

/** What a page of grants consists of before it is told what to show: nothing of it comes from anywhere but the package. */
export function pageHtml(webview: Webview, extension: Uri, title: string, words: PageWords): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(extension, 'dist/client', name)).toString(true);
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  const choice = (name: string, label: string) =>
    `<label><input type="radio" name="grouping" id="by-${name}"><span>${escapeHtml(label)}</span></label>`;
  const heads = Object.entries({
    mark: '',
    first: words.role,
    second: words.resource,
    condition: words.condition,
    address: words.address,
    place: words.place,
  });
  return `<!doctype html>
<html lang="${escapeHtml(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="${escapeHtml(file('grantsPage.css'))}">
<title>${escapeHtml(title)}</title>
</head>
<body data-words="${escapeHtml(JSON.stringify(words))}">
<main>
<section id="message"><div id="busy" hidden></div><p id="text" role="status"></p><p id="waiting"></p><button id="action" class="primary" hidden></button></section>
<section id="table" hidden>
<header>
<input id="filter" type="search" placeholder="${escapeHtml(words.filter)}" aria-label="${escapeHtml(words.filter)}" aria-controls="grid">
<fieldset><legend>${escapeHtml(words.groupBy)}</legend>${choice('member', words.member)}${choice('role', words.role)}${choice('resource', words.resource)}</fieldset>
<button id="copy">${escapeHtml(words.copy)}</button>
<button id="refresh">${escapeHtml(words.refresh)}</button>
</header>
<div id="summary"><span id="status" role="status"></span><button id="toUnknown" class="link">${escapeHtml(words.toUnknown)}</button>
<span id="outdated" role="status" hidden>${escapeHtml(words.outdated)} <button id="refreshOutdated" class="link">${escapeHtml(words.refresh)}</button></span></div>
<div id="grid" role="treegrid" tabindex="0" aria-label="${escapeHtml(title)}" aria-colcount="6">
<div id="columns" role="row" aria-rowindex="1">${heads.map(([name, head]) => `<span class="cell ${name}" role="columnheader">${escapeHtml(head)}</span>`).join('')}</div>
<div id="lines" role="rowgroup"></div>
<div id="nothing" hidden>${escapeHtml(words.nothingShown)}</div>
</div>
</section>
</main>
<script nonce="${nonce}" src="${escapeHtml(file('grantsPage.js'))}"></script>
</body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
