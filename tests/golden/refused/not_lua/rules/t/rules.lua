-- What stock Lua itself refuses.

variable "t.wage" {
  entity = = "person",
}
