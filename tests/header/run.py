#!/usr/bin/env python3
"""ayant.h compiles alone, twice over, in every language it promises, without a warning."""
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HEADER = os.path.join(ROOT, "engine", "ayant.h")
LANGUAGES = (
    ("cc", "c", "c99"),
    ("cc", "c", "c11"),
    ("cc", "c", "c17"),
    ("c++", "c++", "c++11"),
    ("c++", "c++", "c++17"),
)
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Werror"]
PROGRAM = '#include "ayant.h"\n#include "ayant.h"\nint use(void);\nint use(void)\n{\n    return AYANT_OK;\n}\n'


def main():
    passed = failed = 0
    for compiler, language, standard in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, "alone." + ("c" if language == "c" else "cc"))
            with open(source, "w", encoding="ascii") as file:
                file.write(PROGRAM)
            done = subprocess.run([compiler, "-x", language, "-std=" + standard, *WARNINGS, "-I",
                                   os.path.dirname(HEADER), "-fsyntax-only", source],
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode:
            failed += 1
            print("%s -std=%s refuses ayant.h:\n%s" % (compiler, standard, done.stdout.decode()))
        else:
            passed += 1
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
