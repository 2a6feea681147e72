#include "within.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>

#include "base/decimal.h"
#include "commands.h"
#include "encode/encode.h"
#include "files.h"
#include "json/read.h"
#include "plan/load.h"
#include "rules.h"
#include "tree.h"
#include "write_json.h"

namespace aidcheck::cli {
namespace {

namespace fs = std::filesystem;
using json::Value;

struct Pack {
  std::string file;
  std::unique_ptr<Plan> plan = std::make_unique<Plan>();
};

Result<Pack> read_pack(const fs::path& file) {
  Pack pack;
  pack.file = file.string();
  const auto text = read_file(pack.file);
  if (!text.ok()) return text.error();
  std::vector<Error> errors;
  load_plan(text.value(), errors, *pack.plan);
  if (!errors.empty()) return errors.front();
  return pack;
}

// Yuan, or nothing where the text is no amount above 0.
std::optional<Fen> yuan_in(const std::string& text) {
  constexpr int kPlaces = 2;
  const Decimal number = read_decimal(text);
  Fen fen = 0;
  const bool fits = number.problem == Decimal::Problem::kNone && !number.negative &&
                    number.scale <= kPlaces && scale_up(number.units, kPlaces - number.scale, fen) &&
                    fen <= kLargestAmount;
  return fits && fen > 0 ? std::optional(fen) : std::nullopt;
}

// The day of `today` on which the pack is in force, or the nearest one.
Day day_for(const Plan& plan, Day today) {
  if (plan.pack.until && today > *plan.pack.until) return *plan.pack.until;
  return std::max(today, *plan.pack.from);
}

Value cites_of(const Plan& plan, const FigureShown& shown) {
  std::vector<Value> cites;
  for (const model::Citation& cite : shown.cites) {
    const auto& sources = plan.pack.sources;
    const std::size_t source = Names(sources).find(cite.source);
    const auto& articles = sources[source].articles;
    const Words& label = articles[Names(articles).find(cite.article)].label;
    cites.push_back(tree::object({{"number", tree::string(std::string(sources[source].number))},
                                  {"article", tree::words({std::string(label.zh), std::string(label.en)})}}));
  }
  return tree::array(std::move(cites));
}

Value side_of(const Plan& plan, const FigureShown& shown) {
  std::vector<json::Member> members;
  if (!shown.value.empty()) members.push_back({"value", tree::words(shown.value)});
  members.push_back({"cite", cites_of(plan, shown)});
  return tree::object(std::move(members));
}

Value told(const WithinLine& line, const Plan& local, const Plan& frame) {
  std::vector<json::Member> members{{"figure", tree::string(std::string(line.figure))}};
  const auto name = [&](const char* member, std::string_view value) {
    if (!value.empty()) members.push_back({member, tree::string(std::string(value))});
  };
  name("layer", line.layer);
  name("category", line.category);
  name("kind", line.kind);
  std::vector<json::Member> when;
  for (const auto& [fact, answers] : line.when) {
    std::vector<Value> some;
    for (const std::string& answer : answers) some.push_back(json::read(answer, Fault::kInternal).value());
    when.push_back({fact, tree::array(std::move(some))});
  }
  if (!when.empty()) members.push_back({"when", tree::object(std::move(when))});
  members.push_back({"verdict", tree::string(std::string(verdict_name(line.verdict)))});
  members.push_back({"local", side_of(local, line.local)});
  members.push_back({"frame", side_of(frame, line.frame)});
  if (!line.why.empty()) members.push_back({"why", tree::words(line.why)});
  return tree::object(std::move(members));
}

Value named(const Plan& plan) {
  return tree::object({{"place", tree::string(std::string(plan.pack.place))},
                       {"version", tree::string(std::string(plan.pack.version))},
                       {"from", tree::string(format_day(*plan.pack.from))}});
}

constexpr std::array kVerdicts{Verdict::kInside, Verdict::kMoreGenerous, Verdict::kLessGenerous,
                               Verdict::kNotComparable};

int tell(const Pack& local, const Plan& frame, const std::vector<WithinLine>& lines) {
  std::vector<json::Member> counts;
  for (const Verdict verdict : kVerdicts) {
    const auto count = std::count_if(lines.begin(), lines.end(),
                                     [&](const WithinLine& line) { return line.verdict == verdict; });
    counts.push_back({std::string(verdict_name(verdict)), tree::count(static_cast<std::size_t>(count))});
  }
  const auto any = [&](Verdict verdict) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const WithinLine& line) { return line.verdict == verdict; });
  };
  std::vector<Value> told_lines;
  for (const WithinLine& line : lines) told_lines.push_back(told(line, *local.plan, frame));
  Value pack = named(*local.plan);
  pack.members.insert(pack.members.begin(), {"file", tree::string(local.file)});
  print(write_json(tree::object(
      {{"within", tree::string(std::string(frame.pack.place))},
       {"frame", named(frame)},
       {"pack", std::move(pack)},
       {"lines", tree::array(std::move(told_lines))},
       {"counts", tree::object(std::move(counts))},
       {"inside", tree::yes_no(!any(Verdict::kMoreGenerous) && !any(Verdict::kLessGenerous))}})));
  return any(Verdict::kLessGenerous) ? kFound : 0;
}

}  // namespace

int check_within(const std::string& place, Arguments arguments, Day today) {
  const std::string rules = take_option(arguments, "--rules");
  const std::string stated = take_option(arguments, "--income");
  const auto income = yuan_in(stated);
  if (!stated.empty() && !income)
    return usage({"--income 后面写金额（元）", "--income takes an amount in yuan"});
  if (arguments.size() != 1) return usage({"check --within 只要一个规则包", "check --within takes one pack"});
  const auto local = read_pack(arguments.front());
  if (!local.ok()) return fail(with_file(encode_error(local.error()), arguments.front()));
  const Day day = day_for(*local.value().plan, today);
  Pack frame;
  for (const fs::path& file :
       json_files_in((rules.empty() ? default_rules() : fs::path(rules)) / "packs" / place)) {
    auto read = read_pack(file);
    if (!read.ok()) return fail(with_file(encode_error(read.error()), file));
    const model::Pack& pack = read.value().plan->pack;
    const bool in_force = *pack.from <= day && (!pack.until || day <= *pack.until);
    if (in_force) frame = std::move(read.value());
  }
  if (frame.file.empty()) {
    return fail(encode_error({Fault::kCase,
                              "place.no_pack",
                              {},
                              say("没有“{0}”在{1}施行的规则。",
                                  "There are no rules of \"{0}\" in force on {1}.", {place, format_day(day)}),
                              {}}));
  }
  return tell(local.value(), *frame.plan, compare_within(*local.value().plan, *frame.plan, income));
}

}  // namespace aidcheck::cli
