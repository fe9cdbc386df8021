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

/** KEYS chat owed deadlines · ARGV member version state ttl deadline sender now lease-until (sequence message)… */
export const commit = `${owed}
local chat, member, version = KEYS[1], ARGV[1], tonumber(ARGV[2])
if tonumber(redis.call('HGET', chat, 'v') or 0) ~= version then
  return {'conflict', redis.call('HGET', chat, 'v') or '0', redis.call('HGET', chat, 's')}
end
local fields = {'v', version + 1, 's', ARGV[3]}
for i = 9, #ARGV, 2 do
  fields[#fields + 1] = 'o' .. ARGV[i]
  fields[#fields + 1] = ARGV[i + 1]
end
redis.call('HSET', chat, unpack(fields))
redis.call('EXPIRE', chat, ARGV[4])
if ARGV[5] ~= '' then redis.call('ZADD', KEYS[3], ARGV[5], member) else redis.call('ZREM', KEYS[3], member) end
local lease = redis.call('ZSCORE', KEYS[2], member)
if lease and tonumber(lease) > tonumber(ARGV[7]) and redis.call('HGET', chat, 'l') ~= ARGV[6] then return {'committed'} end
if #ARGV == 8 and not lease then return {'committed'} end
redis.call('HSET', chat, 'l', ARGV[6])
redis.call('ZADD', KEYS[2], ARGV[8], member)
return {'committed', owed(chat)}`;

/** KEYS chat owed · ARGV member sender lease-until sequence… */
export const acknowledge = `${owed}
for i = 4, #ARGV do redis.call('HDEL', KEYS[1], 'o' .. ARGV[i]) end
if redis.call('HGET', KEYS[1], 'l') ~= ARGV[2] then return {} end
local rest = owed(KEYS[1])
if #rest == 0 then
  redis.call('HDEL', KEYS[1], 'l')
  redis.call('ZREM', KEYS[2], ARGV[1])
else
  redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
end
return rest`;

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
