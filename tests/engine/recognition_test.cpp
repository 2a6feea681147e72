#include <catch2/catch.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "tiny.h"

namespace aidcheck::test {
namespace {

// Subsistence: registered, a grade, and alone or old. Near-subsistence: what is left of the income per head.
// Orphan: the text names no condition of its own.
const char* const kPack = R"(
  "facts": {"registered_here": {"of": "person", "type": "yes_no", "label": $word, "question": $word}},
  "identity_counts": {"when": {"registered_here": true}, "otherwise": $word, "cite": "law#1"},
  "recognition": {
    "facts": {"grade": {"type": "choice", "label": $word, "question": $word, "choices": {"one": $word, "two": $word, "three": $word}},
              "age": {"type": "whole_number", "label": $word, "question": $word},
              "alone": {"type": "yes_no", "label": $word, "question": $word},
              "income": {"type": "amount", "label": $word, "question": $word},
              "cost": {"type": "amount", "label": $word, "question": $word},
              "standard": {"type": "amount", "label": $word, "question": $word},
              "heads": {"type": "whole_number", "label": $word, "question": $word},
              "share": {"type": "percent", "label": $word, "question": $word}},
    "conditions": [{"when": {"registered_here": true}, "text": $word, "cite": "law#1"}],
    "left_to_office": {"text": $word, "cite": "law#1"},
    "early_warning": [{"id": "heavy", "label": $word, "text": $word, "cite": "law#1", "conditions": [
      {"when": {"category": "none"}, "text": $word, "cite": "law#1"},
      {"of": ["personal_in_scope"], "above": {"of": "income", "share": {"fact": "share"}}, "text": $word, "cite": "law#1"}]}]},
  "layers": [{"id": "aid", "label": $word, "cite": "law#1", "base": {"of": ["scope"]},
              "pays": [{"when": {"category": "none"}, "rate": "0%"}, {"rate": "80%"}]}],
  "entitlements": [{"id": "premium", "when": {"category": ["subsistence", "near_subsistence"], "registered_here": true},
                    "label": $word, "text": $word, "cite": "law#1"}])";

// The pack of pack_with() has its categories in its head: theirs are put in.
Engine& engine() {
  static Engine made;
  static const bool loaded = [] {
    std::string pack = changed(pack_with(kPack), R"({"id": "subsistence", "recognised_by": $word})",
                               R"({"id": "subsistence", "recognised_by": $word, "complete": true,
                    "apply_at": {"text": $word, "cite": "law#1"}, "papers": [{"text": $word, "cite": "law#1"}],
                    "takes": {"text": $word, "cite": "law#1"},
      "conditions": [{"when": {"grade": ["one", "two"]}, "text": $word, "cite": "law#1"},
                     {"any": [{"alone": true}, {"age": {"at_least": 60}}], "text": $word, "cite": "law#1"}]})");
    pack = changed(pack, R"({"id": "near_subsistence", "recognised_by": $word})",
                   R"({"id": "near_subsistence", "recognised_by": $word, "complete": true,
      "conditions": [{"of": ["income"], "less": ["cost"], "per": "heads", "at_most": {"of": "standard", "times": 12},
                      "text": $word, "cite": "law#1"},
                     {"when": {"category": {"not": "subsistence"}}, "text": $word, "cite": "law#1"}]})");
    const Answer answer(made.load(pack));
    INFO(answer.json());
    REQUIRE(answer.ok());
    return true;
  }();
  static_cast<void>(loaded);
  return made;
}

// `person`: the facts; `identities` inside the list.
Answer ask(const std::string& person, const std::string& identities = "", const std::string& visits = "") {
  const std::string comma = person.empty() ? "" : ", ";
  return Answer(engine().estimate(case_of(person + comma + R"("identities": [)" + identities + ']', visits,
                                          R"("help": ["categories"])")));
}

std::string state(const Answer& answer, const std::string& category) {
  return answer.at("/categories/" + category + "/state");
}

