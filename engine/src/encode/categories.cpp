#include "encode/categories.h"

namespace aidcheck {
namespace {

class CategoriesWriter {
 public:
  CategoriesWriter(const Recognition& recognition, json::Writer& writer, Sources& sources)
      : recognition_(recognition),
        plan_(recognition.part->settled.plan),
        writer_(writer),
        sources_(sources) {}

  void write() {
    writer_.open_array("categories");
    for (std::size_t i = 0; i < recognition_.categories.size(); ++i)
      category(plan_.pack.categories[i], recognition_.categories[i]);
    writer_.close_array().open_array("category_questions");
    for (const CategoryQuestion& each : recognition_.questions) {
      fact(each.fact);
      writer_.integer("decides", static_cast<std::int64_t>(each.decides))
          .integer("may_decide", static_cast<std::int64_t>(each.may_decide))
          .close_object();
    }
    writer_.close_array().open_array("early_warning");
    for (const WarningStory& each : recognition_.warnings) warning(each);
    writer_.close_array();
  }

 private:
  void category(const model::Category& words, const CategoryStory& story) {
    constexpr std::string_view kStates[] = {"held", "likely", "not", "open"};
    const Word& word = *category_named(words.id);
    writer_.open_object().string("category", words.id).text("label", Words{word.zh, word.en});
    writer_.string("state", kStates[static_cast<std::size_t>(story.state)]);
    if (story.state == CategoryStory::State::kHeld) writer_.string("at", sent::identity_at(story.identity));
    why(story.because, story.missing);
    writer_.text("recognised_by", words.recognised_by);
    if (!words.note.empty()) writer_.text("note", words.note);
    told("apply_at", words.apply_at);
    told("takes", words.takes);
    if (!words.papers.empty()) writer_.open_array("papers");
    for (const model::Told& paper : words.papers) told(paper);
    if (!words.papers.empty()) writer_.close_array();
    sources_.cite(words.cite);
    writer_.close_object();
  }

  void warning(const WarningStory& story) {
    const model::EarlyWarning& words = plan_.pack.recognition.early_warning[story.warning];
    writer_.open_object()
        .string("id", words.id)
        .string("state", story.certain ? "certain" : "possible")
        .text("label", words.label)
        .text("text", words.text);
    why(story.because, story.missing);
    sources_.cite(words.cite);
    writer_.close_object();
  }

  void why(const List<Because>& because, std::uint64_t missing) {
    writer_.open_array("because");
    for (const Because& each : because) {
      writer_.open_object().text("text", each.text);
      sources_.cite(each.cite);
      writer_.key("holds");
      if (each.holds == Holds::kOpen) {
        writer_.null();
      } else {
        writer_.boolean(each.holds == Holds::kYes);
      }
      if (each.office) {
        writer_.boolean("office", true);
      } else {
        at(each.fact);
      }
      writer_.close_object();
    }
    writer_.close_array().open_array("depends_on");
    for (std::uint8_t i = 0; missing != 0; ++i, missing >>= 1U) {
      if ((missing & 1U) == 0 || i == kBurdenFact) continue;
      fact(i);
      writer_.close_object();
    }
    writer_.close_array();
  }

  // An open object for a fact.
  void fact(std::uint8_t index) {
    const FactPlan& fact = plan_.recognition.facts[index];
    writer_.open_object()
        .string("fact", index == kHeldFact ? "identities" : fact.id)
        .text("label", fact.label);
    at(index);
    writer_.text("question", fact.question);
  }

  void at(std::uint8_t fact) {
    std::string at = "/person/identities";
    if (fact == kBurdenFact) at = "/visits";
    if (fact > kBurdenFact) at = "/person/" + std::string(plan_.recognition.facts[fact].id);
    writer_.string("at", at);
  }

  void told(std::string_view name, const model::Told& told) {
    if (told.text.empty()) return;
    writer_.key(name);
    this->told(told);
  }

  void told(const model::Told& told) {
    writer_.open_object().text("text", told.text);
    sources_.cite(told.cite);
    writer_.close_object();
  }

  const Recognition& recognition_;
  const Plan& plan_;
  json::Writer& writer_;
  Sources& sources_;
};

}  // namespace

void encode_categories(const Recognition& recognition, json::Writer& writer, Sources& sources) {
  if (recognition.part != nullptr) CategoriesWriter(recognition, writer, sources).write();
}

}  // namespace aidcheck
