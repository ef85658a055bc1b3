/** Whether two logins name the same account: GitHub compares them, and names of repositories, without case. */
export function isSameLogin(
  one: string | null | undefined,
  other: string | null | undefined,
): boolean {
  return Boolean(one) && one?.toLowerCase() === other?.toLowerCase();
}
