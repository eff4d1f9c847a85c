# ayant: every verb of the project. `make help` lists them.
#
#   BUILD=dir     where objects and products go (build)
#   SAN=1         AddressSanitizer and UBSan, in build/asan
#   CI=1          a warning is an error
#   PREFIX, DESTDIR   for install
#
# Sources are found, not listed: a new engine/room/file.c is in the next build.

ifdef SAN
BUILD ?= build/asan
endif
BUILD ?= build
PREFIX ?= /usr/local
PKG_CONFIG ?= pkg-config
OBJCOPY ?= objcopy
PYTHON ?= python3
FUZZ_SECONDS ?= 60
# As many jobs as processors, unless the caller said how many.
JOBS = $(if $(findstring -j,$(MAKEFLAGS)),,-j$(shell nproc 2>/dev/null || echo 2))

VERSION := $(shell sed -n 's/^.define AYANT_VERSION "\(.*\)"/\1/p' engine/ayant.h)
SONAME := libayant.so.$(firstword $(subst ., ,$(VERSION)))

# Debian names Lua "lua5.4", Arch "lua54", Fedora and Alpine "lua-5.4" or "lua5.4".
LUA := $(firstword $(foreach name,lua5.4 lua54 lua-5.4,$(shell $(PKG_CONFIG) --exists $(name) 2>/dev/null && echo $(name))))
PACKAGES := $(or $(LUA),lua5.4) sqlite3 libpcre2-8 libsodium libzip expat jansson
# -isystem: the warnings below are about our files.
PACKAGE_CFLAGS := $(patsubst -I%,-isystem %,$(shell $(PKG_CONFIG) --cflags $(PACKAGES) 2>/dev/null))
PACKAGE_LIBS := $(shell $(PKG_CONFIG) --libs $(PACKAGES) 2>/dev/null)
MACHINE := $(shell $(CC) -dumpmachine 2>/dev/null)

WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes $(if $(CI),-Werror)
OPTIMISE ?= -O2
CFLAGS ?= -g
# -ffp-contract=off: a fused multiply-add changes cents.
OUR_CFLAGS := -std=c11 $(OPTIMISE) -ffp-contract=off -fvisibility=hidden -fPIC -pthread -D_POSIX_C_SOURCE=200809L
LIBS := $(PACKAGE_LIBS) -lm -pthread
ifdef SAN
OUR_CFLAGS += -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
OUR_LDFLAGS := -fsanitize=address,undefined
endif
ifdef FUZZ
OUR_CFLAGS += -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
OUR_LDFLAGS := -fsanitize=fuzzer,address,undefined
endif
COMPILE = $(CC) $(OUR_CFLAGS) $(CFLAGS) $(CPPFLAGS) $(PACKAGE_CFLAGS) $(WARNINGS) -MMD -MP