std::string facts(const Answer& answer, const std::string& list) {
  const json::Value* found = answer.find(list);
  REQUIRE(found != nullptr);
  std::string names;
  for (const json::Value& item : found->items) names += item.find("fact")->text + ' ';
  return names;
}

std::string depends(const Answer& answer, const std::string& category) {
  return facts(answer, "/categories/" + category + "/depends_on");
}

const std::string kHere = R"("registered_here": true)";
const std::string kSubsistence = kHere + R"(, "grade": "one", "alone": true)";

TEST_CASE("categories are told only where the case asks") {
  const Answer answer(engine().estimate(case_of(kHere + R"(, "identities": [])", "")));
  REQUIRE(answer.ok());
  for (const char* member : {"/categories", "/category_questions", "/early_warning"})
    CHECK(answer.find(member) == nullptr);
}

TEST_CASE("a category is likely where every condition holds, and not where one fails") {
  CHECK(state(ask(kSubsistence), "subsistence") == "likely");
  CHECK(state(ask(R"("registered_here": false, "grade": "one", "alone": true)"), "subsistence") == "not");
  CHECK(state(ask(kHere + R"(, "grade": "three", "alone": true)"), "subsistence") == "not");
  CHECK(state(ask(kHere + R"(, "grade": "two", "alone": false, "age": 60)"), "subsistence") == "likely");
  CHECK(state(ask(kHere + R"(, "grade": "two", "alone": false, "age": 59)"), "subsistence") == "not");
}

TEST_CASE("a category hangs on what is not known, and on that alone") {
  CHECK(depends(ask(""), "subsistence") == "registered_here grade age alone ");
  CHECK(depends(ask(kSubsistence), "subsistence").empty());
  CHECK(depends(ask(kHere + R"(, "grade": "one")"), "subsistence") == "age alone ");
  CHECK(depends(ask(kHere + R"(, "grade": "one", "alone": false)"), "subsistence") == "age ");
  CHECK(depends(ask(kHere + R"(, "grade": null, "alone": true)"), "subsistence") == "grade ");
  CHECK(depends(ask(kHere + R"(, "grade": "three")"), "subsistence").empty());
}

TEST_CASE("possible answers decide where all of them agree") {
  CHECK(state(ask(kHere + R"(, "grade": {"one_of": ["one", "two"]}, "alone": true)"), "subsistence") ==
        "likely");
  CHECK(state(ask(kHere + R"(, "grade": {"one_of": ["two", "three"]}, "alone": true)"), "subsistence") ==
        "open");
  CHECK(state(ask(kHere + R"(, "grade": "one", "age": {"min": 60})"), "subsistence") == "likely");
  CHECK(state(ask(kHere + R"(, "grade": "one", "age": {"min": 59}, "alone": false)"), "subsistence") ==
        "open");
  CHECK(state(ask(kHere + R"(, "grade": "one", "age": {"max": 59}, "alone": false)"), "subsistence") ==
        "not");
  CHECK(state(ask(kHere + R"(, "grade": "one", "age": {"one_of": [61, 70]})"), "subsistence") == "likely");
  CHECK(state(ask(kHere + R"(, "grade": "one", "alone": {"one_of": [true, false]}, "age": 1)"),
              "subsistence") == "open");
}

TEST_CASE("why: each condition with the fact that decided, and what the office decides") {
  const Answer answer = ask(kHere + R"(, "grade": "three")");
  CHECK(answer.at("/categories/subsistence/because/0/holds") == "true");
  CHECK(answer.at("/categories/subsistence/because/0/at") == "/person/registered_here");
  CHECK(answer.at("/categories/subsistence/because/1/holds") == "false");
  CHECK(answer.at("/categories/subsistence/because/1/at") == "/person/grade");
  CHECK(answer.at("/categories/subsistence/because/1/cite/0/article") == "1");
  CHECK(answer.at("/categories/subsistence/because/2/holds") == "null");
  CHECK(answer.at("/categories/subsistence/because/2/at") == "/person/alone");
  CHECK(answer.find("/categories/subsistence/because")->items.size() == 3);
  CHECK(state(answer, "orphan") == "open");
  CHECK(answer.at("/categories/orphan/because/1/office") == "true");
  CHECK(answer.at("/categories/orphan/because/1/holds") == "null");
  CHECK(answer.find("/categories/orphan/because/1/at") == nullptr);
  // What the office would decide is of no account where a condition fails.
  CHECK(ask(R"("registered_here": false)").find("/categories/orphan/because")->items.size() == 1);
}

