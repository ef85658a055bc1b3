/** Finds or installs a Chromium, and starts it: for browser tests, and to draw pictures. */
import { execFile } from "node:child_process";
import { access, constants, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";

/** A Chromium to start: its program, and the environment variables that it needs in addition to ours. */
export interface Chromium {
  executablePath: string;
  env: NodeJS.ProcessEnv;
}

const run = promisify(execFile);

/** Names of the program in Linux distributions and in Google’s own packages. */
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const macPrograms = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * Finds a Chromium: the one that CHROMIUM_PATH names, or one that is installed, or the one in `@sparticuz/chromium`,
 * which changes nothing on the machine. Where that does not run (it is built for Linux on x64), installs Debian’s, if
 * we are allowed to.
 *
 * @throws Error if CHROMIUM_PATH does not name a program, or no Chromium can be found or installed
 */
export async function findChromium(env: NodeJS.ProcessEnv): Promise<Chromium> {
  if (env.CHROMIUM_PATH) {
    if (await isProgram(env.CHROMIUM_PATH)) return { executablePath: env.CHROMIUM_PATH, env: {} };
    throw new Error(`CHROMIUM_PATH is ${env.CHROMIUM_PATH}, which is not a program.`);
  }
  const found =
    (await installedChromium(env)) ?? (await packedChromium(env)) ?? (await debianChromium(env));
  if (found) return found;
  throw new Error("No Chromium was found. Install one, or set CHROMIUM_PATH to its path.");
}

/** Starts a Chromium that cannot reach other machines. The caller closes it. */
export async function launchBrowser(variables: NodeJS.ProcessEnv): Promise<Browser> {
  const { executablePath, env } = await findChromium(variables);
  return await chromium.launch({
    executablePath,
    env: { ...variables, ...env },
    // Chromium ends by itself when this process does. Playwright's handlers would keep the process alive.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // For requests that a page does not see: the browser’s own, and redirects.
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]",
    ],
  });
}

async function installedChromium(env: NodeJS.ProcessEnv): Promise<Chromium | undefined> {
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const programs = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const executablePath of [...programs, ...macPrograms]) {
    const installed = { executablePath, env: {} };
    if ((await isProgram(executablePath)) && (await starts(installed, env))) return installed;
  }
  return undefined;
}

async function packedChromium(env: NodeJS.ProcessEnv): Promise<Chromium | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const packed = await unpackChromium(env);
  // Linux distributions other than Debian may lack libraries that it needs.
  return (await starts(packed, env)) ? packed : undefined;
}

/**
 * Unpacks `@sparticuz/chromium` once, with the few libraries and the font that a bare Linux lacks. The package does
 * that only if it believes that it runs on Amazon’s servers, unpacks to the folder of temporary files, and changes the
 * environment of its process. So it runs in a separate process.
 */
async function unpackChromium(env: NodeJS.ProcessEnv): Promise<Chromium> {
  const folder = join(import.meta.dirname, "../../node_modules/.cache/chromium");
  const executablePath = join(folder, "chromium");
  if (!(await isProgram(executablePath))) {
    await mkdir(join(folder, ".."), { recursive: true });
    const unpacking = await mkdtemp(`${folder}-`);
    const program = `import packed from "@sparticuz/chromium"; await packed.executablePath();`;
    await run(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: import.meta.dirname,
      env: { ...env, TMPDIR: unpacking, AWS_LAMBDA_JS_RUNTIME: "nodejs24.x" },
    });
    await writeFile(join(unpacking, "fonts.conf"), fontsFrom(folder));
    // All or nothing: another process must not start a half-unpacked program.
    await rename(unpacking, folder).catch(async (error) => {
      await rm(unpacking, { recursive: true });
      if (!(await isProgram(executablePath))) throw error;
    });
  }
  const libraries = [join(folder, "al2023/lib"), env.LD_LIBRARY_PATH].filter(Boolean);
  return {
    executablePath,
    env: {
      LD_LIBRARY_PATH: libraries.join(delimiter),
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
    },
  };
}

/** The machine’s fonts, if any, and the bundled one: without any font, all text is 0 pixels wide. */
function fontsFrom(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

/** Debian and derivatives, as root: in a container nobody else installs it. Reports on stderr what it does. */
async function debianChromium(env: NodeJS.ProcessEnv): Promise<Chromium | undefined> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !(await isProgram("/usr/bin/apt-get"))) return undefined;
  process.stderr.write(
    "Chromium is not installed. Installing Debian's package, which takes a minute…\n",
  );
  const apt = (...words: string[]) =>
    // Two test files may get here at the same time. The second waits for the first.
    run("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=300", ...words], {
      env: { ...env, DEBIAN_FRONTEND: "noninteractive" },
    });
  try {
    await apt("update");
    await apt("install", "--yes", "--no-install-recommends", "chromium");
  } catch (error) {
    process.stderr.write(
      `That did not succeed: ${error instanceof Error ? error.message : error}\n`,
    );
  }
  return await installedChromium(env);
}

async function starts(found: Chromium, env: NodeJS.ProcessEnv): Promise<boolean> {
  const version = run(found.executablePath, ["--version"], { env: { ...env, ...found.env } });
  return await version.then(
    () => true,
    () => false,
  );
}

async function isProgram(path: string): Promise<boolean> {
  return await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
