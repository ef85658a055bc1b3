/** The script of every list: closes what has expired, and loads the search when somebody wants it. */
import "./expired-posts.ts";
import "./search/start.ts";
