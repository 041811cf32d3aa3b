#!/usr/bin/env python3
"""Writes the journals of every released version as SQL text, and what is in them as JSON lines.

Independent of hegu's own code: SQLite does what the released steps say, the rows are put in by hand, and the
lines beside them are written from the same list in the shape docs/your-data.md gives. A version that is out is
never made again; run this with the number of a new one, and look at what comes out.

    python3 tests/data/journals/make.py 4
"""
import json, pathlib, sqlite3, sys

HERE = pathlib.Path(__file__).parent
STEPS = sorted((HERE / "../../../assets/journal").resolve().glob("*.sql"))
VERSION = int(sys.argv[1])

MOMENT = 1795293000000  # 2026-11-21T21:30:00+01:00
A, B, C, D, P, Q, T = (f"{n:032x}" for n in (0xA, 0xB, 0xC, 0xD, 0x50, 0x51, 0x70))


def at(minutes, offset="+01:00"):
    # All on one evening, so that the text can be read beside the number.
    h, m = divmod(21 * 60 + 30 + minutes, 60)
    return f"2026-11-21T{h:02}:{m:02}:00.000{offset}"


db = sqlite3.connect(":memory:")
for step in STEPS[:VERSION]:
    db.executescript(step.read_text())
db.execute(f"PRAGMA application_id = {int.from_bytes(b'HEGU', 'big')}")
db.execute(f"PRAGMA user_version = {VERSION}")

lines = []


def put(table, **values):
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(values.values()))


# One finished practice with its ledger, one that was killed in the middle, one that was taken away.
put("practice", id=1, uid=P, day="2026-11-21", at=MOMENT + 120000, offset=3600, routine="evening-unwind",
    plan="GB20, EX-HN3, HT7 each", breath="calm", planned=600000, ended="stopped", ended_at=MOMENT + 600000, why="SR-04")
put("press", practice=1, place=0, point="GB20", half="both", pressed=60000, how="whole", at=MOMENT + 200000)
put("press", practice=1, place=1, point="HT7", half="left", pressed=12345, how="touched", at=MOMENT + 300000)
put("practice", id=2, uid=Q, day="2026-11-21", at=MOMENT + 1200000, offset=3600, plan="LI4 left", breath="natural",
    planned=90000)
put("practice", id=3, uid=f"{0x52:032x}", day="2026-11-21", at=MOMENT, offset=3600, plan="LI4", breath="calm",
    planned=1, removed=MOMENT)
lines.append({"kind": "practice", "uid": P, "day": "2026-11-21", "at": at(2), "routine": "evening-unwind",
              "plan": "GB20, EX-HN3, HT7 each", "breath": "calm", "planned_ms": 600000, "ended": "stopped",
              "ended_at": at(10), "why": "SR-04", "done": [
                  {"point": "GB20", "side": "both", "pressed_ms": 60000, "how": "whole",
                   "at": "2026-11-21T21:33:20.000+01:00"},
                  {"point": "HT7", "side": "left", "pressed_ms": 12345, "how": "touched", "at": at(5)}]})
lines.append({"kind": "practice", "uid": Q, "day": "2026-11-21", "at": at(20), "plan": "LI4 left",
              "breath": "natural", "planned_ms": 90000})

# Before, after and later; one taken away; every scale once, 0 and 10 among them.
NOTE = "Rødgrød 合谷, it's \"fine\";\nDROP TABLE checkin; --"
put("checkin", id=1, uid=A, day="2026-11-21", at=MOMENT, offset=3600, phase="before", practice=1, mood=2, tension=10,
    stress=0, tiredness=7, pain=3, sleep=4, note=NOTE)
put("felt", checkin=1, place=0, felt="shoulder-left", much=6)
put("felt", checkin=1, place=1, felt="nausea", much=None)
put("tag", checkin=1, place=0, tag="kaffe")
put("tag", checkin=1, place=1, tag="dårlig nat")
put("checkin", id=2, uid=B, day="2026-11-21", at=MOMENT + 660000, offset=3600, phase="after", of=1, practice=1, mood=3,
    tension=6)
put("checkin", id=3, uid=C, day="2026-11-21", at=MOMENT + 4800000, offset=3600, phase="later", of=1, practice=1,
    tension=7)
put("checkin", id=4, uid=D, day="2026-11-21", at=MOMENT + 1, offset=3600, phase="before", mood=5, note="taken away",
    removed=MOMENT + 2)
lines.append({"kind": "check-in", "uid": A, "day": "2026-11-21", "at": at(0), "phase": "before", "practice": P,
              "answers": {"mood": 2, "tension": 10, "stress": 0, "tiredness": 7, "pain": 3, "sleep": 4,
                          "felt": [{"at": "shoulder-left", "much": 6}, {"at": "nausea"}],
                          "tags": ["kaffe", "dårlig nat"], "note": NOTE}})
