/*
 * A heap whose n-th allocation fails, for a program that is not sanitised.
 *
 * The program defines malloc and its kin, which every shared library then
 * uses, and hands them on to the C library's own. Include it in one file.
 */
#ifndef AYANT_TESTS_FAILING_HEAP_H
#define AYANT_TESTS_FAILING_HEAP_H

#include <errno.h>
#include <stddef.h>

#if !defined(__SANITIZE_ADDRESS__) && defined(__GLIBC__)
#define HEAP_CAN_FAIL 1
#else
#define HEAP_CAN_FAIL 0
#endif

static struct {
    long live, asked;
    long fail_at; /* from 1; 0: none */
    int and_after;
} failing;

#if HEAP_CAN_FAIL
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t align, size_t size);
void __libc_free(void *block);

#define HEAP_PUBLIC __attribute__((visibility("default")))

static int heap_refuses(void)
{
    if (!failing.fail_at)
        return 0;
    failing.asked++;
    if (failing.asked != failing.fail_at && !(failing.and_after && failing.asked > failing.fail_at))
        return 0;
    errno = ENOMEM;
    return 1;
}

static void *heap_counted(void *block)
{
    failing.live += block != NULL;
    return block;
}

HEAP_PUBLIC void *malloc(size_t size)
{
    return heap_refuses() ? NULL : heap_counted(__libc_malloc(size));
}

HEAP_PUBLIC void *calloc(size_t count, size_t size)
{
    return heap_refuses() ? NULL : heap_counted(__libc_calloc(count, size));
}

HEAP_PUBLIC void free(void *block)
{
    failing.live -= block != NULL;
    __libc_free(block);
}

HEAP_PUBLIC void *realloc(void *block, size_t size)
{
    if (!block)
        return malloc(size);
    if (size == 0) {
        free(block);
        return NULL;
    }
    return heap_refuses() ? NULL : __libc_realloc(block, size);
}

HEAP_PUBLIC void *memalign(size_t align, size_t size)
{
    return heap_refuses() ? NULL : heap_counted(__libc_memalign(align, size));
}

HEAP_PUBLIC void *aligned_alloc(size_t align, size_t size)
{
    return memalign(align, size);
}

HEAP_PUBLIC int posix_memalign(void **out, size_t align, size_t size)
{
    void *block = memalign(align, size);

    if (!block)
        return ENOMEM;
    *out = block;
    return 0;
}
#endif

#endif