TEST_CASE("what is told of a category beside its conditions") {
  const Answer answer = ask("");
  CHECK(answer.at("/categories/subsistence/recognised_by/en") == "word");
  for (const char* told : {"apply_at", "takes", "papers/0"}) {
    CHECK(answer.at("/categories/subsistence/" + std::string(told) + "/text/zh-Hans") == "词");
    CHECK(answer.at("/categories/subsistence/" + std::string(told) + "/cite/0/source") == "law");
    CHECK(answer.find("/categories/orphan/" + std::string(told)) == nullptr);
  }
  CHECK(answer.at("/sources/law/articles/1/text/en") == "word");
}

TEST_CASE("a sum per head is held against so many times a fact, exactly") {
  const auto near = [](const std::string& income, const std::string& more) {
    return state(ask(kHere + R"(, "income": )" + income + more), "near_subsistence");
  };
  const std::string all = R"(, "cost": 5000, "heads": 3, "standard": 1000)";
  CHECK(near("41000", all) == "likely");  // 41,000 − 5,000 = 3 × 12 × 1,000
  CHECK(near("41000.01", all) == "not");
  CHECK(near(R"({"min": 0, "max": 41000})", all) == "likely");
  CHECK(near(R"({"min": 0, "max": 41000.01})", all) == "open");
  CHECK(near(R"({"min": 41000.01})", all) == "not");
  // Below zero it is under any standard, for however many.
  CHECK(near("4000", R"(, "cost": 5000)") == "likely");
  // Within the standard for one it is so for more.
  CHECK(near("17000", R"(, "cost": 5000, "standard": 1000)") == "likely");
  CHECK(near("17000.01", R"(, "cost": 5000, "standard": 1000)") == "open");
  CHECK(near("41000", R"(, "cost": 5000, "heads": 0, "standard": 1000)") == "open");
}

TEST_CASE("figures that are too large to be counted prove nothing") {
  const auto near = [](const std::string& facts) { return state(ask(kHere + facts), "near_subsistence"); };
  const std::string most = "100000000000";
  CHECK(near(R"(, "income": )" + most + R"(, "cost": 0, "heads": 1, "standard": )" + most) == "likely");
  CHECK(near(R"(, "income": )" + most + R"(, "cost": 0, "heads": )" + most + R"(, "standard": )" + most) ==
        "likely");
  CHECK(near(R"(, "income": 1, "cost": 0, "standard": 0)") == "not");
  CHECK(near(R"(, "income": 1, "cost": 0, "heads": 1)") == "open");
}

TEST_CASE("an identity that is stated is held where it counts and holds in the year") {
  const std::string own = R"("subsistence")";
  const Answer held = ask(kHere, R"("orphan", )" + own);
  CHECK(state(held, "subsistence") == "held");
  CHECK(held.at("/categories/subsistence/at") == "/person/identities/1");
  CHECK(held.find("/categories/subsistence/because")->items.empty());
  const Answer elsewhere = ask(R"("registered_here": false)", own);
  CHECK(state(elsewhere, "subsistence") == "not");
  CHECK(elsewhere.at("/categories/subsistence/because/0/at") == "/person/registered_here");
  CHECK(elsewhere.find("/categories/subsistence/at") == nullptr);
  const Answer unsure = ask("", own);
  CHECK(state(unsure, "subsistence") == "open");
  CHECK(depends(unsure, "subsistence") == "registered_here ");
  CHECK(state(ask(kSubsistence, R"({"category": "subsistence", "until": "2023-12-31"})"), "subsistence") ==
        "likely");
  CHECK(state(ask(kHere, R"({"category": "subsistence", "until": "2024-01-01"})"), "subsistence") == "held");
  CHECK(state(ask(kHere, R"({"category": "subsistence", "from": "2024-12-31"})"), "subsistence") == "held");
  CHECK(state(ask(kSubsistence, R"({"category": "subsistence", "from": "2025-01-01"})"), "subsistence") ==
        "likely");
}

