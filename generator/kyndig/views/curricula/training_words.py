"""What the scripts of "My training" say, in the reader's words."""

from __future__ import annotations

from ..reader import Reader


def training_words(reader: Reader) -> dict[str, object]:
    """Return the words by the names that `static/training/` knows them by; braces are filled in there."""
    return {**_of_rows(reader), **_of_procedures(reader), **_of_notes(reader), "faults": _of_faults(reader)}


def _of_rows(reader: Reader) -> dict[str, str]:
    """Words of rows, fields and tables."""
    word = reader.word
    return {
        "date": word("Date"),
        "undated": word("reached, no date noted"),
        "noDay": word("Write a whole date that is not in the future."),
        "kind": word("Kind"),
        "number": word("No."),
        "name": word("Name"),
        "state": word("State"),
        "outcome": word("Outcome"),
        "competencies": word("Competency"),
        "cards": word("Competency card"),
        "procedure": word("Procedure"),
        "reached": word("reached"),
        "open": word("not reached"),
        "success": word("succeeded"),
        "failure": word("failed"),
        "done": word("done"),
    }


def _of_procedures(reader: Reader) -> dict[str, str]:
    """Words around the count of a procedure and its score."""
    word = reader.word
    return {
        "succeeded": word("Succeeded"),
        "failed": word("Failed"),
        "count": word("Count one"),
        "once": word("time"),
        "times": word("times"),
        "outcomes": word("attempts: {successes} succeeded, {failures} failed"),
        "noted": word("Attempt {n} is noted: {outcome}."),
        "removed": word("Attempt {n} is removed."),
        "remove": word("Remove"),
        "removeOne": word("Remove attempt {n}"),
        "attempts": word("All attempts"),
        "score": word("Score"),
        "chart": word("{name}: the score after each of {n} attempts"),
        "legend": word(
            "Dots are attempts that succeeded, crosses those that failed; broken lines are the limits. A success takes "
            "the line down by s = {s}, a failure takes it up by 1 − s = {up}. The table below has every value."
        ),
        "lower": word("After attempt {n} the line crossed the lower limit h0."),
        "lowerBack": word("After attempt {n} the line was above the lower limit h0 again."),
        "upper": word("After attempt {n} the line crossed the upper limit h1."),
        "upperBack": word("After attempt {n} the line was below the upper limit h1 again."),
        "neither": word("After {n} attempts the line has crossed neither limit."),
        "rates": word("Rates of your department"),
        "acceptable": word("Acceptable failures, p0, in %"),
        "unacceptable": word("Unacceptable failures, p1, in %"),
        "alpha": word("Risk α in %"),
        "beta": word("Risk β in %"),
        "ratesKept": word("The rates are kept in this browser."),
        "ratesWrong": word(
            "The score needs all four: p0 above 0, p1 above p0 and below 100, α and β above 0 and below 50."
        ),
    }


def _of_notes(reader: Reader) -> dict[str, str]:
    """Words about the notes as a whole."""
    word = reader.word
    return {
        "holds": word("Competencies: {competencies}. Cards: {cards}. Counted procedures: {attempts}."),
        "offline": word("This page also opens without a network."),
        "onlineOnly": word("Without a network this page does not open in this browser."),
        "forbidden": word("This browser does not let pages keep anything. Nothing is stored."),
        "full": word("The last change could not be kept: this browser has no room or forbids it."),
        "imported": word("The notes are imported."),
        "refused": word("The file is not imported. Nothing is changed."),
        "broken": word(
            "What is kept in this browser cannot be read as notes of this page. Export it as it is, or delete it."
        ),
        "other": word("This browser also keeps notes on the edition {edition}"),
    }


def _of_faults(reader: Reader) -> dict[str, str]:
    """What can be wrong with a file that is brought in, by the codes of `notes.js`."""
    word = reader.word
    return {
        "size": word("The file is larger than 2 MB."),
        "json": word("The file is not JSON."),
        "format": word("The file does not hold notes of this site: it does not begin with their format."),
        "version": word("The file is of version {value} of the format, and this page reads version 1."),
        "curriculum": word("The notes belong to another curriculum: {value}."),
        "edition": word("The notes belong to another edition of the curriculum: {value}."),
        "key": word("“{value}” does not belong in such a file."),
        "shape": word("{place}: what stands here does not have the right form."),
        "unknown": word("{place}: there is no “{value}” in this curriculum."),
        "date": word("{place}: “{value}” is no date such as 2026-11-22."),
        "outcome": word("{place}: “{value}” is no outcome that is counted here."),
        "rates": word("{place}: the rates or risks are incomplete, or not in order."),
        "more": word("And {n} faults more."),
    }
