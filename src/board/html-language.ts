/** The attributes of `<html>` that say in which language a page is, and in which direction it is read. */
import { direction, language } from "#words/language.ts";

export const htmlLanguage =
  direction === "rtl" ? `lang="${language}" dir="rtl"` : `lang="${language}"`;