TEST_CASE("a condition may look at the categories that are held") {
  const std::string poor = kHere + R"(, "income": 0, "cost": 1)";
  CHECK(state(ask(poor), "near_subsistence") == "likely");
  CHECK(state(ask(poor, R"("orphan")"), "near_subsistence") == "likely");
  CHECK(state(ask(poor, R"("orphan", "subsistence")"), "near_subsistence") == "not");
}

TEST_CASE("a condition on the categories held is open where an identity is") {
  const std::string poor = kHere + R"(, "income": 0, "cost": 1)";
  const auto near = [&](const std::string& identities) { return ask(poor, identities); };
  const Answer any = near("{}");
  CHECK(state(any, "near_subsistence") == "open");
  CHECK(depends(any, "near_subsistence") == "identities ");
  CHECK(any.at("/categories/near_subsistence/because/2/holds") == "null");
  CHECK(any.at("/categories/near_subsistence/because/2/at") == "/person/identities");
  CHECK(any.at("/categories/near_subsistence/depends_on/identities/at") == "/person/identities");
  CHECK(state(near(R"({"category": null})"), "near_subsistence") == "open");
  CHECK(state(near(R"({"category": {"one_of": ["subsistence", null]}})"), "near_subsistence") == "open");
  // Where none of what it may be matters, or something else decides, nothing is open.
  CHECK(state(near(R"({"category": {"one_of": ["orphan", null]}})"), "near_subsistence") == "likely");
  CHECK(state(near(R"("subsistence", {"category": {"one_of": ["orphan", null]}})"), "near_subsistence") ==
        "not");
  CHECK(state(near(R"("orphan", {"category": {"one_of": ["subsistence", null]}})"), "near_subsistence") ==
        "open");
  CHECK(state(near(R"({"category": {"one_of": ["subsistence"]}})"), "near_subsistence") == "not");
  // One that ended before the year says nothing of it.
  CHECK(state(near(R"({"category": {"one_of": ["subsistence", null]}, "until": "2023-12-31"})"),
              "near_subsistence") == "likely");
}

TEST_CASE("who does not know of any identity is judged by the conditions alone") {
  const auto judged = [](const std::string& person) {
    return Answer(engine().estimate(case_of(person, "", R"("help": ["categories"])")));
  };
  CHECK(state(judged(kSubsistence + R"(, "identities": null)"), "subsistence") == "likely");
  CHECK(state(judged(kHere + R"(, "grade": "three", "identities": null)"), "subsistence") == "not");
  CHECK(state(judged(kHere + R"(, "grade": "three")"), "subsistence") == "not");
}

TEST_CASE("one that may be held is not denied") {
  const std::string may = R"({"category": {"one_of": ["subsistence", "orphan"]}})";
  CHECK(state(ask(kSubsistence, may), "subsistence") == "likely");
  const Answer unfit = ask(kHere + R"(, "grade": "three")", may);
  CHECK(state(unfit, "subsistence") == "open");
  CHECK(depends(unfit, "subsistence") == "identities ");
  CHECK(unfit.at("/categories/subsistence/because/1/holds") == "false");
  // Without a place of one's own here none counts.
  CHECK(state(ask(R"("registered_here": false)", may), "subsistence") == "not");
  CHECK(depends(ask(R"("grade": "three")", may), "subsistence") == "identities registered_here ");
}

