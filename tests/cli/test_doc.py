"""ayant doc: pages to read, and what is refused."""
import os

from support import RULES, Folder, ayant, check, same


def test_pages_are_written():
    with Folder() as folder:
        done = ayant("doc", RULES, "--output", folder.at("site"), "--on", "2026-03-01").expect(0)
        same(done.out, "", "standard output")
        names = sorted(os.listdir(folder.at("site")))
        check("index.html" in names and "ris.fr.html" in names and "ris.nl.html" in names, names)
        check("mars 2026" in folder.read("site/index.html"), "the date asked for")


def test_a_folder_is_needed():
    same(ayant("doc", RULES).status, 2)
    with Folder() as folder:
        same(ayant("doc", RULES, "--output", folder.write("plain", "x")).status, 2)
