#!/usr/bin/env python3
"""The command, as somebody uses it: tests/cli/run.py [NAME ...]

Every function test_* of every test_*.py here is one test.
"""
import glob
import importlib
import os
import sys
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True

from support import Wrong  # noqa: E402


def main(chosen):
    passed = failed = 0
    for path in sorted(glob.glob(os.path.join(HERE, "test_*.py"))):
        module = importlib.import_module(os.path.basename(path)[:-3])
        for name, test in list(vars(module).items()):
            if not name.startswith("test_") or (chosen and name not in chosen and module.__name__ not in chosen):
                continue
            try:
                test()
                passed += 1
            except Wrong as wrong:
                failed += 1
                print("%s.%s: %s" % (module.__name__, name, wrong))
            except Exception:  # a test that breaks is a failure like another
                failed += 1
                print("%s.%s broke:\n%s" % (module.__name__, name, traceback.format_exc()))
            sys.stdout.flush()
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