TEST_CASE("which identity is held is asked where it matters and nothing was said of it") {
  const std::string poor = kHere + R"(, "grade": "three", "income": 0, "cost": 1)";
  const auto asked = [](const std::string& person) {
    return Answer(engine().estimate(case_of(person, "", R"("help": ["categories"])")));
  };
  // Subsistence is not theirs by the conditions; near-subsistence hangs on whether it is held.
  const Answer open = asked(poor);
  CHECK(facts(open, "/category_questions") == "identities ");
  CHECK(open.at("/category_questions/identities/decides") == "1");
  // Who is an orphan has one more decided.
  CHECK(open.at("/category_questions/identities/may_decide") == "2");
  CHECK(open.at("/category_questions/identities/question/en") != "absent");
  CHECK(facts(asked(poor + R"(, "identities": null)"), "/category_questions").empty());
  CHECK(facts(asked(poor + R"(, "identities": [])"), "/category_questions").empty());
}

TEST_CASE("an early warning is possible where it hangs on an identity") {
  const std::string visit = stay("2024-03-01", "1000");
  const std::string poor = kHere + R"(, "income": 0, "share": 25)";
  const Answer open = ask(poor, R"({"category": {"one_of": ["orphan", null]}})", visit);
  CHECK(open.at("/early_warning/heavy/state") == "possible");
  CHECK(facts(open, "/early_warning/heavy/depends_on") == "identities ");
  CHECK(ask(poor, R"({"category": {"one_of": ["orphan", "subsistence"]}})", visit)
            .find("/early_warning")
            ->items.empty());
}

TEST_CASE("what a likely category would bring is told with its condition") {
  const Answer likely = ask(kSubsistence);
  CHECK(likely.at("/entitlements/premium/if") == "subsistence");
  CHECK(likely.at("/entitlements/premium/category") == "subsistence");
  const Answer held = ask(kSubsistence + R"(, "income": 0, "cost": 1)", R"("near_subsistence")");
  CHECK(state(held, "subsistence") == "likely");
  CHECK(held.find("/entitlements")->items.size() == 1);
  CHECK(held.at("/entitlements/premium/if") == "absent");
  CHECK(held.at("/entitlements/premium/category") == "near_subsistence");
  CHECK(ask(kHere).find("/entitlements")->items.empty());
}

TEST_CASE("what decides most is asked first") {
  // Registration may decide all three, grade and age one; no answer to them decides anything for sure, as
  // registration is open. Income, cost, heads and standard decide nothing alone.
  const Answer nothing = ask("");
  CHECK(facts(nothing, "/category_questions") ==
        "registered_here grade age alone income cost standard heads ");
  CHECK(nothing.at("/category_questions/registered_here/decides") == "0");
  CHECK(nothing.at("/category_questions/registered_here/may_decide") == "3");
  CHECK(nothing.at("/category_questions/grade/may_decide") == "1");
  CHECK(nothing.at("/category_questions/income/may_decide") == "0");
  CHECK(nothing.at("/category_questions/grade/at") == "/person/grade");
  CHECK(nothing.at("/category_questions/grade/question/en") == "word");
  // The last open fact of a category is decided by any answer, and comes first.
  const Answer last = ask(kHere + R"(, "income": 50000, "cost": 0, "standard": 1000)");
  CHECK(facts(last, "/category_questions") == "heads grade age alone ");
  CHECK(last.at("/category_questions/heads/decides") == "1");
  // What was said not to be known is not asked again.
  CHECK(facts(ask(kHere + R"(, "grade": null, "age": {"min": 3}, "income": 0, "cost": 1)"),
              "/category_questions") == "alone ");
}

