---@meta
-- The words of rule files, for a language server of Lua; never run. Made from
-- engine/host/words.c by `make words`: change it there.

table = {}

--- `source "id" { label, reference }`
---
--- declares a text of law; `source "id"` takes it up again
---
--- déclare un texte de loi ; `source "id"` le reprend
---@param name string
---@return fun(...: any): any
function source(name) end

--- `fact "name" { entity, type, label, ... }`
---
--- declares something a record may hold
---
--- déclare une donnée d'un dossier
---@param name string
---@return fun(...: any): any
function fact(name) end

--- `parameter "a.b.c" { unit, series | index | shift | year_mean, ... }`
---
--- declares a dated amount or rate
---
--- déclare un montant ou un taux daté
---@param name string
---@return fun(...: any): any
function parameter(name) end

--- `variable "a.b" { entity, type, formula, ... }`
---
--- declares something that is computed
---
--- déclare ce qui se calcule
---@param name string
---@return fun(...: any): any
function variable(name) end

--- `helper "name" (function(...) ... end)`
---
--- declares a piece of formula; `helper "name"` takes it up again
---
--- déclare un morceau de formule ; `helper "name"` le reprend
---@param name string
---@return fun(...: any): any
function helper(name) end

--- `right "name" { conditions, amount, ... }`
---
--- declares a right
---
--- déclare un droit
---@param name string
---@return fun(...: any): any
function right(name) end

--- `case "title" { on, persons, expect, ... }`
---
--- declares a case to test
---
--- déclare un cas d'essai
---@param name string
---@return fun(...: any): any
function case(name) end

--- `pairs(t)`
---
--- walks a table in the order of its keys
---
--- parcourt une table dans l'ordre de ses clés
---@param t any
---@return any ...
function pairs(t) end

--- `ipairs(list)`
---
--- walks a list
---
--- parcourt une liste
---@param list any
---@return any ...
function ipairs(list) end

--- `type(x)`
---
--- the Lua type of a value
---
--- le type Lua d'une valeur
---@param x any
---@return any ...
function type(x) end

--- `tostring(x)`
---
--- a value as text
---
--- une valeur en texte
---@param x any
---@return any ...
function tostring(x) end

--- `tonumber(text)`
---
--- a text as a number
---
--- un texte en nombre
---@param text any
---@return any ...
function tonumber(text) end

--- `select(n, ...)`
---
--- the values from the nth on; `select("#", ...)` counts them
---
--- les valeurs à partir de la n-ième ; `select("#", ...)` les compte
---@param n any
---@param ... any
---@return any ...
function select(n, ...) end

--- `error(sentence)`
---
--- refuses the file with this sentence
---
--- refuse le fichier avec cette phrase
---@param sentence any
---@return any ...
function error(sentence) end

--- `assert(x, sentence)`
---
--- refuses the file when x is false
---
--- refuse le fichier si x est faux
---@param x any
---@param sentence any
---@return any ...
function assert(x, sentence) end

--- `table.insert(list, x)`
---
--- adds to a list
---
--- ajoute à une liste
---@param list any
---@param x any
---@return any ...
function table.insert(list, x) end

--- `table.concat(list, between)`
---
--- joins a list of texts
---
--- joint une liste de textes
---@param list any
---@param between any
---@return any ...
function table.concat(list, between) end

--- `table.unpack(list)`
---
--- the items of a list
---
--- les éléments d'une liste
---@param list any
---@return any ...
function table.unpack(list) end

--- `euro(6200)`
---
--- an amount in whole euros
---
--- un montant en euros entiers
---@param value any
---@return any
function euro(value) end

--- `date "2026-03-01"`
---
--- a date
---
--- une date
---@param value any
---@return any
function date(value) end

--- `per_year(m)`
---
--- 12 times a monthly amount
---
--- douze fois un montant mensuel
---@param m any
---@return any
function per_year(m) end

--- `per_month(y)`
---
--- a twelfth of a yearly amount
---
--- le douzième d'un montant annuel
---@param y any
---@return any
function per_month(y) end

--- `min(a, b, ...)`
---
--- the least value
---
--- la plus petite valeur
---@param a any
---@param b any
---@param ... any
---@return any
function min(a, b, ...) end

