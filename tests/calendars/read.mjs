// Reads a calendar with ical.js and writes what it finds as JSON: node read.mjs ADDRESS-OF-MODULE FILE
import { readFileSync } from "node:fs";

const { default: ICAL } = await import(process.argv[2]);
const root = new ICAL.Component(ICAL.parse(readFileSync(process.argv[3], "utf8")));
for (const zone of root.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}
const found = {};
for (const component of root.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  const { startDate: start } = event;
  const end = component.hasProperty("dtend") ? event.endDate : null;
  found[event.uid] = {
    summary: event.summary,
    description: event.description ?? "",
    location: event.location ?? "",
    start: start.toString(),
    end: end ? end.toString() : "",
    zone: start.isDate ? "" : start.zone.tzid,
    utc: start.isDate ? "" : new Date(start.toUnixTime() * 1000).toISOString().replace(".000", ""),
    status: component.getFirstPropertyValue("status"),
    sequence: String(event.sequence),
  };
}
process.stdout.write(JSON.stringify(found));
