"""Drives Anki's own backend for tests.

backend.py make FOLDER        makes a collection, studies in it and exports it in every form
backend.py dump FILE          imports a package into a new collection and prints what is there
backend.py dump FILE FILE     the same after importing the second over the first
backend.py time FILE          prints the processor's seconds that importing takes, and exporting
"""

import json
import os
import sys
import tempfile
import time

os.environ["ANKI_TEST_MODE"] = "1"
os.environ["TZ"] = "UTC"

from anki.collection import (  # noqa: E402
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)


def dump(col):
    # The study day begins at four.
    first_day = int((time.time() - 4 * 3600) // 86400) - col.sched.today
    guids = {row[0]: row[1] for row in col.db.execute("select id, guid from notes")}
    names = {deck.id: deck.name for deck in col.decks.all_names_and_ids()}
    cards = {}
    rows = []
    for row in col.db.execute(
        "select id, nid, ord, did, type, queue, due, ivl, reps, lapses, flags, data from cards"
    ):
        id, nid, ord, did, type, queue, due, ivl, reps, lapses, flags, data = row
        cards[id] = (guids[nid], ord)
        data = json.loads(data or "{}")
        is_day = type != 0 and due < 1_000_000_000
        rows.append(
            {
                "guid": guids[nid],
                "ord": ord,
                "deck": names[did],
                "type": type,
                "queue": queue,
                "due": 0 if type == 0 else due + first_day if is_day else due,
                "ivl": ivl,
                "reps": reps,
                "lapses": lapses,
                "flag": flags,
                "s": data.get("s"),
                "d": data.get("d"),
                "last": data.get("lrt"),
            }
        )
    notes = [
        {
            "guid": row[1],
            "type": col.models.get(row[2])["name"],
            "tags": row[3],
            "fields": row[4].split("\x1f"),
            "csum": row[5],
        }
        for row in col.db.execute("select id, guid, mid, tags, flds, csum from notes")
    ]
    log = [
        {
            "guid": cards[row[1]][0],
            "ord": cards[row[1]][1],
            "at": row[0],
            "ease": row[2],
            "ivl": row[3],
            "last_ivl": row[4],
            "factor": row[5],
            "ms": row[6],
            "kind": row[7],
        }
        for row in col.db.execute("select id, cid, ease, ivl, lastIvl, factor, time, type from revlog order by id")
        if row[1] in cards
    ]
    key = lambda item: (item["guid"], item.get("ord", 0))  # noqa: E731
    return {
        "today": first_day + col.sched.today,
        "decks": sorted(name for name in names.values() if name != "Default"),
        "notes": sorted(notes, key=key),
        "cards": sorted(rows, key=key),
        "log": log,
        "media": sorted(os.listdir(col.media.dir())),
    }


def load(col, path):
    if path.endswith(".colpkg"):
        raise SystemExit("a .colpkg replaces a collection")
    options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
    col.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options))


def new_collection(folder):
    col = Collection(os.path.join(folder, "collection.anki2"))
    col.set_config("fsrs", True)
    return col


def show(paths):
    with tempfile.TemporaryDirectory() as folder:
        col = new_collection(folder)
        for path in paths:
            load(col, path)
        print(json.dumps(dump(col)))
        col.close()


def measure(path):
    with tempfile.TemporaryDirectory() as folder:
        col = new_collection(folder)
        start = time.process_time()
        load(col, path)
        print(time.process_time() - start)
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy=True
        )
        start = time.process_time()
        out = os.path.join(folder, "out.apkg")
        col.export_anki_package(out_path=out, options=options, limit=None)
        print(time.process_time() - start)
        col.close()


def study(col, deck, ratings):
    col.decks.select(deck)
    for rating in ratings:
        card = col.sched.getCard()
        if not card:
            break
        card.start_timer()
        col.sched.answerCard(card, rating)


def travel(col, days):
    """Moves all that was done some days into the past."""
    seconds = days * 86400
    col.db.execute("update revlog set id = id - ?", seconds * 1000)
    col.db.execute("update cards set due = due - ? where type = 2 or queue = 3", days)
    col.db.execute(
        "update cards set due = due - ? where type in (1, 3) and due > 1000000000", seconds
    )
    for id, data in col.db.all("select id, data from cards where data like '%lrt%'"):
        value = json.loads(data)
        value["lrt"] -= seconds
        col.db.execute("update cards set data = ? where id = ?", json.dumps(value), id)


def make(folder):
    col = new_collection(folder)
    deck = col.decks.id("History::Wars::Cold War")
    other = col.decks.id("Geography")
    basic = col.models.by_name("Basic")
    with open(os.path.join(folder, "map of europe.png"), "wb") as file:
        file.write(b"\x89PNG fake")
    picture = col.media.add_file(os.path.join(folder, "map of europe.png"))
    for number in range(12):
        note = col.new_note(basic)
        note["Front"] = f"In which year was event <b>{number}</b>?"
        note["Back"] = f"{1900 + number}<br>AD &amp; so on" if number % 3 == 0 else f"{1900 + number}"
        note.tags = ["dates", "wars::cold"]
        col.add_note(note, deck)
    note = col.new_note(col.models.by_name("Basic (and reversed card)"))
    note["Front"] = "Hauptstadt"
    note["Back"] = "capital"
    col.add_note(note, other)
    note = col.new_note(basic)
    note["Front"] = f'Which land is red? <img src="{picture}">'
    note["Back"] = "France"
    col.add_note(note, other)
    cloze = col.models.by_name("Cloze")
    for text in (
        "{{c1::Paris}} is the capital of {{c2::France::country}}",
        "{{c2::1914}} to {{c1::1918}} [the Great War]",
        "{{c1::One}} and {{c1::two}}, not {{c2::thr{{c3::ee}}}}",
    ):
        note = col.new_note(cloze)
        note["Text"] = text
        note["Back Extra"] = "an extra<br>line"
        col.add_note(note, deck)
    for day, ratings in enumerate(([3] * 14, [3, 3, 1, 4, 2] * 5, [3, 1, 3, 3, 2, 4] * 4)):
        study(col, deck, ratings)
        travel(col, 3 + 4 * day)
    col.close()
    col = Collection(os.path.join(folder, "collection.anki2"))
    study(col, deck, [3, 3, 1, 2])
    ids = col.find_cards("deck:History is:review")
    col.sched.suspend_cards(ids[:2])
    col.set_user_flag_for_cards(3, ids[2:3])
    col.sched.set_due_date(ids[3:4], "5")
    for legacy in (True, False):
        name = "legacy" if legacy else "newer"
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
        )
        col.export_anki_package(
            out_path=os.path.join(folder, f"{name}.apkg"), options=options, limit=None
        )
    with open(os.path.join(folder, "dump.json"), "w") as file:
        json.dump(dump(col), file)
    for legacy in (True, False):
        name = "legacy" if legacy else "newer"
        col.export_collection_package(os.path.join(folder, f"{name}.colpkg"), True, legacy)
        if not legacy:
            break
        col.reopen(after_full_sync=False)


match sys.argv[1:]:
    case ["make", folder]:
        make(folder)
    case ["dump", *paths]:
        show(paths)
    case ["time", path]:
        measure(path)
    case _:
        raise SystemExit(__doc__)