--- `max(a, b, ...)`
---
--- the greatest value
---
--- la plus grande valeur
---@param a any
---@param b any
---@param ... any
---@return any
function max(a, b, ...) end

--- `clamp(x, low, high)`
---
--- x, at least low and at most high
---
--- x, au moins low et au plus high
---@param x any
---@param low any
---@param high any
---@return any
function clamp(x, low, high) end

--- `round_cent(m)`
---
--- rounded to the cent, half up
---
--- arrondi au centime, demi vers le haut
---@param m any
---@return any
function round_cent(m) end

--- `floor_cent(m)`
---
--- rounded down to the cent
---
--- arrondi au centime inférieur
---@param m any
---@return any
function floor_cent(m) end

--- `round_to(x, step)`
---
--- rounded to the nearest multiple of step, half up
---
--- arrondi au multiple de step le plus proche, demi vers le haut
---@param x any
---@param step any
---@return any
function round_to(x, step) end

--- `floor_to(x, step)`
---
--- rounded down to a multiple of step
---
--- arrondi au multiple de step inférieur
---@param x any
---@param step any
---@return any
function floor_to(x, step) end

--- `brackets(x, param.scale)`
---
--- a progressive scale: each band's rate on the part above its threshold
---
--- barème progressif : le taux de chaque tranche sur la part au-dessus de son seuil
---@param x any
---@param scale any
---@return any
function brackets(x, scale) end

--- `age_on(birth, on)`
---
--- completed years
---
--- années accomplies
---@param birth any
---@param on any
---@return any
function age_on(birth, on) end

--- `months_between(a, b)`
---
--- full months from a to b
---
--- mois accomplis de a à b
---@param a any
---@param b any
---@return any
function months_between(a, b) end

--- `months_after(d, n)`
---
--- the date n months after
---
--- la date n mois après
---@param d any
---@param n any
---@return any
function months_after(d, n) end

--- `days_between(a, b)`
---
--- days from a to b
---
--- jours de a à b
---@param a any
---@param b any
---@return any
function days_between(a, b) end

--- `year_of(d)`
---
--- the year of a date
---
--- l'année d'une date
---@param d any
---@return any
function year_of(d) end

--- `exists(x)`
---
--- there is such a person or date; the record gives this other fact
---
--- il y a une telle personne ou une telle date ; cette autre donnée est remplie
---@param x any
---@return any
function exists(x) end

--- `known(x)`
---
--- the fact is given; unknown (not "no") when it is missing
---
--- la donnée est remplie ; inconnu (pas « non ») quand elle manque
---@param x any
---@return any
function known(x) end

--- `among(word, "a", "b")`
---
--- the word is one of these
---
--- le mot est l'un de ceux-ci
---@param word any
---@param ... any
---@return any
function among(word, ...) end

--- `kinship(person, m)`
---
--- what m is to person: a word
---
--- ce que m est pour person : un mot
---@param person any
---@param m any
---@return any
function kinship(person, m) end

--- `sum(set, f)`
---
--- the sum over several members; nobody: 0
---
--- la somme sur plusieurs membres ; personne : 0
---@param set any
---@param f fun(m: any): any
---@return any
function sum(set, f) end

--- `count(set, f)`
---
--- how many members answer yes; `count(set)` counts them all
---
--- combien de membres répondent oui ; `count(set)` les compte tous
---@param set any
---@param f? fun(m: any): any
---@return any
function count(set, f) end

--- `any(set, f)`
---
--- at least one member answers yes; nobody: no
---
--- au moins un membre répond oui ; personne : non
---@param set any
---@param f fun(m: any): any
---@return any
function any(set, f) end

--- `all(set, f)`
---
--- every member answers yes; nobody: yes
---
--- tous les membres répondent oui ; personne : oui
---@param set any
---@param f fun(m: any): any
---@return any
function all(set, f) end

--- `least(set, f)`
---
--- the least value; nobody: 0
---
--- la plus petite valeur ; personne : 0
---@param set any
---@param f fun(m: any): any
---@return any
function least(set, f) end

--- `greatest(set, f)`
---
--- the greatest value; nobody: 0
---
--- la plus grande valeur ; personne : 0
---@param set any
---@param f fun(m: any): any
---@return any
function greatest(set, f) end
