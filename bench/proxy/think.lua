-- Every client waits before its next request, exponentially distributed: together they ask at a steady average rate,
-- at moments that do not depend on each other, whatever the answers take.
local mean = tonumber(os.getenv("THINK_MS"))

function setup(thread)
  thread:set("seed", 1)
end

function init()
  math.randomseed(seed)
end

function delay()
  return math.floor(-math.log(1 - math.random()) * mean + 0.5)
end
