type Rgb = readonly [number, number, number];

const toRgb = (hex: string): Rgb => {
  const number = Number.parseInt(hex, 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
};

const toHex = (rgb: Rgb): string =>
  rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("");

const toLinear = (part: number): number =>
  part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;

/** Relative luminance, as WCAG 2 defines it. */
const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);

/** The contrast of two colours (six hexadecimal digits each), from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [one, other]
    .map((hex) => luminance(toRgb(hex)))
    .toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Goes from one colour to the other by a part of 0 to 1. */
function mix(from: string, to: string, part: number): string {
  const [one, other] = [toRgb(from), toRgb(to)];
  return toHex(
    one.map((value, index) => value + ((other[index] ?? 0) - value) * part) as unknown as Rgb,
  );
}

const READABLE = 4.5;
const DARK_PAGE = "0d1117";

/** The colours of one theme: ground, text and edge, each `#rrggbb`. */
export interface LabelColors {
  readonly ground: string;
  readonly text: string;
  readonly edge: string;
}

/** On a white page the label has its own colour as its ground, and black or white text, whichever reads better. */
export function toLightColors(color: string): LabelColors {
  const text = ["ffffff", "1f2328"].find((each) => contrast(each, color) >= READABLE) ?? "000000";
  return { ground: `#${color}`, text: `#${text}`, edge: `#${mix(color, "000000", 0.12)}` };
}

/** On a dark page the label's colour only tints the ground and, lightened until it reads well, makes the text. */
export function toDarkColors(color: string): LabelColors {
  const ground = mix(DARK_PAGE, color, 0.2);
  const steps = [0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9];
  const texts = steps.map((part) => mix(color, "ffffff", part));
  const text = texts.find((each) => contrast(each, ground) >= READABLE + 0.5) ?? "ffffff";
  return { ground: `#${ground}`, text: `#${text}`, edge: `#${mix(DARK_PAGE, color, 0.45)}` };
}
