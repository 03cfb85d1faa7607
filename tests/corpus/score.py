#!/usr/bin/env python3
"""Compare a program's answers with the corpus labels.

usage: score.py drafts   LABELLED.jsonl ANSWERS.jsonl [--show]
       score.py comments LABELLED.jsonl ANSWERS.jsonl [--show]

An answer line for a draft:   {"id", "rules": [...], "advice": [...], "findings": [{"rule", "quote", "start", "end", "pupils": [...]}]}
An answer line for a comment: {"id", "child": "named|described|referenced|none", "urgent": bool, "offensive": bool,
                               "threat": bool, "staff_forename": bool, "quotes": [...], "pupils": [...]}
Prints one JSON object of figures; --show lists every case that differs.
"""

import json
import sys
from collections import Counter


def lines(path):
    with open(path, encoding="utf-8") as fh:
        return {row["id"]: row for row in map(json.loads, filter(str.strip, fh))}


def prf(tp, fp, fn):
    p = tp / (tp + fp) if tp + fp else 1.0
    r = tp / (tp + fn) if tp + fn else 1.0
    return {
        "precision": round(p, 4),
        "recall": round(r, 4),
        "f1": round(2 * p * r / (p + r) if p + r else 0.0, 4),
        "n": tp + fn,
    }


def binary(pairs):
    c = Counter(pairs)
    return prf(c[True, True], c[False, True], c[True, False])


def overlap(text, quote, start, end):
    at = text.find(quote)
    while at >= 0:
        if at < end and start < at + len(quote):
            return True
        at = text.find(quote, at + 1)
    return False


def drafts(gold, got, show):
    per, exact, verdict, clean, clean_blocked, located, locatable = {}, 0, 0, 0, 0, 0, 0
    for i, g in gold.items():
        a = got.get(i, {"rules": [], "advice": [], "findings": []})
        want, have = set(g["expect"]["rules"]), set(a["rules"])
        exact += want == have
        verdict += bool(want) == bool(have)
        clean += not want
        clean_blocked += not want and bool(have)
        for rule in want | have:
            per.setdefault(rule, Counter())["tp" if rule in want & have else "fn" if rule in want else "fp"] += 1
        for rule, quotes in g["expect"].get("quotes", {}).items():
            for q in quotes:
                locatable += 1
                located += any(
                    f["rule"] == rule and f.get("end") is not None and overlap(g["text"], q, f["start"], f["end"])
                    for f in a.get("findings", [])
                )
        if show and want != have:
            print(f"{i} want {sorted(want)} got {sorted(have)}: {g['text'][:160]!r}", file=sys.stderr)
    total = Counter()
    for c in per.values():
        total += c
    return {
        "drafts": len(gold),
        "answered": len(gold.keys() & got.keys()),
        "verdict_accuracy": round(verdict / len(gold), 4),
        "exact_rules": round(exact / len(gold), 4),
        "clean_drafts_wrongly_blocked": round(clean_blocked / max(clean, 1), 4),
        "quotes_located": round(located / max(locatable, 1), 4),
        "all_rules": prf(total["tp"], total["fp"], total["fn"]),
        "by_rule": {r: prf(c["tp"], c["fp"], c["fn"]) for r, c in sorted(per.items())},
    }


def comments(gold, got, show):
    blank = {
        "child": "none",
        "urgent": False,
        "offensive": False,
        "threat": False,
        "staff_forename": False,
        "quotes": [],
        "pupils": [],
    }
    urgent, off, threat, staff, kind, pupils = [], [], [], [], 0, Counter()
    by_kind = {}
    for i, g in gold.items():
        e, a = g["expect"], got.get(i, blank)
        want = e["child"] in ("named", "described")
        urgent.append((want, bool(a["urgent"])))
        off.append((e["offensive"], bool(a["offensive"])))
        threat.append((e["threat"], bool(a["threat"])))
        staff.append((e["staff_forename"], bool(a["staff_forename"])))
        kind += a["child"] == e["child"]
        by_kind.setdefault(e["child"], []).append(bool(a["urgent"]))
        w, h = set(e["pupils"]), set(a.get("pupils", []))
        pupils += Counter(tp=len(w & h), fp=len(h - w), fn=len(w - h))
        if show and (want != bool(a["urgent"]) or a["child"] != e["child"] or e["offensive"] != bool(a["offensive"])):
            print(
                f"{i} want {e['child']}/off={e['offensive']} got {a['child']}/urgent={a['urgent']}/off={a['offensive']}: {g['text'][:160]!r}",
                file=sys.stderr,
            )
    return {
        "comments": len(gold),
        "answered": len(gold.keys() & got.keys()),
        "urgent": binary(urgent),
        "child_kind_accuracy": round(kind / len(gold), 4),
        "urgent_rate_by_kind": {k: round(sum(v) / len(v), 4) for k, v in sorted(by_kind.items())},
        "offensive": binary(off),
        "threat": binary(threat),
        "staff_forename": binary(staff),
        "pupils": prf(pupils["tp"], pupils["fp"], pupils["fn"]),
    }


def main(argv):
    show = "--show" in argv
    args = [a for a in argv if a != "--show"]
    if len(args) != 3 or args[0] not in ("drafts", "comments"):
        sys.exit(__doc__)
    score = {"drafts": drafts, "comments": comments}[args[0]]
    print(json.dumps(score(lines(args[1]), lines(args[2]), show), indent=1))


if __name__ == "__main__":
    main(sys.argv[1:])
