/** Computes at which minutes of a day a GitHub Actions schedule starts. https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule */

/**
 * The minutes since midnight, in UTC.
 *
 * @param line five fields with numbers, lists, ranges, steps, and asterisks
 * @param day midnight in UTC
 */
export function strikesOn(line: string, day: Date): number[] {
  const fields = line.trim().split(/\s+/);
  const [minute = "", hour = "", date = "", month = "", weekday = ""] = fields;
  if (fields.length !== 5) throw new Error(`“${line}” is no schedule.`);
  const onDate = isIn(date, day.getUTCDate());
  const onWeekday = isIn(weekday, day.getUTCDay()) || isIn(weekday, day.getUTCDay() + 7);
  // As in cron: if both are restricted, one is enough.
  const isBoth = date === "*" || weekday === "*";
  const isDay = isBoth ? onDate && onWeekday : onDate || onWeekday;
  if (!isDay || !isIn(month, day.getUTCMonth() + 1)) return [];
  return Array.from({ length: 24 * 60 }, (_, each) => each).filter(
    (each) => isIn(hour, Math.floor(each / 60)) && isIn(minute, each % 60),
  );
}

function isIn(field: string, value: number): boolean {
  return field.split(",").some((part) => {
    const [, range = "", step = "1"] = /^([\d*-]+)(?:\/(\d+))?$/.exec(part) ?? [];
    if (!range) throw new Error(`“${field}” is no field of a schedule.`);
    const isStepped = part.includes("/");
    const [from = "", to = isStepped && !range.includes("-") ? "59" : from] = range.split("-");
    const [first, last] = range === "*" ? [0, 59] : [Number(from), Number(to)];
    return value >= first && value <= last && (value - first) % Number(step) === 0;
  });
}
