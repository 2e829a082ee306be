import { l10n } from 'vscode';
import type { PageWords } from '../../page/messages';

export function pageWords(): PageWords {
  return {
    member: l10n.t('Member'),
    role: l10n.t('Role'),
    resource: l10n.t('Resource'),
    condition: l10n.t('Condition'),
    address: l10n.t('Address'),
    place: l10n.t('File'),
    change: l10n.t('Change'),
    changes: {
      added: l10n.t('Added'),
      removed: l10n.t('Removed'),
      condition: l10n.t('Other condition'),
      perhaps: l10n.t('Perhaps changed'),
      perhapsAdded: l10n.t('Perhaps added'),
      perhapsRemoved: l10n.t('Perhaps removed'),
    },
    groupBy: l10n.t('Group by'),
    filter: l10n.t('Filter'),
    copy: l10n.t('Copy as CSV'),
    refresh: l10n.t('Refresh'),
    outdated: l10n.t('Files have changed since.'),
    unknown: l10n.t('Unknown'),
    toUnknown: l10n.t('Show what is unknown'),
    notTold: l10n.t('not told in the text'),
    shown: l10n.t('Shown: {0} of {1}. Unknown: {2}.'),
    nothingShown: l10n.t('No row holds all of these words.'),
  };
}
