/** The companies of a board, with their live and closed posts. */
import { jobsAt } from "#words/list-pages.ts";
import { compareNames } from "../compare-text.ts";
import type { Board } from "./board.ts";
import type { PostList } from "./list-pages.ts";

/** The live posts of a company, in the order of the list, and its closed ones. */
export type CompanyList = PostList & Required<Pick<PostList, "closed">>;

const known = new WeakMap<Board, readonly CompanyList[]>();

/**
 * Every company that has a post with a page, by name. As the page of a closed post lasts as long as it is in this
 * list, it can link to its company.
 */
export function companiesOf(board: Board): readonly CompanyList[] {
  const companies = known.get(board) ?? findCompanies(board);
  known.set(board, companies);
  return companies;
}

function findCompanies({ live, closed, config }: Board): readonly CompanyList[] {
  const all = [...live, ...closed.filter(({ hasPage }) => hasPage)];
  return [...Map.groupBy(all, ({ companyAddress }) => companyAddress)]
    .map(([address, posts]): CompanyList => {
      // Of several spellings, that of the newest post.
      const name = posts[0]?.job.company ?? "";
      return {
        ...{ kind: "company", name, heading: jobsAt(name), address },
        posts: posts.filter(({ isLive }) => isLive),
        closed: posts.filter(({ isLive }) => !isLive).slice(0, config.recentPosts),
      };
    })
    .sort((a, b) => compareNames(a.name, b.name));
}
