#pragma once

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "aidcheck/engine.h"
#include "base/money.h"
#include "json/value.h"

namespace aidcheck::test {

/// A tree of JSON text, which must be right.
json::Value tree_of(const std::string& text);
json::Value string_value(std::string_view text);
/// The member of that name, made where it is not there.
json::Value& member(json::Value& object, std::string_view name);
/// Where a pointer leads that names members, and items by their number or as the one behind the last.
json::Value& place(json::Value& root, std::string_view pointer);

Fen fen_of(const json::Value& yuan);
/// A figure of a result, in fen.
struct Range {
  Fen least = 0;
  Fen most = 0;
};
Range range_of(const json::Value& figure);

/// All packs of a place, with what a form would ask there.
struct Place {
  Engine engine;
  std::vector<json::Value> facts;
  std::vector<std::string> categories;
  std::vector<json::Value> actions;
  std::vector<json::Value> cases;
};
void read_place(const std::filesystem::path& folder, Place& made);
/// The folders of all places.
std::vector<std::filesystem::path> places_of_packs();

/// Cases like those of the worked examples, changed at random.
class Trial {
 public:
  Trial(const Place& place, std::uint64_t seed) : place_(place), random_(seed) {}

  json::Value any_case();
  /// The case with some of its answers and amounts not known. What a pack takes for granted would not stay
  /// open.
  json::Value forget(json::Value made);
  /// What was done to a case of which all is known. Where the advice leaves several answers, those that
  /// nothing could better stay; of identities any may be the one that is given.
  json::Value changed(json::Value made, const json::Value& advice);
  [[nodiscard]] json::Value settle(const json::Value& sent) const;

 private:
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
  }
  bool one_in(std::size_t count) { return below(count) == 0; }
  json::Value any_answer(const json::Value& fact);
  void add_december(json::Value& made);
  void hold(json::Value& person);
  void blur(json::Value& sheet, std::string_view field);
  [[nodiscard]] json::Value target(std::string_view id, std::string_view fact) const;

  const Place& place_;
  std::mt19937_64 random_;
};

/// What the person pays in all by a result; null where it is an error.
const json::Value* total_of(const json::Value& result);
bool is_exact(const json::Value& result);
/// Sheets that contradict themselves are no completion of anything.
bool has_good_sheets(const json::Value& result);

}  // namespace aidcheck::test
