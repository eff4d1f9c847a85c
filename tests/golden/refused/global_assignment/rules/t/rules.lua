-- A rule file leaves nothing behind.

threshold = 1000
