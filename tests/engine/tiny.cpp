#include "tiny.h"

#include <catch2/catch.hpp>
#include <cstddef>
#include <utility>

namespace aidcheck::test {
namespace {

constexpr std::string_view kHead = R"({
  "place": "320200", "name": $word, "version": "1", "in_force": {"from": "2023-01-01"},
  "sources": {"law": {"number": "1号", "title": $word, "issuer": $word, "issued": "2022-12-26", "trust": "T1",
                      "articles": {"1": {"label": $word, "text": $word}}}},
  "categories": [{"id": "subsistence", "recognised_by": $word}, {"id": "near_subsistence", "recognised_by": $word},
                 {"id": "orphan", "recognised_by": $word}],
  "in_scope": {"of": ["in_scope"]},
)";

std::string with_words(std::string_view text) {
  constexpr std::string_view kMark = "$word";
  std::string full;
  for (std::size_t mark = text.find(kMark); mark != std::string_view::npos; mark = text.find(kMark)) {
    full += text.substr(0, mark);
    full += R"({"zh-Hans": "词", "en": "word"})";
    text.remove_prefix(mark + kMark.size());
  }
  return full += text;
}

}  // namespace

std::string pack_with(std::string_view members) {
  return with_words(std::string(kHead) + std::string(members) + '}');
}

std::string changed(std::string text, std::string_view part, std::string_view by) {
  const std::string old = with_words(part);
  const std::size_t at = text.find(old);
  if (at == std::string::npos || text.find(old, at + 1) != std::string::npos)
    FAIL("not there once: " << part);
  return text.replace(at, old.size(), with_words(by));
}

std::string aid_layer(std::string_view members) {
  return R"({"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]}, )" +
         std::string(members) + '}';
}

std::string stay(std::string_view day, std::string_view yuan) {
  return visit(R"("kind": "inpatient", "from": ")" + std::string(day) + '"', yuan);
}

std::string visit(std::string_view members, std::string_view yuan) {
  const std::string amount(yuan);
  return '{' + std::string(members) + R"(, "sheet": {"total": )" + amount + R"(, "in_scope": )" + amount +
         "}}";
}

std::string case_of(std::string_view visits) { return case_of(R"("identities": ["subsistence"])", visits); }

std::string case_of(std::string_view person, std::string_view visits, std::string_view members) {
  std::string text = R"({"place": "320200", "year": 2024, "person": {)";
  text += person;
  text += R"(}, "visits": [)";
  text += visits;
  text += ']';
  if (!members.empty()) (text += ", ") += members;
  return text + '}';
}

Tiny::Tiny(std::string_view members) {
  const Answer loaded(engine_.load(pack_with(members)));
  INFO(loaded.json());
  REQUIRE(loaded.ok());
}

std::string refusal(const std::string& pack_json) {
  Engine engine;
  return error_in(Answer(engine.load(pack_json)));
}

void check_each(const std::vector<Mistake>& mistakes,
                const std::function<std::string(std::string_view, std::string_view)>& error_with,
                std::string_view kind) {
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.part, mistake.by);
    CHECK(error_with(mistake.part, mistake.by) == std::string(kind) + ' ' + mistake.error);
  }
}

}  // namespace aidcheck::test