lines.append({"kind": "check-in", "uid": B, "day": "2026-11-21", "at": at(11), "phase": "after", "of": A,
              "practice": P, "answers": {"mood": 3, "tension": 6}})
lines.append({"kind": "check-in", "uid": C, "day": "2026-11-21", "at": at(80), "phase": "later", "of": A,
              "practice": P, "answers": {"tension": 7}})

# The way back: an answer that was changed, and About you.
put("change", uid=f"{1:032x}", at=MOMENT, offset=3600, about="profile", subject=0, before="{}",
    after='{"WB-11":"yes foot.left"}')
put("change", uid=f"{2:032x}", at=MOMENT + 5, offset=3600, about="checkin", subject=1,
    before='{"mood":1,"tags":["vin"],"note":"before"}', after="{}")

put("profile", id="WB-11", answer="yes", detail="foot.left")
put("day_answer", day="2026-11-21", id="RF-19", answer="no", detail="")
put("flag", name="welcome", value="read")
put("flag", name="never.SP6", value="yes")
put("favourite", kind="point", id="LI4")
put("favourite", kind="routine", id="desk-break")
lines += [{"kind": "flag", "name": "never.SP6", "value": "yes"}, {"kind": "flag", "name": "welcome", "value": "read"},
          {"kind": "favourite", "what": "point", "id": "LI4"},
          {"kind": "favourite", "what": "routine", "id": "desk-break"},
          {"kind": "profile", "id": "WB-11", "answer": "yes", "detail": "foot.left"},
          {"kind": "today", "day": "2026-11-21", "id": "RF-19", "answer": "no"}]

if VERSION >= 2:
    put("own_tag", tag="vin", place=0)
    put("own_tag", tag="kaffe", place=1)
    put("trial", id=1, uid=T, at=MOMENT, offset=3600, seed=-6, kinds="PR", blocks=6, routine="evening-unwind",
        minutes=10, outcome="tension", ended="early", ended_at=MOMENT + 660000)
    put("trial_evening", trial=1, place=0, day="2026-11-21", card=0, kind="P", before=1, after=2, later=3)
    lines += [{"kind": "tag", "tag": "vin"}, {"kind": "tag", "tag": "kaffe"}]
    lines.append({"kind": "trial", "uid": T, "at": at(0), "seed": str((-6) % 2**64), "kinds": "PR", "blocks": 6,
                  "routine": "evening-unwind", "minutes": 10, "outcome": "tension", "ended": "early",
                  "ended_at": at(11), "evenings": [
                      {"day": "2026-11-21", "card": 0, "kind": "P", "before": A, "after": B, "later": C}]})
    put("machine", id=f"{0xFEED:032x}")
if VERSION >= 3:
    put("quiz", id=1, day="2026-11-21", at=MOMENT + 900000, offset=3600, point="LI4", found=1)
    put("quiz", id=2, day="2026-11-21", at=MOMENT + 960000, offset=3600, point="SP6", found=0)
    lines.append({"kind": "quiz", "day": "2026-11-21", "at": at(15), "point": "LI4", "found": True})
    lines.append({"kind": "quiz", "day": "2026-11-21", "at": at(16), "point": "SP6", "found": False})
if VERSION >= 4:
    put("change", uid=f"{3:032x}", at=MOMENT + 9, offset=3600, about="favourite", subject=0,
        before='["point","LI4",false]', after='["point","LI4",true]', deed=3)

# As text: what SQLite says of itself, in its own order; the words of the index are made by its triggers.
text = [f"-- A journal of version {VERSION}, as hegu left it. Made by make.py; never made again once it is out."]
tables = []
for kind, name, sql in db.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"):
    if name.startswith("note_search_"):
        continue
    text.append(sql + ";")
    if kind == "table" and not name.startswith("note_search"):
        tables.append(name)
order = ["practice", "press", "checkin", "felt", "tag"]
tables.sort(key=lambda name: (order.index(name) if name in order else len(order), name))
for table in tables:
    cursor = db.execute(f"SELECT * FROM {table}")
    names = ", ".join(f'"{column[0]}"' for column in cursor.description)
    for row in cursor:
        values = ", ".join(db.execute("SELECT quote(?)", [value]).fetchone()[0] for value in row)
        text.append(f"INSERT INTO {table} ({names}) VALUES ({values});")
text.append(f"PRAGMA application_id = {int.from_bytes(b'HEGU', 'big')};")
text.append(f"PRAGMA user_version = {VERSION};")
(HERE / f"v{VERSION}.sql").write_text("\n".join(text) + "\n")
(HERE / f"v{VERSION}.jsonl").write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