TEST_CASE("an early warning compares what the year leaves in scope") {
  const std::string visit = stay("2024-03-01", "1000");
  const auto heavy = [&](const std::string& person, const std::string& identities = "") {
    return ask(kHere + person, identities, visit).at("/early_warning/heavy/state");
  };
  CHECK(heavy(R"(, "income": 4000, "share": 25)") == "absent");
  CHECK(heavy(R"(, "income": 4000, "share": 24.99)") == "certain");
  CHECK(heavy(R"(, "income": {"min": 3000}, "share": 25)") == "possible");
  CHECK(heavy("") == "possible");
  CHECK(heavy(R"(, "income": 0, "share": 25)", R"("orphan")") == "absent");
  CHECK(ask(kHere).find("/early_warning")->items.empty());
  const Answer unsure = ask(kHere, "", visit);
  CHECK(facts(unsure, "/early_warning/heavy/depends_on") == "income share ");
  CHECK(unsure.at("/early_warning/heavy/because/1/holds") == "null");
  const Answer certain = ask(kHere + R"(, "income": 1, "share": 25)", "", visit);
  CHECK(certain.at("/early_warning/heavy/because/0/at") == "/person/identities");
  CHECK(certain.at("/early_warning/heavy/because/1/at") == "/visits");
}

// Answers of which some are forgotten: whatever is decided without them stays so, and a question decides as
// much as it promised.
class Random {
 public:
  std::uint32_t below(std::uint32_t end) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>(state_ >> 33U) % end;
  }

 private:
  std::uint64_t state_ = 42;
};

const std::vector<std::vector<std::string>> kAnswers{{"registered_here", "true", "true", "true", "false"},
                                                     {"grade", R"("one")", R"("two")", R"("three")"},
                                                     {"age", "0", "59", "60", "61"},
                                                     {"alone", "true", "false"},
                                                     {"income", "0", "41000", "41000.01", "100000000000"},
                                                     {"cost", "0", "5000", "100000000000"},
                                                     {"standard", "0", "1000", "100000000000"},
                                                     {"heads", "1", "3", "100000000000"}};

std::string person_of(const std::vector<std::string>& answers) {
  std::string text;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i].empty()) continue;
    text += (text.empty() ? "\"" : ", \"") + kAnswers[i][0] + "\": " + answers[i];
  }
  return text;
}

// Identities, and what is left of them where not all is known.
struct Identities {
  const char* whole;
  const char* partial;
};
const Identities kIdentities[] = {
    {"", ""},
    {"", R"({"category": {"one_of": ["subsistence", "orphan", null]}})"},
    {R"("orphan")", R"("orphan")"},
    {R"("orphan")", R"({"category": {"one_of": ["orphan", "subsistence"]}})"},
    {R"("subsistence")", R"({"category": {"one_of": ["subsistence", null]}})"},
    {R"("orphan", "subsistence")", R"("orphan", {"category": {"one_of": ["subsistence",
                                                                   "near_subsistence"]}})"}};

std::size_t open_in(const Answer& answer) {
  std::size_t open = 0;
  for (const json::Value& category : answer.find("/categories")->items)
    open += category.find("state")->text == "open" ? 1U : 0U;
  return open;
}

TEST_CASE("what is decided stays decided, and questions keep what they promise") {
  Random random;
  for (int round = 0; round < 400; ++round) {
    std::vector<std::string> all;
    std::vector<std::string> some;
    for (const auto& fact : kAnswers) {
      all.push_back(fact[1 + random.below(static_cast<std::uint32_t>(fact.size() - 1))]);
      some.push_back(random.below(2) == 0 ? all.back() : "");
    }
    const Identities& identities = kIdentities[random.below(std::size(kIdentities))];
    const Answer partial = ask(person_of(some), identities.partial);
    const Answer whole = ask(person_of(all), identities.whole);
    CAPTURE(person_of(some), person_of(all), identities.partial);
    for (const char* category : {"subsistence", "near_subsistence", "orphan"}) {
      const std::string before = state(partial, category);
      const std::string after = state(whole, category);
      CHECK((before == "open" || before == after || (before == "likely" && after == "held")));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string promised = partial.at("/category_questions/" + kAnswers[i][0] + "/decides");
      if (promised == "absent") continue;
      std::vector<std::string> answered = some;
      answered[i] = all[i];
      CHECK(open_in(ask(person_of(answered), identities.partial)) + std::stoul(promised) <= open_in(partial));
    }
  }
}

}  // namespace
}  // namespace aidcheck::test
