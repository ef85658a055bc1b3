/** Git’s settings for one command, passed in its environment: everybody on the machine can read command lines. */

export type GitSettings = Readonly<Record<string, string>>;

/** The variables by which Git takes settings. https://git-scm.com/docs/git-config#ENVIRONMENT */
export function settingsAsVariables(settings: GitSettings): Record<string, string> {
  const variables: Record<string, string> = {
    GIT_CONFIG_COUNT: String(Object.keys(settings).length),
  };
  for (const [index, [key, value]] of Object.entries(settings).entries()) {
    variables[`GIT_CONFIG_KEY_${index}`] = key;
    variables[`GIT_CONFIG_VALUE_${index}`] = value;
  }
  return variables;
}

/** Presents a token, if there is one, to a repository’s own host and to no other. */
export function authorization({
  url,
  token,
}: {
  url: string;
  token?: string | undefined;
}): GitSettings {
  if (token === undefined) return {};
  const credentials = Buffer.from(`x-access-token:${token}`).toString("base64");
  return { [`http.${new URL(url).origin}/.extraheader`]: `Authorization: Basic ${credentials}` };
}
