/** The formats that the schema names. */
import { isDay, isMoment } from "../days.ts";
import { isLogin } from "../login.ts";
import { isMailAddress } from "./mail-address.ts";
import { refuseWebAddress } from "./web-address.ts";

/** One line with visible text: an invisible title would be a link without a name. */
function isLine(text: string): boolean {
  return /^\S(?:[^\n]*\S)?$/.test(text) && /[\p{L}\p{N}]/u.test(text);
}

export const formats = {
  day: isDay,
  moment: isMoment,
  line: isLine,
  email: isMailAddress,
  login: isLogin,
  "web-address": (address: string) => refuseWebAddress(address) === undefined,
};
