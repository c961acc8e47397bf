-- Requests for wrk. Arguments: a kind of request, and the file of a round.
-- check, round, due: that request alone; mixed: all of them, and faulty ones among them.

local application = [[{"application_deadline": "2026-06-30",
 "facts": {"registered_in_district": true, "pays_tax_in_district": true, "lawful_operation": true,
  "operating_since": "2009-04-01", "excellence_model": true, "sound_management_system": true,
  "iso9001_certified": true, "quality_work_outstanding": true, "performance_leading": true,
  "innovation_leading": true, "integrity_and_service_good": true, "inspections_clean": true,
  "no_major_accident": true, "no_major_complaint": true, "other_requirements_met": true},
 "application": {"self_evaluation": true, "form": true, "evidence": true,
  "recommended_by": "town", "copies": 1, "received": "2026-06-20"},
 "incidents": [{"kind": "inspection_failure", "date": "2021-05-06"}]}]]
local site_report = [[{"site_review_end": "2026-09-25"}]]
local check = "/api/v1/applications/check"
local decide = "/api/v1/rounds/decide"

local made, place, threads = {}, 0, {}
failures = 0 -- of the service, 500 and up; global, so that done() can ask each thread for it

local function post(path, body, language)
  return wrk.format("POST", path,
    {["Content-Type"] = "application/json", ["Accept-Language"] = language}, body)
end

function setup(thread)
  table.insert(threads, thread)
end

function init(arguments)
  local kind = arguments[1]
  local file = assert(io.open(arguments[2], "rb"))
  local round = file:read("*a")
  file:close()
  local due = "/api/v1/due-dates/site-report"
  local alone = {
    check = {{check, application}}, round = {{decide, round}}, due = {{due, site_report}},
  }
  local mixed = {
    {check, application}, {due, site_report}, {decide, round}, {check, application},
    {check, "{"}, {decide, round:sub(1, math.floor(#round / 2))}, {check, [[{"facts": {"x": 1}}]]},
    {check, [[{"application_deadline": "2026-06-30"}]]}, {due, "{}"},
    {check, "[" .. string.rep("[", 5000)}, {decide, string.rep(" ", 100000)},
  }
  if kind == "mixed" then
    response = function(status)
      failures = failures + (status >= 500 and 1 or 0)
    end
  end
  for i, one in ipairs(alone[kind] or mixed) do
    made[i] = post(one[1], one[2], i % 2 == 0 and "en" or "zh")
  end
end

function request()
  place = place % #made + 1
  return made[place]
end

function done(summary, latency)
  local errors = summary.errors
  local broken = errors.connect + errors.read + errors.write + errors.timeout
  for _, thread in ipairs(threads) do
    broken = broken + thread:get("failures")
  end
  print(string.format("measured %d %d %d %d %d", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), broken))
  print(string.format("statuses %d", errors.status))
end
