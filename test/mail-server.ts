/** A mail server in this process that accepts messages and keeps them, rejects them, or disconnects. */
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";
import type { ParsedMail } from "mailparser";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A received message: its envelope, its parsed content, and its bytes. */
export type Received = { recipients: string[]; mail: ParsedMail; source: string };

/** A response other than acceptance, such as `550 …`, or `hang-up`. */
export type Trouble = `${number} ${string}` | "hang-up";

export type MailServerForTests = {
  /** Its address, with username and password. */
  url: string;
  received: Received[];
  /** Whether it accepts its own password. */
  knowsUs: boolean;
  /** The number of attempts to sign in. */
  logins: number;
  /** Responses to the next recipients, in order. */
  recipientTroubles: Trouble[];
  /** Responses to the next complete messages, in order. */
  messageTroubles: Trouble[];
  /** Called with the number of complete messages so far, and awaited before the response. */
  leisure: Promise<void>;
  arrived: number;
  /** Permanent responses by recipient address. */
  refused: Map<string, Trouble>;
  stop(): Promise<void>;
};

export const password = "p@ss/wörd";

export async function startMailServer(): Promise<MailServerForTests> {
  const state: Omit<MailServerForTests, "url" | "stop"> = {
    ...{
      received: [],
      knowsUs: true,
      logins: 0,
      recipientTroubles: [],
      messageTroubles: [],
      leisure: Promise.resolve(),
      arrived: 0,
      refused: new Map(),
    },
  };
  const sockets = new Set<Socket>();
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = new SMTPServer({
    // Without TLS, because nobody can listen in on one machine.
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    authMethods: ["PLAIN"],
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth(auth, _session, done) {
      state.logins += 1;
      const isKnown = state.knowsUs && auth.username === "board" && auth.password === password;
      done(isKnown ? null : answer("535 5.7.8 Wrong password"), { user: "board" });
    },
    onRcptTo({ address }, _session, done) {
      const trouble = state.refused.get(address) ?? state.recipientTroubles.shift();
      if (trouble === "hang-up") hangUp();
      else done(trouble ? answer(trouble) : null);
    },
    async onData(stream, session, done) {
      const source = await text(stream);
      state.arrived += 1;
      await state.leisure;
      const trouble = state.messageTroubles.shift();
      if (trouble === "hang-up") {
        hangUp();
        return;
      }
      if (trouble) {
        done(answer(trouble));
        return;
      }
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      state.received.push({ recipients, mail: await simpleParser(source), source });
      done(null);
    },
  });
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  // Some tests disconnect on purpose.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return Object.assign(state, {
    url: `smtp://board:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

function answer(line: string): Error & { responseCode: number } {
  const [code = "", ...words] = line.split(" ");
  return Object.assign(new Error(words.join(" ")), { responseCode: Number(code) });
}
