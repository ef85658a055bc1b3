/** The formats that the schema names. */
import { isDay } from "../days.ts";
import { isMailAddress } from "./mail-address.ts";
import { refuseWebAddress } from "./web-address.ts";

/** One line with visible text: an invisible title would be a link without a name. */
function isLine(text: string): boolean {
  return /^\S(?:[^\n]*\S)?$/.test(text) && /[\p{L}\p{N}]/u.test(text);
}

/** GitHub usernames. Managed users of companies have an underscore. */
const login = /^[a-zA-Z0-9](?:[a-zA-Z0-9]|[-_](?=[a-zA-Z0-9]))*$/;

export const formats = {
  day: isDay,
  line: isLine,
  email: isMailAddress,
  login,
  "web-address": (address: string) => refuseWebAddress(address) === undefined,
};
