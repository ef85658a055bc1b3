/** Lists the files below a folder. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * The paths of all files below a folder, from there and with forward slashes. What is neither a file nor a folder, such as
 * a link, is among them. Throws an Error if the folder can’t be read.
 *
 * At once, because Node's own recursive listing takes ten times as long for a site of thousands of folders.
 */
export function filesIn(folder: string): string[] {
  const files: string[] = [];
  const list = (path: string, prefix: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const { name } = entry;
      if (entry.isDirectory()) list(join(path, name), `${prefix}${name}/`);
      else files.push(prefix + name);
    }
  };
  list(folder, "");
  return files;
}
