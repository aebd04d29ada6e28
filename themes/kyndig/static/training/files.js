// Notes as files: JSON to take along, and a table (RFC 4180) for a spreadsheet.
import { today } from "./make.js";

export function save(name, kind, text) {
  const address = URL.createObjectURL(new Blob([text], { type: kind }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export const nameOf = ({ curriculum, edition }, suffix) => `${curriculum}-${edition}-${today()}.${suffix}`;

const cell = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

// `rows` are lists of texts; the mark of order in front tells Excel that this is UTF-8.
export const csv = (rows) => `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
