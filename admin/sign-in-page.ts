// biome-ignore-all lint/correctness/noUndeclaredDependencies: decap-cms-app names its exact version, and there may be only its copy.
/** Decap's page for signing in, explained for people who have never heard of a fork, and with what went wrong. */
import type { Credentials, GitHubBackend, PageProps, PageState } from "decap-cms-backend-github";
import { AuthenticationPage } from "decap-cms-backend-github";
import { createElement as h } from "react";
import * as words from "#words/editor.ts";
import { userErrorFrom } from "./errors.ts";

/** Makes the component that signs people in at a backend. */
export function signInPage(backend: GitHubBackend, { board, otherWays }: SignInPageParts) {
  return class SignInPage extends AuthenticationPage {
    static getDerivedStateFromProps({ error }: PageProps, { loginError }: PageState) {
      // What kept a sign-in of an earlier day from going on.
      return error && !loginError ? { loginError: error } : null;
    }

    override loginWithOpenAuthoring(data: Credentials): Promise<unknown> {
      return backend
        .authenticateWithFork({
          userData: data,
          getPermissionToFork: () => this.getPermissionToFork(),
        })
        .catch((error: unknown) => {
          this.setState({ findingFork: false, loginError: userErrorFrom(error).message });
          // Decap continues as soon as this promise is settled.
          return new Promise(() => undefined);
        });
    }

    override render() {
      return h(
        "main",
        { className: "sign-in" },
        h("p", { className: "sign-in-board" }, board),
        h("h1", null, words.pageTitle),
        h("p", null, words.signInNote),
        super.render(),
        h("p", null, h("a", { href: otherWays }, words.otherWays)),
      );
    }

    override getAuthenticationPageRenderArgs() {
      const { requestingFork, approveFork, refuseFork } = this.state;
      if (!requestingFork) return super.getAuthenticationPageRenderArgs();
      return {
        renderPageContent: ({ LoginButton, TextButton }: Parts) =>
          h(
            "div",
            { className: "agree" },
            h("p", null, words.forkNeeded),
            h(LoginButton, { onClick: approveFork }, words.makeFork),
            h(TextButton, { onClick: refuseFork }, words.cancel),
          ),
      };
    }
  };
}

/** The name of the board, and the address of its page with all ways to post a job. */
export type SignInPageParts = { board: string; otherWays: string };

type Parts = Parameters<
  NonNullable<
    ReturnType<AuthenticationPage["getAuthenticationPageRenderArgs"]>["renderPageContent"]
  >
>[0];
