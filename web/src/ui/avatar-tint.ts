import styles from './Avatar.module.css';

/** The class that gives `--tint`, one of six quiet colours that stay with a name. */
export function tintOf(name: string): string | undefined {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return styles[`tint${sum % 6}`];
}
