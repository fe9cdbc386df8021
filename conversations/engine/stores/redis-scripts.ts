/**
 * The atomic steps of the Redis store. A chat is one hash: `v` its version, `s` its state, `l` who has its outbox on
 * lease, `o<sequence>` a message owed. Beside it, one for each partition: `owed`, the chats with an outbox on lease by
 * when the lease runs out, and `deadlines`. All of a partition's keys share a hash tag.
 */

/** Every message owed to a chat, as sequence, JSON, sequence, JSON …; a hash of `v`, `s`, `l` alone owes nothing. */
const owed = `
local function owed(chat)
  local entries = {}
  if redis.call('HLEN', chat) <= 3 then return entries end
  local all = redis.call('HGETALL', chat)
  for i = 1, #all, 2 do
    if string.sub(all[i], 1, 1) == 'o' then
      entries[#entries + 1] = string.sub(all[i], 2)
      entries[#entries + 1] = all[i + 1]
    end
  end
  return entries
end`;

/** A chat as its partition's sorted sets call it: what stands behind `:chat:` in its key. */
const memberOf = `
local function memberOf(chat) return string.sub(chat, string.find(chat, '}', 1, true) + 7) end`;

/** Whether an error says that something other than a chat is kept under its key: any other error is the server's. */
const isForeign = `
local function isForeign(reason) return string.find(reason, 'WRONGTYPE', 1, true) end`;

/**
 * Answers `each(first)` for every chat, whose keys begin at `KEYS[first]`, or 0 where every answer is 0. A key that
 * holds something foreign fails that chat alone; an error of the server fails the whole batch.
 */
const forEach = (keys: number) => `${isForeign}
local answers, told = {}, false
for first = 1, #KEYS, ${keys} do
  local done, answer = pcall(each, first)
  local reason = not done and (type(answer) == 'table' and answer.err or answer)
  if reason and not isForeign(reason) then return redis.error_reply(reason) end
  answers[#answers + 1] = done and answer or {'error', reason}
  told = told or answers[#answers] ~= 0
end
return told and answers or 0`;

/**
 * KEYS chat… · numbers texts, where numbers are a JSON array of (version length)…, and texts are the states in that
 * order: length −1 where there is none, version −1 where the text is what is wrong with this chat's key.
 */
export const load = `${isForeign}
local numbers, texts = {}, {}
local function put(version, text)
  numbers[#numbers + 1] = version
  numbers[#numbers + 1] = text and #text or -1
  texts[#texts + 1] = text or ''
end
for _, chat in ipairs(KEYS) do
  local was = redis.pcall('HMGET', chat, 'v', 's')
  if not was.err then
    put(tonumber(was[1] or 0), was[1] and (was[2] or ''))
  elseif isForeign(was.err) then
    put(-1, was.err)
  else
    return was
  end
end
return {cjson.encode(numbers), table.concat(texts)}`;

/**
 * KEYS (chat owed deadlines)… · ARGV sender now lease-until ttl numbers texts, where numbers are a JSON array of
 * (version deadline-or-−1 state-length count (sequence message-length)…)…, and texts are those states and messages in
 * that order. Whoever commits has the messages in hand: they come back only with others that were owed before them.
 */
export const commit = `${owed}${memberOf}
local numbers, texts = cjson.decode(ARGV[5]), ARGV[6]
local at, from = 1, 1
local function text(length)
  from = from + length
  return string.sub(texts, from - length, from - 1)
end
local function each(first)
  local chat, owing, deadlines = KEYS[first], KEYS[first + 1], KEYS[first + 2]
  local member = memberOf(chat)
  local version, deadline, state, count = numbers[at], numbers[at + 1], text(numbers[at + 2]), numbers[at + 3]
  at = at + 4
  local fields = {'v', version + 1, 's', state}
  for i = 5, 4 + 2 * count, 2 do
    fields[i] = string.format('o%d', numbers[at])
    fields[i + 1] = text(numbers[at + 1])
    at = at + 2
  end
  local was = redis.call('HMGET', chat, 'v', 'l')
  -- A chat that was lost in the middle of its turn lives on in what the turn leaves.
  if was[1] and tonumber(was[1]) ~= version then return {'conflict', was[1], redis.call('HGET', chat, 's')} end
  -- Whatever is owed is on lease: a chat that nobody has on lease owes nothing.
  local lease = was[2] and redis.call('ZSCORE', owing, member)
  local theirs = lease and was[2] ~= ARGV[1] and tonumber(lease) > tonumber(ARGV[2])
  local mine = not theirs and (lease or count > 0)
  if mine then
    fields[#fields + 1] = 'l'
    fields[#fields + 1] = ARGV[1]
    redis.call('ZADD', owing, ARGV[3], member)
  end
  redis.call('HSET', chat, unpack(fields))
  redis.call('EXPIRE', chat, ARGV[4])
  if deadline >= 0 then redis.call('ZADD', deadlines, deadline, member) else redis.call('ZREM', deadlines, member) end
  if not mine then return {'committed', {}} end
  if not was[2] then return 0 end
  return {'committed', owed(chat)}
end
${forEach(3)}`;

/**
 * KEYS (chat owed)… · ARGV sender lease-until numbers, a JSON array of (count sequence…)… · what else each owes, or 0.
 */
export const acknowledge = `${owed}${memberOf}
local numbers, at = cjson.decode(ARGV[3]), 1
local function each(first)
  local chat, owing, count = KEYS[first], KEYS[first + 1], numbers[at]
  local member = memberOf(chat)
  local sent = {}
  for i = at + 1, at + count do sent[#sent + 1] = string.format('o%d', numbers[i]) end
  at = at + 1 + count
  if #sent > 0 then redis.call('HDEL', chat, unpack(sent)) end
  if redis.call('HGET', chat, 'l') ~= ARGV[1] then return 0 end
  local rest = owed(chat)
  if #rest == 0 then
    redis.call('HDEL', chat, 'l')
    redis.call('ZREM', owing, member)
    return 0
  end
  redis.call('ZADD', owing, ARGV[2], member)
  return rest
end
${forEach(2)}`;

/** KEYS chat owed · ARGV member sender lease-until */
export const renew = `
if redis.call('HGET', KEYS[1], 'l') ~= ARGV[2] then return 0 end
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
return 1`;

/** KEYS chat owed · ARGV member sender: the outbox is nobody's; `l` stays, because `owed` counts it. */
export const release = `
if redis.call('HGET', KEYS[1], 'l') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], 'l', '')
redis.call('ZADD', KEYS[2], 0, ARGV[1])
return 1`;

/** KEYS chat owed · ARGV member sender lease-until now: takes a chat whose lease ran out. */
export const claim = `${owed}
local lease = redis.call('ZSCORE', KEYS[2], ARGV[1])
if not lease or tonumber(lease) > tonumber(ARGV[4]) then return {} end
local entries = owed(KEYS[1])
if #entries == 0 then
  redis.call('ZREM', KEYS[2], ARGV[1])
  return {}
end
redis.call('HSET', KEYS[1], 'l', ARGV[2])
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
return entries`;

/** KEYS deadlines · ARGV now limit pause-until: the members whose deadline passed, left alone with it for a while. */
export const overdue = `
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
for _, member in ipairs(due) do redis.call('ZADD', KEYS[1], ARGV[3], member) end
return due`;
