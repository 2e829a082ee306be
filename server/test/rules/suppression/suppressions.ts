/** A policy with one finding, `allUsers`, and a comment above it. */
export function above(comment: string, member = 'allUsers'): string {
  return `bindings:\n- members:\n  # ${comment}\n  - ${member}\n  role: roles/storage.objectViewer\n`;
}

export const publicAccess = 'allow-policy/public-access';