# engine/vector/kernels.c is compiled once for each instruction set; the engine chooses when it runs.
KERNELS := $(wildcard engine/vector/kernels.c)
COMMAND_SOURCES := $(wildcard engine/cli/*.c)
LIBRARY_SOURCES := $(filter-out $(COMMAND_SOURCES) $(KERNELS),$(wildcard engine/*.c engine/*/*.c))
LIBRARY_OBJECTS := $(LIBRARY_SOURCES:%.c=$(BUILD)/%.o)
COMMAND_OBJECTS := $(COMMAND_SOURCES:%.c=$(BUILD)/%.o)
ifneq ($(KERNELS),)
LIBRARY_OBJECTS += $(BUILD)/engine/vector/kernels_base.o
ifneq ($(filter x86_64-%,$(MACHINE)),)
LIBRARY_OBJECTS += $(BUILD)/engine/vector/kernels_avx2.o $(BUILD)/engine/vector/kernels_avx512.o
endif
endif
UNIT_SOURCES := $(wildcard tests/unit/test_*.c)
UNIT_PROGRAMS := $(UNIT_SOURCES:tests/unit/%.c=$(BUILD)/tests/%)
BENCH_SOURCES := $(wildcard tests/bench/*.c)
BENCH_OBJECTS := $(BENCH_SOURCES:tests/bench/%.c=$(BUILD)/bench/%.o)
FUZZ_SOURCES := $(wildcard tests/fuzz/fuzz_*.c)
FUZZ_PROGRAMS := $(FUZZ_SOURCES:tests/fuzz/%.c=$(BUILD)/fuzz/%)
# The analyser of clang, less two opinions: memcpy is no danger in itself, and structs are ordered for readers.
TIDY := -*,clang-analyzer-*,-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling,-clang-analyzer-optin.performance.Padding
FORMATTED := $(wildcard engine/*.[ch] engine/*/*.[ch] tests/*/*.[ch])

.PHONY: words help all unit needs demo test asan check-style fuzz fuzz-programs bench install clean FORCE
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SECONDARY:

help:                   ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1@\2/p' $(firstword $(MAKEFILE_LIST)) | \
	    awk -F@ '{ printf "%-20s %s\n", $$1, $$2 }'

all: $(BUILD)/ayant $(BUILD)/libayant.a $(BUILD)/libayant.so ## the command and the library, in build/

needs:                  ## install the Debian packages a build wants, when they are missing
	@tools/install-needs.sh build

demo: needs             ## a made-up Brussels, screened: what ayant does, in a minute
	@echo 'building ...'
	@$(MAKE) -s --no-print-directory $(JOBS) all
	@tools/demo.sh $(BUILD)

test:                   ## everything; the last line is "N passed, M failed"
	@tools/install-needs.sh test
	@$(MAKE) --no-print-directory $(JOBS) all unit
	@$(MAKE) --no-print-directory $(JOBS) SAN=1 BUILD=$(BUILD)/asan all unit
	@$(PYTHON) tests/run $(BUILD)

asan:                   ## the same programs under AddressSanitizer and UBSan, in build/asan
	@$(MAKE) --no-print-directory $(JOBS) SAN=1 BUILD=$(BUILD)/asan all unit
	@$(PYTHON) tests/run $(BUILD) --only sanitised

# In host/, a check that fails leaves through Lua and does not come back: cppcheck cannot see that.
check-style:            ## clang-format, clang-tidy and cppcheck
	@tools/install-needs.sh style
	clang-format --dry-run -Werror $(FORMATTED)
	cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr \
	    --suppress=missingIncludeSystem --suppress=nullPointerRedundantCheck:engine/host/* \
	    --suppress=negativeIndex:engine/host/* --suppress=arrayIndexOutOfBoundsCond:engine/host/* \
	    --error-exitcode=1 -DKERNELS=base engine
	@echo 'clang-tidy, a file at a time ...'
	@printf '%s\n' $(LIBRARY_SOURCES) $(COMMAND_SOURCES) | xargs -P $$(nproc) -I FILE \
	    clang-tidy --quiet --warnings-as-errors='*' --checks='$(TIDY)' FILE -- $(OUR_CFLAGS) $(PACKAGE_CFLAGS) 2>/dev/null

fuzz:                   ## each program of tests/fuzz for FUZZ_SECONDS=60 (clang)
	@$(MAKE) --no-print-directory $(JOBS) FUZZ=1 CC=clang BUILD=$(BUILD)/fuzzed fuzz-programs

fuzz-programs: $(FUZZ_PROGRAMS)
	@for program in $(FUZZ_PROGRAMS); do \
	    corpus=$(BUILD)/corpus/$$(basename $$program); mkdir -p $$corpus; \
	    seeds=tests/fuzz/seeds/$$(basename $$program); [ -d $$seeds ] || seeds=; \
	    echo "$$program"; \
	    $$program -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
	        -artifact_prefix=$(BUILD)/ $$corpus $$seeds || exit 1; \
	done

words: $(BUILD)/tests/test_words ## rules/WORDS.md and what editors read, made again from the table of words
	@$(BUILD)/tests/test_words --write

bench: all $(BUILD)/bench/bench ## how fast, as ratios in one run (BENCH_HOUSEHOLDS=1000000)
	@tests/bench/run $(BUILD)

install: all            ## into PREFIX (/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include \
	    $(DESTDIR)$(PREFIX)/share/ayant
	install -m 755 $(BUILD)/ayant $(DESTDIR)$(PREFIX)/bin/ayant
	install -m 644 engine/ayant.h $(DESTDIR)$(PREFIX)/include/ayant.h
	install -m 644 $(BUILD)/libayant.a $(DESTDIR)$(PREFIX)/lib/libayant.a
	install -m 755 $(BUILD)/libayant.so $(DESTDIR)$(PREFIX)/lib/libayant.so.$(VERSION)
	ln -sf libayant.so.$(VERSION) $(DESTDIR)$(PREFIX)/lib/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(PREFIX)/lib/libayant.so
	printf '%s\n' 'prefix=$(PREFIX)' 'Name: ayant' 'Description: rights that people have and do not receive' \
	    'Version: $(VERSION)' 'Requires.private: $(PACKAGES)' 'Libs: -L$${prefix}/lib -layant' \
	    'Libs.private: -lm -pthread' 'Cflags: -I$${prefix}/include' \
	    > $(DESTDIR)$(PREFIX)/lib/pkgconfig/ayant.pc
	cp -R rules $(DESTDIR)$(PREFIX)/share/ayant/
	cp -R datasets/outreach $(DESTDIR)$(PREFIX)/share/ayant/

clean:                  ## remove what was built
	rm -rf $(BUILD)

unit: $(UNIT_PROGRAMS)

# Objects are made again when the flags change; -Werror alone is not a change.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(OUR_CFLAGS) $(CFLAGS) $(CPPFLAGS) $(PACKAGE_CFLAGS)' | cmp -s - $@ || \
	    echo '$(CC) $(OUR_CFLAGS) $(CFLAGS) $(CPPFLAGS) $(PACKAGE_CFLAGS)' > $@

# Changes when a source is added, renamed or removed, so that nothing stale is linked.
$(BUILD)/sources: FORCE
	@mkdir -p $(@D)
	@echo '$(LIBRARY_OBJECTS) $(COMMAND_OBJECTS)' | cmp -s - $@ || \
	    echo '$(LIBRARY_OBJECTS) $(COMMAND_OBJECTS)' > $@

$(BUILD)/engine/%.o: engine/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

$(BUILD)/engine/vector/kernels_base.o: engine/vector/kernels.c $(BUILD)/flags Makefile
	@mkdir -p $(@D)
	$(COMPILE) -O3 -fno-trapping-math -fno-math-errno -DKERNELS=base -c -o $@ $<

$(BUILD)/engine/vector/kernels_avx2.o: engine/vector/kernels.c $(BUILD)/flags Makefile
	@mkdir -p $(@D)
	$(COMPILE) -O3 -fno-trapping-math -fno-math-errno -DKERNELS=avx2 -mavx2 -c -o $@ $<

$(BUILD)/engine/vector/kernels_avx512.o: engine/vector/kernels.c $(BUILD)/flags Makefile
	@mkdir -p $(@D)
	$(COMPILE) -O3 -fno-trapping-math -fno-math-errno -DKERNELS=avx512 -mavx512f -mavx512dq -mavx512vl -mavx512bw \
	    -mprefer-vector-width=512 -c -o $@ $<

# One object with every hidden name made local: the archive offers ayant_* and nothing else.
$(BUILD)/libayant.o: $(LIBRARY_OBJECTS) $(BUILD)/sources
	$(LD) -r -o $@.whole $(LIBRARY_OBJECTS)
	$(OBJCOPY) --localize-hidden $@.whole $@
	@rm -f $@.whole

$(BUILD)/libayant.a: $(BUILD)/libayant.o
	@rm -f $@
	$(AR) rcs $@ $<

$(BUILD)/libayant.so: $(LIBRARY_OBJECTS) $(BUILD)/sources
	$(CC) -shared -Wl,-soname,$(SONAME) $(if $(SAN),,-Wl,-z,defs) $(OUR_LDFLAGS) $(LDFLAGS) -o $@ $(LIBRARY_OBJECTS) $(LIBS)
	@ln -sf $(@F) $(@D)/$(SONAME)

$(BUILD)/ayant: $(COMMAND_OBJECTS) $(BUILD)/libayant.a
	$(CC) $(OUR_LDFLAGS) $(LDFLAGS) -o $@ $(COMMAND_OBJECTS) $(BUILD)/libayant.a $(LIBS)

# Unit tests see the rooms from inside: they link the objects, not the library.
$(BUILD)/tests/%: tests/unit/%.c $(LIBRARY_OBJECTS) $(BUILD)/sources
	@mkdir -p $(@D)
	$(COMPILE) -MF $@.d -Iengine -o $@ $< $(LIBRARY_OBJECTS) $(OUR_LDFLAGS) $(LDFLAGS) $(LIBS)

$(BUILD)/bench/%.o: tests/bench/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(COMPILE) -Iengine -c -o $@ $<

$(BUILD)/bench/bench: $(BENCH_OBJECTS) $(LIBRARY_OBJECTS) $(BUILD)/sources
	$(CC) $(OUR_LDFLAGS) $(LDFLAGS) -o $@ $(BENCH_OBJECTS) $(LIBRARY_OBJECTS) $(LIBS)

$(BUILD)/fuzz/%: tests/fuzz/%.c $(LIBRARY_OBJECTS) $(BUILD)/sources
	@mkdir -p $(@D)
	$(COMPILE) -MF $@.d -Iengine -o $@ $< $(LIBRARY_OBJECTS) $(OUR_LDFLAGS) $(LDFLAGS) $(LIBS)

-include $(LIBRARY_OBJECTS:.o=.d) $(COMMAND_OBJECTS:.o=.d) $(UNIT_PROGRAMS:=.d) $(BENCH_OBJECTS:.o=.d) $(FUZZ_PROGRAMS:=.d)
